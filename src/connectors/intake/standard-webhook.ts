import type { Problem } from '../../kernel/problem.ts';
import type { Result } from '../../kernel/result.ts';
import type { Delivery } from './intake.ts';
import { answered, isFresh, isHmac } from './signatures.ts';

/** Several signatures stand in a header while a secret changes; more than so many are no header of anybody's. */
const MOST_SIGNATURES = 10;

/**
 * Whether a delivery is signed as Standard Webhooks 1.0 says: HMAC-SHA256 over id, time and body by the bytes of
 * `whsec_…`. Problems: `intake.not-signed`, `intake.stale`.
 */
export function isStandardWebhook(
  { headers, body }: Delivery,
  secret: string,
  now: Date,
): Result<null, Problem> {
  const [id, at, given] = ['id', 'timestamp', 'signature'].map(
    (part) => headers[`webhook-${part}`] ?? headers[`svix-${part}`],
  );
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const parts = [`${id}.${at}.`, body];
  const isSigned =
    id !== undefined &&
    at !== undefined &&
    (given ?? '')
      .split(' ')
      .slice(0, MOST_SIGNATURES)
      .some(
        (one) =>
          one.startsWith('v1,') &&
          isHmac(one.slice(3), { algorithm: 'sha256', encoding: 'base64', key, parts }),
      );
  return answered(isSigned, isFresh(at, now));
}
