import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutcomeEvent, OutcomeType } from '../outcome-event.ts';
import { event } from '../testing/event.ts';
import { Batches } from './batches.ts';
import { contributions, newContributions } from './contributions.ts';
import { LAGS, lagOf } from './lag.ts';
import { LiveStream } from './live-stream.ts';
import { StreamCounts } from './stream-counts.ts';
import { totals } from './timeline.ts';
import { countUses, keptUse } from './use-counts.ts';

const HOUR = 3_600_000;

/** What one person went through, in short: `send@0 complaint@2`, in hours; `!` is essential, `+65` a group. */
const story = (text: string): OutcomeEvent[] =>
  text.split(' ').map((word, index) => {
    const [, type, essential, hours, band] = /^([a-z-]+)(!?)@([\d.]+)(?:\+(.+))?$/.exec(word)!;
    return event({
      id: `e${index}`,
      type: type as OutcomeType,
      at: Number(hours) * HOUR,
      isEssential: essential === '!',
      groups: band === undefined ? {} : { age_band: band },
    });
  });
const counted = (text: string) =>
  contributions(story(text)).map(({ group, counted: name, lag, second, arm }) =>
    [name, second / 3600, lag, group.replace(/.*:"(.+)"}/, '$1'), arm === 'sent' ? '' : arm].join(' ').trim(),
  );

describe('what one person adds to the counts', () => {
  it.each([
    ['a send, and what followed it', 'send@1 complaint@3', ['exposed 1 0', 'complaints 1 2']],
    [
      'a complaint once for each send',
      'send@1 complaint@2 complaint@3 send@5 complaint@6',
      ['exposed 1 0', 'complaints 1 2', 'exposed 5 0', 'complaints 5 2'],
    ],
    ['regret once, whatever was taken back', 'send@1 refund@30 return@40', ['exposed 1 0', 'regret 1 6']],
    [
      'each group beside everybody',
      'send@1+65 bounce@1',
      ['exposed 1 0', 'exposed 1 0 65', 'bounces 1 0', 'bounces 1 0 65'],
    ],
    ['what followed no send', 'complaint@1 send@2', ['unmatched 1 0', 'exposed 2 0']],
    [
      'a send to somebody who had opted out',
      'send@1 opt-out@2 send@3',
      ['exposed 1 0', 'opt-outs 1 2', 'exposed 3 0', 'send-after-opt-out 3 0'],
    ],
    [
      'nothing where they opted in again',
      'send@1 opt-out@2 opt-in@3 send@4',
      ['exposed 1 0', 'opt-outs 1 2', 'exposed 4 0'],
    ],
    ['nothing of what is essential', 'send@1 opt-out@2 send!@3 complaint@4', ['exposed 1 0', 'opt-outs 1 2']],
    [
      'people who were left out, beside',
      'holdout@1 refund@3',
      ['exposed 1 0  holdout', 'regret 1 2  holdout'],
    ],
  ])('%s', (_, text, expected) => {
    expect(counted(text)).toEqual(expected);
  });

  it('puts a send before what came at the same moment', () => {
    const both = [event({ id: 'b', type: 'send', at: 5 }), event({ id: 'a', type: 'complaint', at: 5 })];
    expect(contributions(both).map(({ counted: name }) => name)).toEqual(['exposed', 'complaints']);
  });

  it('puts lags into buckets that hold them all', () => {
    expect([0, 899_999, 900_000, 720 * HOUR - 1, 720 * HOUR, 1e12].map(lagOf)).toEqual([0, 0, 1, 10, 11, 11]);
    expect(LAGS).toBe(12);
  });
});

