import type { ChangeStatement } from '../../../../kernel/ports/warehouse-changes.ts';
import { type Problem, problem } from '../../../../kernel/problem.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { PersonKey } from '../../../../playbook/6-control/access/person-keys.ts';
import { changeStatement } from '../../../../playbook/6-control/access/source-change.ts';
import type { Identifier } from '../../../../playbook/6-control/ledger/subject-key.ts';
import { isClosed } from '../../../../playbook/6-control/requests/asked-request.ts';
import type { Acknowledgement, TableChange } from '../../../../playbook/6-control/requests/request-event.ts';
import { Refusal } from '../../../../stores/sql/refusal.ts';
import { changeCustomerRequest } from '../../../../stores/sql/repositories/customer-requests.ts';
import type { Caller } from '../../caller.ts';
import { demand, makeChange, takeView, type View } from '../../change.ts';
import type { ServerContext } from '../../context.ts';
import { demandVersion } from '../act.ts';
import { endIfDone } from '../destinations.ts';
import { demandNotOwner } from '../not-owner.ts';
import { openSaid, sealSaid } from '../said-by-person.ts';
import { lockedRequest, type Step, type StoredRequest, storedRequest, takeSteps } from '../stored-request.ts';
import {
  type ChangePlan,
  type FieldCorrection,
  type PlannedTable,
  planChange,
  type WarehousePlan,
} from './plan-change.ts';

/**
 * Counts what would be changed in the warehouses that a request waits for, or in one of them.
 * Refusals: `people.not-allowed`, `store.not-found`, `seal.unreadable`.
 */
export async function dryRun(
  view: View,
  id: string,
  corrections: readonly FieldCorrection[],
  only: string | null = null,
): Promise<ChangePlan> {
  demand(view, 'contest.decide');
  const stored = await storedRequest(view.db, id);
  await demandNotOwner(view, stored.row);
  return planChange(view.db, view.context, stored, corrections, only);
}

/** What somebody confirms: the plan of one warehouse as they saw it, of a request as it stood then. */
export interface ConfirmedChange {
  readonly request: string;
  readonly version: number;
  readonly warehouse: string;
  readonly plan: string;
  readonly corrections: readonly FieldCorrection[];
}

/**
 * Changes one warehouse as somebody confirmed it. That it begins is kept before, and what came of it after: where this
 * process ends in between, the request says that it was begun, and doing it again does no harm.
 * Problems: `people.not-allowed`, `store.not-found`, `store.changed`, `rights.plan-changed`, `rights.wrong-state`,
 * `warehouse.unavailable`, `warehouse.not-changed`, `warehouse.unconfirmed`.
 */
export async function changeSource(
  context: ServerContext,
  caller: Caller,
  confirmed: ConfirmedChange,
): Promise<Result<null, Problem>> {
  const planned = await takeView(context, caller, async (view) => {
    const { warehouses, keys } = await dryRun(
      view,
      confirmed.request,
      confirmed.corrections,
      confirmed.warehouse,
    );
    const plan = warehouses.find(({ warehouse }) => warehouse === confirmed.warehouse);
    if (plan === undefined || plan.hash !== confirmed.plan) throw planChanged();
    return { plan, keys };
  });
  if (!planned.ok) return planned;
  const { plan, keys } = planned.value;
  const begun = await begin(context, caller, confirmed, plan, keys);
  if (!begun.ok) return begun;
  const done = await run(context, plan.warehouse, plan.tables);
  const kept = await context.store.write(async (work) => {
    const before = await lockedRequest(work.db, confirmed.request);
    const steps = stepsAfter(plan, done, isClosed(before.request));
    const after =
      steps.length === 0 ? before : await takeSteps(work, context, before, caller.account.key, steps);
    await endIfDone(work, context, after);
    return null;
  });
  if (!kept.ok) return kept;
  return done.ok ? ok(null) : done;
}

