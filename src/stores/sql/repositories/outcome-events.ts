import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { copyIn } from '../engine/copy-in.ts';
import { asJson } from '../tables/column-types.ts';
import type { Database, NewRow, Row } from '../tables/index.ts';

export type OutcomeRow = Row<'outcomeEvents'>;

export type NewOutcomeEvent = NewRow<'outcomeEvents'>;

/** The columns of an event, in the order in which they are sent. */
const COLUMNS = {
  source: ({ source }) => source,
  id: ({ id }) => id,
  type: ({ type }) => type,
  use_id: ({ useId }) => useId,
  at: ({ at }) => at.toISOString(),
  subject: ({ subject }) => subject,
  is_essential: ({ isEssential }) => String(isEssential),
  groups: ({ groups }) => groups,
  received_at: ({ receivedAt }) => receivedAt.toISOString(),
  provider: ({ provider }) => provider ?? '',
} as const satisfies Readonly<Record<string, (event: NewOutcomeEvent) => string>>;
const NAMES = sql.raw(Object.keys(COLUMNS).join(', '));

/** So many events are worth a table of their own to copy them into. */
const MANY = 100;

/**
 * Keeps events; what the same system told before stays as it is. Gives those that are new, in the order given. An event
 * may be given once only; ids and subjects hold no NUL and no half of a character, which text in SQL cannot hold.
 */
export async function addOutcomeEvents(
  db: Database,
  events: readonly NewOutcomeEvent[],
): Promise<readonly NewOutcomeEvent[]> {
  if (events.length === 0) return [];
  const told = events.length < MANY ? asRecords(events) : await staged(db, events);
  const { rows } = await sql<{ source: string; id: string }>`
    insert into outcome_events (${NAMES}) select ${NAMES} from ${told}
    on conflict (source, id) do nothing returning source, id`.execute(db);
  if (rows.length === events.length) return events;
  const fresh = new Set(rows.map(({ source, id }) => `${source}\u0000${id}`));
  return events.filter(({ source, id }) => fresh.has(`${source}\u0000${id}`));
}

/** One parameter for all events, so that the statement stays the same. */
function asRecords(events: readonly NewOutcomeEvent[]) {
  const columns = Object.entries(COLUMNS);
  const records = events.map((event) => ({
    ...Object.fromEntries(columns.map(([name, read]) => [name, read(event)])),
    // JSON within JSON, and no text.
    groups: JSON.parse(event.groups) as unknown,
  }));
  return sql`json_populate_recordset(null::outcome_events, ${JSON.stringify(records)}::json)`;
}

/** Copied into a table of this connection alone, which is empty again at the end of the transaction. */
async function staged(db: Database, events: readonly NewOutcomeEvent[]) {
  await sql`create temp table if not exists staged_outcome_events (like outcome_events including defaults) on commit delete rows`.execute(
    db,
  );
  const cells = Object.values(COLUMNS);
  await copyIn(
    db,
    'staged_outcome_events',
    Object.keys(COLUMNS),
    events.map((event) => cells.map((read) => read(event))),
  );
  return sql`staged_outcome_events`;
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

/** How many events of a use there are from a time on. */
export const countEvents = async (db: Database, useId: string, from: Date): Promise<number> => {
  const { count } = await db
    .selectFrom('outcomeEvents')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('useId', '=', useId)
    .where('at', '>=', from)
    .executeTakeFirstOrThrow();
  return Number(count);
};

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

/**
 * Cuts what was told off from people who are erased: it leads to nobody, and what of it belongs together within one use
 * still does, so that counts made anew are those that are kept.
 */
export async function forgetOutcomesOf(db: Database, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  // Kept nowhere: without it nobody finds out whose a name was.
  const salt = randomBytes(16).toString('hex');
  await db
    .updateTable('outcomeEvents')
    .set({ subject: sql<string>`'erased-' || md5(${salt}::text || use_id || subject)` })
    .where('subject', 'in', subjects)
    .execute();
}

/** People of whom something is kept that happened before a time, so many at most. */
export const peopleBefore = (
  db: Database,
  before: Date,
  atMost: number,
): Promise<ReadonlyArray<{ readonly useId: string; readonly subject: string }>> =>
  db
    .selectFrom('outcomeEvents')
    .select(['useId', 'subject'])
    .distinct()
    .where('at', '<', before)
    .limit(atMost)
    .execute();

/** Forgets events of these people of before a time. Gives how many went. */
export async function forgetEvents(
  db: Database,
  people: ReadonlyArray<{ readonly useId: string; readonly subject: string }>,
  before: Date,
): Promise<number> {
  const gone = await sql`
    delete from outcome_events e
    using json_to_recordset(${asJson(people.map(({ useId, subject }) => ({ useId, subject })))}::json)
      as n ("useId" text, subject text)
    where e.subject = n.subject and e.use_id = n."useId" and e.at < ${before}`.execute(db);
  return Number(gone.numAffectedRows ?? 0);
}
