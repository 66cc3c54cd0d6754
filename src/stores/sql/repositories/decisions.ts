import type { Database, NewRow, Row } from '../tables/index.ts';

export type Decision = Row<'decisions'>;
export type DecisionOverride = Row<'decisionOverrides'>;

export async function addDecision(db: Database, decision: NewRow<'decisions'>): Promise<void> {
  await db.insertInto('decisions').values(decision).execute();
}

/** A decision that is still kept. */
export const findDecision = (db: Database, id: string, now: Date): Promise<Decision | undefined> =>
  db.selectFrom('decisions').selectAll().where('id', '=', id).where('keepUntil', '>', now).executeTakeFirst();

/** Decisions about the people of these pseudonyms that are still kept, oldest first. */
export const listDecisionsAbout = (
  db: Database,
  subjects: readonly string[],
  now: Date,
): Promise<Decision[]> =>
  subjects.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('decisions')
        .selectAll()
        .where('subject', 'in', subjects)
        .where('keepUntil', '>', now)
        .orderBy('decidedAt')
        .orderBy('id')
        .execute();

export async function addOverride(db: Database, override: NewRow<'decisionOverrides'>): Promise<void> {
  await db.insertInto('decisionOverrides').values(override).execute();
}

/** In the order in which they were made. */
export const listOverrides = (db: Database, decisionId: string): Promise<DecisionOverride[]> =>
  db
    .selectFrom('decisionOverrides')
    .selectAll()
    .where('decisionId', '=', decisionId)
    .orderBy('overriddenAt')
    .orderBy('id')
    .execute();

/** How many decisions of a use there were since then, and how many of them somebody overrode: of the use, never of a person. */
export async function countOverrides(
  db: Database,
  useId: string,
  from: Date,
): Promise<{ readonly decisions: number; readonly overridden: number }> {
  const row = await db
    .selectFrom('decisions')
    .leftJoin('decisionOverrides', 'decisionOverrides.decisionId', 'decisions.id')
    .where('decisions.useId', '=', useId)
    .where('decisions.decidedAt', '>=', from)
    .select((one) => [
      one.fn.count<number>('decisions.id').distinct().as('decisions'),
      one.fn.count<number>('decisionOverrides.decisionId').distinct().as('overridden'),
    ])
    .executeTakeFirstOrThrow();
  return { decisions: Number(row.decisions), overridden: Number(row.overridden) };
}

/** Forgets what people’s values were where its time has passed, and whole decisions where theirs has. */
export async function forgetDecisions(
  db: Database,
  now: Date,
): Promise<{ readonly inputs: number; readonly decisions: number }> {
  const ended = await db.deleteFrom('decisions').where('keepUntil', '<=', now).executeTakeFirstOrThrow();
  const hidden = await db
    .updateTable('decisions')
    .set({ hidden: null })
    .where('hidden', 'is not', null)
    .where('hiddenUntil', '<=', now)
    .executeTakeFirstOrThrow();
  return { inputs: Number(hidden.numUpdatedRows), decisions: Number(ended.numDeletedRows) };
}
