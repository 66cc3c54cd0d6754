import type { Contact } from '../person-facts.ts';
import type { Sending } from '../question.ts';
import type { CapInForce } from './caps-on.ts';

const DAY_MS = 86_400_000;

/** The length of a cap's window in milliseconds; a day is 24 hours, whatever clocks do. */
export const windowMs = ({ days }: Pick<CapInForce, 'days'>): number => days * DAY_MS;

/**
 * When one more contact keeps a cap: `now`, at the moment at which the oldest that stands in the way has been there for
 * the whole window, or `never` where nothing is allowed. A contact at t counts in [t, t + window); one of the same use
 * and dispatch is the one that is asked about again, and does not count. A time that cannot be read counts for ever.
 */
export function freeFrom(
  contacts: readonly Contact[],
  cap: CapInForce,
  sending: Pick<Sending, 'use' | 'dispatch'>,
  now: Date,
): Date | 'now' | 'never' {
  if (!(cap.count >= 1) || !(cap.days > 0)) return 'never';
  const since = now.getTime() - windowMs(cap);
  let counted = 0;
  for (const contact of contacts) if (counts(contact, cap, sending, since)) counted += 1;
  if (counted < cap.count) return 'now';
  const times = contacts
    .filter((contact) => counts(contact, cap, sending, since))
    .map(({ at }) => (Number.isNaN(at.getTime()) ? Number.POSITIVE_INFINITY : at.getTime()))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  // So many have to leave that one place is free; the last of them to do so decides.
  const last = times[counted - Math.floor(cap.count)]!;
  return Number.isFinite(last) ? new Date(last + windowMs(cap)) : 'never';
}

const counts = (
  contact: Contact,
  cap: CapInForce,
  sending: Pick<Sending, 'use' | 'dispatch'>,
  since: number,
): boolean =>
  !(contact.at.getTime() <= since) &&
  (cap.use === null || contact.use === cap.use) &&
  (cap.channel === null || contact.channel === cap.channel) &&
  !(sending.dispatch !== null && contact.dispatch === sending.dispatch && contact.use === sending.use);
