import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/statistics/random.ts';
import { type OutcomeEvent, readOutcomeEvent } from './outcome-event.ts';
import { event } from './testing/event.ts';
import { watch } from './watch.ts';

const START = Date.parse('2026-03-02T08:00:00Z');

interface Campaign {
  readonly use: string;
  readonly sends: number;
  /** Chance of a complaint in each of two age bands. */
  readonly rates: Readonly<Record<string, number>>;
  readonly seed: number;
}

/** A campaign that sends evenly over a day; complaints come up to four hours later. */
function campaign({ use, sends, rates, seed }: Campaign): OutcomeEvent[] {
  const random = seededRandom(seed);
  const bands = Object.keys(rates);
  return Array.from({ length: sends }, (_, index) => {
    const age_band = bands[index % bands.length]!;
    const at = START + Math.floor((index / sends) * 86_400_000);
    const send = { use, at, subject: `s${index}`, isEssential: false, groups: { age_band }, provider: '' };
    const events: OutcomeEvent[] = [{ ...send, id: `${use}-send-${index}`, type: 'send' }];
    if (random.next() < rates[age_band]!)
      events.push({
        ...send,
        id: `${use}-complaint-${index}`,
        type: 'complaint',
        at: at + Math.floor(random.next() * 14_400_000),
      });
    return events;
  }).flat();
}

const seen = (events: Iterable<OutcomeEvent>) =>
  watch(events).alarms.map(
    ({ monitor, group, action }) => `${monitor} ${group?.age_band ?? 'all'} ${action}`,
  );

