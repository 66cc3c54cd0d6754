import { createHash, hkdfSync, randomBytes } from 'node:crypto';

/** A secret that is shown once, with what is kept of it. It is 256 random bits, so a plain hash is enough. */
export interface MadeSecret {
  readonly secret: string;
  readonly hash: string;
  /** By which a person tells secrets apart. */
  readonly prefix: string;
}

export function makeSecret(kind: 'key' | 'link'): MadeSecret {
  const secret = `scruple_${kind}_${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashOfSecret(secret), prefix: secret.slice(0, 18) };
}

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A secret for one purpose from the key at rest. */
export const derivedSecret = (keyAtRest: Uint8Array, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', keyAtRest, Buffer.alloc(0), `scruple ${purpose}`, 32)).toString('base64url');
