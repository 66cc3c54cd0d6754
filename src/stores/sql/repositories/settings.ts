import { sql } from 'kysely';
import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../refusal.ts';
import { asJson } from '../tables/column-types.ts';
import type { Database, Row } from '../tables/index.ts';

export type Setting = Row<'settings'>;

export const findSetting = (db: Database, name: string): Promise<Setting | undefined> =>
  db.selectFrom('settings').selectAll().where('name', '=', name).executeTakeFirst();

export const listSettings = (db: Database): Promise<Setting[]> =>
  db.selectFrom('settings').selectAll().orderBy('name').execute();

/**
 * Sets a value. `expected` is the version that was read, 0 where there was none, null to set it whatever is there.
 * A secret comes sealed. Refusals: `store.changed`.
 */
export async function setSetting(
  db: Database,
  name: string,
  value: unknown,
  expected: number | null,
  by: { readonly personId: string | null; readonly at: Date },
): Promise<Setting> {
  const row = { name, value: asJson(value), changedBy: by.personId, changedAt: by.at };
  const set = await db
    .insertInto('settings')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({
          value: row.value,
          changedBy: row.changedBy,
          changedAt: row.changedAt,
          version: sql<number>`settings.version + 1`,
        })
        .$call((update) => (expected === null ? update : update.where('settings.version', '=', expected))),
    )
    .returningAll()
    .executeTakeFirst();
  // Of a value that was read at version 3 and is not there any more, a new one would come back at version 1.
  if (set !== undefined && (expected === null || set.version === expected + 1)) return set;
  throw new Refusal(
    problem(
      'store.changed',
      `the setting \`${name}\` was changed by somebody else`,
      'read it again, and change what is there now',
    ),
  );
}