describe('watch', () => {
  it('pauses a campaign that people complain about, and leaves a calm one', () => {
    const angry = seen(
      campaign({ use: 'press', sends: 12_000, rates: { '18-64': 0.006, '65+': 0.006 }, seed: 1 }),
    );
    expect(angry).toContain('complaints all warn');
    expect(angry).toContain('complaints all pause');
    expect(
      seen(campaign({ use: 'calm', sends: 12_000, rates: { '18-64': 0.0007, '65+': 0.0007 }, seed: 2 })),
    ).toEqual([]);
  });

  it('finds a harm that falls on one group alone', () => {
    const alarms = seen(
      campaign({ use: 'aimed', sends: 20_000, rates: { '18-64': 0.0004, '65+': 0.01 }, seed: 3 }),
    );
    expect(alarms).toContain('complaints 65+ pause');
    expect(alarms).toContain('complaints-disparity 65+ pause');
    expect(alarms.filter((one) => one.startsWith('complaints 18-64'))).toEqual([]);
  });

  it('says of what stays quiet which harm it would have seen', () => {
    const { quiet, alarms } = watch(
      campaign({ use: 'small', sends: 2_500, rates: { any: 0.0005 }, seed: 4 }),
    );
    expect(alarms).toEqual([]);
    const complaints = quiet.find(({ monitor, group }) => monitor === 'complaints' && group === null)!;
    expect(complaints.sends).toBe(2_500);
    expect(complaints.smallestHarm).toBeGreaterThan(3);
  });

  /** Ten minutes between sends to the same few people, by lot sent or left out. */
  const refunds = (use: string, rates: { sent: number; holdout: number }, seed: number): OutcomeEvent[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 6_000 }, (_, index) => {
      const type = random.next() < 0.2 ? 'holdout' : 'send';
      const at = START + index * 10_000;
      const provider = index % 3 === 0 ? 'gmail' : 'other';
      const exposed = event({ id: `${use}-${index}`, type, at, use, subject: `k${index}`, provider });
      const rate = rates[type === 'send' ? 'sent' : 'holdout'] * (provider === 'gmail' ? 3 : 1);
      const refund = event({
        id: `${use}-r-${index}`,
        type: 'refund',
        at: at + 3_600_000,
        use,
        subject: `k${index}`,
      });
      return random.next() < rate ? [exposed, refund] : [exposed];
    }).flat();
  };

  it('compares with people who were left out, and leaves those alone who fare alike', () => {
    expect(seen(refunds('press', { sent: 0.04, holdout: 0.008 }, 1))).toContain('regret-holdout all pause');
    expect(seen(refunds('alike', { sent: 0.02, holdout: 0.02 }, 2))).toEqual([]);
  });

  it('compares with other uses of the same hours, and pauses nothing for that', () => {
    const worse = campaign({ use: 'worse', sends: 9_000, rates: { any: 0.0009 * 4 }, seed: 8 });
    const others = campaign({ use: 'others', sends: 40_000, rates: { any: 0.0001 }, seed: 9 });
    const alarms = watch([...worse, ...others]).alarms.filter(({ monitor }) => monitor.endsWith('-peers'));
    expect(alarms.map(({ use }) => use)).toContain('worse');
    expect(alarms.filter(({ use, action }) => use === 'others' || action === 'pause')).toEqual([]);
  });

  it('sees a change in mid-flight that a bet from the start sees later', () => {
    const calm = campaign({ use: 'turns', sends: 60_000, rates: { any: 0.0005 }, seed: 10 });
    const angry = campaign({ use: 'turns', sends: 12_000, rates: { any: 0.006 }, seed: 11 }).map((one) => ({
      ...one,
      id: `later-${one.id}`,
      subject: `later-${one.subject}`,
      at: one.at + 86_400_000,
    }));
    const { alarms } = watch([...calm, ...angry]);
    const first = (monitor: string) =>
      alarms.find((one) => one.monitor === monitor && one.group === null)?.afterSends ??
      Number.POSITIVE_INFINITY;
    expect(first('complaints-drift')).toBeLessThan(first('complaints'));
  });

  it('counts nothing that is essential', () => {
    const owed = campaign({ use: 'owed', sends: 3_000, rates: { any: 0.1 }, seed: 12 });
    const { alarms, streams } = watch(owed.map((one) => ({ ...one, isEssential: true })));
    expect([alarms, streams]).toEqual([[], []]);
  });

  it('needs one event where a rule is broken', () => {
    const at = (minute: number) => START + minute * 60_000;
    const one = (
      id: string,
      type: OutcomeEvent['type'],
      minute: number,
      isEssential = false,
    ): OutcomeEvent => ({
      id,
      type,
      use: 'news',
      at: at(minute),
      subject: 'someone',
      isEssential,
      groups: {},
      provider: '',
    });
    const events = [one('1', 'send', 0), one('2', 'opt-out', 1), one('3', 'send', 2)];
    expect(watch(events).alarms).toMatchObject([
      { monitor: 'send-after-opt-out', action: 'pause', eValue: null, afterSends: 2 },
    ]);
    expect(watch([events[0]!, events[1]!, one('3', 'send', 2, true)]).alarms).toEqual([]);
    expect(watch([events[0]!, events[1]!, one('4', 'opt-in', 2), one('3', 'send', 3)]).alarms).toEqual([]);
  });

  it('counts what follows no send, and loses nothing else', () => {
    const [send, complaint] = campaign({ use: 'one', sends: 1, rates: { any: 1 }, seed: 5 });
    expect(watch([complaint!])).toMatchObject({ events: 1, unmatched: 1 });
    expect(watch([send!, complaint!])).toMatchObject({ events: 2, unmatched: 0 });
  });

  it('says the same whatever the order, and however often an event comes', () => {
    const events = campaign({ use: 'press', sends: 3_000, rates: { a: 0.02, b: 0.001 }, seed: 6 });
    const expected = watch(events);
    expect(expected.alarms.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.nat(events.length - 1), { maxLength: 50 }), (seed, again) => {
        const random = seededRandom(seed);
        const shuffled = [...events, ...again.map((index) => events[index]!)]
          .map((event) => ({ event, key: random.next() }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event);
        expect(watch(shuffled)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('raises no more pauses in calm campaigns than it promises', () => {
    let paused = 0;
    for (let seed = 0; seed < 40; seed += 1)
      paused += watch(
        campaign({ use: 'calm', sends: 3_000, rates: { a: 0.001, b: 0.001 }, seed }),
      ).alarms.filter(({ action }) => action === 'pause').length;
    expect(paused).toBe(0);
  });
});

describe('readOutcomeEvent', () => {
  const event = { id: 'e1', type: 'complaint', use: 'news', at: '2026-03-02T08:00:00Z', subject: 'k3f' };

  it('reads our own shape, and CloudEvents around it', () => {
    const own = readOutcomeEvent({ ...event, groups: { age_band: '65+' } });
    expect(own).toMatchObject({
      ok: true,
      value: { id: 'e1', at: Date.parse(event.at), isEssential: false },
    });
    const { id, type, at, ...data } = event;
    const envelope = {
      specversion: '1.0',
      source: '/esp',
      id,
      type: `scruple.outcome.${type}`,
      time: at,
      data,
    };
    expect(readOutcomeEvent(envelope)).toEqual(readOutcomeEvent(event));
  });

  it.each([
    [{ ...event, type: 'open' }, '`type`'],
    [{ ...event, at: '2026-02-30T08:00:00Z' }, '`at`'],
    [{ ...event, at: '2026-03-02' }, '`at`'],
    [{ ...event, subject: 'someone@example.org' }, '`subject`'],
    [{ ...event, use: '' }, '`use`'],
    [{ ...event, what: 1 }, 'what'],
    [null, 'the event'],
    [[], 'the event'],
    ['{}', 'the event'],
    [{ specversion: '1.0', type: 'com.example.other' }, '`id`'],
  ])('refuses %j and names the field', (value, field) => {
    const read = readOutcomeEvent(value);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problem.message).toContain(field);
  });
});
