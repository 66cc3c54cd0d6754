import type { Database, NewRow, Row } from '../tables/index.ts';

export type CustomerAddress = Row<'customerAddresses'>;

/** Keeps what a letter needs; what is kept for it already stays as it is. */
export async function keepAddress(db: Database, address: NewRow<'customerAddresses'>): Promise<void> {
  await db
    .insertInto('customerAddresses')
    .values(address)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const findAddress = (db: Database, letter: string): Promise<CustomerAddress | undefined> =>
  db.selectFrom('customerAddresses').selectAll().where('letter', '=', letter).executeTakeFirst();

/** A letter was handed over, or given up. */
export async function dropAddress(db: Database, letter: string): Promise<void> {
  await db.deleteFrom('customerAddresses').where('letter', '=', letter).execute();
}

/** Forgets the people of these keys, and with them the letters that are owed to them. */
export async function forgetAddresses(db: Database, subjects: readonly string[]): Promise<void> {
  const dropped = await db
    .deleteFrom('customerAddresses')
    .where('subject', 'in', subjects)
    .returning('letter')
    .execute();
  if (dropped.length === 0) return;
  await db
    .deleteFrom('outbox')
    .where(
      'id',
      'in',
      dropped.map(({ letter }) => letter),
    )
    .where('deliveredAt', 'is', null)
    .execute();
}
