import { describe, expect, it } from 'vitest';
import type { Waiver } from './facts/waivers.ts';
import type { Finding } from './finding.ts';
import { outcome } from './run.ts';
import { NOW, somewhere } from './testing/builders.ts';
import { waive } from './waive.ts';

const finding: Finding = {
  check: 'seg-min-size',
  advice: 'a',
  step: 3,
  risk: null,
  gravity: 'review',
  decidedBy: 'rule',
  decider: null,
  at: somewhere(),
  quote: null,
  what: 'W.',
  why: 'W.',
  instead: 'I.',
  norms: [],
  evidence: [{ type: 'text', at: somewhere(), quote: '' }],
  waivedBy: null,
};
const waiver = (more: Partial<Waiver> = {}): Waiver => ({
  id: 'w',
  check: 'seg-min-size',
  use: 'dinner',
  reason: 'forty invited guests',
  owner: 'trust@harbor.example',
  until: '2027-01-31',
  renewals: 0,
  at: somewhere('waivers.yaml'),
  ...more,
});
const apply = (given: Waiver, findings: readonly Finding[] = [finding]) =>
  waive([outcome('seg-min-size', findings, [])], [given], 'events@harbor.example', NOW);

describe('waive', () => {
  it.each<[string, Partial<Waiver>, string, string | null]>([
    ['in force', {}, 'in-force', 'w'],
    ['on its last day', { until: '2026-11-20' }, 'in-force', 'w'],
    ['expired yesterday', { until: '2026-11-19' }, 'expired', null],
    ['renewed twice', { renewals: 2 }, 'in-force', 'w'],
    ['renewed a third time', { renewals: 3 }, 'renewed-too-often', null],
    ['owned by the owner of the use', { owner: 'events@harbor.example' }, 'owned-by-use', null],
    ['for another check', { check: 'seg-proxy' }, 'unused', null],
  ])('%s', (_, more, state, waivedBy) => {
    const result = apply(waiver(more));
    expect(result.waivers[0]?.state).toBe(state);
    expect(result.outcomes[0]?.findings[0]?.waivedBy).toBe(waivedBy);
  });

  it('is unused where nothing was found', () => expect(apply(waiver(), []).waivers[0]?.state).toBe('unused'));

  it('turns what was found into waived', () => expect(apply(waiver()).outcomes[0]?.status).toBe('waived'));
});
