import { sql } from 'kysely';
import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { contains } from './contains.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type Person = Row<'people'>;

export const addPerson = (db: Database, person: NewRow<'people'>): Promise<Person> =>
  db.insertInto('people').values(person).returningAll().executeTakeFirstOrThrow();

export const findPerson = (db: Database, id: string): Promise<Person | undefined> =>
  db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();

/** Addresses are compared without regard to case. */
export const findPersonByEmail = (db: Database, email: string): Promise<Person | undefined> =>
  db.selectFrom('people').selectAll().where(sql`lower(email)`, '=', sql`lower(${email})`).executeTakeFirst();

export const findPersonBySignIn = (db: Database, signInId: string): Promise<Person | undefined> =>
  db.selectFrom('people').selectAll().where('signInId', '=', signInId).executeTakeFirst();

export const findPeople = (db: Database, ids: readonly string[]): Promise<Person[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('people').selectAll().where('id', 'in', ids).orderBy('id').execute();

/** Refusals: `store.not-found`, `store.changed`. */
export const changePerson = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'people'>,
): Promise<Person> => changeRow(db, 'people', id, expected, changes);

/**
 * Takes a person out of the store: what they did stays, done by somebody without a name, and their key in the evidence
 * log leads to nobody. Their API keys and open links go with them. The tables of the sign-in library are not touched.
 */
export async function erasePerson(db: Database, id: string, at: Date): Promise<void> {
  await db.deleteFrom('personKeys').where('personId', '=', id).execute();
  await db.deleteFrom('practiceAnswers').where('reviewerId', '=', id).execute();
  await db.deleteFrom('apiKeys').where('ownerId', '=', id).execute();
  await db.deleteFrom('oneTimeTokens').where('personId', '=', id).execute();
  await changeRow(db, 'people', id, null, {
    name: 'erased',
    email: `${id}@erased.invalid`,
    roles: [],
    line: null,
    managerId: null,
    signInId: null,
    trainedAt: null,
    isActive: false,
    changedAt: at,
  });
}

export interface PeopleFilter {
  readonly role?: string | undefined;
  readonly isActive?: boolean | undefined;
  /** Part of a name or address. */
  readonly query?: string | undefined;
}

const ID = { column: 'people.id', key: 'id', type: 'text' } as const;
const SORTS = {
  name: [{ column: 'people.name', key: 'name', type: 'text' }, ID],
  createdAt: [{ column: 'people.createdAt', key: 'createdAt', type: 'time' }, ID],
} satisfies Sorts<string>;

export function listPeople(
  db: Database,
  filter: PeopleFilter,
  request: PageRequest<keyof typeof SORTS> = {},
): Promise<Page<Person>> {
  let query = db.selectFrom('people').selectAll('people');
  if (filter.role !== undefined) query = query.where(sql<boolean>`${filter.role} = any(roles)`);
  if (filter.isActive !== undefined) query = query.where('isActive', '=', filter.isActive);
  if (filter.query !== undefined) {
    const text = filter.query;
    query = query.where((one) => one.or([contains('people.name', text), contains('people.email', text)]));
  }
  return page(query, SORTS, { sort: 'name', direction: 'asc' }, request);
}
