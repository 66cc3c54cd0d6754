import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';
import { wilsonInterval } from '../../../kernel/statistics/proportion-interval.ts';
import type { Tally } from './tally.ts';

/** People of one group and label with scores in one bin. */
export interface GroupScore {
  readonly group: number;
  readonly label: boolean | null;
  readonly units: number;
  readonly low: number;
  readonly high: number;
}

/** Bins in rising order, each with people per group. */
interface ScoreBin {
  readonly low: number;
  readonly high: number;
  readonly byGroup: ReadonlyArray<{ units: number; positives: number; negatives: number }>;
  readonly units: number;
}

export interface ScoreTable {
  readonly groups: number;
  readonly bins: readonly ScoreBin[];
  readonly units: number;
  /** Every bin holds a single score, so nothing below is an approximation. */
  readonly exact: boolean;
}

export function scoreTable(cells: readonly GroupScore[], groups: number): ScoreTable {
  const sorted = [...cells].sort((a, b) => a.low - b.low || a.high - b.high);
  const bins: Array<{
    low: number;
    high: number;
    units: number;
    byGroup: Array<{ units: number; positives: number; negatives: number }>;
  }> = [];
  for (const cell of sorted) {
    let bin = bins.at(-1);
    if (bin === undefined || cell.low > bin.high) {
      bin = {
        low: cell.low,
        high: cell.high,
        units: 0,
        byGroup: Array.from({ length: groups }, () => ({ units: 0, positives: 0, negatives: 0 })),
      };
      bins.push(bin);
    }
    bin.high = Math.max(bin.high, cell.high);
    bin.units += cell.units;
    const own = bin.byGroup[cell.group]!;
    own.units += cell.units;
    if (cell.label === true) own.positives += cell.units;
    if (cell.label === false) own.negatives += cell.units;
  }
  return {
    groups,
    bins,
    units: bins.reduce((sum, { units }) => sum + units, 0),
    exact: bins.every(({ low, high }) => low === high),
  };
}

/** The bin in which half of all scores is reached, and where exactly the median lies when bins are single scores. */
export function medianBin(table: ScoreTable): { readonly low: number; readonly high: number } | null {
  if (table.units === 0) return null;
  let below = 0;
  for (const [index, bin] of table.bins.entries()) {
    below += bin.units;
    if (2 * below > table.units) return { low: bin.low, high: bin.high };
    if (2 * below === table.units) return { low: bin.low, high: table.bins[index + 1]!.high };
  }
  return null;
}

/**
 * The median over all people: the middle score, or the mean of the two middle ones.
 * `fine` replaces the bins around it by single scores; `null` where the bins are too coarse to tell.
 */
export function exactMedian(table: ScoreTable, fine: ScoreTable | null): number | null {
  const around = medianBin(table);
  if (around === null) return null;
  if (around.low === around.high) return around.low;
  const single = fine ?? table;
  if (single.bins.some(({ low, high }) => low !== high && high >= around.low && low <= around.high))
    return null;
  let below = table.bins.filter(({ high }) => high < around.low).reduce((sum, { units }) => sum + units, 0);
  const inside = single.bins.filter(({ low, high }) => low >= around.low && high <= around.high);
  for (const [index, bin] of inside.entries()) {
    below += bin.units;
    if (2 * below > table.units) return bin.low;
    if (2 * below === table.units) {
      const next = inside[index + 1];
      return next === undefined ? null : (bin.low + next.low) / 2;
    }
  }
  return null;
}

/**
 * People of each group who score above `median` and all with a score: the scoring rate of New York City's Local Law 144
 * (6 RCNY 5-300). Scores equal to the median are not above it. `null` where coarse bins straddle the median.
 */
export function scoringTallies(table: ScoreTable, fine: ScoreTable | null, median: number): Tally[] | null {
  const tallies = Array.from({ length: table.groups }, () => ({ hits: 0, total: 0, squares: 0 }));
  for (const bin of table.bins) {
    const straddles = bin.low <= median && bin.high > median;
    if (straddles && fine === null) return null;
    for (const [group, { units }] of bin.byGroup.entries()) {
      tallies[group]!.total += units;
      tallies[group]!.squares += units;
      if (bin.low > median) tallies[group]!.hits += units;
      else if (straddles) tallies[group]!.hits += above(fine!, bin, median, group);
    }
  }
  return tallies;
}

const above = (
  fine: ScoreTable,
  within: { low: number; high: number },
  median: number,
  group: number,
): number =>
  fine.bins
    .filter(({ low, high }) => low > median && low >= within.low && high <= within.high)
    .reduce((sum, bin) => sum + bin.byGroup[group]!.units, 0);

export interface GroupAuc {
  readonly auc: number | null;
  /** What ties inside coarse bins leave open; both ends equal `auc` where bins are single scores. */
  readonly bounds: Interval | null;
  /** 95 % interval by Hanley & McNeil's variance. */
  readonly interval: Interval | null;
  readonly positives: number;
  readonly negatives: number;
}

/**
 * Area under the ROC curve per group: the chance that a person with a favourable label scores above one without, ties
 * half. 0.5 means that the score tells nothing. `null` without both labels. Source: Hanley & McNeil (1982).
 */
