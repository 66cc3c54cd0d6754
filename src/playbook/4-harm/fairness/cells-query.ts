import type { Cell } from '../../../kernel/ports/warehouse.ts';
import { columnOf, fromClause } from './relation.ts';
import type { AuditSpec } from './spec.ts';

/** A query and the values of its `$name` placeholders. */
export interface Query {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, Cell>>;
}

/** One selected column of the cells, and what it holds. */
interface Part {
  readonly name: string;
  readonly expression: string;
}

/**
 * The one scan of an audit: every row counted into integer cells by group, decision, label, stratum and rules.
 * Grouping is by the columns as they are stored; they become text only once counted. Sums are exact decimals, given back
 * as text, so that no engine and no number of threads changes a digit.
 */
export function cellsQuery(spec: AuditSpec): Query {
  const keys = keyParts(spec);
  const sums = sumParts(spec);
  const inner = [...keys, { name: 'n', expression: 'count(*)' }, ...sums];
  const outer = [
    ...keys.map(({ name }) => `CAST(${name} AS VARCHAR) AS ${name}`),
    'n',
    ...sums.map(({ name }) => `CAST(${name} AS VARCHAR) AS ${name}`),
  ];
  const sql = `SELECT ${outer.join(', ')} FROM (
  SELECT ${inner.map(({ name, expression }) => `${expression} AS ${name}`).join(', ')}
  FROM ${fromClause(spec)}
  GROUP BY ${keys.map((_, index) => index + 1).join(', ')}
) AS cells`;
  return { sql, parameters: {} };
}

function keyParts(spec: AuditSpec): Part[] {
  const column = (name: string): string => columnOf(name, spec.vault);
  const numbered = (letter: string, names: readonly string[] | undefined): Part[] =>
    (names ?? []).map((name, index) => ({ name: `${letter}${index}`, expression: column(name) }));
  return [
    ...numbered('g', spec.groups),
    { name: 'd', expression: column(spec.decision) },
    ...(spec.label === undefined ? [] : [{ name: 'y', expression: column(spec.label) }]),
    ...numbered('s', spec.control),
    ...numbered('r', spec.rules),
  ];
}

function sumParts(spec: AuditSpec): Part[] {
  const parts: Part[] = [];
  const weight =
    spec.weight === undefined ? null : `CAST(${columnOf(spec.weight, spec.vault)} AS DECIMAL(18,6))`;
  if (weight !== null)
    parts.push(
      { name: 'w', expression: `sum(${weight})` },
      { name: 'w_squares', expression: `sum(${squared(weight, 6)})` },
      { name: 'w_count', expression: `count(${weight})` },
      { name: 'w_zeros', expression: `count(CASE WHEN ${weight} = 0 THEN 1 END)` },
      { name: 'w_least', expression: `min(${weight})` },
      { name: 'w_parts', expression: `count(CASE WHEN ${weight} <> floor(${weight}) THEN 1 END)` },
    );
  if (spec.score !== undefined) {
    const score = columnOf(spec.score, spec.vault);
    parts.push(
      { name: 'x_count', expression: `count(${score})` },
      { name: 'x_sum', expression: `sum(CAST(${score} AS DECIMAL(38,12)))` },
      ...(weight === null
        ? []
        : [
            { name: 'x_weight', expression: `sum(CASE WHEN ${score} IS NOT NULL THEN ${weight} END)` },
            {
              name: 'x_weighted',
              expression: `sum(CAST(${score} AS DECIMAL(38,12)) * CAST(${weight} AS DECIMAL(38,6)))`,
            },
          ]),
      { name: 'x_low', expression: `min(CAST(${score} AS DOUBLE PRECISION))` },
      { name: 'x_high', expression: `max(CAST(${score} AS DOUBLE PRECISION))` },
    );
  }
  (spec.outcomes ?? []).forEach((name, index) => {
    const outcome = `CAST(${columnOf(name, spec.vault)} AS DECIMAL(18,4))`;
    parts.push(
      { name: `o${index}_count`, expression: `count(${outcome})` },
      { name: `o${index}_sum`, expression: `sum(${outcome})` },
      { name: `o${index}_squares`, expression: `sum(${squared(outcome, 4)})` },
      ...(weight === null ? [] : weightedParts(`o${index}_w`, outcome, weight)),
    );
  });
  return parts;
}

/**
 * Sums of an amount y and its weight w over rows that have both: those of w, wy and wy² for counts of people, and of w²,
 * w²y and (wy)² for the linearised variance. There wy is read to six decimals, so that its square still fits.
 */