/** Keeps that it begins, and by what the sources know the person: one that is changed later may not tell any more. */
async function begin(
  context: ServerContext,
  caller: Caller,
  { request: id, version }: ConfirmedChange,
  { destination, tables }: WarehousePlan,
  keys: readonly PersonKey[],
): Promise<Result<unknown, Problem>> {
  return makeChange(context, caller, null, async (change) => {
    demand(change, 'contest.decide');
    const before = await lockedRequest(change.db, id);
    demandVersion(before, version);
    const known = await keepKeys(change, context, before, keys);
    const step: Step = {
      type: 'change-begun',
      destination,
      tables: tables.map((table) => counted(table, table.rows)),
    };
    await takeSteps(change, context, known, caller.account.key, [step]);
    return { status: 200, body: null };
  });
}

async function keepKeys(
  { db }: Pick<View, 'db'>,
  context: Pick<ServerContext, 'sealer'>,
  stored: StoredRequest,
  keys: readonly PersonKey[],
): Promise<StoredRequest> {
  const { id, sealed } = stored.row;
  const said = openSaid(context, id, sealed);
  const found = keys.flatMap(({ kind, value, from }): Identifier[] =>
    from === 'found' && kind === 'customer' ? [{ kind, value }] : [],
  );
  const added = found.filter(
    ({ kind, value }) => !said.identifiers.some((one) => one.kind === kind && one.value === value),
  );
  if (added.length === 0) return stored;
  const row = await changeCustomerRequest(db, id, null, {
    sealed: sealSaid(context, id, { ...said, identifiers: [...said.identifiers, ...added] }),
  });
  return { ...stored, row };
}

/** How many rows each dataset had changed; those that a law keeps are not touched. */
async function run(
  { warehouses }: Pick<ServerContext, 'warehouses'>,
  name: string,
  tables: readonly PlannedTable[],
): Promise<Result<readonly TableChange[], Problem>> {
  const statements: ChangeStatement[] = [];
  const changed: PlannedTable[] = [];
  for (const table of tables) {
    const { dataset, foundBy, kind, keys, change, rows } = table;
    const statement = changeStatement(dataset, foundBy, kind, keys, change);
    if (statement === null) continue;
    statements.push({ ...statement, mostRows: rows });
    changed.push(table);
  }
  const warehouse = await warehouses.openToChange(name);
  if (!warehouse.ok) return warehouse;
  const done = statements.length === 0 ? ok([]) : await warehouse.value.change(statements);
  await warehouse.value.close();
  if (!done.ok) return done;
  return ok(
    tables.map((table) => {
      const place = changed.indexOf(table);
      return counted(table, place < 0 ? table.rows : done.value[place]!);
    }),
  );
}

const counted = ({ dataset, change }: PlannedTable, rows: number): TableChange => ({
  dataset,
  does: change.does,
  columns: 'columns' in change ? change.columns : [],
  rows,
});

/** Where nobody knows what came of it, nothing is said: it stays begun. */
function stepsAfter(
  { destination, tables, notAsked }: WarehousePlan,
  done: Result<readonly TableChange[], Problem>,
  isOver: boolean,
): readonly Step[] {
  if (!done.ok)
    return done.problem.code === 'warehouse.unconfirmed'
      ? []
      : [{ type: 'change-failed', destination, problem: done.problem.code }];
  const changed: Step = { type: 'changed', destination, tables: done.value };
  // Where a dataset could not be looked through, a person says what was done there.
  if (isOver || notAsked.length > 0 || tables.length === 0) return [changed];
  return [changed, { type: 'acknowledged', destination, outcome: outcomeOf(tables, done.value) }];
}

function outcomeOf(tables: readonly PlannedTable[], changed: readonly TableChange[]): Acknowledgement {
  if (tables.some(({ kept }) => kept > 0)) return 'kept';
  return changed.some(({ rows }) => rows > 0) ? 'done' : 'not-held';
}

const planChanged = (): Refusal =>
  new Refusal(
    problem(
      'rights.plan-changed',
      'what would change there is not what was confirmed',
      'look again at what would change, and confirm that',
    ),
  );
