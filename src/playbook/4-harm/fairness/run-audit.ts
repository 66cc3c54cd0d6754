import type { QueryOptions, Rows, Warehouse } from '../../../kernel/ports/warehouse.ts';
import { nearest, type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { audit } from './audit.ts';
import {
  type AuditCells,
  type DecisionCell,
  readDecisionCells,
  readProxyCells,
  readScoreCells,
  type ScoreCell,
} from './cells.ts';
import {
  cellsQuery,
  proxyCellsQuery,
  type Query,
  scoreCellsQuery,
  scoresBetweenQuery,
} from './cells-query.ts';
import { listed } from './favourable.ts';
import { populationOf } from './population.ts';
import { columnsQuery, identityQuery } from './relation.ts';
import type { AuditReport } from './report.ts';
import { gridFor } from './score-grid.ts';
import { medianBin, scoreTable } from './scores.ts';
import type { AuditSource, AuditSpec } from './spec.ts';

/** The most cells that are held: enough for exact score curves, little enough for memory. */
const MOST_CELLS = 200_000;
const MOST_SCORE_CELLS = 1_000_000;
const MOST_PROXY_CELLS = 200_000;

export interface RunOptions extends Pick<QueryOptions, 'signal' | 'timeoutMs'> {
  /** Told before each query, for people who wait. */
  readonly onStep?: (step: 'columns' | 'identities' | 'decisions' | 'scores' | 'proxies') => void;
}

/**
 * Reads the counts of an audit through a warehouse and judges them: one scan for decisions, one more where scores or
 * proxies are asked for. Only counts leave the engine.
 * Problems: `usage.invalid`, the `audit.*` codes, and those of the warehouse.
 */
export async function runAudit(
  warehouse: Warehouse,
  spec: AuditSpec,
  options: RunOptions = {},
): Promise<Result<AuditReport, Problem>> {
  const run = runner(warehouse, options);
  options.onStep?.('columns');
  const columns = await checkColumns(run, spec);
  if (columns !== null) return fail(columns);
  const identities = await checkIdentities(run, spec, options);
  if (!identities.ok) return identities;

  options.onStep?.('decisions');
  const decisions = await readDecisions(run, spec);
  if (!decisions.ok) return decisions;
  const understood = populationOf(decisions.value, spec);
  if (!understood.ok) return understood;

  const scores = await readAllScores(run, spec, decisions.value, options);
  if (!scores.ok) return scores;
  const found = [...identities.value];
  const cells: AuditCells = { decisions: decisions.value, ...scores.value };
  if (spec.proxies === undefined || spec.proxies.length === 0) return audit(cells, spec, found);

  options.onStep?.('proxies');
  const proxies = await run(proxyCellsQuery({ ...spec, proxies: spec.proxies }), MOST_PROXY_CELLS);
  if (!proxies.ok) return audit(cells, spec, [...found, proxies.problem]);
  return audit({ ...cells, proxies: readProxyCells(proxies.value, spec) }, spec, found);
}

/** Counts decisions alone, for callers that judge elsewhere. Problems as for `runAudit`. */
export async function readDecisionsOf(
  warehouse: Warehouse,
  spec: AuditSpec,
  options: RunOptions = {},
): Promise<Result<readonly DecisionCell[], Problem>> {
  const run = runner(warehouse, options);
  const columns = await checkColumns(run, spec);
  return columns === null ? readDecisions(run, spec) : fail(columns);
}

type Run = (query: Query, maximumRows: number) => Promise<Result<Rows, Problem>>;

const runner =
  (warehouse: Warehouse, { signal, timeoutMs }: RunOptions): Run =>
  async ({ sql, parameters }, maximumRows) => {
    const answer = await warehouse.query(sql, {
      parameters,
      maximumRows,
      ...(signal === undefined ? {} : { signal }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    return answer.ok ? answer : fail(auditProblem(answer.problem));
  };

/** A query of ours that cannot run says something about the file, not about the query. */
function auditProblem(own: Problem): Problem {
  if (own.code !== 'fact.invalid') return own;
  if (/gives more than \d+ rows/.test(own.message))
    return problem(
      'audit.too-many-groups',
      'the columns have too many different values to be counted into cells',
      'name attributes, decisions and strata with few values, not identifiers',
    );
  return problem(
    'audit.unreadable',
    own.message.replace(/^the query cannot (?:run|be parsed): /, 'the decisions cannot be read: '),
    'check that the file is whole, and that scores, weights and outcomes are numbers',
  );
}

async function checkColumns(run: Run, spec: AuditSpec): Promise<Problem | null> {
  const { vault } = spec;
  if (spec.groups.length === 0)
    return problem(
      'usage.invalid',
      'no attribute is named by which people are compared',
      'name columns with --group',
    );
  const fromVault = Object.keys(vault?.records ?? {});
  const inVault = new Set(fromVault);
  const wanted = [
    ...spec.groups,
    spec.decision,
    ...[spec.label, spec.score, spec.weight, spec.id].filter((name) => name !== undefined),
    ...[spec.control, spec.rules, spec.proxies, spec.outcomes].flatMap((names) => names ?? []),
  ].filter((name) => !inVault.has(name));
  const missing = await lackingColumn(run, spec.source, [
    ...wanted,
    ...(vault === undefined ? [] : [vault.decisionsKey ?? vault.key]),
  ]);
  if (missing !== null || vault === undefined) return missing;
  for (const [name, record] of Object.entries(vault.records))
    for (const key of ['ground', 'source', 'collectedOn', 'retention'] as const)
      if (record[key] === undefined || record[key].trim() === '')
        return problem(
          'audit.ground-missing',
          `the vault records no ${key === 'collectedOn' ? 'date' : key} for \`${name}\``,
          'record why the attribute is held, where it is from, since when and for how long',
        );
  return lackingColumn(run, vault.source, [...spec.groups.filter((name) => inVault.has(name)), vault.key]);
}

async function lackingColumn(
  run: Run,
  source: AuditSource,
  wanted: readonly string[],
): Promise<Problem | null> {
  const answer = await run({ sql: columnsQuery(source), parameters: {} }, 1);
  if (!answer.ok) return answer.problem;
  const { columns } = answer.value;
  const missing = wanted.find((name) => !columns.includes(name));
  if (missing === undefined) return null;
  if (
    source.kind === 'file' &&
    source.format === 'csv' &&
    source.delimiter === undefined &&
    columns.length === 1
  ) {
    // The engine found no way to split the lines; asked to split at commas it says which line is wrong.
    const split = await run({ sql: columnsQuery({ ...source, delimiter: ',' }), parameters: {} }, 1);
    if (!split.ok) return split.problem;
  }
  const near = nearest(missing, columns);
  return problem(
    'audit.unknown-column',
    `there is no column \`${missing}\`; there are ${listed(columns)}`,
    near === undefined ? 'name a column of the file' : `write \`${near}\`, if that is what is meant`,
  );
}

async function checkIdentities(
  run: Run,
  spec: AuditSpec,
  { onStep }: RunOptions,
): Promise<Result<readonly Problem[], Problem>> {
  const found: Problem[] = [];
  const { vault, id, source } = spec;
  if (vault === undefined && id === undefined) return ok(found);
  onStep?.('identities');
  if (vault !== undefined) {
    const answer = await run({ sql: identityQuery(vault.source, vault.key), parameters: {} }, 1);
    if (!answer.ok) return answer;
    const twice = duplicates(answer.value);
    if (twice > 0)
      return fail(
        problem(
          'audit.duplicate-id',
          `the vault holds ${twice} rows more than pseudonyms`,
          'keep one row a person in the vault',
        ),
      );
  }
  if (id !== undefined) {
    const answer = await run({ sql: identityQuery(source, id), parameters: {} }, 1);
    if (!answer.ok) return answer;
    const twice = duplicates(answer.value);
    if (twice > 0)
      found.push(
        problem(
          'audit.duplicate-id',
          `${twice} rows repeat an \`${id}\`, so people count more than once`,
          'keep one decision a person',
        ),
      );
  }
  return ok(found);
}

const duplicates = ({ rows }: Rows): number => Number(rows[0]![1]) - Number(rows[0]![2]);

async function readDecisions(run: Run, spec: AuditSpec): Promise<Result<readonly DecisionCell[], Problem>> {
  const answer = await run(cellsQuery(spec), MOST_CELLS);
  return answer.ok ? ok(readDecisionCells(answer.value, spec)) : answer;
}

async function readAllScores(
  run: Run,
  spec: AuditSpec,
  decisions: readonly DecisionCell[],
  { onStep }: RunOptions,
): Promise<Result<Pick<AuditCells, 'scores' | 'medianScores'>, Problem>> {
  if (spec.score === undefined) return ok({});
  const grid = gridFor(decisions);
  if (grid === null) return ok({});
  onStep?.('scores');
  const scored = { ...spec, score: spec.score };
  const answer = await run(scoreCellsQuery(scored, grid), MOST_SCORE_CELLS);
  if (!answer.ok) return answer;
  const scores = readScoreCells(answer.value, spec);
  const around = medianBin(scoreTable(scores.map(toUnits), 1));
  if (around === null || around.low === around.high) return ok({ scores });
  const fine = await run(scoresBetweenQuery(scored, around.low, around.high), MOST_SCORE_CELLS);
  // Without the single scores the median stays unknown; all else stands.
  return ok(fine.ok ? { scores, medianScores: readScoreCells(fine.value, spec) } : { scores });
}

const toUnits = ({ weight, low, high }: ScoreCell) => ({
  group: 0,
  label: null,
  units: Number(weight),
  low,
  high,
});