export function aucByGroup(table: ScoreTable): GroupAuc[] {
  return Array.from({ length: table.groups }, (_, group) => {
    let [positives, negatives, won, tied, open] = [0, 0, 0, 0, 0];
    for (const { byGroup, low, high } of table.bins) {
      const own = byGroup[group]!;
      won += own.positives * negatives;
      tied += own.positives * own.negatives;
      if (low !== high) open += own.positives * own.negatives;
      positives += own.positives;
      negatives += own.negatives;
    }
    const pairs = positives * negatives;
    if (pairs === 0) return { auc: null, bounds: null, interval: null, positives, negatives };
    const auc = (won + tied / 2) / pairs;
    const half = 1.959963984540054 * hanleyError(auc, positives, negatives);
    return {
      auc,
      bounds: [auc - open / 2 / pairs, auc + open / 2 / pairs],
      interval: [Math.max(0, auc - half), Math.min(1, auc + half)],
      positives,
      negatives,
    };
  });
}

function hanleyError(auc: number, positives: number, negatives: number): number {
  const [first, second] = [auc / (2 - auc), (2 * auc * auc) / (1 + auc)];
  const variance =
    (auc * (1 - auc) + (positives - 1) * (first - auc * auc) + (negatives - 1) * (second - auc * auc)) /
    (positives * negatives);
  return Math.sqrt(Math.max(0, variance));
}

export interface ThresholdPoint {
  readonly threshold: number;
  /** People at or above the threshold. */
  readonly selected: number;
  readonly rates: ReadonlyArray<number | null>;
  /** Lowest over highest rate among the groups that may be compared. */
  readonly worstRatio: number | null;
  /** Of those selected, the share with a favourable label; `null` without labels. */
  readonly precision: number | null;
}

/**
 * What each threshold would do, at about `points` thresholds spread evenly over people. A threshold is a bin's lowest
 * score, so the counts are exact at each of them.
 */
export function thresholdCurve(
  table: ScoreTable,
  comparable: readonly number[],
  points = 40,
): ThresholdPoint[] {
  const totals = Array.from({ length: table.groups }, (_, group) =>
    table.bins.reduce((sum, bin) => sum + bin.byGroup[group]!.units, 0),
  );
  const selected = new Array<number>(table.groups).fill(0);
  let [all, positives, labelled, nextAt] = [0, 0, 0, table.units / points];
  const curve: ThresholdPoint[] = [];
  for (const bin of [...table.bins].reverse()) {
    for (const [group, own] of bin.byGroup.entries()) {
      selected[group]! += own.units;
      positives += own.positives;
      labelled += own.positives + own.negatives;
    }
    all += bin.units;
    if (all < nextAt && all !== table.units) continue;
    nextAt = (Math.floor((all * points) / table.units) + 1) * (table.units / points);
    const rates = selected.map((hits, group) => (totals[group]! > 0 ? hits / totals[group]! : null));
    const compared = comparable.map((group) => rates[group] ?? null).filter((rate) => rate !== null);
    const highest = Math.max(...compared);
    curve.push({
      threshold: bin.low,
      selected: all,
      rates,
      worstRatio: compared.length > 1 && highest > 0 ? Math.min(...compared) / highest : null,
      precision: labelled > 0 ? positives / labelled : null,
    });
  }
  return curve;
}

/**
 * The thresholds worth weighing: no other of the curve selects at least as well and leaves a better worst ratio.
 * Judged by precision where labels are known (value against disparity), else by people selected (reach against disparity).
 */
export function thresholdAlternatives(curve: readonly ThresholdPoint[]): ThresholdPoint[] {
  const worth = (point: ThresholdPoint): number => point.precision ?? point.selected;
  const usable = curve.filter(({ worstRatio }) => worstRatio !== null);
  return usable.filter(
    (point) =>
      !usable.some(
        (other) =>
          worth(other) >= worth(point) &&
          other.worstRatio! >= point.worstRatio! &&
          (worth(other) > worth(point) || other.worstRatio! > point.worstRatio!),
      ),
  );
}

export interface CalibrationBin {
  readonly group: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly positives: number;
  readonly rate: number;
  readonly interval: Interval;
}

/**
 * Share of favourable labels by group in about `parts` score ranges of equal size over all people: equal scores should
 * mean equal shares whatever the group. Ranges without labelled people of a group are left out.
 */
export function calibration(table: ScoreTable, parts = 10): CalibrationBin[] {
  const ranges: ScoreBin[][] = [];
  let below = 0;
  for (const bin of table.bins) {
    const range = Math.min(parts - 1, Math.floor((below * parts) / Math.max(1, table.units)));
    const members = ranges[range];
    if (members === undefined) ranges[range] = [bin];
    else members.push(bin);
    below += bin.units;
  }
  return ranges
    .flat(0)
    .filter(Boolean)
    .flatMap((bins) =>
      Array.from({ length: table.groups }, (_, group) => {
        const positives = bins.reduce((sum, bin) => sum + bin.byGroup[group]!.positives, 0);
        const n = positives + bins.reduce((sum, bin) => sum + bin.byGroup[group]!.negatives, 0);
        return { group, low: bins[0]!.low, high: bins.at(-1)!.high, n, positives };
      })
        .filter(({ n }) => n > 0)
        .map((row) => ({
          ...row,
          rate: row.positives / row.n,
          interval: wilsonInterval(row.positives, row.n),
        })),
    );
}
