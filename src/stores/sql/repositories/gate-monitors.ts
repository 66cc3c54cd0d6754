import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database } from '../tables/index.ts';

/** By the name of a monitor, the lowest rate that its numbers still allow. */
export type MonitoredRates = Readonly<Record<string, number>>;

/** Keeps what monitors say of a use. Nothing is written where they say the same: each change is told to all gates. */
export async function setMonitoredRates(
  db: Database,
  useId: string,
  rates: MonitoredRates,
  at: Date,
): Promise<void> {
  await db
    .insertInto('gateUses')
    .values({ useId, stageSent: 0, changedAt: at, monitors: asJson(rates) })
    .onConflict((conflict) =>
      conflict
        .column('useId')
        .doUpdateSet({ monitors: asJson(rates) })
        .where(sql<boolean>`gate_uses.monitors::text is distinct from excluded.monitors::text`),
    )
    .execute();
}

/** What was kept last; of a use that was never judged there is nothing. */
export async function monitoredRates(
  db: Database,
  useIds: readonly string[],
): Promise<ReadonlyMap<string, MonitoredRates>> {
  if (useIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('gateUses')
    .select(['useId', 'monitors'])
    .where('useId', 'in', useIds)
    .where('monitors', 'is not', null)
    .execute();
  return new Map(rows.map(({ useId, monitors }) => [useId, monitors!]));
}
