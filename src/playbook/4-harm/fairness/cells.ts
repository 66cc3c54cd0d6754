import type { Cell, Rows } from '../../../kernel/ports/warehouse.ts';
import { scaledInteger } from './decimal.ts';
import type { AuditSpec } from './spec.ts';

export type Text = string | null;

/** People of one group, decision, label, stratum and set of rules, counted. */
export interface DecisionCell {
  readonly by: readonly Text[];
  readonly decision: Text;
  readonly label: Text;
  readonly stratum: readonly Text[];
  readonly rules: readonly Text[];
  /** Rows of the file. */
  readonly rows: number;
  readonly weight: WeightSums | null;
  readonly score: ScoreSums | null;
  readonly outcomes: readonly OutcomeSums[];
}

/** Sums of weights as whole numbers of 10⁻⁶ (squares: 10⁻¹²). */
export interface WeightSums {
  readonly sum: bigint;
  readonly squares: bigint;
  readonly counted: number;
  readonly least: bigint;
  /** Rows whose weight is 0, who stand for nobody. */
  readonly zeros?: number;
  /** Rows whose weight is no whole number. */
  readonly fractions: number;
}

/** Sum of scores as a whole number of 10⁻¹²; with weights, theirs in 10⁻⁶ and that of the products in 10⁻¹⁸. */
export interface ScoreSums {
  readonly counted: number;
  readonly sum: bigint;
  readonly weighted: { readonly weight: bigint; readonly sum: bigint } | null;
  readonly low: number;
  readonly high: number;
}

/** Sums of a numeric outcome as whole numbers of 10⁻⁴ (squares: 10⁻⁸). */
export interface OutcomeSums {
  readonly counted: number;
  readonly sum: bigint;
  readonly squares: bigint;
  /** The same over rows with a weight, where weights are given. */
  readonly weighted: WeightedOutcomeSums | null;
}

/** Sums over rows that have an amount y and a weight w, as whole numbers of the decimals that are named. */
export interface WeightedOutcomeSums {
  /** Rows with a weight above 0. */
  readonly counted: number;
  /** Σw, 6 decimals. */
  readonly weight: bigint;
  /** Σwy, 10 decimals. */
  readonly sum: bigint;
  /** Σwy², 14 decimals. */
  readonly squares: bigint;
  /** Σw², Σw²y and Σ(wy)², 12 decimals each. */
  readonly ww: bigint;
  readonly wwy: bigint;
  readonly wwyy: bigint;
}

/** People of one group and label with scores in one bin. */
export interface ScoreCell {
  readonly by: readonly Text[];
  readonly label: Text;
  readonly rows: number;
  /** Sum of weights as a whole number of 10⁻⁶; of rows where there are none. */
  readonly weight: bigint;
  readonly low: number;
  readonly high: number;
}

/** People of one combination of protected attributes and proxies. */
export interface ProxyCell {
  readonly by: readonly Text[];
  readonly inputs: readonly Text[];
  readonly rows: number;
}

/** All that an audit reads: counts, never rows. */
export interface AuditCells {
  readonly decisions: readonly DecisionCell[];
  readonly scores?: readonly ScoreCell[];
  /** Scores one by one around the median, where bins hold more than one. */
  readonly medianScores?: readonly ScoreCell[];
  readonly proxies?: readonly ProxyCell[];
  /** Decisions by area alone, where area statistics stand in for attributes. */
  readonly areas?: readonly DecisionCell[];
}

/** An empty cell is `null`, however a format writes it. */
const text = (value: Cell | undefined): Text =>
  value === null || value === undefined || value === '' ? null : String(value);
const decimal = (value: Cell | undefined, places: number): bigint =>
  value === null || value === undefined ? 0n : (scaledInteger(String(value), places) ?? 0n);

/** Reads the answer to `cellsQuery`; cells that differ only in how an empty value is written are left apart. */
export function readDecisionCells({ columns, rows }: Rows, spec: AuditSpec): DecisionCell[] {
  const at = new Map(columns.map((name, index) => [name, index]));
  return rows.map((row) => {
    const cell = (name: string): Cell | undefined => {
      const index = at.get(name);
      return index === undefined ? undefined : row[index];
    };
    const texts = (letter: string, names: readonly string[] | undefined): Text[] =>
      (names ?? []).map((_, index) => text(cell(`${letter}${index}`)));
    return {
      by: texts('g', spec.groups),
      decision: text(cell('d')),
      label: text(cell('y')),
      stratum: texts('s', spec.control),
      rules: texts('r', spec.rules),
      rows: Number(cell('n')),
      weight:
        spec.weight === undefined
          ? null
          : {
              sum: decimal(cell('w'), 6),
              squares: decimal(cell('w_squares'), 12),
              counted: Number(cell('w_count')),
              least: decimal(cell('w_least'), 6),
              zeros: Number(cell('w_zeros')),
              fractions: Number(cell('w_parts')),
            },
      score:
        spec.score === undefined
          ? null
          : {
              counted: Number(cell('x_count')),
              sum: decimal(cell('x_sum'), 12),
              weighted:
                spec.weight === undefined
                  ? null
                  : { weight: decimal(cell('x_weight'), 6), sum: decimal(cell('x_weighted'), 18) },
              low: Number(cell('x_low') ?? Number.NaN),
              high: Number(cell('x_high') ?? Number.NaN),
            },
      outcomes: (spec.outcomes ?? []).map((_, index) => ({
        counted: Number(cell(`o${index}_count`)),
        sum: decimal(cell(`o${index}_sum`), 4),
        squares: decimal(cell(`o${index}_squares`), 8),
        weighted:
          spec.weight === undefined
            ? null
            : {
                counted: Number(cell(`o${index}_w_count`)),
                weight: decimal(cell(`o${index}_w_weight`), 6),
                sum: decimal(cell(`o${index}_w_sum`), 10),
                squares: decimal(cell(`o${index}_w_squares`), 14),
                ww: decimal(cell(`o${index}_w_ww`), 12),
                wwy: decimal(cell(`o${index}_w_wwy`), 12),
                wwyy: decimal(cell(`o${index}_w_wwyy`), 12),
              },
      })),
    };
  });
}

/** Reads the answer to `scoreCellsQuery` and `scoresBetweenQuery`. */
export function readScoreCells({ columns, rows }: Rows, spec: AuditSpec): ScoreCell[] {
  const at = new Map(columns.map((name, index) => [name, index]));
  const value = (row: readonly Cell[], name: string): Cell | undefined => row[at.get(name) ?? -1];
  return rows.map((row) => ({
    by: spec.groups.map((_, index) => text(value(row, `g${index}`))),
    label: text(value(row, 'y')),
    rows: Number(value(row, 'n')),
    weight: decimal(value(row, 'w'), 6),
    low: Number(value(row, 'low')),
    high: Number(value(row, 'high')),
  }));
}

/** Reads the answer to `proxyCellsQuery`. */
export function readProxyCells({ columns, rows }: Rows, spec: AuditSpec): ProxyCell[] {
  const at = new Map(columns.map((name, index) => [name, index]));
  const value = (row: readonly Cell[], name: string): Cell | undefined => row[at.get(name) ?? -1];
  return rows.map((row) => ({
    by: spec.groups.map((_, index) => text(value(row, `g${index}`))),
    inputs: (spec.proxies ?? []).map((_, index) => text(value(row, `p${index}`))),
    rows: Number(value(row, 'n')),
  }));
}
