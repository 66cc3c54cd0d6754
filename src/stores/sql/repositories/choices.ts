import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database, NewRow, Row } from '../tables/index.ts';

export type StoredChoice = Row<'choices'>;
export type StoredChoiceState = Row<'choiceStates'>;

/** Rows of one statement: it takes 65,535 values, and a choice has 21. */
const AT_ONCE = 2_500;

/** Appends choices; of those that are there already nothing is changed. Gives the ones that were added, by person and id. */
export async function addChoices(
  db: Database,
  choices: ReadonlyArray<NewRow<'choices'>>,
): Promise<ReadonlyArray<Pick<StoredChoice, 'subject' | 'id'>>> {
  const added: Array<Pick<StoredChoice, 'subject' | 'id'>> = [];
  for (let start = 0; start < choices.length; start += AT_ONCE)
    added.push(
      ...(await db
        .insertInto('choices')
        .values(choices.slice(start, start + AT_ONCE))
        .onConflict((conflict) => conflict.columns(['subject', 'id']).doNothing())
        .returning(['subject', 'id'])
        .execute()),
    );
  return added;
}

export const findChoice = (db: Database, subject: string, id: string): Promise<StoredChoice | undefined> =>
  findChoices(db, [{ subject, id }]).then(([choice]) => choice);

/** Those of these that there are. */
export async function findChoices(
  db: Database,
  names: ReadonlyArray<Pick<StoredChoice, 'subject' | 'id'>>,
): Promise<StoredChoice[]> {
  const found: StoredChoice[] = [];
  for (let start = 0; start < names.length; start += AT_ONCE)
    found.push(
      ...(await db
        .selectFrom('choices')
        .selectAll()
        .where((one) =>
          one(
            one.refTuple('subject', 'id'),
            'in',
            names.slice(start, start + AT_ONCE).map(({ subject, id }) => one.tuple(subject, id)),
          ),
        )
        .execute()),
    );
  return found;
}

/** In the order in which people chose. */
export const listChoices = (db: Database, subjects: readonly string[]): Promise<StoredChoice[]> =>
  subjects.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('choices')
        .selectAll()
        .where('subject', 'in', subjects)
        .orderBy('at')
        .orderBy('recordedAt')
        .orderBy('subject')
        .orderBy('id')
        .execute();

/** How many people chose what under a notice. It reads every choice made under it: for a look at one notice, not for a list. */
export async function countPeopleUnder(
  db: Database,
  noticeHash: string,
): Promise<ReadonlyArray<{ readonly kind: string; readonly people: number }>> {
  const rows = await db
    .selectFrom('choices')
    .innerJoin('choiceStates', 'choiceStates.subject', 'choices.subject')
    .select((choice) => [
      'choices.kind',
      choice.fn.count<string>('choiceStates.person').distinct().as('people'),
    ])
    .where('choices.noticeHash', '=', noticeHash)
    .groupBy('choices.kind')
    .orderBy('choices.kind')
    .execute();
  return rows.map(({ kind, people }) => ({ kind, people: Number(people) }));
}

/** Removes the choices of somebody who is erased. Refusals: `store.refused` where they are not. */
export async function removeChoices(db: Database, subjects: readonly string[]): Promise<number> {
  const removed = await db.deleteFrom('choices').where('subject', 'in', subjects).executeTakeFirstOrThrow();
  return Number(removed.numDeletedRows);
}

/**
 * What the choices under these keys come to, locked until the transaction ends, with a row for each. Keys are locked in
 * their order, so that two who write of the same people wait for one another and not both for ever.
 */
export async function lockChoiceStates(
  db: Database,
  subjects: readonly string[],
  at: Date,
): Promise<StoredChoiceState[]> {
  const states: StoredChoiceState[] = [];
  const inOrder = [...new Set(subjects)].sort();
  for (let start = 0; start < inOrder.length; start += AT_ONCE)
    states.push(
      ...(await db
        .insertInto('choiceStates')
        .values(
          inOrder
            .slice(start, start + AT_ONCE)
            .map((subject) => ({ subject, person: subject, state: '{}', changedAt: at })),
        )
        // An update that changes nothing: it locks the row that is there, and gives it back.
        .onConflict((conflict) =>
          conflict.column('subject').doUpdateSet((row) => ({ changedAt: row.ref('choiceStates.changedAt') })),
        )
        .returningAll()
        .execute()),
    );
  return states;
}

/** Writes what the choices come to now, of rows that this transaction has locked. */
export async function saveChoiceStates(
  db: Database,
  states: ReadonlyArray<{ readonly subject: string; readonly state: unknown }>,
  at: Date,
): Promise<void> {
  for (let start = 0; start < states.length; start += AT_ONCE) {
    const rows = states.slice(start, start + AT_ONCE);
    await sql`update choice_states as s set state = v.state, changed_at = ${at}
      from (select * from json_to_recordset(${asJson(rows)}::json) as r (subject text, state json)) v
      where s.subject = v.subject`.execute(db);
  }
}

/** The keys of the person whom this key stands for, with what was chosen under each. Read by primary key and one index. */
export const findChoiceStates = (db: Database, subject: string): Promise<StoredChoiceState[]> =>
  db
    .selectFrom('choiceStates as asked')
    .innerJoin('choiceStates as all', 'all.person', 'asked.person')
    .where('asked.subject', '=', subject)
    .selectAll('all')
    .orderBy('all.subject')
    .execute();

/**
 * Whoever changes which keys are of one person waits here for whoever else does: of two at once, one could take a key to a
 * person who was just joined to another, and a no would not be found.
 */
export async function lockPersons(db: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(${PERSONS})`.execute(db);
}

/** Any number that nobody else takes. */
const PERSONS = 60_114_729;

/** Makes one person of several, after `lockPersons`: all their keys lead to the first of them from now on. */
export async function joinPersons(db: Database, persons: readonly string[]): Promise<void> {
  const [first, ...others] = [...new Set(persons)].sort();
  if (first === undefined || others.length === 0) return;
  await db.updateTable('choiceStates').set({ person: first }).where('person', 'in', others).execute();
}

/** Forgets that keys are of one person, after `lockPersons`. */
export async function separatePersons(db: Database, subjects: readonly string[]): Promise<void> {
  await db
    .updateTable('choiceStates')
    .set((row) => ({ person: row.ref('choiceStates.subject') }))
    .where('subject', 'in', subjects)
    .execute();
}
