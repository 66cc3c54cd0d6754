import {
  createHash,
  createHmac,
  createPublicKey,
  type KeyObject,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** How far the clock of a signature may be from ours, both ways: what Standard Webhooks and HubSpot ask for. */
export const REPLAY_SECONDS = 300;

export const notSigned = (): Result<never, Problem> =>
  fail(
    problem(
      'intake.not-signed',
      'the delivery is not signed with the secret that is set here',
      'check that both sides hold the same secret, and that nothing on the way changes the body',
    ),
  );

const stale = (): Result<never, Problem> =>
  fail(
    problem(
      'intake.stale',
      'the delivery was signed too long ago, or for a time to come',
      'check the clocks, or send it anew',
    ),
  );

/** Texts of secret things, compared in the same time whether they differ early or late. */
export function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

export interface Signed {
  readonly algorithm: 'sha1' | 'sha256';
  readonly encoding: 'hex' | 'base64';
  readonly key: string | Uint8Array;
  readonly parts: ReadonlyArray<string | Uint8Array>;
}

/** Whether `given` is the HMAC of the parts, written exactly as the encoding writes it: no other spelling is taken. */
export function isHmac(given: string | undefined, { algorithm, encoding, key, parts }: Signed): boolean {
  if (given === undefined || key.length === 0) return false;
  const hmac = createHmac(algorithm, key);
  for (const part of parts) hmac.update(part);
  return isSame(given, hmac.digest(encoding));
}

/** Whether a time of a signature, in seconds or milliseconds since 1970 as digits, is near enough to now. */
export function isFresh(
  given: string | undefined,
  now: Date,
  unit: 'second' | 'millisecond' = 'second',
): boolean {
  if (given === undefined || !/^\d{1,16}$/.test(given)) return false;
  const at = Number(given) * (unit === 'second' ? 1000 : 1);
  return Math.abs(now.getTime() - at) <= REPLAY_SECONDS * 1000;
}

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The same for a time as HTTP writes dates (RFC 9110, 5.6.7). */
export const isFreshDate = (given: string | undefined, now: Date): boolean =>
  given !== undefined &&
  HTTP_DATE.test(given) &&
  Math.abs(now.getTime() - Date.parse(given)) <= REPLAY_SECONDS * 1000;

/** The answer of a verifier: signed first, fresh second, so that nothing unsigned is told about clocks. */
export function answered(isSigned: boolean, isFreshEnough = true): Result<null, Problem> {
  if (!isSigned) return notSigned();
  return isFreshEnough ? ok(null) : stale();
}

/** An elliptic-curve or RSA signature in base64, by a key in base64 (SPKI, DER). */
export function isSignedBy(
  publicKey: string,
  signature: string | undefined,
  parts: ReadonlyArray<string | Uint8Array>,
): boolean {
  if (signature === undefined || !/^[A-Za-z0-9+/]{16,2000}={0,2}$/.test(signature)) return false;
  const key = readKey(publicKey);
  if (key === null) return false;
  const bytes = Buffer.from(signature, 'base64');
  // A padded text that ends in other bits than it should is another spelling of the same bytes.
  if (bytes.toString('base64') !== signature) return false;
  return verify('sha256', Buffer.concat(parts.map((part) => Buffer.from(part))), key, bytes);
}

function readKey(text: string): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/** The password of HTTP Basic, or the token of Bearer; what a system without signatures is known by. */
export function hasSecret(authorization: string | undefined, secret: string): boolean {
  if (authorization === undefined || secret === '') return false;
  const [scheme, given = ''] = authorization.split(' ', 2);
  if (scheme?.toLowerCase() === 'bearer') return isSame(given, secret);
  if (scheme?.toLowerCase() !== 'basic') return false;
  const text = Buffer.from(given, 'base64').toString('utf8');
  return isSame(text.slice(text.indexOf(':') + 1), secret);
}
