import { createHmac, randomBytes } from 'node:crypto';

/** What is signed of a message: its id, which stays over all attempts, when this attempt is made, and the body. */
export interface SignedParts {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** A secret as Standard Webhooks writes one: 32 random bytes. */
export const newHookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/**
 * The headers of a signed message: HMAC-SHA256 over id, time in seconds and body, by the bytes of the secret.
 * Source: Standard Webhooks 1.0, "signature scheme".
 */
export function signedHeaders({ id, at, body }: SignedParts, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
