import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectNamed } from '../../playbook/6-control/testing/choices.ts';
import { hoursAfter, NOON, policy, use } from '../testing/moments.ts';
import type { Cause } from './cause.ts';
import { DAY_MS, lotRest, lotRests } from './lot.ts';
import { restBinds } from './rest-binds.ts';
import { restsOf } from './rests.ts';

const ANN = subjectNamed('ann');
const EVERYTHING = { purpose: null, channel: null };
const noLots = policy({ restShare: 0 });
const hold = (over: object = {}): Cause =>
  ({ type: 'hold', scope: EVERYTHING, from: NOON, until: hoursAfter(24), ...over }) as Cause;
const daysFrom = (days: number, from = NOON): Date => new Date(from.getTime() + days * DAY_MS);
const rests = (
  causes: readonly Cause[],
  now = NOON,
  uses = [use({ themes: ['loss'] }), use({ use: 'other' })],
) => restsOf('a key', ANN, causes, uses, noLots, now);

describe('a rest from a cause', () => {
  it.each<[string, Cause, Date, ReturnType<typeof rests>]>([
    ['lasts the next length', hold(), NOON, [{ use: null, scope: EVERYTHING, until: daysFrom(30) }]],
    [
      'and stays when the cause is over',
      hold(),
      daysFrom(29),
      [{ use: null, scope: EVERYTHING, until: daysFrom(30) }],
    ],
    ['and ends with the length', hold(), daysFrom(30), []],
    [
      'lasts the longest while nobody knows the end',
      hold({ until: null }),
      NOON,
      [{ use: null, scope: EVERYTHING, until: daysFrom(3650) }],
    ],
    [
      'begins again where the cause lasts longer than that',
      hold({ until: null }),
      daysFrom(3650),
      [{ use: null, scope: EVERYTHING, until: daysFrom(7300) }],
    ],
    [
      'of one purpose is of everything',
      hold({ scope: { purpose: 'marketing.advertising', channel: null } }),
      NOON,
      [{ use: null, scope: EVERYTHING, until: daysFrom(30) }],
    ],
    [
      'of a channel is of that',
      hold({ scope: { purpose: 'marketing', channel: 'sms' } }),
      NOON,
      [{ use: null, scope: { purpose: null, channel: 'sms' }, until: daysFrom(30) }],
    ],
    [
      'of a theme is of the uses with it',
      { type: 'theme-spared', theme: 'loss', from: NOON, until: null },
      NOON,
      [{ use: 'winback-spring', scope: EVERYTHING, until: daysFrom(3650) }],
    ],
    [
      'of a contest is of its use',
      { type: 'contest', use: 'other', from: NOON, until: null },
      NOON,
      [{ use: 'other', scope: EVERYTHING, until: daysFrom(3650) }],
    ],
    [
      'of a minor is of profiling',
      { type: 'minor', from: NOON, until: null },
      NOON,
      [{ use: null, scope: { purpose: 'personalize', channel: null }, until: daysFrom(3650) }],
    ],
    [
      'with times that are none holds all the same',
      hold({ from: new Date('x'), until: new Date('x') }),
      NOON,
      [{ use: null, scope: EVERYTHING, until: daysFrom(3650) }],
    ],
  ])('%s', (_, cause, now, expected) => expect(rests([cause], now)).toEqual(expected));

  it('never ends before its cause', () => {
    fc.assert(
      fc.property(fc.nat(9000), fc.nat(9000), fc.nat(9000), (begins, lasts, later) => {
        const from = daysFrom(-begins / 2);
        const until = new Date(from.getTime() + lasts * DAY_MS);
        const now = new Date(from.getTime() + later * DAY_MS);
        const found = rests([hold({ from, until })], now);
        return now >= until || found.some((rest) => rest.until > now && restBinds(rest, use(), 'email', now));
      }),
    );
  });
});

