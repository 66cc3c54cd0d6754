import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { keyId } from './public-key.ts';
import { listOf, matching, object, oneOf, type Shaped, time, whole } from './shape.ts';
import { readSigned, type Signed, verifySigned } from './signed-document.ts';
import type { TrustRoots } from './trust-roots.ts';

export const clearanceId = matching<string>(/^clearance:[A-Za-z0-9_-]{8,64}$/);

export const revocationsPayload = object({
  schema: oneOf('scruple.revocations/1'),
  /** Counts up, so that a verifier can refuse a list older than one it has seen. */
  number: whole,
  issuedAt: time,
  clearances: listOf(
    object({
      id: clearanceId,
      at: time,
      because: oneOf('changed', 'stopped', 'reopened', 'withdrawn', 'alarm'),
    }),
    1_000_000,
  ),
  keys: listOf(object({ id: keyId, at: time, because: oneOf('retired', 'compromised') }), 1_000),
});

/** What was taken back, as one signed list. */
export type Revocations = Shaped<typeof revocationsPayload>;
export type SignedRevocations = Signed<Revocations>;

/** A list of revocations from a file, with its signature verified. Problems: those of `readSigned` and `verifySigned`. */
export function readRevocations(file: string, roots: TrustRoots): Result<Revocations, Problem> {
  const document = readSigned(file, revocationsPayload);
  if (!document.ok) return document;
  const signed = verifySigned(document.value, roots, 'clearance', document.value.payload.issuedAt);
  return signed.ok ? ok(document.value.payload) : signed;
}

/** The trust roots with the keys revoked that the list names. The earlier and the harder revocation of a key counts. */
export const withRevokedKeys = (roots: TrustRoots, revocations: Revocations | null): TrustRoots =>
  revocations === null
    ? roots
    : {
        ...roots,
        keys: roots.keys.map((key) => {
          const all = [
            ...(key.revoked === null ? [] : [key.revoked]),
            ...revocations.keys.filter(({ id }) => id === key.id).map(({ at, because }) => ({ at, because })),
          ];
          if (all.length === 0) return key;
          const at = all.map((one) => one.at).sort((a, b) => Date.parse(a) - Date.parse(b))[0]!;
          const because = all.some((one) => one.because === 'compromised') ? 'compromised' : 'retired';
          return { ...key, revoked: { at, because } };
        }),
      };
