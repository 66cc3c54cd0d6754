import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, NotAssessed, Outcome } from './finding.ts';
import { judge } from './judge.ts';
import { outcome } from './run.ts';
import { somewhere } from './testing/builders.ts';

const finding = (gravity: Finding['gravity'], waivedBy: string | null = null): Finding => ({
  check: 'x',
  advice: 'a',
  step: 1,
  risk: null,
  gravity,
  decidedBy: 'rule',
  decider: null,
  at: somewhere(),
  quote: null,
  what: 'W.',
  why: 'W.',
  instead: 'I.',
  norms: [],
  evidence: [{ type: 'text', at: somewhere(), quote: '' }],
  waivedBy,
});
const outcomes = fc.array(
  fc
    .record({
      gravities: fc.array(fc.tuple(fc.constantFrom('advise', 'review', 'block' as const), fc.boolean()), {
        maxLength: 4,
      }),
      lacking: fc.array(fc.boolean(), { maxLength: 2 }),
    })
    .map(
      ({ gravities, lacking }): Outcome =>
        outcome(
          'x',
          gravities.map(([gravity, waived]) => finding(gravity as Finding['gravity'], waived ? 'w' : null)),
          lacking.map((required): NotAssessed => ({ check: 'x', missing: ['f'], required })),
        ),
    ),
  { maxLength: 6 },
);
const rank = { allow: 0, review: 1, block: 2 } as const;

describe('judge', () => {
  it.each<[string, Outcome[], string]>([
    ['nothing', [], 'allow'],
    ['advice alone', [outcome('x', [finding('advise')], [])], 'allow'],
    ['a review', [outcome('x', [finding('review')], [])], 'review'],
    ['a block', [outcome('x', [finding('review'), finding('block')], [])], 'block'],
    ['a waived block', [outcome('x', [finding('block', 'w')], [])], 'allow'],
    [
      'something required not assessed',
      [outcome('x', [], [{ check: 'x', missing: ['f'], required: true }])],
      'review',
    ],
    [
      'something else not assessed',
      [outcome('x', [], [{ check: 'x', missing: ['f'], required: false }])],
      'allow',
    ],
    [
      'a waived finding beside something not assessed',
      [outcome('x', [finding('block', 'w')], [{ check: 'x', missing: ['f'], required: true }])],
      'review',
    ],
  ])('%s', (_, given, expected) => expect(judge(given)).toBe(expected));

  it('does not depend on order', () => {
    fc.assert(
      fc.property(
        outcomes.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(judge(shuffled)).toBe(judge(all));
        },
      ),
    );
  });

  it('never falls when something more is found or not assessed', () => {
    fc.assert(
      fc.property(outcomes, outcomes, (all, more) => {
        expect(rank[judge([...all, ...more])]).toBeGreaterThanOrEqual(rank[judge(all)]);
      }),
    );
  });

  it('gives the same for a part that is counted twice', () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        expect(judge([...all, ...all])).toBe(judge(all));
      }),
    );
  });
});
