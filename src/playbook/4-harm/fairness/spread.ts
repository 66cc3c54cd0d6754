import type { GroupTable } from './group-table.ts';
import type { AuditReport, RateName } from './report.ts';
import { rateOf } from './tally.ts';

/** Range of rates over all groups that are shown, small ones included, as fairlearn's disparity metrics take it. */
export function spreadOf(table: GroupTable): AuditReport['spread'] {
  const rates = (name: RateName): number[] =>
    (table.tallies[name] ?? [])
      .filter((_, index) => !table.isHidden(name, index))
      .map(rateOf)
      .filter((rate) => rate !== null);
  const range = (name: RateName): number | null => {
    const all = rates(name);
    return all.length === 0 ? null : Math.max(...all) - Math.min(...all);
  };
  const selection = rates('selectionRate');
  const highest = Math.max(...selection);
  const [positives, negatives] = [range('truePositiveRate'), range('falsePositiveRate')];
  return {
    selectionRateDifference: range('selectionRate'),
    selectionRateRatio: highest > 0 ? Math.min(...selection) / highest : null,
    equalizedOddsDifference: positives === null || negatives === null ? null : Math.max(positives, negatives),
  };
}
