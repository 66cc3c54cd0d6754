import { describe, expect, it } from 'vitest';
import { problem } from '../kernel/problem.ts';
import { exitOf, type FailOn } from './exit.ts';
import { aFinding } from './testing/report-fixture.ts';

const none: readonly never[] = [];
const advise = { verdict: 'allow' as const, findings: [{ ...aFinding, gravity: 'advise' as const }] };
const review = { verdict: 'review' as const, findings: [{ ...aFinding, gravity: 'review' as const }] };
const block = { verdict: 'block' as const, findings: [aFinding] };
const waived = { verdict: 'allow' as const, findings: [{ ...aFinding, waivedBy: 'w' }] };
const unassessed = { verdict: 'review' as const, findings: none };

describe('exitOf', () => {
  it.each<[string, object[], FailOn, number]>([
    ['nothing', [], 'advise', 0],
    ['advise below the default', [advise], 'review', 0],
    ['advise at the threshold', [advise], 'advise', 1],
    ['review at the default', [review], 'review', 1],
    ['review below block', [review], 'block', 0],
    ['block', [advise, block], 'block', 1],
    ['waived', [waived], 'advise', 0],
    ['required and not assessed', [unassessed], 'review', 1],
    ['required and not assessed, below block', [unassessed], 'block', 0],
    ['never', [block], 'never', 0],
  ])('%s', (_title, judged, failOn, status) => {
    expect(exitOf({ judged: judged as never, problems: [] }, failOn).status).toBe(status);
  });

  it('is 2 with any problem, whatever the threshold', () => {
    const problems = [problem('card.unknown-key', 'unknown key `foo`', 'remove it')];
    for (const failOn of ['never', 'block', 'advise'] as const)
      expect(exitOf({ judged: [block], problems }, failOn).status).toBe(2);
  });
});
