import { randomBytes } from 'node:crypto';
import type { Database } from '../tables/index.ts';

/** The key by which a person stands in the evidence log; made when it is first asked for. */
export async function personKeyOf(db: Database, personId: string, at: Date): Promise<string> {
  const find = () =>
    db.selectFrom('personKeys').select('key').where('personId', '=', personId).executeTakeFirst();
  const there = await find();
  if (there !== undefined) return there.key;
  // Random, so that nobody can compute it from the person.
  const key = `person:${randomBytes(16).toString('base64url')}`;
  await db
    .insertInto('personKeys')
    .values({ key, personId, createdAt: at })
    .onConflict((conflict) => conflict.column('personId').doNothing())
    .execute();
  // Another request may have been first.
  return (await find())!.key;
}

/** Who stands behind keys; keys of erased people are left out. */
export async function peopleOfKeys(
  db: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('personKeys')
    .select(['key', 'personId'])
    .where('key', 'in', keys)
    .execute();
  return new Map(rows.map(({ key, personId }) => [key, personId]));
}

/** From here on nobody can tell who the key in the log was. Whether there was one. */
export async function erasePersonKey(db: Database, personId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('personKeys')
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
