import { createHmac } from 'node:crypto';

/**
 * By what a system that shares a secret with us finds a person without being told who it is: HMAC-SHA256 by the bytes of
 * the secret over `reference:`, the kind and the value, in base64url. The prefix keeps it apart from signatures of
 * messages, whose text begins with the id of one.
 */
export function keyedReference(secret: string, kind: string, value: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(`reference:${kind}:${value}`).digest('base64url');
}
