import { asJson } from '../tables/column-types.ts';
import type { Database, Row } from '../tables/index.ts';

export type OutcomeRamp = Row<'outcomeRamps'>;
type Lags = Row<'outcomeLags'>['lags'];

/** Writes what the delays of a use are learned from. */
export async function setLags(db: Database, useId: string, lags: Lags): Promise<void> {
  await db
    .insertInto('outcomeLags')
    .values({ useId, lags: asJson(lags) })
    .onConflict((conflict) => conflict.column('useId').doUpdateSet({ lags: asJson(lags) }))
    .execute();
}

/** What delays are learned from, of all uses. */
export const allLags = async (db: Database): Promise<readonly Lags[]> =>
  (await db.selectFrom('outcomeLags').select('lags').execute()).map(({ lags }) => lags);

export const findRamp = (db: Database, useId: string): Promise<OutcomeRamp | undefined> =>
  db.selectFrom('outcomeRamps').selectAll().where('useId', '=', useId).executeTakeFirst();

/** Sets at which stage of its roll-out a use is. */
export async function setRamp(db: Database, ramp: OutcomeRamp): Promise<void> {
  const { useId, ...rest } = ramp;
  await db
    .insertInto('outcomeRamps')
    .values({ useId, ...rest })
    .onConflict((conflict) => conflict.column('useId').doUpdateSet(rest))
    .execute();
}

export const endRamp = async (db: Database, useId: string): Promise<void> => {
  await db.deleteFrom('outcomeRamps').where('useId', '=', useId).execute();
};
