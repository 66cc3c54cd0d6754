import { sql } from 'kysely';
import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../refusal.ts';
import type { Changes, Database, Row } from '../tables/index.ts';

/** Tables whose rows count their edits. */
export type VersionedTable =
  | 'people'
  | 'uses'
  | 'reviews'
  | 'comments'
  | 'conditions'
  | 'clearances'
  | 'stops'
  | 'waivers'
  | 'records'
  | 'practiceCases'
  | 'signingKeys'
  | 'suppressionLists'
  | 'customerRequests'
  | 'incidents';

/**
 * Changes a row if nobody else has since it was read. `expected` is the version that was read (If-Match); null where
 * the row is locked by this transaction.
 * Refusals: `store.not-found`, `store.changed`.
 */
export async function changeRow<Table extends VersionedTable>(
  db: Database,
  table: Table,
  id: string,
  expected: number | null,
  changes: Changes<Table>,
): Promise<Row<Table>> {
  // All these tables have `id` and `version`; of a union of tables Kysely cannot know that.
  const one = table as 'comments';
  const changed = await db
    .updateTable(one)
    .set({ ...(changes as Changes<'comments'>), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .$if(expected !== null, (query) => query.where('version', '=', expected!))
    .returningAll()
    .executeTakeFirst();
  if (changed !== undefined) return changed as unknown as Row<Table>;
  const there = await db.selectFrom(one).select('version').where('id', '=', id).executeTakeFirst();
  throw new Refusal(
    there === undefined
      ? problem('store.not-found', `there is no \`${id}\``, 'check the id')
      : problem(
          'store.changed',
          `\`${id}\` is at version ${there.version}, and version ${expected} was to be changed`,
          'read it again, and change what is there now',
        ),
  );
}
