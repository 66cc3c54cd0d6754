import type { RateComparison } from './compare.ts';
import type { FourFifths } from './four-fifths.ts';
import { ratioBounds } from './missing-attribute.ts';
import type { By } from './report.ts';
import { sumTallies, type Tally } from './tally.ts';
import { type AuditVerdict, judgeComparisons } from './verdict.ts';

/** A group of whom some attribute is unknown. */
export const isUnknown = (by: By): boolean => Object.values(by).some((value) => value === null);

/** More people than this with an unknown attribute, and bounds that reach a breach, keep an audit from passing. */
const MOST_UNKNOWN = 0.05;

/** One group with its selection, as it is judged. */
export interface JudgedGroup {
  readonly by: By;
  /** People, or rows of a weighted sample. */
  readonly size: number;
  readonly tally: Tally;
  /** Against the rest; `null` for the reference, and where nothing is compared. */
  readonly comparison: RateComparison | null;
}

export interface SelectionVerdict {
  readonly verdict: AuditVerdict;
  /** Some allotment of the people whose attribute is unknown makes a breach of what looks like none. */
  readonly unknownDecides: boolean;
}

/**
 * What selection by group says, for an audit and for a check alike. Every group may call for a review; people of whom an
 * attribute is unknown are no group that lacks data, but where they are more than 5 % and could make a breach nothing
 * passes. Groups in `hidden` are left out of that last question.
 */
export function judgeGroups(
  groups: readonly JudgedGroup[],
  reference: number | null,
  threshold: FourFifths,
  hidden: ReadonlySet<number> = new Set(),
): SelectionVerdict {
  const compared = groups.flatMap(({ by, comparison }) => (comparison === null ? [] : [{ by, comparison }]));
  const all = judgeComparisons(compared.map(({ comparison }) => comparison));
  const known = compared.filter(({ by }) => !isUnknown(by)).map(({ comparison }) => comparison);
  const unknownDecides = leavesOpen(groups, reference, threshold, hidden);
  // Without a reference there is no ratio, and nothing that could have been broken.
  const isOpen = unknownDecides || (reference === null && compared.length > 0);
  const verdict = all === 'review' ? all : isOpen ? 'insufficient' : judgeComparisons(known);
  return { verdict, unknownDecides };
}

function leavesOpen(
  groups: readonly JudgedGroup[],
  reference: number | null,
  { numerator, denominator }: FourFifths,
  hidden: ReadonlySet<number>,
): boolean {
  const base = reference === null || hidden.has(reference) ? undefined : groups[reference];
  if (base === undefined) return false;
  const unknown = groups.filter(({ by }) => isUnknown(by));
  const sizeOf = (some: readonly JudgedGroup[]): number => some.reduce((sum, { size }) => sum + size, 0);
  if (sizeOf(unknown) <= MOST_UNKNOWN * sizeOf(groups)) return false;
  const open = sumTallies(unknown.map(({ tally }) => tally));
  return groups.some(
    (group, index) =>
      group.comparison !== null &&
      !isUnknown(group.by) &&
      !hidden.has(index) &&
      (ratioBounds(group.tally, base.tally, open).low ?? 0) < numerator / denominator,
  );
}
