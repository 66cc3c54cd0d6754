import { sql } from 'kysely';
import type { Database, NewRow, Row } from '../tables/index.ts';

export type OutcomeRow = Row<'outcomeEvents'>;

/** Rows of one statement: it takes 65,535 values, and an event has 9. */
const AT_ONCE = 5_000;

/** Keeps events; what the same system told before stays as it is. Gives how many were new. */
export async function addOutcomeEvents(
  db: Database,
  events: ReadonlyArray<NewRow<'outcomeEvents'>>,
): Promise<number> {
  let added = 0;
  for (let start = 0; start < events.length; start += AT_ONCE) {
    const result = await db
      .insertInto('outcomeEvents')
      .values(events.slice(start, start + AT_ONCE))
      .onConflict((conflict) => conflict.columns(['source', 'id']).doNothing())
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0);
  }
  return added;
}

/** What happened with a use from a time on, in the order in which it happened. */
export const outcomeEventsOf = (db: Database, useId: string, from: Date): Promise<OutcomeRow[]> =>
  db
    .selectFrom('outcomeEvents')
    .selectAll()
    .where('useId', '=', useId)
    .where('at', '>=', from)
    .orderBy('at')
    .orderBy('source')
    .orderBy('id')
    .execute();

/** Uses of which something was told since they were judged last; those that are known alone. */
export const usesToJudge = async (db: Database): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('outcomeEvents as e')
      .innerJoin('uses as u', 'u.id', 'e.useId')
      .leftJoin('monitoredUses as m', 'm.useId', 'e.useId')
      .select('e.useId')
      .distinct()
      .where((where) =>
        where.or([where('m.judgedAt', 'is', null), where('e.receivedAt', '>', where.ref('m.judgedAt'))]),
      )
      .execute()
  ).map(({ useId }) => useId);

/** Which of these uses are known. */
export const knownUses = async (db: Database, useIds: readonly string[]): Promise<ReadonlySet<string>> =>
  useIds.length === 0
    ? new Set()
    : new Set(
        (await db.selectFrom('uses').select('id').where('id', 'in', useIds).execute()).map(({ id }) => id),
      );

/** Cuts what was told off from people who are erased: the counts stay, and lead to nobody. */
export async function forgetOutcomesOf(db: Database, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  await db
    .updateTable('outcomeEvents')
    .set({ subject: sql<string>`'erased-' || gen_random_uuid()::text` })
    .where('subject', 'in', subjects)
    .execute();
}

/** Forgets events of before a time. Gives how many went. */
export async function forgetOutcomes(db: Database, before: Date): Promise<number> {
  const gone = await db.deleteFrom('outcomeEvents').where('at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
