import type { QueryOptions, Rows, Warehouse } from '../../../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { areaSpec } from './areas-report.ts';
import { audit } from './audit.ts';
import {
  type AuditCells,
  type DecisionCell,
  readDecisionCells,
  readProxyCells,
  readScoreCells,
  type ScoreCell,
} from './cells.ts';
import { cellsQuery, proxyCellsQuery, scoreCellsQuery, scoresBetweenQuery } from './cells-query.ts';
import { checkColumns, type Run } from './check-columns.ts';
import { guardOf } from './guard.ts';
import { populationOf } from './population.ts';
import { identityQuery } from './relation.ts';
import type { AuditReport } from './report.ts';
import { gridFor } from './score-grid.ts';
import { medianBin, scoreTable } from './scores.ts';
import type { AuditSpec } from './spec.ts';

/** The most cells that are held: enough for exact score curves, little enough for memory. */
const MOST_CELLS = 200_000;
const MOST_SCORE_CELLS = 1_000_000;
const MOST_PROXY_CELLS = 200_000;

export interface RunOptions extends Pick<QueryOptions, 'signal' | 'timeoutMs'> {
  /** Told before each query, for people who wait. */
  readonly onStep?: (step: 'columns' | 'identities' | 'decisions' | 'areas' | 'scores' | 'proxies') => void;
}

/**
 * Reads the counts of an audit through a warehouse and judges them: one scan for decisions, one more where scores or
 * proxies are asked for. Only counts leave the engine.
 * Problems: `usage.invalid`, the `audit.*` codes, and those of the warehouse.
 */
export async function runAudit(
  warehouse: Warehouse,
  asked: AuditSpec,
  options: RunOptions = {},
): Promise<Result<AuditReport, Problem>> {
  const run = runner(warehouse, options);
  options.onStep?.('columns');
  const checked = await checkColumns(run, asked);
  if (!checked.ok) return checked;
  const spec = checked.value;
  const identities = await checkIdentities(run, spec, options);
  if (!identities.ok) return identities;

  options.onStep?.('decisions');
  const decisions = await readDecisions(run, spec);
  if (!decisions.ok) return decisions;
  const understood = populationOf(decisions.value, spec);
  if (!understood.ok) return understood;

  const areas = await readAreas(run, spec, options);
  if (!areas.ok) return areas;
  const scores = await readAllScores(run, spec, decisions.value, options);
  if (!scores.ok) return scores;
  const found = [...identities.value];
  const cells: AuditCells = { decisions: decisions.value, ...areas.value, ...scores.value };
  if (!asksProxies(spec)) return audit(cells, spec, found);

  options.onStep?.('proxies');
  const proxies = await run(proxyCellsQuery(spec), MOST_PROXY_CELLS);
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
  const checked = await checkColumns(run, spec);
  return checked.ok ? readDecisions(run, checked.value) : checked;
}

/** Asks the warehouse, and puts its problems in the words of an audit. */
export const runner =
  (warehouse: Warehouse, { signal, timeoutMs }: RunOptions = {}): Run =>
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
  if (TOO_LARGE.test(own.message))
    return problem(
      'audit.too-large',
      'a weight, an amount or a score, or the square of one, is too large to be summed exactly',
      'give amounts in a larger unit, as thousands, and divide all weights by the same number',
    );
  return problem(
    'audit.unreadable',
    own.message.replace(/^the query cannot (?:run|be parsed): /, 'the decisions cannot be read: '),
    'check that the file is whole and in UTF-8, and that scores, weights and outcomes are numbers',
  );
}

/** As DuckDB and PostgreSQL say that a number, a product or a sum has more digits than the widest decimal. */
const TOO_LARGE =
  /\boverflow\b|\bvalue is out of range\b|could not (?:convert string "-?\d+(?:\.\d+)?"|cast value -?\d+(?:\.\d+)?) to DECIMAL/i;

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
  const read = answerable(spec);
  const answer = await run(cellsQuery(read), MOST_CELLS);
  return answer.ok ? ok(readDecisionCells(answer.value, read)) : answer;
}

/** What is not answered of an upload over a vault is not counted either: whether its sum overflows would tell who is in it. */
function answerable(spec: AuditSpec): AuditSpec {
  if (!guardOf(spec).isUploadOverVault) return spec;
  const { score: _score, outcomes: _outcomes, ...answered } = spec;
  return answered;
}

const asksProxies = (spec: AuditSpec): spec is AuditSpec & { readonly proxies: readonly string[] } =>
  (spec.proxies ?? []).length > 0 && !guardOf(spec).isUploadOverVault;

async function readAreas(
  run: Run,
  spec: AuditSpec,
  { onStep }: RunOptions,
): Promise<Result<Pick<AuditCells, 'areas'>, Problem>> {
  const { areas } = spec;
  if (areas === undefined) return ok({});
  onStep?.('areas');
  const counted = await readDecisions(run, areaSpec({ ...spec, areas }));
  return counted.ok ? ok({ areas: counted.value }) : counted;
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
