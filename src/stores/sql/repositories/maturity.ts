import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database, NewRow, Row } from '../tables/index.ts';

/** What was signed for up to a moment, of each requirement the first first. */
export const listAttestations = (db: Database, at: Date): Promise<Array<Row<'maturityAttestations'>>> =>
  db
    .selectFrom('maturityAttestations')
    .selectAll()
    .where('attestedAt', '<=', at)
    .orderBy('requirement')
    .orderBy('number')
    .execute();

/** Adds what somebody signs for. Two at once: one of them is refused by the key, and asks again. */
export async function addAttestation(
  db: Database,
  row: Omit<NewRow<'maturityAttestations'>, 'number'>,
): Promise<void> {
  await db
    .insertInto('maturityAttestations')
    .values((one) => ({
      ...row,
      number: one
        .selectFrom('maturityAttestations')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('number'))
        .where('requirement', '=', row.requirement),
    }))
    .execute();
}

/** The last word on each practice that somebody lowered, up to a moment. */
export async function lastLowerings(db: Database, at: Date): Promise<Array<Row<'maturityLowerings'>>> {
  const rows = await db
    .selectFrom('maturityLowerings')
    .selectAll()
    .where('loweredAt', '<=', at)
    .orderBy('step')
    .orderBy('number')
    .execute();
  return [...new Map(rows.map((row) => [row.step, row])).values()];
}

/** Adds a lowering, or takes back the one before. */
export async function addLowering(
  db: Database,
  row: Omit<NewRow<'maturityLowerings'>, 'number'>,
): Promise<void> {
  await db
    .insertInto('maturityLowerings')
    .values((one) => ({
      ...row,
      number: one
        .selectFrom('maturityLowerings')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('number'))
        .where('step', '=', row.step),
    }))
    .execute();
}

/** Keeps where the practices stood on a day; a later look of the same day takes the place of an earlier one. */
export async function keepMaturityDay(
  db: Database,
  { day, levels, evidence, measuredAt }: Row<'maturityDays'>,
): Promise<void> {
  const row = { levels: asJson(levels), evidence: asJson(evidence), measuredAt };
  await db
    .insertInto('maturityDays')
    .values({ day, ...row })
    .onConflict((conflict) => conflict.column('day').doUpdateSet(row))
    .execute();
}

/** Days in order, from one on. */
export const maturityDaysSince = (db: Database, day: string): Promise<Array<Row<'maturityDays'>>> =>
  db.selectFrom('maturityDays').selectAll().where('day', '>=', day).orderBy('day').execute();
