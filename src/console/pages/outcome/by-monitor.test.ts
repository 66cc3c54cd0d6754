import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alarm, WatchedStream } from '../../api/client.ts';
import { byMonitor, flagsOf, topOf } from './by-monitor.ts';

const stream = (monitor: string, group: WatchedStream['group'], rate = 0.001): WatchedStream => ({
  use: 'spring',
  monitor,
  group,
  sends: 1_000,
  events: 1_000 * rate,
  rate,
  interval: [rate / 2, 2 * rate],
  bound: 0.001,
  smallestHarm: null,
  eValue: 1,
  sendsToDouble: 9_000,
  foreseen: { ripeSends: 900, rate, interval: [rate / 2, 2 * rate] },
  days: [{ day: '2026-11-20', sends: 1_000, events: 1_000 * rate }],
  soFar: [{ day: '2026-11-20', sends: 1_000, rate, interval: [rate / 2, 2 * rate] }],
});
const alarm = (over: Partial<Alarm>): Alarm =>
  ({
    monitor: 'complaints',
    group: null,
    action: 'warn',
    raisedAt: '2026-11-20T09:00:00Z',
    ...over,
  }) as Alarm;

const STREAMS = ['bounces', 'complaints', 'new-one'].flatMap((monitor) => [
  stream(monitor, { age_band: '65+' }),
  stream(monitor, { age_band: '9' }),
  stream(monitor, null),
  stream(monitor, { age_band: '18-64' }),
]);

describe('outcomes by monitor', () => {
  it('shows the same order whatever order they come in', () => {
    const expected = byMonitor(STREAMS, []);
    expect(expected.map(({ monitor }) => monitor)).toEqual(['complaints', 'bounces', 'new-one']);
    for (const { streams } of expected)
      expect(streams.map((one) => one.stream.group?.age_band ?? null)).toEqual([null, '9', '18-64', '65+']);
    fc.assert(
      fc.property(fc.shuffledSubarray(STREAMS, { minLength: STREAMS.length }), (shuffled) => {
        expect(byMonitor(shuffled, [])).toEqual(expected);
      }),
    );
  });

  it('gives each stream its own alarms, and those that compare it with others', () => {
    const own = alarm({ group: { age_band: '65+' }, monitor: 'complaints-disparity' });
    const [complaints, bounces] = byMonitor(STREAMS, [
      own,
      alarm({}),
      alarm({ monitor: 'send-after-opt-out' }),
    ]);
    expect(complaints!.streams.map(({ alarms }) => alarms.length)).toEqual([1, 0, 0, 1]);
    expect(bounces!.streams.every(({ alarms }) => alarms.length === 0)).toBe(true);
  });

  it('flags the gravest of a day', () => {
    const later = alarm({ action: 'warn', raisedAt: '2026-11-21T01:00:00Z' });
    const pause = alarm({ action: 'pause', raisedAt: '2026-11-20T10:00:00Z' });
    expect(flagsOf([later, alarm({}), pause, alarm({ action: 'review' })])).toEqual([pause, later]);
  });

  it('leaves room for the bound and for every rate', () => {
    const watched = [stream('complaints', null), stream('complaints', { a: 'b' }, 0.4)].map((one) => ({
      stream: one,
      alarms: [],
    }));
    expect(topOf(watched)).toBeGreaterThan(0.4);
    expect(topOf(watched.slice(0, 1))).toBeGreaterThan(0.002);
    expect(topOf(watched.slice(0, 1))).toBeLessThan(0.01);
  });
});
