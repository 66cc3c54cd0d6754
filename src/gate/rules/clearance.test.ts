import { describe, expect, it } from 'vitest';
import { problem } from '../../kernel/problem.ts';
import type { Condition } from '../../playbook/5-oversight/clearances/condition.ts';
import { answer } from '../testing/answers.ts';
import { clearance, essentialUse, HASH, hoursAfter, NOON, policy, sending, use } from '../testing/moments.ts';
import type { UseState } from '../use-state.ts';

const under = (...checks: Condition['check'][]): Partial<UseState> => ({
  clearance: clearance({ conditions: checks.map((check) => ({ says: 'as agreed', check })) }),
});
const without = (code: Parameters<typeof problem>[0]): UseState =>
  use({ clearance: null, clearanceProblem: problem(code, 'what is wrong', 'mend it') });

describe('the clearance', () => {
  it.each<[string, UseState, string]>([
    ['is missing', use({ clearance: null }), 'deny not-cleared'],
    ['has ended, as the verifier says', without('clearance.expired'), 'deny clearance-expired'],
    ['was taken back', without('clearance.revoked'), 'deny clearance-revoked'],
    ['is signed by nobody we trust', without('signature.unknown-key'), 'deny clearance-invalid'],
    ['is not sound', without('clearance.unsound'), 'deny clearance-invalid'],
    [
      'has ended since',
      use({ clearance: clearance({ expiresAt: NOON.toISOString() }) }),
      'deny clearance-expired',
    ],
    ['is of another use', use({ clearance: clearance({ use: 'vip-dinner' }) }), 'deny clearance-invalid'],
    [
      'was issued later than now, by a clock that was set back',
      use({ clearance: clearance({ issuedAt: hoursAfter(1).toISOString() }) }),
      'deny clearance-invalid',
    ],
    [
      'has an end that is no time',
      use({ clearance: clearance({ expiresAt: 'soon' }) }),
      'deny clearance-expired',
    ],
  ])('refuses where it %s', (_, state, expected) =>
    expect(
      answer({ use: state })
        .split(', ')
        .filter((reason) => state.clearance !== null || reason !== 'deny content-not-cleared'),
    ).toEqual([expected]),
  );

  it('is missed by the rule of content as well, which binds while this one is tried out', () => {
    const shadow = [{ rule: 'clearance' as const, owner: 'crm-lead', until: hoursAfter(1) }];
    expect(answer({ use: use({ clearance: null }), policy: policy({ shadow }) })).toBe(
      'deny content-not-cleared',
    );
  });

  it('refuses a question about another use than the one that was read', () =>
    expect(answer({ sending: sending({ use: 'vip-dinner' }) })).toBe('deny use-unknown'));

  it('refuses a channel that the card does not name', () =>
    expect(answer({ use: use({ channels: ['sms'] }) })).toBe('deny channel-not-cleared'));
});

describe('a condition of the clearance', () => {
  it.each<[string, Partial<UseState>, string]>([
    ['holds until a day that has not come', under({ type: 'until', at: '2026-12-01T00:00:00Z' }), 'permit'],
    ['ended', under({ type: 'until', at: NOON.toISOString() }), 'deny condition-not-held'],
    ['ends at a time that is none', under({ type: 'until', at: 'soon' }), 'deny condition-not-held'],
    ['names the channel', under({ type: 'channels', only: ['email', 'sms'] }), 'permit'],
    ['names another channel', under({ type: 'channels', only: ['sms'] }), 'deny channel-not-cleared'],
    [
      'names channels twice, of which one leaves this one out',
      under({ type: 'channels', only: ['email'] }, { type: 'channels', only: ['sms'] }),
      'deny channel-not-cleared',
    ],
    [
      'asks for a check that ran and found nothing',
      {
        ...under({ type: 'check-silent', check: 'msg-guilt' }),
        checks: { assessed: ['msg-guilt'], found: [] },
      },
      'permit',
    ],
    [
      'asks for a check that did not run',
      under({ type: 'check-silent', check: 'msg-guilt' }),
      'deny condition-not-held',
    ],
    [
      'asks for a check that found something',
      {
        ...under({ type: 'check-silent', check: 'msg-guilt' }),
        checks: { assessed: ['msg-guilt'], found: ['msg-guilt'] },
      },
      'deny condition-not-held',
    ],
    [
      'bounds a monitor that keeps to it',
      {
        ...under({ type: 'monitor', monitor: 'complaints', atMost: 0.001 }),
        monitors: { complaints: 0.001 },
      },
      'permit',
    ],
    [
      'bounds a monitor that does not',
      {
        ...under({ type: 'monitor', monitor: 'complaints', atMost: 0.001 }),
        monitors: { complaints: 0.002 },
      },
      'deny condition-not-held',
    ],
    [
      'bounds a monitor that says nothing',
      under({ type: 'monitor', monitor: 'complaints', atMost: 0.001 }),
      'deny condition-not-held',
    ],
    ['is for people alone to see to', under(null), 'permit'],
  ])('that %s', (_, over, expected) => expect(answer({ use: use(over) })).toBe(expected));

  it('of a monitor binds nothing that is essential', () => {
    const conditions = [
      { says: 'few complaints', check: { type: 'monitor', monitor: 'complaints', atMost: 0 } },
    ];
    expect(answer({ use: essentialUse({}, { conditions } as never) })).toBe('permit');
  });
});

describe('the content', () => {
  it.each([
    [HASH, 'permit'],
    [HASH.replace(/.$/, (last) => (last === '0' ? '1' : '0')), 'deny content-not-cleared'],
    [HASH.toUpperCase(), 'deny content-not-cleared'],
    ['', 'deny content-not-cleared'],
  ])('%s', (contentHash, expected) =>
    expect(answer({ sending: sending({ contentHash: contentHash as typeof HASH }) })).toBe(expected),
  );

  it('of an essential message is as exact', () =>
    expect(
      answer({ use: essentialUse(), sending: sending({ contentHash: 'sha256:0' as typeof HASH }) }),
    ).toBe('deny content-not-cleared'));
});
