import { describe, expect, it } from 'vitest';
import { WATCHED } from '../../playbook/7-outcomes/policy.ts';
import type { Alarm } from '../api/client.ts';
import {
  alarmInWords,
  MONITOR_ORDER,
  monitorInWords,
  promiseInWords,
  quietInWords,
} from './outcome-words.ts';

const alarm: Alarm = {
  id: 'a',
  use: 'spring',
  group: null,
  monitor: 'complaints',
  action: 'pause',
  raisedAt: '2026-11-20T09:00:00Z',
  recordedAt: '2026-11-20T09:00:00Z',
  afterSends: 4_000,
  eValue: 2_000,
  alpha: 0.001,
  bound: 0.001,
  rate: 0.0245,
  interval: [0.018, 0.0321],
};

describe('outcomes in words', () => {
  it('has words for everything that is watched, in the same order', () => {
    expect(MONITOR_ORDER).toEqual(WATCHED.map(({ name }) => name));
  });

  it.each<[string, Partial<Alarm>, RegExp]>([
    [
      'everybody',
      {},
      /^2\.5\s% of everybody it went to complained, after 4,000 sends \(between 1\.8\s% and 3\.2\s%\)\. 0\.1\s% is tolerated\.$/,
    ],
    ['a group', { group: { age_band: '65+' } }, /of those of age band 65\+ complained/],
    [
      'a group beside others',
      { group: { age_band: '65+' }, monitor: 'regret-disparity', bound: null },
      /took back what they had decided.*: more often than all others it went to\.$/,
    ],
    [
      'a broken rule',
      { monitor: 'send-after-opt-out', rate: null, interval: null, bound: null },
      /^Somebody who had opted out/,
    ],
    ['a monitor of another version', { monitor: 'sighs', bound: null }, /were counted as sighs/],
  ])('says what an alarm saw: %s', (_, change, said) => {
    expect(alarmInWords({ ...alarm, ...change })).toMatch(said);
  });

  it('never says that no alarm is no problem', () => {
    const few = quietInWords({ bound: 0.001, smallestHarm: null, sendsToDouble: 9_000 });
    expect(few).toMatch(/too few to have seen any harm\. .* 9,000 more sends\.$/);
    const enough = quietInWords({ bound: 0.001, smallestHarm: 1.84, sendsToDouble: 0 });
    expect(enough).toMatch(/Harm of 1\.8 times.*80\s%\.$/);
    expect(quietInWords({ bound: null, smallestHarm: null, sendsToDouble: null })).toMatch(/compared/);
  });

  it('tells a share of false alarms from a chance of one', () => {
    expect(promiseInWords({ action: 'review', alpha: 0.05 })).toMatch(/^Of all alarms.*5\s% are expected/);
    expect(promiseInWords({ action: 'pause', alpha: 0.001 })).toMatch(/chance.*0\.1\s%/);
    expect(promiseInWords({ action: 'pause', alpha: null })).toMatch(/no statistics/);
    expect(monitorInWords('bounces-disparity')).toBe('Bounces, beside other groups');
  });
});
