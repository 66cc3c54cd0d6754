import type { DecisionCounts } from '../../../check/facts/decisions.ts';
import { compareRatesOf, type RateComparison } from './compare.ts';
import { FOUR_FIFTHS, type FourFifths } from './four-fifths.ts';
import { isUnknown, judgeGroups, type SelectionVerdict } from './judge-groups.ts';
import { chooseReference, minimumReference } from './reference.ts';
import { rateOf, type Tally } from './tally.ts';

type By = DecisionCounts['groups'][number]['by'];

/** Selection rates of counted groups, held against each other as `scruple audit` does. */
export interface JudgedCounts extends SelectionVerdict {
  readonly reference: { readonly by: By; readonly rate: number | null } | null;
  readonly groups: ReadonlyArray<{
    readonly by: By;
    readonly n: number;
    readonly rate: number | null;
    readonly comparison: RateComparison;
  }>;
}

/** Judges counts by group: reference, exact ratio, adjusted test and verdict by the same rules as an audit. */
export function judgeCounts(
  { groups }: Pick<DecisionCounts, 'groups'>,
  options: { readonly threshold?: FourFifths; readonly minimumGroup?: number } = {},
): JudgedCounts {
  const tallies: Tally[] = groups.map(({ n, selected }) => ({ hits: selected, total: n, squares: n }));
  const people = groups.reduce((sum, { n }) => sum + n, 0);
  const values = groups.map(({ by }) => Object.values(by));
  const known = groups.map(({ n }, index) => (isUnknown(groups[index]!.by) ? -1 : n));
  const reference = chooseReference(values, tallies, known, options.minimumGroup ?? minimumReference(people));
  const threshold = options.threshold ?? FOUR_FIFTHS;
  const compared = compareRatesOf(tallies, reference, { weighted: false, threshold, unit: 1 });
  return {
    ...judgeGroups(
      groups.map(({ by, n }, index) => ({
        by,
        size: n,
        tally: tallies[index]!,
        comparison: compared.get(index) ?? null,
      })),
      reference,
      threshold,
    ),
    reference: reference === null ? null : { by: groups[reference]!.by, rate: rateOf(tallies[reference]!) },
    groups: [...compared].map(([index, comparison]) => ({
      by: groups[index]!.by,
      n: groups[index]!.n,
      rate: rateOf(tallies[index]!),
      comparison,
    })),
  };
}
