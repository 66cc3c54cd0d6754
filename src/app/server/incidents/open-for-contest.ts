import type { CustomerRequest } from '../../../stores/sql/repositories/customer-requests.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { CONTEST_CHANGED } from './causes.ts';
import { openIncident } from './open-incident.ts';

/** Opens an incident where a person contested a decision and was right: the next one may be decided as wrongly. */
export async function openForContest(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  { id, useId }: Pick<CustomerRequest, 'id' | 'useId'>,
): Promise<void> {
  if (!(await isKnown(work.db, useId))) return;
  await openIncident(work, {
    useId,
    cause: CONTEST_CHANGED,
    kind: 'contest',
    evidence: [{ of: 'request', id }],
    by: null,
    words: null,
  });
}

/** A request may speak of no use, or of one that was never pushed. */
const isKnown = async (db: Database, useId: string): Promise<boolean> =>
  (await db.selectFrom('uses').select('id').where('id', '=', useId).executeTakeFirst()) !== undefined;
