import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { keyIdOf, type Signer } from '../../../kernel/ports/signer.ts';
import { ok } from '../../../kernel/result.ts';
import type { TrustedKey, TrustRoots } from '../signatures/trust-roots.ts';

/** A signer over a key that is the same in every run: for tests alone. */
export function testSigner(seed = 1): Signer {
  // RFC 8410: the fixed head of a PKCS #8 Ed25519 key, then its 32 bytes.
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const x = createPublicKey(key).export({ format: 'jwk' }).x!;
  return {
    publicKey: { id: keyIdOf(x), x },
    sign: async (bytes) => ok(new Uint8Array(sign(null, bytes, key))),
  };
}

export const trusting = (signer: Signer, over: Partial<TrustedKey> = {}): TrustRoots => ({
  schema: 'scruple.trust/1',
  organisation: 'Harbor Outfitters (fictional)',
  keys: [
    {
      ...signer.publicKey,
      signs: ['clearance', 'evidence'],
      from: '2026-01-01T00:00:00.000Z',
      until: null,
      revoked: null,
      ...over,
    },
  ],
});
