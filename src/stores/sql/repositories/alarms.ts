import { sql } from 'kysely';
import type { Database, NewRow, Row } from '../tables/index.ts';
import { askRecount, lockCounts, removeCounts, removeStandings } from './outcome-counts.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type AlarmRow = Row<'alarms'>;
export type MonitoredUse = Row<'monitoredUses'>;

/** From when on a use is watched, for this transaction alone until it ends; watched from the beginning where it was not. */
export async function lockMonitored(db: Database, useId: string, beginning: Date): Promise<MonitoredUse> {
  await db
    .insertInto('monitoredUses')
    .values({ useId, armedAt: beginning })
    .onConflict((conflict) => conflict.column('useId').doNothing())
    .execute();
  return db
    .selectFrom('monitoredUses')
    .selectAll()
    .where('useId', '=', useId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Notes that a use was judged, and when the last send was that it was judged by. */
export const setJudged = async (
  db: Database,
  useId: string,
  how: { readonly judgedAt: Date; readonly lastSentAt: Date | null },
): Promise<void> => {
  await db.updateTable('monitoredUses').set(how).where('useId', '=', useId).execute();
};

const HOUR_MS = 3_600_000;

/**
 * Uses that are to be judged again though nothing was told of them: what is compared ripens, and a batch ends by itself.
 * Each hour for a day after the last send, and each day for a month.
 */
export const usesThatRipen = async (db: Database, at: Date): Promise<readonly string[]> => {
  const before = (hours: number): Date => new Date(at.getTime() - hours * HOUR_MS);
  const rows = await db
    .selectFrom('monitoredUses')
    .select('useId')
    .where('lastSentAt', '>', before(31 * 24))
    .where((where) =>
      where.or([
        where('judgedAt', '<=', before(24)),
        where.and([where('judgedAt', '<=', before(1)), where('lastSentAt', '>', before(24))]),
      ]),
    )
    .execute();
  return rows.map(({ useId }) => useId);
};

/** Evidence begins anew from now on: what is counted, and how monitors stand by it. */
export const rearm = async (db: Database, useId: string, armedAt: Date): Promise<void> => {
  await lockCounts(db, [useId]);
  await db
    .updateTable('monitoredUses')
    .set({ armedAt, lastSentAt: null, version: sql<number>`version + 1` })
    .where('useId', '=', useId)
    .execute();
  await removeCounts(db, useId);
  await removeStandings(db, useId);
  await askRecount(db, [useId]);
};

export async function addAlarms(db: Database, alarms: ReadonlyArray<NewRow<'alarms'>>): Promise<void> {
  if (alarms.length > 0)
    await db
      .insertInto('alarms')
      .values([...alarms])
      .execute();
}

/** What was said of a use since it was armed last. */
export const alarmsSince = (db: Database, useId: string, armedAt: Date): Promise<AlarmRow[]> =>
  db.selectFrom('alarms').selectAll().where('useId', '=', useId).where('armedAt', '=', armedAt).execute();

const ID = { column: 'alarms.id', key: 'id', type: 'text' } as const;
const SORTS = {
  at: [{ column: 'alarms.recordedAt', key: 'recordedAt', type: 'time' }, ID],
  use: [{ column: 'alarms.useId', key: 'useId', type: 'text' }, ID],
} satisfies Sorts<string>;
export type AlarmSort = keyof typeof SORTS;

export interface AlarmFilter {
  readonly useId?: string | undefined;
  /** Uses of these people alone. */
  readonly useIds?: readonly string[] | undefined;
  readonly action?: string | undefined;
}

/** Newest first. */
export const listAlarms = (
  db: Database,
  { useId, useIds, action }: AlarmFilter,
  request: PageRequest<AlarmSort>,
): Promise<Page<AlarmRow>> =>
  page(
    db
      .selectFrom('alarms')
      .selectAll('alarms')
      .$if(useId !== undefined, (all) => all.where('alarms.useId', '=', useId!))
      .$if(useIds !== undefined, (all) =>
        useIds!.length === 0 ? all.where(sql<boolean>`false`) : all.where('alarms.useId', 'in', useIds!),
      )
      .$if(action !== undefined, (all) => all.where('alarms.action', '=', action!)),
    SORTS,
    { sort: 'at', direction: 'desc' },
    request,
  );
