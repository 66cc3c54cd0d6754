import { sql } from 'kysely';
import type { Database, NewRow, Row } from '../tables/index.ts';

export type OutcomeRow = Row<'outcomeEvents'>;

export type NewOutcomeEvent = NewRow<'outcomeEvents'>;

/** Rows of one statement: what is sent at once stays at about a megabyte. */
const AT_ONCE = 5_000;

/**
 * Keeps events; what the same system told before stays as it is. Gives those that are new, in the order given. An event
 * may be given once only; ids and subjects hold no NUL and no half of a character, which text in SQL cannot hold.
 */
export async function addOutcomeEvents(
  db: Database,
  events: readonly NewOutcomeEvent[],
): Promise<readonly NewOutcomeEvent[]> {
  const added: NewOutcomeEvent[] = [];
  for (let start = 0; start < events.length; start += AT_ONCE) {
    const some = events.slice(start, start + AT_ONCE);
    // One parameter instead of nine for each event: the statement stays the same, and is read by the server in one go.
    const { rows } = await sql<{ source: string; id: string }>`
      insert into outcome_events (source, id, type, use_id, at, subject, is_essential, groups, received_at)
      select source, id, type, use_id, at, subject, is_essential, groups::json, received_at
      from json_to_recordset(${asParameter(some)}::json) as e (
        source text, id text, type text, use_id text, at timestamptz, subject text, is_essential boolean, groups text,
        received_at timestamptz
      )
      on conflict (source, id) do nothing returning source, id`.execute(db);
    if (rows.length === some.length) added.push(...some);
    else {
      const fresh = new Set(rows.map(({ source, id }) => `${source}\u0000${id}`));
      added.push(...some.filter(({ source, id }) => fresh.has(`${source}\u0000${id}`)));
    }
  }
  return added;
}

const asParameter = (events: readonly NewOutcomeEvent[]): string =>
  JSON.stringify(
    events.map((event) => ({
      source: event.source,
      id: event.id,
      type: event.type,
      use_id: event.useId,
      at: event.at,
      subject: event.subject,
      is_essential: event.isEssential,
      groups: event.groups,
      received_at: event.receivedAt,
    })),
  );

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
