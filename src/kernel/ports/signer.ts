import { createHash } from 'node:crypto';
import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';

/**
 * The name of a key: `ed25519:` and the SHA-256 of its 32 public bytes in base64url. Whoever has the public key can
 * compute the name, so a name cannot be given to another key.
 */
export type KeyId = `ed25519:${string}`;

/** The name of the key with these 32 public bytes (base64url). */
export const keyIdOf = (x: string): KeyId =>
  `ed25519:${createHash('sha256').update(Buffer.from(x, 'base64url')).digest('base64url')}`;

/** What a signer tells of its key. */
export interface PublicKey {
  readonly id: KeyId;
  /** The 32 public bytes in base64url, as `x` of a JSON Web Key (RFC 8037). */
  readonly x: string;
}

/**
 * Signs with Ed25519 (RFC 8032). The private key never leaves an adapter: a file that only the server reads, or a
 * hardware module. Problems: `key.unreadable`.
 */
export interface Signer {
  readonly publicKey: PublicKey;
  /** The 64 bytes of the signature. */
  sign(bytes: Uint8Array): Promise<Result<Uint8Array, Problem>>;
}
