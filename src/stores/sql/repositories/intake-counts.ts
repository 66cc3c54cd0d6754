import { sql } from 'kysely';
import type { Database } from '../tables/index.ts';

const SLOTS = 16;

export const COUNTED = [
  'deliveries',
  'accepted',
  'duplicates',
  'quarantined',
  'ignored',
  'unreadable',
  'refused',
] as const;
export type Counted = Readonly<Record<(typeof COUNTED)[number], number>>;

/** Adds what became of a delivery; the last thing of its transaction, since it locks a row. */
export async function countDelivery(
  db: Database,
  source: string,
  counted: Partial<Counted>,
  at: Date,
): Promise<void> {
  const row = Object.fromEntries(COUNTED.map((name) => [name, counted[name] ?? 0])) as Counted;
  await db
    .insertInto('intakeCounts')
    .values({
      ...row,
      source,
      day: at.toISOString().slice(0, 10),
      slot: Math.floor(Math.random() * SLOTS),
      lastAt: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['source', 'day', 'slot']).doUpdateSet((update) => ({
        ...Object.fromEntries(
          COUNTED.map((name) => [name, sql<number>`intake_counts.${sql.ref(name)} + ${row[name]}`]),
        ),
        lastAt: sql<Date>`greatest(intake_counts.last_at, ${update.ref('excluded.lastAt')})`,
      })),
    )
    .execute();
}

export interface SourceCounts extends Counted {
  readonly source: string;
  readonly lastAt: Date;
}

/** What became of what each source delivered from a day on. */
export async function countsFrom(db: Database, day: string): Promise<readonly SourceCounts[]> {
  return db
    .selectFrom('intakeCounts')
    .select('source')
    .select(({ fn }) => fn.max('lastAt').as('lastAt'))
    .select(({ ref }) => COUNTED.map((name) => sql<number>`sum(${ref(name)})::integer`.as(name)))
    .where('day', '>=', day)
    .groupBy('source')
    .orderBy('source')
    .execute() as Promise<readonly SourceCounts[]>;
}

/** Forgets counts of before a day. */
export async function forgetCounts(db: Database, before: string): Promise<void> {
  await db.deleteFrom('intakeCounts').where('day', '<', before).execute();
}
