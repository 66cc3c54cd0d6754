import type { Database, NewRow, Row } from '../tables/index.ts';

export type CustomerRequest = Row<'customerRequests'>;

/** Keeps a request; one of its kind that is open already stays as it is, with its clock. */
export async function addCustomerRequest(db: Database, request: NewRow<'customerRequests'>): Promise<void> {
  await db
    .insertInto('customerRequests')
    .values(request)
    .onConflict((conflict) =>
      conflict.columns(['subject', 'useId', 'kind']).where('closedAt', 'is', null).doNothing(),
    )
    .execute();
}

/** Those that are open, of one person about one use, oldest first. */
export const listOpenRequests = (
  db: Database,
  subjects: readonly string[],
  useId: string,
): Promise<CustomerRequest[]> =>
  db
    .selectFrom('customerRequests')
    .selectAll()
    .where('subject', 'in', subjects)
    .where('useId', '=', useId)
    .where('closedAt', 'is', null)
    .orderBy('askedAt')
    .orderBy('id')
    .execute();

/** Forgets what the people of these keys asked for, open or closed. */
export async function forgetRequests(db: Database, subjects: readonly string[]): Promise<void> {
  await db.deleteFrom('customerRequests').where('subject', 'in', subjects).execute();
}
