import type { Database, NewRow, Row } from '../tables/index.ts';

export type CustomerAddress = Row<'customerAddresses'>;

export async function keepAddress(db: Database, address: NewRow<'customerAddresses'>): Promise<void> {
  await db
    .insertInto('customerAddresses')
    .values(address)
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet({ sealed: address.sealed, keptAt: address.keptAt }),
    )
    .execute();
}

export const findAddress = (db: Database, subject: string): Promise<CustomerAddress | undefined> =>
  db.selectFrom('customerAddresses').selectAll().where('subject', '=', subject).executeTakeFirst();

export async function forgetAddresses(db: Database, subjects: readonly string[]): Promise<void> {
  await db.deleteFrom('customerAddresses').where('subject', 'in', subjects).execute();
}
