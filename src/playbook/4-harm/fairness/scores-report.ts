import type { AuditCells, ScoreCell } from './cells.ts';
import { type ReadsFavourable, readFavourable } from './favourable.ts';
import type { GroupTable } from './group-table.ts';
import type { Population } from './population.ts';
import type { ScoresReport } from './report.ts';
import {
  aucByGroup,
  calibration,
  exactMedian,
  type GroupScore,
  type ScoreTable,
  scoreTable,
  scoringTallies,
  thresholdAlternatives,
  thresholdCurve,
} from './scores.ts';
import type { AuditSpec } from './spec.ts';
import { effectiveSize, type Tally } from './tally.ts';

/** The scores of an audit, put in order once. */
export interface ReadScores {
  readonly table: ScoreTable;
  readonly median: number | null;
  /** Above the median, by group; `null` where the median is not known exactly. */
  readonly tallies: readonly Tally[] | null;
}

/** Puts counted scores in order and finds the median; `null` where there are none. */
export function readScores(cells: AuditCells, population: Population, spec: AuditSpec): ReadScores | null {
  if (cells.scores === undefined || cells.scores.length === 0) return null;
  const label = labelReader(cells, spec);
  const place = new Map(population.groups.map((values, index) => [JSON.stringify(values), index]));
  const toScores = (rows: readonly ScoreCell[]): GroupScore[] =>
    rows.flatMap((cell): GroupScore[] => {
      const group = place.get(JSON.stringify(cell.by));
      const units = unitsOf(cell, population);
      return group === undefined || units === 0
        ? []
        : [{ group, label: label?.(cell.label) ?? null, units, low: cell.low, high: cell.high }];
    });
  const table = scoreTable(toScores(cells.scores), population.groups.length);
  const fine =
    cells.medianScores === undefined
      ? null
      : scoreTable(toScores(cells.medianScores), population.groups.length);
  const median = exactMedian(table, fine);
  const tallies = median === null ? null : scoringTallies(table, fine, median);
  return { table, median, tallies: tallies === null ? null : withWeights(tallies, population) };
}

function unitsOf(cell: ScoreCell, { weightKind }: Population): number {
  if (weightKind === 'none') return cell.rows;
  return weightKind === 'sampling' ? Number(cell.weight) : Number(cell.weight / 1_000_000n);
}

function labelReader(cells: AuditCells, spec: AuditSpec): ReadsFavourable | null {
  if (spec.label === undefined) return null;
  const seen = new Set(cells.decisions.map(({ label }) => label));
  const read = readFavourable(spec.label, seen, spec.labelFavourable, '--label-favourable');
  return read.ok ? read.value : null;
}

/** Score cells carry no squared weights; a group's own ratio of squares to sum stands in for them. */
function withWeights(tallies: readonly Tally[], { cells, weightKind }: Population): Tally[] {
  if (weightKind !== 'sampling') return [...tallies];
  return tallies.map((tally, group) => {
    const own = cells.filter((cell) => cell.group === group);
    const units = own.reduce((sum, cell) => sum + cell.units, 0);
    const squares = own.reduce((sum, cell) => sum + cell.squares, 0);
    return { ...tally, squares: units > 0 ? (tally.total * squares) / units : 0 };
  });
}

/** Median, AUC, calibration and thresholds; groups that must not be shown are left out. */
export function scoresReport(
  { table, median }: ReadScores,
  groups: GroupTable,
  comparable: readonly number[],
  minimumCell: number,
): ScoresReport {
  const people = groups.unit === 1 ? table : scaled(table, groups.unit);
  // Scores are counted without squares of weights; each group's own ratio of worth to weight stands in for them.
  const worth = groups.tallies.selectionRate.map((tally) =>
    tally.total > 0 ? effectiveSize(tally) / (tally.total * groups.unit) : 1,
  );
  const isShown = (group: number): boolean => !groups.hidden.has(group);
  const curve = thresholdCurve(people, comparable.filter(isShown));
  const pareto = new Set(thresholdAlternatives(curve));
  return {
    median,
    exact: table.exact,
    auc: aucByGroup(people, worth).flatMap((row, group) =>
      isShown(group) ? [{ by: groups.by[group]!, ...row }] : [],
    ),
    thresholds: curve.map((point) => ({
      threshold: point.threshold,
      selected: point.selected,
      worstRatio: point.worstRatio,
      precision: point.precision,
      rates: point.rates.flatMap((rate, group) => (isShown(group) ? [{ by: groups.by[group]!, rate }] : [])),
      pareto: pareto.has(point),
    })),
    calibration: calibration(people, worth)
      .filter(({ group, n }) => isShown(group) && n >= minimumCell)
      .map(({ group, ...row }) => ({ by: groups.by[group]!, ...row })),
  };
}

const scaled = (table: ScoreTable, unit: number): ScoreTable => ({
  ...table,
  units: table.units * unit,
  bins: table.bins.map((bin) => ({
    ...bin,
    units: bin.units * unit,
    parts: bin.parts.map(({ group, units, positives, negatives }) => ({
      group,
      units: units * unit,
      positives: positives * unit,
      negatives: negatives * unit,
    })),
  })),
});
