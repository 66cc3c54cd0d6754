import type { Database, NewRow, Row } from '../tables/index.ts';

export type GateAuditSketch = Row<'gateAuditSketches'>;

/** What earlier audits of the holds of a use were made of, with the audit of each. */
export const sketchesOfUse = (db: Database, useId: string): Promise<GateAuditSketch[]> =>
  db
    .selectFrom('gateAuditSketches')
    .selectAll()
    .where('useId', '=', useId)
    .orderBy('madeAt')
    .orderBy('auditId')
    .execute();

export const addSketch = async (db: Database, row: NewRow<'gateAuditSketches'>): Promise<void> => {
  await db.insertInto('gateAuditSketches').values(row).execute();
};

/** Forgets those whose decisions are gone by now, so that nobody can ask about them again. */
export async function forgetSketches(db: Database, before: Date): Promise<number> {
  const gone = await db
    .deleteFrom('gateAuditSketches')
    .where('madeAt', '<', before)
    .executeTakeFirstOrThrow();
  return Number(gone.numDeletedRows);
}
