import type { Database } from '../tables/index.ts';

export interface GateDayFilter {
  readonly use?: string | undefined;
  /** Of these alone; without it of all. */
  readonly uses?: readonly string[] | undefined;
  /** First and last day, as `2026-11-20`. */
  readonly from: string;
  readonly to: string;
}

/** How often what was decided on each day, over all uses and channels that are asked for. Counts of months are left out. */
export async function sumByDay(
  db: Database,
  filter: GateDayFilter,
): Promise<ReadonlyArray<{ readonly day: string; readonly outcome: string; readonly decisions: number }>> {
  const rows = await bound(db, filter)
    .where('code', '=', '')
    .select((one) => ['day', 'outcome', one.fn.sum<string>('decisions').as('decisions')])
    .groupBy(['day', 'outcome'])
    .orderBy('day')
    .orderBy('outcome')
    .execute();
  return rows
    .filter(({ day }) => day.length === 10)
    .map((row) => ({ ...row, decisions: Number(row.decisions) }));
}

/** How many decisions had each reason. */
export async function sumByReason(
  db: Database,
  filter: GateDayFilter,
): Promise<ReadonlyArray<{ readonly code: string; readonly decisions: number }>> {
  const rows = await bound(db, filter)
    .where('code', '!=', '')
    .select((one) => ['code', one.fn.sum<string>('decisions').as('decisions')])
    .groupBy('code')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ ...row, decisions: Number(row.decisions) }));
}

const bound = (db: Database, { use, uses, from, to }: GateDayFilter) =>
  db
    .selectFrom('gateCounts')
    .where('mode', '=', 'binds')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .$if(use !== undefined, (all) => all.where('useId', '=', use!))
    .$if(uses !== undefined, (all) => all.where('useId', 'in', [...uses!, '']));