const types: readonly OutcomeType[] = [
  'send',
  'send',
  'send',
  'holdout',
  'opt-in',
  'complaint',
  'opt-out',
  'bounce',
  'refund',
];
const someEvents = fc
  .array(
    fc.record({
      type: fc.constantFrom(...types),
      use: fc.constantFrom('a', 'b'),
      at: fc.nat(20_000).map((at) => at * 250),
      subject: fc.constantFrom('p', 'q', 'r'),
      isEssential: fc.boolean(),
      groups: fc.constantFrom<Array<OutcomeEvent['groups']>>(
        {},
        { band: 'x' },
        { band: 'y' },
        { band: 'x', area: 'n' },
      ),
      provider: fc.constantFrom('', 'gmail', '__proto__'),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((one, index): OutcomeEvent => ({ ...one, id: `e${index}` })));

/** Uses and their streams as they are kept: the same counts are the same text. */
const kept = (events: Iterable<OutcomeEvent>): string => {
  const uses = countUses(events);
  return JSON.stringify(
    [...uses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([use, counts]) => [use, keptUse(counts)]),
  );
};

describe('laws of counts', () => {
  it('does not depend on the order, or on how often something is told', () => {
    fc.assert(
      fc.property(someEvents, fc.infiniteStream(fc.nat()), (events, keys) => {
        const shuffled = [...events, ...events.slice(0, 5)]
          .map((one) => ({ one, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(kept(shuffled)).toBe(kept(events));
      }),
    );
  });

  it('comes to the same in deliveries of any size as at once', () => {
    fc.assert(
      fc.property(someEvents, fc.integer({ min: 1, max: 7 }), (events, size) => {
        const streams = new Map<string, StreamCounts>();
        const known = new Map<string, OutcomeEvent[]>();
        for (let start = 0; start < events.length; start += size)
          for (const [person, more] of Map.groupBy(
            events.slice(start, start + size),
            ({ use, subject }) => `${use} ${subject}`,
          )) {
            const before = known.get(person) ?? [];
            for (const one of newContributions(before, more)) {
              const key = `${more[0]!.use} ${one.group}`;
              const stream = streams.get(key) ?? new StreamCounts();
              streams.set(key, stream);
              stream.add(one);
            }
            known.set(person, [...before, ...more]);
          }
        for (const [use, groups] of countUses(events))
          for (const [group, counts] of groups) {
            const there = streams.get(`${use} ${group}`)!;
            expect(there.hours().map((hour) => there.keep(hour))).toEqual(
              counts.hours().map((hour) => counts.keep(hour)),
            );
          }
      }),
    );
  });

  it('adds up over shards that hold whole people', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const shards = [...Map.groupBy(events, ({ subject }) => subject).values()].map((some) =>
          countUses(some),
        );
        const sum = new Map<string, Map<string, StreamCounts>>();
        for (const shard of shards)
          for (const [use, groups] of shard)
            for (const [group, counts] of groups) {
              const there = sum.get(use) ?? new Map<string, StreamCounts>();
              sum.set(use, there);
              const stream = there.get(group) ?? new StreamCounts();
              there.set(group, stream);
              stream.merge(counts);
            }
        for (const [use, groups] of countUses(events))
          expect(keptUse(sum.get(use) ?? new Map())).toEqual(keptUse(groups));
      }),
    );
  });

  it('says the same of groups by other names', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const named = events.map((one) => ({
          ...one,
          groups: Object.fromEntries(
            Object.entries(one.groups).map(([name, value]) => [`${name}-2`, `${value}!`]),
          ),
        }));
        const other = (group: string): string => group.replace(/"(.+)":"(.+)"/, '"$1-2":"$2!"');
        for (const [use, groups] of countUses(events)) {
          const there = countUses(named).get(use)!;
          for (const [group, counts] of groups)
            expect(totals(there.get(other(group))!)).toEqual(totals(counts));
        }
      }),
    );
  });

  it('keeps beside the counts what would be read from them anew', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        for (const mine of Map.groupBy(events, ({ use }) => use).values()) {
          const live = new LiveStream(new StreamCounts());
          const known = new Map<string, OutcomeEvent[]>();
          for (const one of mine.toSorted((a, b) => a.at - b.at)) {
            const before = known.get(one.subject) ?? [];
            for (const change of newContributions(before, [one])) if (change.group === '') live.add(change);
            known.set(one.subject, [...before, one]);
            // Read in between, so that it goes on from there.
            live.batches('complaints');
          }
          const anew = new LiveStream(live.counts);
          for (const name of ['complaints', 'opt-outs', 'bounces'] as const) {
            expect(live.total(name)).toBe(anew.total(name));
            expect(live.batches(name).ended(1e9)).toEqual(anew.batches(name).ended(1e9));
          }
          expect(live.strata.byDay('complaints')).toEqual(anew.strata.byDay('complaints'));
        }
      }),
    );
  });

  it('recalls an hour as it was kept', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        for (const groups of countUses(events).values())
          for (const counts of groups.values()) {
            const again = new StreamCounts();
            for (const hour of counts.hours())
              again.recall(hour, JSON.parse(JSON.stringify(counts.keep(hour))));
            expect(again.hours().map((hour) => again.keep(hour))).toEqual(
              counts.hours().map((hour) => counts.keep(hour)),
            );
          }
      }),
    );
  });
});

describe('batches', () => {
  const batches = (sends: ReadonlyArray<readonly [second: number, sends: number]>): Batches => {
    const made = new Batches(100);
    for (const [second, many] of sends) made.send(second, many);
    return made;
  };

  it('end with the second in which they are full, and are never parted within one', () => {
    const made = batches([
      [0, 60],
      [1, 60],
      [2, 1000],
      [3, 30],
    ]);
    made.follow(1, 2);
    made.follow(3, 5);
    expect(made.ended(3)).toMatchObject([
      { sends: 120, events: 2 },
      { sends: 1000, events: 0 },
    ]);
  });

  it('hold back a second that is not over', () => {
    const made = batches([[7, 500]]);
    expect(made.ended(7)).toEqual([]);
    expect(made.ended(7.5)).toHaveLength(1);
  });

  it('end an hour after the last send where they say something, and wait on where they do not', () => {
    expect(batches([[0, 30]]).ended(3600)).toEqual([]);
    expect(batches([[0, 30]]).ended(3601)).toHaveLength(1);
    expect(batches([[0, 20]]).ended(1e9)).toEqual([]);
    expect(
      batches([
        [0, 20],
        [90_000, 20],
      ]).ended(1e9),
    ).toMatchObject([{ sends: 40 }]);
  });
});
