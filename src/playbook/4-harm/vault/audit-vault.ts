import type { Warehouse } from '../../../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { checkColumns } from '../fairness/check-columns.ts';
import { columnOf, relation } from '../fairness/relation.ts';
import type { AuditReport } from '../fairness/report.ts';
import { type RunOptions, runAudit, runner } from '../fairness/run-audit.ts';
import type { AuditSpec, VaultSource } from '../fairness/spec.ts';
import { nearestDifference, type PopulationSketch, readSketches, sketchQuery } from './population-sketch.ts';
import { refuseOverVault } from './refuse-over-vault.ts';
import { shownReport } from './shown-report.ts';

/** The log of a vault, as far as an audit needs it. */
export interface VaultLog {
  /** Writes the run down, and gives what runs before it left that were answered. */
  begin(
    sketches: readonly PopulationSketch[],
  ): Promise<Result<ReadonlyArray<readonly PopulationSketch[]>, Problem>>;
  /** Writes down how the run ended, before anything is shown; nothing is shown where that fails. */
  end(outcome: 'answered' | 'refused'): Promise<Result<null, Problem>>;
}

type Keyed = AuditSpec & { readonly vault: VaultSource };

/**
 * An audit over attributes that are kept apart. Nobody is counted twice; an audit that differs from an earlier one in
 * fewer people than a cell must hold is refused; and only large counts are shown. This lowers the risk that somebody's attribute is worked out; who may craft many files can still
 * learn, so the log names every run. Problems: those of `runAudit`, `audit.too-near`.
 */
export async function auditVault(
  warehouse: Warehouse,
  asked: Keyed,
  minimum: number,
  log: VaultLog,
  options: RunOptions = {},
): Promise<Result<AuditReport, Problem>> {
  const answer = await answerOver(warehouse, asked, minimum, log, options);
  const ended = await log.end(answer.ok ? 'answered' : 'refused');
  return ended.ok || !answer.ok ? answer : ended;
}

async function answerOver(
  warehouse: Warehouse,
  asked: Keyed,
  minimum: number,
  log: VaultLog,
  options: RunOptions,
): Promise<Result<AuditReport, Problem>> {
  const refused = refuseOverVault(asked);
  if (refused !== null) return fail(refused);
  const run = runner(warehouse, options);
  const checked = await checkColumns(run, asked);
  if (!checked.ok) return quiet(checked);
  const spec = checked.value as Keyed;

  const repeated = await run({ sql: repeatedQuery(spec), parameters: {} }, 1);
  if (!repeated.ok) return quiet(repeated);
  if (Number(repeated.value.rows[0]?.[0]) > 0)
    return fail(
      problem(
        'audit.duplicate-id',
        'the decisions name a pseudonym more than once',
        'keep one decision a person',
      ),
    );

  const kinds = await run({ sql: kindsQuery(spec), parameters: {} }, 1);
  if (!kinds.ok) return quiet(kinds);
  if (Number(kinds.value.rows[0]?.[0]) > MOST_KINDS)
    return fail(
      problem(
        'audit.too-many-groups',
        `the decisions tell more than ${MOST_KINDS} kinds of rows apart by decision, label, strata and rules`,
        'name columns of few values, ages in bands and not in years',
      ),
    );

  const counted = await run(sketchQuery(spec), 2000);
  if (!counted.ok) return quiet(counted);
  const sketches = readSketches(counted.value, spec);
  const earlier = await log.begin(sketches);
  if (!earlier.ok) return earlier;
  for (const one of earlier.value) {
    const differing = nearestDifference(sketches, one);
    if (differing !== null && differing < minimum) return fail(tooNear(minimum));
  }

  const kept = new Map<string, readonly (string | null)[]>();
  for (const name of spec.groups.filter((group) => Object.hasOwn(spec.vault.records, group))) {
    const values = await run({ sql: valuesQuery(spec, name), parameters: {} }, MOST_VALUES);
    if (!values.ok) return quiet(values);
    kept.set(
      name,
      values.value.rows.map(([value]) => (value === null || value === undefined ? null : String(value))),
    );
  }
  const report = await runAudit(warehouse, { ...spec, minimumCell: minimum }, options);
  return report.ok ? ok(shownReport(report.value, kept)) : quiet(report);
}

const tooNear = (minimum: number): Problem =>
  problem(
    'audit.too-near',
    `an earlier audit of this vault differs from this one in fewer than ${minimum} people, whose attributes the difference would show`,
    `audit again when at least ${minimum} decisions differ`,
  );

function repeatedQuery({ source, vault }: Keyed): string {
  const key = `CAST(${columnOf(vault.decisionsKey ?? vault.key, undefined)} AS VARCHAR)`;
  return `SELECT count(${key}) - count(DISTINCT ${key}) AS repeated FROM ${relation(source)} AS a`;
}

/**
 * Kinds of decisions that one audit over a vault may tell apart. Cells beyond a limit end an audit, and how many cells
 * there are depends on who shares a group: far below that limit, the end of an audit tells nothing of the vault.
 */
const MOST_KINDS = 1000;

/** Counts the kinds of decisions by their own columns alone, so that the answer does not depend on the vault. */
function kindsQuery({ source, vault, groups, decision, label, control = [], rules = [] }: Keyed): string {
  const own = [...groups, decision, ...(label === undefined ? [] : [label]), ...control, ...rules]
    .filter((name) => !Object.hasOwn(vault.records, name))
    .map((name, index) => `${columnOf(name, undefined)} AS k${index}`);
  return `SELECT count(*) AS kinds FROM (SELECT DISTINCT ${own.join(', ')} FROM ${relation(source)} AS a) AS kinds`;
}

/** Values of an attribute that are listed; of one with more, an audit ends before it reads who has which. */
const MOST_VALUES = 5000;

const valuesQuery = ({ vault }: Keyed, name: string): string =>
  `SELECT DISTINCT CAST(${columnOf(name, vault)} AS VARCHAR) AS value FROM ${relation(vault.source)} AS v`;

/** An engine may quote a value in its message, and a list of values seen may come from the vault: only our own words leave. */
function quiet(failed: { readonly ok: false; readonly problem: Problem }): Result<never, Problem> {
  const { code, message, hint } = failed.problem;
  switch (code) {
    case 'audit.unreadable':
    case 'fact.invalid':
      return fail(
        problem(
          code,
          'the decisions or the vault cannot be read, or a column holds values of another kind',
          'check the files without the vault first',
        ),
      );
    case 'usage.invalid':
      return message.startsWith('no group is called')
        ? fail(problem(code, 'no group has the name that --reference gives', 'name a group of the report'))
        : fail(problem(code, message, hint));
    default:
      return fail(failed.problem);
  }
}
