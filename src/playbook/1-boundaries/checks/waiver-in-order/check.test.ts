import { describe, expect, it } from 'vitest';
import type { Waiver, WaiversFact } from '../../../../check/facts/waivers.ts';
import { adviceOf, NOW, run, somewhere } from '../../../../check/testing/builders.ts';
import { waive } from '../../../../check/waive.ts';
import check from './check.ts';

const waiver = (rest: Partial<Waiver> = {}): Waiver => ({
  id: 'w-1',
  check: 'seg-min-size',
  use: 'test',
  reason: 'forty invited guests',
  owner: 'trust@harbor.example',
  until: '2027-01-31',
  renewals: 0,
  at: somewhere('waivers.yaml'),
  ...rest,
});
const judge = (...waivers: WaiversFact['waivers'][number][]) => run(check, { waivers: { waivers } });

describe('waiver-in-order', () => {
  it.each([
    ['in-force', [], undefined],
    ['expired', ['expired'], 'advise'],
    ['unused', ['unused'], 'advise'],
    ['renewed-too-often', ['renewed-too-often'], 'review'],
    ['owned-by-use', ['owned-by-use'], 'review'],
  ] as const)('%s', (state, expected, gravity) => {
    const ran = judge({ waiver: waiver(), state });
    expect(adviceOf(ran)).toEqual(expected);
    expect(ran.found[0]?.gravity).toBe(gravity);
  });

  it.each([
    ['one that ended yesterday', waiver({ until: '2026-11-19' }), ['expired']],
    ['near miss: one that ends today, but is not needed', waiver({ until: '2026-11-20' }), ['unused']],
    ['one renewed a third time', waiver({ renewals: 3 }), ['renewed-too-often']],
    ['one of the owner of the use', waiver({ owner: 'lifecycle@harbor.example' }), ['owned-by-use']],
  ])('speaks of what the engine made of %s', (_, given, expected) => {
    const { waivers } = waive([], [given], 'lifecycle@harbor.example', NOW);
    expect(adviceOf(judge(...waivers))).toEqual(expected);
  });

  it('is silent without waivers, and cannot tell where they could not be read', () => {
    expect(judge().status).toBe('clear');
    expect(run(check, {}).notAssessed).toEqual([
      { check: 'waiver-in-order', missing: ['waivers'], required: false },
    ]);
  });
});
