import { describe, expect, it } from 'vitest';
import { PEOPLE_ROLES, ROLES, type Role } from '../../../kernel/roles.ts';
import type { Person } from '../people/person.ts';
import { ALICE, BEA, NOW } from '../testing/review.ts';
import { liftStop, type Stop, stopByAlarm, stopDrill, stopsInForce, stopUse } from './stop.ts';

const person = (role: Role, key = BEA): Person => ({
  key,
  roles: [role],
  trainedAt: null,
  until: '2027-01-01T00:00:00.000Z',
});
const request = { id: 'stop:1', use: 'winback-spring', reason: 'complaints about the countdown' };
const made = (over: Partial<Stop> = {}): Stop => ({ ...stopByAlarm(request, NOW), ...over });
const codeOf = (result: { ok: boolean; problem?: { code: string } }): string =>
  result.ok ? 'ok' : result.problem!.code;

describe('stopUse', () => {
  it.each(ROLES)('%s may, if a person', (role) => {
    const isPerson = (PEOPLE_ROLES as readonly Role[]).includes(role);
    expect(codeOf(stopUse(request, person(role), NOW))).toBe(isPerson ? 'ok' : 'people.not-allowed');
  });

  it('asks for a reason', () => {
    expect(codeOf(stopUse({ ...request, reason: ' … ' }, person('analyst'), NOW))).toBe('stop.no-reason');
  });

  it('holds from that moment on, until lifted', () => {
    const stop = stopUse(request, person('operator', ALICE), NOW);
    if (!stop.ok) throw new Error('not stopped');
    expect(stop.value).toMatchObject({ by: ALICE, at: NOW.toISOString(), kind: 'real', lifted: null });
    expect(stopsInForce([stop.value], 'winback-spring')).toHaveLength(1);
    expect(stopsInForce([stop.value], 'vip-dinner')).toEqual([]);
  });
});

describe('liftStop', () => {
  it.each<[Role, typeof ALICE, typeof ALICE | null, string]>([
    ['reviewer', BEA, ALICE, 'ok'],
    ['customer-advocate', BEA, ALICE, 'ok'],
    ['reviewer', ALICE, ALICE, 'people.not-allowed'],
    ['reviewer', BEA, null, 'people.not-allowed'],
    ['operator', BEA, ALICE, 'people.not-allowed'],
    ['administrator', BEA, ALICE, 'people.not-allowed'],
    ['gate', BEA, ALICE, 'people.not-allowed'],
  ])('%s %s of the use of %s: %s', (role, key, owner, expected) =>
    expect(codeOf(liftStop(made(), 'the countdown is gone', person(role, key), owner, NOW))).toBe(expected),
  );

  it('takes a reason, and lifts once', () => {
    expect(codeOf(liftStop(made(), '', person('reviewer'), ALICE, NOW))).toBe('stop.no-reason');
    const lifted = liftStop(made(), 'the countdown is gone', person('reviewer'), ALICE, NOW);
    if (!lifted.ok) throw new Error('not lifted');
    expect(
      stopsInForce([lifted.value, made({ id: 'stop:2' })], 'winback-spring').map(({ id }) => id),
    ).toEqual(['stop:2']);
    expect(codeOf(liftStop(lifted.value, 'again', person('reviewer'), ALICE, NOW))).toBe('stop.lifted');
  });
});

describe('stopDrill', () => {
  const at = (days: number, seconds: number | null): Stop => {
    const time = NOW.getTime() - days * 86_400_000;
    return made({
      at: new Date(time).toISOString(),
      effectiveAt: seconds === null ? null : new Date(time + seconds * 1000).toISOString(),
    });
  };
  it.each<[string, Stop[], boolean | null]>([
    ['none', [], null],
    ['one that never took effect', [at(3, null)], null],
    ['one too long ago', [at(91, 2)], null],
    ['a fast one', [at(3, 2)], true],
    ['a slow one', [at(3, 301)], false],
    ['the last of two', [at(30, 900), at(3, 2)], true],
  ])('%s', (_, stops, expected) => expect(stopDrill(stops, NOW)?.isFastEnough ?? null).toBe(expected));
});
