import { sql } from 'kysely';
import type { Database, Row } from '../tables/index.ts';
import { askRecount } from './outcome-counts.ts';
import type { NewOutcomeEvent } from './outcome-events.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type QuarantineRow = Row<'outcomeQuarantine'>;

const TOLD = { column: 'outcomeQuarantine.told', key: 'told', type: 'text' } as const;
const SOURCE = { column: 'outcomeQuarantine.source', key: 'source', type: 'text' } as const;
const SORTS = {
  at: [{ column: 'outcomeQuarantine.lastAt', key: 'lastAt', type: 'time' }, TOLD, SOURCE],
  campaign: [TOLD, SOURCE],
} satisfies Sorts<string>;
export type QuarantineSort = keyof typeof SORTS;

/** Campaigns that no use is known by, and that nobody decided on. */
export const listQuarantine = (
  db: Database,
  { source }: { readonly source?: string | undefined },
  request: PageRequest<QuarantineSort>,
): Promise<Page<QuarantineRow>> =>
  page(
    db
      .selectFrom('outcomeQuarantine')
      .selectAll('outcomeQuarantine')
      .where('outcomeQuarantine.decision', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('uses').select('uses.id').whereRef('uses.id', '=', 'outcomeQuarantine.told'))),
      )
      .$if(source !== undefined, (all) => all.where('outcomeQuarantine.source', '=', source!)),
    SORTS,
    { sort: 'at', direction: 'desc' },
    request,
  );

/** Notes events that speak of no known use, by who told them and how they name the campaign. */
export async function noteQuarantined(
  db: Database,
  events: readonly NewOutcomeEvent[],
  at: Date,
): Promise<void> {
  const counts = new Map<string, { source: string; told: string; events: number }>();
  for (const { source, useId } of events) {
    const key = `${source}\u0000${useId}`;
    const one = counts.get(key) ?? { source, told: useId, events: 0 };
    counts.set(key, { ...one, events: one.events + 1 });
  }
  // In one order, so that two that note the same never wait for each other.
  for (const [, row] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    await db
      .insertInto('outcomeQuarantine')
      .values({ ...row, firstAt: at, lastAt: at })
      .onConflict((conflict) =>
        conflict.columns(['source', 'told']).doUpdateSet({
          events: sql<number>`outcome_quarantine.events + ${row.events}`,
          lastAt: at,
        }),
      )
      .execute();
}

/** Which use each campaign of a source was said to be, where somebody said so. */
export async function assignedUses(
  db: Database,
  source: string,
  told: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (told.length === 0) return new Map();
  const rows = await db
    .selectFrom('outcomeQuarantine')
    .select(['told', 'useId'])
    .where('source', '=', source)
    .where('told', 'in', told)
    .where('decision', '=', 'assigned')
    .execute();
  return new Map(rows.map(({ told: name, useId }) => [name, useId!]));
}

export const lockQuarantined = (
  db: Database,
  source: string,
  told: string,
): Promise<QuarantineRow | undefined> =>
  db
    .selectFrom('outcomeQuarantine')
    .selectAll()
    .where('source', '=', source)
    .where('told', '=', told)
    .forUpdate()
    .executeTakeFirst();

/** Says what a campaign is: from now on its events are those of the use, and what is kept of it is, too. Gives how many. */
export async function decideQuarantined(
  db: Database,
  row: Pick<QuarantineRow, 'source' | 'told'>,
  decided: { readonly useId: string | null; readonly by: string | null; readonly at: Date },
): Promise<number> {
  await db
    .updateTable('outcomeQuarantine')
    .set({
      decision: decided.useId === null ? 'dismissed' : 'assigned',
      useId: decided.useId,
      decidedBy: decided.by,
      decidedAt: decided.at,
    })
    .where('source', '=', row.source)
    .where('told', '=', row.told)
    .execute();
  if (decided.useId === null) return 0;
  const moved = await sql`
    update outcome_events set use_id = ${decided.useId}
    where source = ${row.source} and use_id = ${row.told}`.execute(db);
  await askRecount(db, [decided.useId, ...(row.told === '' ? [] : [row.told])]);
  return Number(moved.numAffectedRows ?? 0);
}
