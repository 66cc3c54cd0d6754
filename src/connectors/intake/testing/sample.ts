import { createHmac } from 'node:crypto';
import type { Delivery, Intake, Told } from '../intake.ts';

export const NOW = new Date('2026-11-20T09:00:00Z');
export const SECONDS = String(NOW.getTime() / 1000);
export const SECRET = 'k7Jw-a-secret-that-only-this-test-knows';
export const BASE64 = Buffer.from(SECRET).toString('base64');

export const hmac = (algorithm: string, encoding: 'hex' | 'base64', text: string): string =>
  createHmac(algorithm, SECRET).update(text).digest(encoding);
export const basic = (password: string): string =>
  `Basic ${Buffer.from(`scruple:${password}`).toString('base64')}`;

/** What a sample tells: a complaint about one use, unless it says otherwise. */
export const COMPLAINT: Partial<Told> = {
  type: 'complaint',
  use: 'winback-spring',
  recipient: { kind: 'email', value: 'a@example.org' },
};

/** An event as each system tells it, signed as it signs. */
export interface Sample {
  readonly intake: Intake;
  readonly secret: string;
  readonly delivery: Delivery;
  /** Where the proof stands: the part that mutations must break. */
  readonly proof: string;
  /** Whether the proof covers the body. */
  readonly coversBody: boolean;
  /** Default: `COMPLAINT`. */
  readonly tells?: Partial<Told>;
  /** Whether what is signed has a time in it. */
  readonly hasTime: boolean;
}

export const delivery = (
  body: unknown,
  headers: Record<string, string>,
  url = 'https://scruple.example/',
): Delivery => ({
  method: 'POST',
  url,
  headers,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

export const withPassword = (intake: Intake, body: unknown): Sample => ({
  intake,
  secret: SECRET,
  delivery: delivery(body, { authorization: basic(SECRET) }),
  proof: 'authorization',
  coversBody: false,
  hasTime: false,
});
