import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../person-facts.ts';
import { answer } from '../testing/answers.ts';
import { clearance, hoursAfter, NOON, person, policy, sending, use } from '../testing/moments.ts';
import type { CapInForce } from './caps-on.ts';
import { freeFrom, windowMs } from './window.ts';

const daysAgo = (days: number): Date => hoursAfter(-24 * days);
const contact = (days: number, over: Partial<Contact> = {}): Contact => ({
  use: 'vip-dinner',
  channel: 'email',
  at: daysAgo(days),
  dispatch: null,
  ...over,
});
const cap = (count: number, days: number, over: Partial<CapInForce> = {}): CapInForce => ({
  count,
  days,
  use: null,
  channel: null,
  ...over,
});

describe('a sliding window', () => {
  it.each<[string, CapInForce, readonly Contact[], Date | 'now' | 'never']>([
    ['has room', cap(2, 7), [contact(1)], 'now'],
    ['is full until the oldest is out of it', cap(2, 7), [contact(1), contact(6)], daysAgo(-1)],
    ['lets a contact go to the millisecond', cap(1, 7), [contact(7)], 'now'],
    [
      'is full for as long as two too many are in it',
      cap(1, 7),
      [contact(1), contact(3), contact(5)],
      daysAgo(-6),
    ],
    ['counts its use', cap(1, 7, { use: 'winback-spring' }), [contact(1)], 'now'],
    ['counts its channel', cap(1, 7, { channel: 'sms' }), [contact(1)], 'now'],
    ['counts what a clock that runs ahead wrote down', cap(1, 7), [contact(-1)], daysAgo(-8)],
    ['counts a time that is none, for ever', cap(1, 7), [contact(Number.NaN)], 'never'],
    ['allows nothing', cap(0, 7), [], 'never'],
    ['allows nobody knows what', cap(Number.NaN, 7), [], 'never'],
    [
      'is the same contact as the one that is asked about again',
      cap(1, 7),
      [contact(1, { use: 'winback-spring', dispatch: 'monday' })],
      'now',
    ],
    [
      'is another dispatch',
      cap(1, 7),
      [contact(1, { use: 'winback-spring', dispatch: 'tuesday' })],
      daysAgo(-6),
    ],
    ['is another use', cap(1, 7), [contact(1, { dispatch: 'monday' })], daysAgo(-6)],
  ])('%s', (_, of, contacts, expected) => expect(freeFrom(contacts, of, sending(), NOON)).toEqual(expected));

  it('is free exactly from the moment it tells, and not a millisecond before', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.nat(14 * 24).map((hours) => contact(hours / 24)),
          { maxLength: 8 },
        ),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 10 }),
        (contacts, count, days) => {
          const of = cap(count, days);
          // Slow and plain: how many lie in the window that ends then.
          const inWindow = (time: number) =>
            contacts.filter(({ at }) => at.getTime() > time - windowMs(of)).length;
          const free = freeFrom(contacts, of, sending(), NOON);
          if (free === 'now') return inWindow(NOON.getTime()) < count;
          const time = (free as Date).getTime();
          return inWindow(time) < count && inWindow(time - 1) >= count;
        },
      ),
    );
  });
});

describe('contact caps', () => {
  const caps = { all: { count: 2, days: 7 }, channels: { sms: { count: 1, days: 7 } } };
  const reached = (...contacts: Contact[]) => person({ contacts });
  it.each<[string, Parameters<typeof answer>[0], string]>([
    ['of all', { person: reached(contact(1), contact(2, { channel: 'push' })) }, 'hold contact-cap'],
    [
      'of a channel',
      { person: reached(contact(1, { channel: 'sms' })), sending: sending({ channel: 'sms' }) },
      'hold contact-cap',
    ],
    ['of another channel', { person: reached(contact(1, { channel: 'sms' })) }, 'permit'],
    [
      'of the use',
      { use: use({ cap: { count: 1, days: 30 } }), person: reached(contact(20, { use: 'winback-spring' })) },
      'hold contact-cap',
    ],
    [
      'of the clearance',
      {
        use: use({
          clearance: clearance({
            conditions: [{ says: 'once', check: { type: 'cap', count: 1, days: 30 } }],
          }),
        }),
        person: reached(contact(20, { use: 'winback-spring' })),
      },
      'hold contact-cap',
    ],
    [
      'that the person wishes',
      { person: person({ rhythm: 'monthly', contacts: [contact(20)] }) },
      'hold contact-cap',
    ],
    [
      'that the person wishes, over',
      { person: person({ rhythm: 'weekly', contacts: [contact(20)] }) },
      'permit',
    ],
    ['that cannot be read', { person: person({ contacts: null }) }, 'deny contacts-unknown'],
    ['of a wish that cannot be read', { person: person({ rhythm: null }) }, 'deny contacts-unknown'],
  ])('%s', (_, over, expected) => expect(answer({ policy: policy({ caps }), ...over })).toBe(expected));

  it('are tried out but for what the person wishes', () => {
    const shadow = [{ rule: 'contact-cap' as const, owner: 'crm-lead', until: hoursAfter(1) }];
    const trying = policy({ caps, shadow });
    const contacts = [contact(1), contact(2)];
    expect(answer({ policy: trying, person: person({ contacts }) })).toBe('permit');
    expect(answer({ policy: trying, person: person({ contacts, rhythm: 'weekly' }) })).toBe(
      'hold contact-cap',
    );
  });
});
