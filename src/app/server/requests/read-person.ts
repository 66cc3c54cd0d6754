import { contentHash } from '../../../kernel/canonical.ts';
import { type Change, demand } from '../change.ts';
import { say } from '../evidence/say.ts';
import { demandNotOwner } from './not-owner.ts';
import { openSaid, openStatement, type SaidByPerson } from './said-by-person.ts';
import { storedRequest } from './stored-request.ts';

export interface ReadPerson extends SaidByPerson {
  /** The key in the ledger; `null` where the request stands for nobody any more. */
  readonly subject: string | null;
  readonly statement: string | null;
}

/**
 * Who asks and what they say, for a stated purpose that goes into the evidence log by its hash.
 * Refusals: `people.not-allowed`, `store.not-found`.
 */
export async function readPersonOfRequest(change: Change, id: string, purpose: string): Promise<ReadPerson> {
  demand(change, 'request.read-person', { purpose });
  const { row } = await storedRequest(change.db, id);
  await demandNotOwner(change, row);
  say(change, 'requests', 'request.person-read', {
    by: change.caller.account.key,
    request: id,
    purposeHash: contentHash(purpose),
  });
  return {
    subject: row.subject,
    ...openSaid(change.context, id, row.sealed),
    statement: openStatement(change.context, id, row.statement),
  };
}
