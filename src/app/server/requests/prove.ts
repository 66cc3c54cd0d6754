import {
  type Identifier,
  type SubjectKey,
  subjectKeyOf,
} from '../../../playbook/6-control/ledger/subject-key.ts';
import { isClosed } from '../../../playbook/6-control/requests/asked-request.ts';
import { MOST_FAILED_PROOFS, type Proof } from '../../../playbook/6-control/requests/proof.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { ServerContext } from '../context.ts';
import { keysOf } from '../ledger/subject-of.ts';
import { lockedRequest, type StoredRequest, takeSteps } from './stored-request.ts';

type Needed = Pick<ServerContext, 'ledger' | 'sealer'>;

/** Counts a proof that was given just now for a request. Refusals: `store.not-found`, `rights.wrong-state`. */
export async function proveRequest(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  context: Needed,
  id: string,
  proof: Proof,
): Promise<StoredRequest> {
  const before = await lockedRequest(work.db, id);
  if (before.request.proofs.includes(proof)) return before;
  return takeSteps(work, context, before, null, [{ type: 'proven', proof }]);
}

/**
 * Tries a second identifier: it counts where it is another one of the same person, as we knew them before. After five that
 * were none of theirs nothing counts any more but a person who checks, and nobody who tries is told which it was.
 * Refusals: `store.not-found`.
 */
export async function proveBySecond(
  work: Pick<Work, 'db' | 'at' | 'record'>,
  context: Needed,
  id: string,
  identifier: Identifier,
): Promise<StoredRequest> {
  const before = await lockedRequest(work.db, id);
  const { row, request } = before;
  if (isClosed(request) || row.subject === null || request.failedProofs >= MOST_FAILED_PROOFS) return before;
  if (request.proofs.includes('second-identifier')) return before;
  const key = subjectKeyOf(context.ledger.subjects, identifier);
  const keys = await keysOf(work.db, row.subject as SubjectKey);
  const isTheirs = key.ok && key.value !== row.subject && keys.includes(key.value);
  return takeSteps(work, context, before, null, [
    isTheirs ? { type: 'proven', proof: 'second-identifier' } : { type: 'not-proven' },
  ]);
}
