import type { KeyId } from '../../kernel/ports/signer.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { ClearancePayload } from '../../playbook/5-oversight/clearances/statement.ts';
import { verifyClearance } from '../../playbook/5-oversight/clearances/verify-clearance.ts';
import { readRevocations } from '../../playbook/5-oversight/signatures/revocations.ts';
import { readTrustRoots } from '../../playbook/5-oversight/signatures/trust-roots.ts';
import { hashOfUse } from './hash-of-use.ts';
import { readDocument } from './read-document.ts';

export interface ClearanceRequest {
  readonly clearance: string;
  readonly trust: string;
  readonly revocations: string | null;
  /** A workspace whose use of the same id is held against what was cleared; `null` compares nothing. */
  readonly workspace: string | null;
}

export interface ClearanceAnswer {
  readonly isValid: boolean;
  /** Why it does not hold; `null` where it does, or where that could not be told. */
  readonly reason: Problem | null;
  readonly clearance: ClearancePayload | null;
  readonly key: KeyId | null;
  readonly organisation: string | null;
  readonly notRevokedAsOf: string | null;
  readonly content: 'same' | 'differs' | 'not-compared';
  /** What kept the answer from being whole. */
  readonly problems: readonly Problem[];
}

/** Verifies a clearance file with trust roots from another file, offline. */
export async function verifyClearanceFile(request: ClearanceRequest, now: Date): Promise<ClearanceAnswer> {
  const [statement, trust, list] = await Promise.all([
    readDocument(request.clearance),
    readDocument(request.trust),
    request.revocations === null ? null : readDocument(request.revocations),
  ]);
  const roots = trust.ok ? readTrustRoots(trust.value) : trust;
  const revocations =
    list === null || !list.ok ? list : roots.ok ? readRevocations(list.value, roots.value) : null;
  const unread = [statement, roots, revocations].flatMap((one) =>
    one === null || one.ok ? [] : [one.problem],
  );
  if (!statement.ok || !roots.ok || unread.length > 0) return answer({ problems: unread });

  const verified = verifyClearance(
    statement.value,
    roots.value,
    now,
    revocations?.ok ? revocations.value : null,
  );
  if (!verified.ok) {
    // A file that never was a clearance is bad input; one that was, and is broken, is the answer no.
    const isOther =
      verified.problem.code === 'signature.unreadable' && !statement.value.includes('scruple.clearance/1');
    return isOther ? answer({ problems: [verified.problem] }) : answer({ reason: verified.problem });
  }
  const { clearance, key, notRevokedAsOf } = verified.value;
  const found = { clearance, key, notRevokedAsOf, organisation: roots.value.organisation };
  if (request.workspace === null) return answer({ ...found, isValid: true });

  const hash = await hashOfUse(request.workspace, clearance.use);
  if (!hash.ok) return answer({ ...found, problems: [hash.problem] });
  if (hash.value === clearance.contentHash) return answer({ ...found, isValid: true, content: 'same' });
  return answer({
    ...found,
    content: 'differs',
    reason: {
      code: 'clearance.not-covered',
      message: `the use \`${clearance.use}\` is not what was cleared: its hash is ${hash.value}`,
      hint: 'have it reviewed as it is now',
      at: null,
    },
  });
}

const answer = (over: Partial<ClearanceAnswer>): ClearanceAnswer => ({
  isValid: false,
  reason: null,
  clearance: null,
  key: null,
  organisation: null,
  notRevokedAsOf: null,
  content: 'not-compared',
  problems: [],
  ...over,
});
