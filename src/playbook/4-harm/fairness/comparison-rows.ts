import { compareRatesOf, type RateComparison } from './compare.ts';
import type { FourFifths } from './four-fifths.ts';
import type { GroupTable } from './group-table.ts';
import { isUnknown } from './judge-groups.ts';
import { ratioBounds } from './missing-attribute.ts';
import type { ComparisonRow, MetricRow, RateName } from './report.ts';
import { sumTallies, type Tally } from './tally.ts';
import { callsForReview } from './verdict.ts';

const NOTHING: RateComparison = {
  difference: null,
  ratio: null,
  interval: { difference: null, ratio: null },
  pValue: null,
  adjustedPValue: null,
  logPValue: null,
  logAdjustedPValue: null,
  test: null,
  restRate: null,
  oddsRatio: null,
  broken: null,
  enough: false,
  minimumDetectableRatio: null,
  shortfall: null,
  flipFlop: null,
};

/** Rows as they may be shown, and what was seen behind them, for the verdict alone. */
export interface Compared {
  readonly rows: readonly ComparisonRow[];
  readonly seen: ReadonlyMap<number, RateComparison>;
}

/** The rows of one metric: every group but the reference, with `null` throughout for a group that must not be shown. */
export function comparisonRows(
  table: GroupTable,
  metric: RateName,
  reference: number | null,
  threshold: FourFifths,
): Compared {
  const tallies = table.tallies[metric];
  if (tallies === undefined) return { rows: [], seen: new Map() };
  const compared = compareRatesOf(tallies, reference, {
    weighted: table.weighted,
    threshold,
    unit: table.unit,
  });
  const unknown = sumTallies(tallies.filter((_, index) => isUnknown(table.by[index]!)));
  const rows = [...compared].map(([index, comparison]): ComparisonRow => {
    const suppressed =
      table.isHidden(metric, index) || (reference !== null && table.isHidden(metric, reference));
    return {
      by: table.by[index]!,
      reference: reference === null ? null : table.by[reference]!,
      ...(suppressed ? NOTHING : comparison),
      review: !suppressed && callsForReview(comparison),
      bounds:
        suppressed || unknown.total === 0 || reference === null || isUnknown(table.by[index]!)
          ? null
          : boundsOf(tallies[index]!, tallies[reference]!, unknown),
      suppressed,
    };
  });
  return { rows, seen: compared };
}

const boundsOf = (group: Tally, reference: Tally, unknown: Tally): ComparisonRow['bounds'] =>
  ratioBounds(group, reference, unknown);

const METRICS: readonly RateName[] = [
  'truePositiveRate',
  'falsePositiveRate',
  'falseNegativeRate',
  'accuracy',
  'precision',
  'scoringRate',
];

/** Every metric but the selection rate, each its own family of tests, against the same reference. */
export const metricRows = (table: GroupTable, reference: number | null, threshold: FourFifths): MetricRow[] =>
  METRICS.flatMap((metric) =>
    comparisonRows(table, metric, reference, threshold).rows.map((row) => ({ metric, ...row })),
  );
