import type { Database } from '../tables/index.ts';

export async function forgetAddresses(db: Database, subjects: readonly string[]): Promise<void> {
  await db.deleteFrom('customerAddresses').where('subject', 'in', subjects).execute();
}
