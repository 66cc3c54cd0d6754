import { describe, expect, it } from 'vitest';
import type { Right } from '../console-page.ts';
import { nextStepOf } from './next-step.ts';
import type { Shown } from './use-shown.ts';

const shown = (use: Partial<Shown['use']>, pushedThrough = 'cli'): Shown =>
  ({
    use: {
      owner: 'olga@harbor.example',
      verdict: 'review',
      latestVersion: 'v2',
      clearedVersion: null,
      clearance: null,
      stop: null,
      review: null,
      isOwn: false,
      ...use,
    },
    version: { pushedThrough },
    card: {},
    paused: null,
  }) as unknown as Shown;

const can =
  (...rights: readonly Right[]) =>
  (right: Right) =>
    rights.includes(right);
const operator = can('use.write', 'review.ask');
const reviewer = can('review.judge', 'stop.lift');

describe('the next step', () => {
  it.each([
    ['a stop comes first', { stop: 's', review: 'r' }, reviewer, { does: 'lift', stop: 's' }],
    ['nobody judges what they work on', { review: 'r', isOwn: true }, reviewer, { does: null }],
    ['nobody lifts a stop of their own use', { stop: 's', isOwn: true }, reviewer, { does: null }],
    ['a reviewer judges', { review: 'r' }, reviewer, { does: 'judge', review: 'r' }],
    ['the owner asks for a review', { isOwn: true }, operator, { does: 'ask-for-review' }],
    [
      'a use without findings is reviewed too',
      { isOwn: true, verdict: 'allow' },
      operator,
      { does: 'ask-for-review' },
    ],
    ['a blocked one is pushed again', { isOwn: true, verdict: 'block' }, operator, { does: 'push' }],
    ['a cleared one rests', { isOwn: true, clearance: 'c', clearedVersion: 'v2' }, operator, { does: null }],
    [
      'a changed one does not',
      { isOwn: true, clearance: null, clearedVersion: 'v1' },
      operator,
      { does: 'ask-for-review' },
    ],
  ] as const)('%s', (_name, use, may, expected) => {
    expect(nextStepOf(shown(use), may)).toMatchObject(expected);
  });

  it('is an edit where the use was made here', () => {
    expect(nextStepOf(shown({ isOwn: true, verdict: 'block' }, 'console'), operator)).toEqual({
      does: 'edit',
    });
  });

  it.each([
    ['a reviewer lets it run again', { review: 'r' }, reviewer, { does: 'resume' }],
    ['a stop comes before it', { stop: 's' }, reviewer, { does: 'lift', stop: 's' }],
    ['nobody resumes what they work on', { isOwn: true }, reviewer, { does: null }],
    ['the owner has the repaired one reviewed', { isOwn: true }, operator, { does: 'ask-for-review' }],
    [
      'all else waits for a reviewer',
      { clearance: 'c', clearedVersion: 'v2' },
      operator,
      { does: null, says: 'Waits for a reviewer who does not work on it to let it run again.' },
    ],
  ] as const)('of a paused use: %s', (_name, use, may, expected) => {
    const paused = { use: 'spring', pausedBy: 'monitor complaints', since: '', alarms: [] };
    expect(nextStepOf({ ...shown(use), paused }, may)).toMatchObject(expected);
  });

  it('names whom it waits for', () => {
    expect(nextStepOf(shown({ verdict: 'block' }), operator)).toEqual({
      does: null,
      says: 'Waits for olga@harbor.example to repair it.',
    });
  });
});
