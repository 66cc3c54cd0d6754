import { createPublicKey, verify } from 'node:crypto';
import type { KeyId, PublicKey } from '../../../kernel/ports/signer.ts';
import { matching } from './shape.ts';

export const keyId = matching<KeyId>(/^ed25519:[A-Za-z0-9_-]{43}$/);

/** True for 32 bytes in base64url, written in the one way that gives these bytes. */
export const isPublicKey = (x: unknown): x is string => typeof x === 'string' && isExact(x, 32);

/**
 * True when `signature` (64 bytes in base64url) over `bytes` is the key's. A second spelling of the same bytes is none,
 * so that no byte of a signed document can be changed without notice.
 */
export function isSignedBy({ x }: Pick<PublicKey, 'x'>, bytes: Uint8Array, signature: string): boolean {
  if (!isPublicKey(x) || !isExact(signature, 64)) return false;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, bytes, key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

/** The key in the form that other tools read (`openssl pkeyutl -verify -pubin -inkey`). */
export const publicKeyPem = ({ x }: Pick<PublicKey, 'x'>): string =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }).export({
    type: 'spki',
    format: 'pem',
  }) as string;

function isExact(base64url: string, bytes: number): boolean {
  if (base64url.length !== Math.ceil((bytes * 4) / 3)) return false;
  return Buffer.from(base64url, 'base64url').toString('base64url') === base64url;
}
