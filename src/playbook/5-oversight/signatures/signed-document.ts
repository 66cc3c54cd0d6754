import { canonicalJson } from '../../../kernel/canonical.ts';
import type { KeyId, Signer } from '../../../kernel/ports/signer.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { isSignedBy, keyId } from './public-key.ts';
import { matching, object, type Shape } from './shape.ts';
import { keyFor, type SignedKind, type TrustRoots } from './trust-roots.ts';

/** The most characters of one signed document; a longer one is refused unread. */
const MAXIMUM_LENGTH = 2_000_000;

/**
 * A payload with its signature: Ed25519 over the bytes of the payload's canonical JSON (RFC 8785). Each payload names
 * its own `schema`, so that a signature over one kind can never pass for another.
 */
export interface Signed<P extends { readonly schema: string }> {
  readonly payload: P;
  readonly signature: { readonly key: KeyId; readonly value: string };
}

/** The very bytes that are signed. */
export const signedBytes = (payload: unknown): Uint8Array => Buffer.from(canonicalJson(payload), 'utf8');

/** Signs a payload. Problems: those of the signer. */
export async function signDocument<P extends { readonly schema: string }>(
  payload: P,
  signer: Signer,
): Promise<Result<Signed<P>, Problem>> {
  const signature = await signer.sign(signedBytes(payload));
  if (!signature.ok) return signature;
  const value = Buffer.from(signature.value).toString('base64url');
  return ok({ payload, signature: { key: signer.publicKey.id, value } });
}

/** A signed document as it is written to a file: canonical JSON, so that there is one spelling alone. */
export const writeSigned = (document: Signed<{ readonly schema: string }>): string => canonicalJson(document);

/**
 * A signed document from a file. Any other spelling than the canonical one is refused, but for one line break at the
 * end: otherwise bytes could be changed that no signature covers. Says nothing of the signature yet.
 * Problems: `signature.unreadable`, `signature.not-canonical`.
 */
export function readSigned<P extends { readonly schema: string }>(
  file: string,
  payload: Shape<P>,
): Result<Signed<P>, Problem> {
  const unreadable = (says: string): Result<never, Problem> =>
    fail(problem('signature.unreadable', says, 'export the document again'));
  if (file.length > MAXIMUM_LENGTH) return unreadable('the document is larger than any that we sign');
  const json = file.replace(/\n$/, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return unreadable('the document is no JSON');
  }
  const shape = object({
    payload,
    signature: object({ key: keyId, value: matching<string>(/^[A-Za-z0-9_-]{86}$/) }),
  });
  if (!shape(value)) return unreadable('the document has not the form that its kind of signed document has');
  if (canonicalOf(value) !== json)
    return fail(
      problem(
        'signature.not-canonical',
        'the document was rewritten: it is not spelled as it was signed',
        'take the file as it was exported; to read it, look at a copy',
      ),
    );
  return ok(value as Signed<P>);
}

/**
 * Whether a key in force at `signedAt` signed the payload. Problems: those of `keyFor`, and `signature.invalid` where
 * the payload or the signature was changed.
 */
export function verifySigned(
  { payload, signature }: Signed<{ readonly schema: string }>,
  roots: TrustRoots,
  kind: SignedKind,
  signedAt: string,
): Result<KeyId, Problem> {
  const key = keyFor(roots, signature.key, kind, signedAt);
  if (!key.ok) return key;
  if (!isSignedBy(key.value, signedBytes(payload), signature.value))
    return fail(
      problem(
        'signature.invalid',
        'the signature does not fit: the document was changed after it was signed',
        'trust nothing in it, and ask for the document again',
      ),
    );
  return ok(key.value.id);
}

/** Nesting deeper than the stack, or half a character, has no canonical form. */
function canonicalOf(value: unknown): string | null {
  try {
    return canonicalJson(value);
  } catch {
    return null;
  }
}
