import type { Role } from '../../../kernel/roles.ts';
import type { Person, PersonKey } from '../../../playbook/5-oversight/people/person.ts';
import type { Person as PersonRow } from '../../../stores/sql/repositories/people.ts';
import { personKeyOf } from '../../../stores/sql/repositories/person-keys.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';

/** The key under which a person is known outside the table of people; made when it is first asked for. */
export const keyOf = async (db: Database, personId: string, at: Date): Promise<PersonKey> =>
  (await personKeyOf(db, personId, at)) as PersonKey;

/** Keys of several people; those without one, as erased people, are left out. */
export async function keysOf(
  db: Database,
  personIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, PersonKey>> {
  const ids = [...new Set(personIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('personKeys')
    .select(['key', 'personId'])
    .where('personId', 'in', ids)
    .execute();
  return new Map(rows.map(({ key, personId }) => [personId, key as PersonKey]));
}

/** The id in the table of people behind a key; `null` where there is none, or it was erased. */
export async function idOfKey(db: Database, key: string): Promise<string | null> {
  const row = await db.selectFrom('personKeys').select('personId').where('key', '=', key).executeTakeFirst();
  return row?.personId ?? null;
}

/** A person as rights and four eyes see them. `until` is the end of a guest's account. */
export async function personOf(db: Database, row: PersonRow, at: Date): Promise<Person> {
  const keys = await keysOf(db, [row.id, row.managerId]);
  const key = keys.get(row.id) ?? (await keyOf(db, row.id, at));
  return {
    key,
    roles: row.roles as Role[],
    ...reportsTo(row, keys),
    trainedAt: row.trainedAt?.toISOString() ?? null,
    until: row.endsAt?.toISOString() ?? null,
  };
}

/** `line` tells whether somebody said where the person stands: without it, no superior is a gap and not the top. */
export function reportsTo(row: PersonRow, keys: ReadonlyMap<string, PersonKey>): Pick<Person, 'reportsTo'> {
  if (row.managerId !== null) {
    const superior = keys.get(row.managerId);
    return superior === undefined ? {} : { reportsTo: superior };
  }
  return row.line === null ? {} : { reportsTo: null };
}
