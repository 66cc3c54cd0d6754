import { createHash } from 'node:crypto';
import type { KnownPerson } from '../../src/gate/known-person.ts';

/** Numbers in [0, 1) that are the same in every run. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const subjectOf = (index: number): string =>
  `subject:${createHash('sha256').update(`person ${index}`).digest('base64url')}`;

const DAY = 86_400_000;
const ZONES = ['Europe/Berlin', 'Europe/Paris', 'Europe/Lisbon', 'America/New_York', 'America/Los_Angeles'];
const PLACES = ['eu-de', 'eu-fr', 'eu-pt', 'us-ny', 'us-ca'];
const MAIL = 'marketing.communications.email';
const SMS = 'marketing.communications.sms';

/**
 * People as a company has them: most said yes to mail, some to texts, some withdrew, some consents end, one in twenty
 * rests, one in fifty is on a list, and most of it at moments that are theirs alone.
 */
export function personNumbered(index: number, now: number): KnownPerson {
  const next = numbers(index + 1);
  const since = () => Math.floor(now - next() * 900 * DAY);
  const choices: Record<string, readonly [number, number | null]> = {};
  if (next() < 0.85) {
    const until = next() < 0.3 ? Math.floor(now + (next() - 0.1) * 700 * DAY) : null;
    choices[`yes|${MAIL}|email||`] = [since(), until];
  }
  if (next() < 0.25) choices[`yes|${SMS}|sms||`] = [since(), null];
  if (next() < 0.08) choices[`withdrawn|${MAIL}|email||`] = [since(), null];
  if (next() < 0.03) choices['objected|marketing|||'] = [since(), null];
  if (next() < 0.02) choices['paused|marketing|||'] = [since(), Math.floor(now + (next() - 0.3) * 60 * DAY)];
  const home = Math.floor(next() * ZONES.length);
  return {
    subject: subjectOf(index),
    choices: [choices],
    rests: next() < 0.05 ? [[null, null, null, Math.floor(now + next() * 90 * DAY)]] : [],
    suppressions:
      next() < 0.02
        ? [['no-debtors', 'marketing', null, null, Math.floor(now + next() * 90 * DAY), false]]
        : [],
    rhythm: next() < 0.1 ? 'weekly' : 'any',
    age: next() < 0.6 ? 'adult' : 'unknown',
    zones: next() < 0.9 ? [ZONES[home]!] : [],
    places: next() < 0.95 ? [PLACES[home]!] : [],
  };
}
