import { logBenjaminiHochberg } from '../../../kernel/statistics/benjamini-hochberg.ts';
import type { FourFifths } from './four-fifths.ts';
import type { GroupTable } from './group-table.ts';
import { addSums, type GroupMean, groupMeans, NO_SUMS } from './outcomes.ts';
import type { Population } from './population.ts';
import type { OutcomeReport } from './report.ts';
import { type AuditSpec, thresholdOf } from './spec.ts';
import { SIGNIFICANCE } from './verdict.ts';

const NOT_SHOWN = {
  n: null,
  mean: null,
  interval: null,
  standardError: null,
  rest: null,
  difference: null,
  differenceInterval: null,
  pValue: null,
  adjustedPValue: null,
  ratio: null,
  review: false,
};

/** Fewer people than this, in the group or beside it, and a mean says too little of a skewed amount to call for a review. */
const FEWEST = 30;

type Asked = Pick<AuditSpec, 'outcomes' | 'moreIsBetter' | 'lessIsBetter' | 'threshold' | 'pack'>;

/**
 * Each numeric outcome by group, its p-values adjusted over the groups. Being ranked low, answered late or offered less
 * leaves people out too: where it is said which way is better, a group calls for a review that gets less than the
 * threshold of what everybody else gets, beyond chance.
 */
export function outcomeReports(
  { cells, groups, weightKind }: Population,
  table: GroupTable,
  asked: Asked,
): OutcomeReport[] {
  return (asked.outcomes ?? []).map((outcome, place) => {
    const sums = groups.map(() => NO_SUMS);
    for (const { group, source } of cells)
      sums[group] = addSums(sums[group]!, source.outcomes[place] ?? NO_SUMS);
    const means = groupMeans(sums, weightKind);
    const tested = means.flatMap(({ pValue }, index) => (pValue === null ? [] : [index]));
    const adjusted = logBenjaminiHochberg(tested.map((index) => Math.log(means[index]!.pValue!)));
    const adjustedOf = new Map(tested.map((index, position) => [index, Math.exp(adjusted[position]!)]));
    const better = betterOf(outcome, asked);
    const all = means.reduce((sum, { n }) => sum + n, 0);
    return {
      outcome,
      better,
      missing: cells.reduce(
        (sum, { rows, source }) => sum + rows - (source.outcomes[place]?.counted ?? 0),
        0,
      ),
      groups: means.map((mean, index) => {
        const suppressed = table.hidden.has(index);
        const adjustedPValue = adjustedOf.get(index) ?? null;
        const ratio = ratioOf(mean, better);
        const isLarge = Math.min(mean.n, all - mean.n) >= FEWEST;
        const review = isLarge && isBroken(ratio, thresholdOf(asked)) && (adjustedPValue ?? 1) < SIGNIFICANCE;
        return {
          by: table.by[index]!,
          ...(suppressed ? NOT_SHOWN : { ...mean, adjustedPValue, ratio, review }),
          suppressed,
        };
      }),
    };
  });
}

const betterOf = (outcome: string, { moreIsBetter, lessIsBetter }: Asked): OutcomeReport['better'] =>
  moreIsBetter?.includes(outcome) === true
    ? 'more'
    : lessIsBetter?.includes(outcome) === true
      ? 'less'
      : null;

/** What the group gets of what everybody else gets: below 1 is worse, whichever way is better. `null` where a mean is not above 0. */
function ratioOf({ mean, difference }: GroupMean, better: OutcomeReport['better']): number | null {
  if (better === null || mean === null || difference === null) return null;
  const rest = mean - difference;
  if (mean <= 0 || rest <= 0) return null;
  return better === 'more' ? mean / rest : rest / mean;
}

const isBroken = (ratio: number | null, { numerator, denominator }: FourFifths): boolean =>
  ratio !== null && ratio * denominator < numerator;
