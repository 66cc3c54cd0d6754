import { sql } from 'kysely';
import type { Database, Row } from '../tables/index.ts';

export type ExpectationCount = Row<'expectationCounts'>;

/** Counts one more of each; in the order of their keys, so that two who count at once do not wait for one another. */
export async function countExpectations(
  db: Database,
  counted: ReadonlyArray<Omit<ExpectationCount, 'people'>>,
): Promise<void> {
  const rows = [...counted].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const row of rows)
    await db
      .insertInto('expectationCounts')
      .values({ ...row, people: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['category', 'origin', 'purpose', 'channel', 'answer'])
          .doUpdateSet({ people: sql<number>`expectation_counts.people + 1` }),
      )
      .execute();
}

export const listExpectationCounts = async (db: Database): Promise<ExpectationCount[]> =>
  (
    await db
      .selectFrom('expectationCounts')
      .selectAll()
      .orderBy('category')
      .orderBy('origin')
      .orderBy('purpose')
      .orderBy('channel')
      .orderBy('answer')
      .execute()
  ).map((row) => ({ ...row, people: Number(row.people) }));

const keyOf = ({ category, origin, purpose, channel, answer }: Omit<ExpectationCount, 'people'>): string =>
  [category, origin, purpose, channel, answer].join(' ');
