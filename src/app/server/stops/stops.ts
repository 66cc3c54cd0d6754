import { contentHash } from '../../../kernel/canonical.ts';
import type { PersonKey } from '../../../playbook/5-oversight/people/person.ts';
import { liftStop as lifted, type Stop, stopUse } from '../../../playbook/5-oversight/stops/stop.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import {
  addStop,
  findStop,
  liftStop,
  listStops,
  type Stop as StopRow,
  type StopSort,
} from '../../../stores/sql/repositories/stops.ts';
import { changeUse, findUse, lockUse } from '../../../stores/sql/repositories/uses.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { type Change, demand, isAllowed, missing, need, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { keysOf } from '../people/person-of.ts';
import { seenUse, standing } from '../uses/standing.ts';

export interface ShownStop {
  readonly id: string;
  readonly use: string;
  readonly by: string | null;
  readonly reason: string;
  readonly at: string;
  readonly liftedBy: string | null;
  readonly liftedAt: string | null;
  readonly liftReason: string | null;
  readonly version: number;
}

/**
 * Stops a use at once; where it is stopped already, that stop comes back. Anyone with a role may, of any use whose name
 * they know: no right to see is asked. Refusals: `people.not-allowed`, `stop.no-reason`.
 */
export async function stopOne(change: Change, useId: string, reason: string): Promise<ShownStop> {
  const { db, at, caller } = change;
  demand(change, 'use.stop');
  const use = await lockUse(db, useId);
  if (use === undefined) throw missing();
  const stop = need(stopUse({ id: newId('stop', at), use: useId, reason }, caller.account, at));
  const { stop: row, isNew } = await addStop(db, {
    id: stop.id,
    useId,
    reason,
    stoppedBy: caller.personId,
    stoppedAt: at,
  });
  if (isNew) {
    await changeUse(db, useId, null, { state: 'stopped', changedAt: at });
    say(change, useId, 'use.stopped', {
      by: caller.account.key,
      stop: row.id,
      kind: stop.kind,
      reasonHash: contentHash(reason),
    });
  }
  return (await shown(db, [row]))[0]!;
}

/** Lifts a stop. Refusals: `people.not-allowed`, `stop.lifted`, `stop.no-reason`. */
export async function liftOne(
  change: Change,
  id: string,
  version: number,
  reason: string,
): Promise<ShownStop> {
  const { db, at, caller } = change;
  const found = await findStop(db, id);
  const use = found === undefined ? undefined : await lockUse(db, found.useId);
  if (found === undefined || use === undefined) throw missing();
  const { owner } = await standing(change, use);
  if (!isAllowed(change, 'use.read', { owner })) throw missing();
  need(lifted(await domainStop(db, found), reason, caller.account, owner, at));
  const row = await liftStop(db, id, version, { by: caller.personId, reason, at });
  const state = use.clearedVersionId === null ? 'checked' : 'cleared';
  await changeUse(db, use.id, null, { state, changedAt: at });
  say(change, use.id, 'use.resumed', { by: caller.account.key, stop: id, reasonHash: contentHash(reason) });
  return (await shown(db, [row]))[0]!;
}

export async function showStops(
  view: View,
  filter: { readonly use?: string | undefined; readonly inForce?: boolean | undefined },
  request: PageRequest<StopSort>,
): Promise<Page<ShownStop>> {
  if (filter.use !== undefined) await seenUse(view, filter.use);
  else demand(view, 'use.read');
  const page = await listStops(view.db, { useId: filter.use, isInForce: filter.inForce }, request);
  return { ...page, items: await shown(view.db, page.items) };
}

export async function showStop(view: View, id: string): Promise<ShownStop> {
  const found = await findStop(view.db, id);
  const use = found === undefined ? undefined : await findUse(view.db, found.useId);
  if (found === undefined || use === undefined) throw missing();
  await seenUse(view, use.id);
  return (await shown(view.db, [found]))[0]!;
}

async function domainStop(db: Database, row: StopRow): Promise<Stop> {
  const keys = await keysOf(db, [row.stoppedBy, row.liftedBy]);
  const keyOf = (id: string | null): PersonKey | null => (id === null ? null : (keys.get(id) ?? null));
  return {
    id: row.id,
    use: row.useId,
    by: keyOf(row.stoppedBy),
    reason: row.reason,
    at: row.stoppedAt.toISOString(),
    kind: row.stoppedBy === null ? 'alarm' : 'real',
    effectiveAt: null,
    lifted:
      row.liftedAt === null
        ? null
        : {
            by: keyOf(row.liftedBy) ?? 'person:erased',
            reason: row.liftReason ?? '',
            at: row.liftedAt.toISOString(),
          },
  };
}

async function shown(db: Database, rows: readonly StopRow[]): Promise<ShownStop[]> {
  const keys = await keysOf(
    db,
    rows.flatMap(({ stoppedBy, liftedBy }) => [stoppedBy, liftedBy]),
  );
  const keyOf = (id: string | null) => (id === null ? null : (keys.get(id) ?? null));
  return rows.map((row) => ({
    id: row.id,
    use: row.useId,
    by: keyOf(row.stoppedBy),
    reason: row.reason,
    at: row.stoppedAt.toISOString(),
    liftedBy: keyOf(row.liftedBy),
    liftedAt: row.liftedAt?.toISOString() ?? null,
    liftReason: row.liftReason,
    version: row.version,
  }));
}
