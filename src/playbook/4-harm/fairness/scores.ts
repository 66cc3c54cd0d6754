import { Z95 } from '../../../kernel/statistics/normal.ts';
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

/** People of one group in one bin. */
interface BinPart {
  readonly group: number;
  units: number;
  positives: number;
  negatives: number;
}

/** A range of scores and who lies in it, group by group; groups without people in it are left out. */
export interface ScoreBin {
  readonly low: number;
  readonly high: number;
  readonly parts: readonly BinPart[];
  readonly units: number;
}

/** Bins in rising order; no two overlap. */
export interface ScoreTable {
  readonly groups: number;
  readonly bins: readonly ScoreBin[];
  readonly units: number;
  /** Every bin holds a single score, so nothing below is an approximation. */
  readonly exact: boolean;
}

export function scoreTable(cells: readonly GroupScore[], groups: number): ScoreTable {
  const sorted = [...cells].sort((a, b) => a.low - b.low || a.high - b.high);
  const bins: Array<{ low: number; high: number; units: number; parts: BinPart[] }> = [];
  let places = new Map<number, BinPart>();
  for (const cell of sorted) {
    let bin = bins.at(-1);
    if (bin === undefined || cell.low > bin.high) {
      bin = { low: cell.low, high: cell.high, units: 0, parts: [] };
      bins.push(bin);
      places = new Map();
    }
    bin.high = Math.max(bin.high, cell.high);
    bin.units += cell.units;
    let part = places.get(cell.group);
    if (part === undefined) {
      part = { group: cell.group, units: 0, positives: 0, negatives: 0 };
      places.set(cell.group, part);
      bin.parts.push(part);
    }
    part.units += cell.units;
    if (cell.label === true) part.positives += cell.units;
    if (cell.label === false) part.negatives += cell.units;
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
    for (const { group, units } of bin.parts) {
      tallies[group]!.total += units;
      tallies[group]!.squares += units;
      if (bin.low > median) tallies[group]!.hits += units;
    }
    if (bin.low > median || bin.high <= median) continue;
    if (fine === null) return null;
    for (const single of fine.bins)
      if (single.low > median && single.low >= bin.low && single.high <= bin.high)
        for (const { group, units } of single.parts) tallies[group]!.hits += units;
  }
  return tallies;
}

export interface GroupAuc {
  readonly auc: number | null;
  /** What ties inside coarse bins leave open; both ends equal `auc` where bins are single scores. */
  readonly bounds: Interval | null;
  /** 95 % interval by Hanley & McNeil's variance. */
  readonly interval: Interval | null;
  readonly positives: number;
  readonly negatives: number;
  /** The same as people with equal weights; the interval is theirs. */
  readonly effective: { readonly positives: number; readonly negatives: number };
}

/**
 * Area under the ROC curve per group: the chance that a person with a favourable label scores above one without, ties
 * half. 0.5 means that the score tells nothing. `null` without both labels. `worth` is how many people with equal weights
 * one unit of a group carries as much as: 1 without sampling weights. Source: Hanley & McNeil (1982).
 */
export function aucByGroup(table: ScoreTable, worth: readonly number[] = []): GroupAuc[] {
  const sums = Array.from({ length: table.groups }, () => ({
    positives: 0,
    negatives: 0,
    won: 0,
    tied: 0,
    open: 0,
  }));
  for (const { parts, low, high } of table.bins)
    for (const { group, positives, negatives } of parts) {
      const own = sums[group]!;
      own.won += positives * own.negatives;
      own.tied += positives * negatives;
      if (low !== high) own.open += positives * negatives;
      own.positives += positives;
      own.negatives += negatives;
    }
  return sums.map(({ positives, negatives, won, tied, open }, group) => {
    const pairs = positives * negatives;
    const part = worth[group] ?? 1;
    const effective = { positives: positives * part, negatives: negatives * part };
    if (pairs === 0) return { auc: null, bounds: null, interval: null, positives, negatives, effective };
    const auc = (won + tied / 2) / pairs;
    const half = Z95 * hanleyError(auc, effective.positives, effective.negatives);
    return {
      auc,
      bounds: [auc - open / 2 / pairs, auc + open / 2 / pairs],
      interval: [Math.max(0, auc - half), Math.min(1, auc + half)],
      positives,
      negatives,
      effective,
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
  const totals = new Array<number>(table.groups).fill(0);
  for (const { parts } of table.bins) for (const { group, units } of parts) totals[group]! += units;
  const selected = new Array<number>(table.groups).fill(0);
  let [all, positives, labelled, nextAt] = [0, 0, 0, table.units / points];
  const curve: ThresholdPoint[] = [];
  for (const bin of [...table.bins].reverse()) {
    for (const part of bin.parts) {
      selected[part.group]! += part.units;
      positives += part.positives;
      labelled += part.positives + part.negatives;
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
  /** `n` as people with equal weights; the interval is theirs. */
  readonly effectiveSize: number;
}

/**
 * Share of favourable labels by group in about `parts` score ranges of equal size over all people: equal scores should
 * mean equal shares whatever the group. Ranges without labelled people of a group are left out. `worth` as for `aucByGroup`.
 */
export function calibration(table: ScoreTable, worth: readonly number[] = [], parts = 10): CalibrationBin[] {
  const ranges: Array<{ low: number; high: number; byGroup: Map<number, { n: number; positives: number }> }> =
    [];
  let [below, place] = [0, -1];
  for (const bin of table.bins) {
    const range = Math.min(parts - 1, Math.floor((below * parts) / Math.max(1e-300, table.units)));
    if (range !== place) {
      place = range;
      ranges.push({ low: bin.low, high: bin.high, byGroup: new Map() });
    }
    const own = ranges.at(-1)!;
    own.high = bin.high;
    below += bin.units;
    for (const { group, positives, negatives } of bin.parts) {
      const sums = own.byGroup.get(group) ?? { n: 0, positives: 0 };
      sums.n += positives + negatives;
      sums.positives += positives;
      own.byGroup.set(group, sums);
    }
  }
  return ranges.flatMap(({ low, high, byGroup }) =>
    [...byGroup]
      .filter(([, { n }]) => n > 0)
      .sort(([a], [b]) => a - b)
      .map(([group, { n, positives }]) => {
        const part = worth[group] ?? 1;
        return {
          group,
          low,
          high,
          n,
          positives,
          rate: positives / n,
          interval: wilsonInterval(positives * part, n * part),
          effectiveSize: n * part,
        };
      }),
  );
}
