import { logBenjaminiHochberg } from '../../../kernel/statistics/benjamini-hochberg.ts';
import type { GroupTable } from './group-table.ts';
import { addSums, groupMeans, NO_SUMS } from './outcomes.ts';
import type { Population } from './population.ts';
import type { OutcomeReport } from './report.ts';

const NOT_SHOWN = {
  n: null,
  mean: null,
  interval: null,
  difference: null,
  differenceInterval: null,
  pValue: null,
};

/** Each numeric outcome by group, its p-values adjusted over the groups. */
export function outcomeReports(
  { cells, groups }: Population,
  table: GroupTable,
  names: readonly string[] | undefined,
): OutcomeReport[] {
  return (names ?? []).map((outcome, place) => {
    const sums = groups.map(() => NO_SUMS);
    for (const { group, source } of cells)
      sums[group] = addSums(sums[group]!, source.outcomes[place] ?? NO_SUMS);
    const means = groupMeans(sums);
    const tested = means.flatMap(({ pValue }, index) => (pValue === null ? [] : [index]));
    const adjusted = logBenjaminiHochberg(tested.map((index) => Math.log(means[index]!.pValue!)));
    const adjustedOf = new Map(tested.map((index, position) => [index, Math.exp(adjusted[position]!)]));
    return {
      outcome,
      groups: means.map((mean, index) => {
        const suppressed = table.hidden.has(index);
        return {
          by: table.by[index]!,
          ...(suppressed ? NOT_SHOWN : mean),
          adjustedPValue: suppressed ? null : (adjustedOf.get(index) ?? null),
          suppressed,
        };
      }),
    };
  });
}
