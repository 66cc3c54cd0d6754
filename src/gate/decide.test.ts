import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { clearance, hoursAfter, moment, person, policy, sending, use } from './testing/moments.ts';

describe('decide', () => {
  it('permits what nothing is against, for as long as the policy says', () => {
    expect(decide(moment())).toEqual({
      decision: 'permit',
      reasons: [],
      shadow: [],
      clearance: 'clearance:abcdefgh',
      expiresAt: hoursAfter(120 / 3600),
    });
  });

  it('lets no permit outlive the clearance', () => {
    const ends = hoursAfter(1 / 3600);
    const state = use({ clearance: clearance({ expiresAt: ends.toISOString() }) });
    expect(decide(moment({ use: state })).expiresAt).toEqual(ends);
  });

  it('names every reason once, the strictest first', () => {
    const now = hoursAfter(12);
    const said = decide(
      moment({
        now,
        use: use({ isStopped: true, asOf: now }),
        sending: sending({ channel: 'sms', told: { jurisdiction: 'jp' } }),
        person: person({ asOf: now, rhythm: null }),
        policy: policy(),
      }),
    );
    expect(said.reasons.map(({ code, outcome }) => `${outcome} ${code}`)).toEqual([
      'deny contacts-unknown',
      'deny place-not-cleared',
      'hold quiet-hours',
      'hold use-stopped',
    ]);
    expect(said.decision).toBe('deny');
  });

  it.each([Number.NaN, 8.64e15 + 1])('refuses at a time that is none: %s', (time) =>
    expect(decide(moment({ now: new Date(time) })).reasons.map(({ code }) => code)).toEqual([
      'question-invalid',
    ]),
  );
});