describe('rests by lot', () => {
  const lots = policy({
    restShare: 0.2,
    restLengths: [
      { days: 30, weight: 1 },
      { days: 90, weight: 3 },
    ],
  });
  const people = Array.from({ length: 4_000 }, (_, index) => subjectNamed(`p${index}`));
  const resting = (now: Date, ground = 'everything') =>
    people.filter((one) => lotRest('a key', one, ground, lots, now) !== null);

  it.each([0, 17, 45, 200])('fall on the share that the policy sets, on day %i', (day) => {
    const share = resting(daysFrom(day)).length / people.length;
    expect(Math.abs(share - 0.2)).toBeLessThan(4 * Math.sqrt((0.2 * 0.8) / people.length));
  });

  it('fall anew for each ground and each key', () => {
    const [one, two] = [new Set(resting(NOON)), resting(NOON, 'profiling')];
    const both = two.filter((subject) => one.has(subject)).length / people.length;
    expect(Math.abs(both - 0.04)).toBeLessThan(4 * Math.sqrt((0.04 * 0.96) / people.length));
    expect(lotRests('another', people[0]!, 'everything', lots, { from: 0, until: 1e13 })).not.toEqual(
      lotRests('a key', people[0]!, 'everything', lots, { from: 0, until: 1e13 }),
    );
  });

  it('are the same for every question', () => {
    for (const subject of people.slice(0, 200)) {
      const all = lotRests('a key', subject, 'everything', lots, {
        from: NOON.getTime(),
        until: daysFrom(200).getTime(),
      });
      for (const day of [0, 1, 50, 120]) {
        const time = daysFrom(day).getTime();
        const running = all.filter(({ start, end }) => start <= time && end > time);
        expect(lotRest('a key', subject, 'everything', lots, daysFrom(day)) !== null).toBe(
          running.length > 0,
        );
      }
    }
  });

  it.each([
    [{ restShare: 0, restLengths: lots.restLengths }],
    [{ restShare: 0.5, restLengths: [] }],
    [{ restShare: Number.NaN, restLengths: lots.restLengths }],
    [{ restShare: 0.5, restLengths: [{ days: 0, weight: 1 }] }],
    [{ restShare: 0.5, restLengths: [{ days: 30, weight: 0 }] }],
  ])('fall on nobody under %j', (none) => expect(lotRest('a key', ANN, 'everything', none, NOON)).toBeNull());
});

describe('what a rest keeps back', () => {
  const rest = { use: null, scope: EVERYTHING, until: daysFrom(1) };
  const ofProfiling = { ...rest, scope: { purpose: 'personalize', channel: null } };
  it.each([
    ['a promotion', rest, use(), 'email', true],
    ['a promotion when it is over', { ...rest, until: NOON }, use(), 'email', false],
    ['a promotion while nobody knows its end', { ...rest, until: new Date('x') }, use(), 'email', true],
    ['another channel', { ...rest, scope: { purpose: null, channel: 'sms' } }, use(), 'email', false],
    ['another use', { ...rest, use: 'other' }, use(), 'email', false],
    ['a message of service', rest, use({ purpose: 'essential.service.notifications.email' }), 'email', false],
    ['help with a product', rest, use({ purpose: 'functional.service' }), 'email', false],
    ['a price', rest, use({ kind: 'pricing' }), 'web', false],
    ['who may have something', rest, use({ kind: 'eligibility' }), 'web', false],
    ['how soon somebody is served', rest, use({ kind: 'service-routing' }), 'phone', false],
    ['an offer where the person comes by', rest, use({ kind: 'offer' }), 'web', false],
    ['an offer that is carried to them', rest, use({ kind: 'offer' }), 'email', true],
    ['a use that does not profile, where profiling rests', ofProfiling, use(), 'email', false],
    ['a use that profiles, where profiling rests', ofProfiling, use({ profiles: true }), 'email', true],
    [
      'a price by profile, where profiling rests',
      ofProfiling,
      use({ kind: 'pricing', profiles: true }),
      'web',
      true,
    ],
  ] as const)('%s', (_, one, state, channel, expected) =>
    expect(restBinds(one, state, channel, NOON)).toBe(expected),
  );
});
