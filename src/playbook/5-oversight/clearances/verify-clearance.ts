import type { KeyId } from '../../../kernel/ports/signer.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { type Revocations, withRevokedKeys } from '../signatures/revocations.ts';
import { readSigned, verifySigned } from '../signatures/signed-document.ts';
import type { TrustRoots } from '../signatures/trust-roots.ts';
import { type ClearancePayload, isClearancePayload } from './statement.ts';
import { unsound } from './unsound.ts';

export interface VerifiedClearance {
  readonly clearance: ClearancePayload;
  readonly key: KeyId;
  /** As of when it is known not to be revoked; `null` where no list of revocations was at hand. */
  readonly notRevokedAsOf: string | null;
}

/**
 * Whether a clearance, as the text of its file, holds at `now`: signed by a key that the verifier trusts, unchanged to
 * the last byte, sound in itself, begun, not ended, not taken back. Needs nothing but Node's crypto.
 * Problems: `signature.*` and `clearance.*`; the first that applies, from the signature on.
 */
export function verifyClearance(
  statement: string,
  trustRoots: TrustRoots,
  now: Date,
  revocations: Revocations | null,
): Result<VerifiedClearance, Problem> {
  const document = readSigned(statement, isClearancePayload);
  if (!document.ok) return document;
  const clearance = document.value.payload;
  const signed = verifySigned(
    document.value,
    withRevokedKeys(trustRoots, revocations),
    'clearance',
    clearance.issuedAt,
  );
  if (!signed.ok) return signed;

  const flaw = unsound(clearance);
  if (flaw !== null)
    return refused('clearance.unsound', `the clearance is not sound: ${flaw}`, 'ask for a new review');
  if (Date.parse(clearance.issuedAt) > now.getTime())
    return refused(
      'clearance.not-yet-valid',
      `the clearance was issued on ${clearance.issuedAt}, after the time that is asked about`,
      'check the clock, or the time given',
    );
  const revoked = revocations?.clearances.find(({ id }) => id === clearance.id);
  if (revoked !== undefined)
    return refused(
      'clearance.revoked',
      `the clearance was taken back on ${revoked.at} (${revoked.because})`,
      'ask for the clearance that is in force',
    );
  if (now.getTime() >= Date.parse(clearance.expiresAt))
    return refused(
      'clearance.expired',
      `the clearance ended on ${clearance.expiresAt}`,
      'ask for a new review',
    );
  return ok({ clearance, key: signed.value, notRevokedAsOf: revocations?.issuedAt ?? null });
}

const refused = (
  code: 'clearance.unsound' | 'clearance.not-yet-valid' | 'clearance.revoked' | 'clearance.expired',
  message: string,
  hint: string,
): Result<never, Problem> => fail(problem(code, message, hint));
