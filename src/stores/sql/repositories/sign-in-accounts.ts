import { sql } from 'kysely';
import type { Database } from '../tables/index.ts';

/**
 * Removes accounts of the sign-in library that lead to nobody: what is left of somebody who was erased, and of sign-ups
 * that were never finished. Those younger than `madeBefore` may still be on their way. How many were removed.
 */
export async function removeAccountsOfNobody(db: Database, madeBefore: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from sign_in_users u where u."createdAt" < ${madeBefore}
      and not exists (select from people p where p.sign_in_id = u.id) for update`.execute(db);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  for (const table of ['sign_in_sessions', 'sign_in_accounts'])
    await sql`delete from ${sql.table(table)} where "userId" = any(${ids}::text[])`.execute(db);
  await sql`delete from sign_in_users where id = any(${ids}::text[])`.execute(db);
  return ids.length;
}
