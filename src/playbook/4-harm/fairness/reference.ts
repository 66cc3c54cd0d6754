import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Text } from './cells.ts';
import { listed } from './favourable.ts';
import { compareRates } from './four-fifths.ts';
import { compareTexts } from './population.ts';
import type { Tally } from './tally.ts';

/** The fewest people that a reference may stand on: 30, or half a percent of everyone. */
export const minimumReference = (people: number): number => Math.max(30, 0.005 * people);

/**
 * The group that others are compared with: the highest selection rate among the groups of at least `minimum` people;
 * ties go to the larger group, then to the first by name. `null` where no group is large enough.
 */
export function chooseReference(
  groups: ReadonlyArray<readonly Text[]>,
  tallies: readonly Tally[],
  sizes: readonly number[],
  minimum: number,
): number | null {
  let best: number | null = null;
  for (let index = 0; index < groups.length; index += 1) {
    if (sizes[index]! < minimum) continue;
    if (best === null) {
      best = index;
      continue;
    }
    const better =
      compareRates(tallies[index]!, tallies[best]!) ||
      Math.sign(sizes[index]! - sizes[best]!) ||
      compareTexts(groups[best]!, groups[index]!);
    if (better > 0) best = index;
  }
  return best;
}

/**
 * The group that `--reference` names: by its value, or its values joined by commas in the order of the group columns.
 * Problem `usage.invalid`, which lists the groups, where none is named so.
 */
export function namedReference(
  groups: ReadonlyArray<readonly Text[]>,
  reference: string,
): Result<number, Problem> {
  const joined = groups.map((values) => values.map((value) => value ?? '').join(','));
  const index = joined.indexOf(reference);
  if (index >= 0) return ok(index);
  return fail(
    problem(
      'usage.invalid',
      `no group is called \`${reference}\`; seen: ${listed(joined)}`,
      'name one of these with --reference',
    ),
  );
}