function weightedParts(name: string, amount: string, weight: string): Part[] {
  const [y, w] = [`CAST(${amount} AS DECIMAL(38,4))`, `CAST(${weight} AS DECIMAL(38,6))`];
  const product = `CAST(${w} * ${y} AS DECIMAL(38,6))`;
  return [
    { name: `${name}_count`, expression: `count(CASE WHEN ${weight} > 0 THEN ${amount} END)` },
    { name: `${name}_weight`, expression: `sum(CASE WHEN ${amount} IS NOT NULL THEN ${weight} END)` },
    { name: `${name}_sum`, expression: `sum(${w} * ${y})` },
    { name: `${name}_squares`, expression: `sum(${w} * CAST(${y} * ${y} AS DECIMAL(38,8)))` },
    { name: `${name}_ww`, expression: `sum(CASE WHEN ${amount} IS NOT NULL THEN ${squared(weight, 6)} END)` },
    { name: `${name}_wwy`, expression: `sum(${w} * ${product})` },
    { name: `${name}_wwyy`, expression: `sum(${product} * ${product})` },
  ];
}

/** A square in the widest decimals: in those of its factors it would overflow from a weight of 1,000 on. */
const squared = (value: string, places: number): string =>
  `CAST(${value} AS DECIMAL(38,${places})) * CAST(${value} AS DECIMAL(38,${places}))`;

/** How finely scores are cut: `low` is the smallest score, `step` the width of a bin. */
export interface ScoreGrid {
  readonly low: number;
  readonly step: number;
}

/**
 * Counts scores by group, label and bin, with the smallest and largest score of each bin: where the two are equal
 * everywhere, the bins are the scores themselves and nothing was lost.
 */
export function scoreCellsQuery(spec: AuditSpec & { readonly score: string }, grid: ScoreGrid): Query {
  const bin = 'CAST(floor((x - CAST($low AS DOUBLE PRECISION)) / CAST($step AS DOUBLE PRECISION)) AS BIGINT)';
  return scoreQuery(spec, bin, 'x IS NOT NULL', { low: grid.low, step: grid.step });
}

/** Counts the scores between two limits one by one, for the exact median inside a bin. */
export function scoresBetweenQuery(
  spec: AuditSpec & { readonly score: string },
  low: number,
  high: number,
): Query {
  const limits = 'x >= CAST($low AS DOUBLE PRECISION) AND x <= CAST($high AS DOUBLE PRECISION)';
  return scoreQuery(spec, 'x', limits, { low, high });
}

function scoreQuery(
  spec: AuditSpec & { readonly score: string },
  bin: string,
  where: string,
  parameters: Query['parameters'],
): Query {
  const column = (name: string): string => columnOf(name, spec.vault);
  const keys = [
    ...spec.groups.map((name, index) => ({ name: `g${index}`, expression: column(name) })),
    ...(spec.label === undefined ? [] : [{ name: 'y', expression: column(spec.label) }]),
  ];
  const weight = spec.weight === undefined ? '1' : `CAST(${column(spec.weight)} AS DECIMAL(18,6))`;
  const sql = `SELECT ${keys.map(({ name }) => `CAST(${name} AS VARCHAR) AS ${name}`).join(', ')}, n, CAST(w AS VARCHAR) AS w, low, high FROM (
  SELECT ${keys.map(({ name }) => name).join(', ')}, ${bin} AS bin, count(*) AS n, sum(w) AS w, min(x) AS low, max(x) AS high
  FROM (SELECT ${keys.map(({ name, expression }) => `${expression} AS ${name}`).join(', ')}, CAST(${column(spec.score)} AS DOUBLE PRECISION) AS x, ${weight} AS w FROM ${fromClause(spec)}) AS rows_read
  WHERE ${where}
  GROUP BY ${[...keys, null].map((_, index) => index + 1).join(', ')}
) AS cells`;
  return { sql, parameters };
}

/** Counts people by protected attributes and all proxies together, as far as the engine's answer may reach. */
export function proxyCellsQuery(spec: AuditSpec & { readonly proxies: readonly string[] }): Query {
  const names = [
    ...spec.groups.map((name, index) => ({ name: `g${index}`, column: columnOf(name, spec.vault) })),
    ...spec.proxies.map((name, index) => ({ name: `p${index}`, column: columnOf(name, spec.vault) })),
  ];
  const sql = `SELECT ${names.map(({ name }) => `CAST(${name} AS VARCHAR) AS ${name}`).join(', ')}, n FROM (
  SELECT ${names.map(({ name, column }) => `${column} AS ${name}`).join(', ')}, count(*) AS n
  FROM ${fromClause(spec)}
  GROUP BY ${names.map((_, index) => index + 1).join(', ')}
) AS cells`;
  return { sql, parameters: {} };
}
