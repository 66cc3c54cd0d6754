import { describe, expect, it } from 'vitest';
import { answer } from '../testing/answers.ts';
import { hoursAfter, NOON, use } from '../testing/moments.ts';
import type { ClaimState, UseState } from '../use-state.ts';

const claim = (state: ClaimState['state'], freshUntil = hoursAfter(1)): ClaimState => ({
  fact: 'k2-stock',
  state,
  freshUntil,
});

describe('a claim', () => {
  it.each<[string, readonly ClaimState[], string]>([
    ['is true', [claim('true')], 'permit'],
    ['is not true', [claim('true'), claim('not-true')], 'deny claim-not-true'],
    ['cannot be asked', [claim('true'), claim('unknown')], 'deny claim-unknown'],
    ['is of a state that nobody knows', [claim('maybe' as 'true')], 'deny claim-unknown'],
    ['was true too long ago', [claim('true', NOON)], 'deny claim-unknown'],
    ['is fresh until a time that is none', [claim('true', new Date('soon'))], 'deny claim-unknown'],
    [
      'is not true beside one that cannot be asked',
      [claim('not-true'), claim('unknown')],
      'deny claim-not-true, deny claim-unknown',
    ],
  ])('that %s', (_, claims, expected) => expect(answer({ use: use({ claims }) })).toBe(expected));
});

describe('a use', () => {
  it.each<[string, Partial<UseState>, string]>([
    ['is stopped', { isStopped: true }, 'hold use-stopped'],
    ['is paused by a monitor', { pausedBy: 'complaints' }, 'hold use-paused'],
    ['has room in its stage', { leftInStage: 1 }, 'permit'],
    ['has no room in its stage', { leftInStage: 0 }, 'hold stage-full'],
    ['has a stage that nobody can count', { leftInStage: Number.NaN }, 'hold stage-full'],
    ['was read within the bound', { asOf: hoursAfter(-60 / 3600) }, 'permit'],
    ['was read too long ago', { asOf: hoursAfter(-61 / 3600) }, 'deny feed-stale'],
    ['was read by a clock that runs ahead', { asOf: hoursAfter(1) }, 'deny feed-stale'],
    ['was read at a time that is none', { asOf: new Date('soon') }, 'deny feed-stale'],
  ])('that %s', (_, over, expected) => expect(answer({ use: use(over) })).toBe(expected));
});
