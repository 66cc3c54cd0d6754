import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../check/facts/card.ts';
import { type DECISION_CLASSES, drillState, registerEntry } from './register-entry.ts';

const card = (more: Partial<UseCard>): UseCard => ({ use: 'x', kind: 'campaign', ...more });

describe('what stands in the register', () => {
  it.each<[string, Partial<UseCard>, boolean, (typeof DECISION_CLASSES)[number]]>([
    ['a campaign', {}, false, 'unclassed'],
    ['a campaign that is automated', { automation: { decision: 'notable' } }, true, 'notable'],
    ['a campaign with a score', { scores: [{ name: 'propensity' }] }, true, 'unclassed'],
    ['a campaign with a rule', { rules: [{ name: 'no-debtors', sql: 'x.sql' }] }, true, 'unclassed'],
    ['an assistant that says nothing', { kind: 'assistant' }, true, 'unclassed'],
    ['a suppression of no weight', { kind: 'suppression', automation: { decision: 'none' } }, true, 'none'],
    ['lists that are empty', { scores: [], rules: [] }, false, 'unclassed'],
  ])('%s', (_, more, isAutomation, decision) =>
    expect(registerEntry(card(more))).toEqual({ isAutomation, decision, stopOwner: null }),
  );
});

describe('drills', () => {
  const now = new Date('2026-11-20T09:00:00Z');
  const drill = (startedAt: string, seconds: number | null) => ({
    id: startedAt,
    use: 'x',
    startedAt,
    stoppedAt: seconds === null ? null : new Date(Date.parse(startedAt) + seconds * 1000).toISOString(),
  });
  it.each<[string, Parameters<typeof drillState>[0], boolean, number | null]>([
    ['none', [], true, null],
    ['a fast one last month', [drill('2026-10-20T09:00:00Z', 40)], false, 40],
    ['a fast one half a year ago', [drill('2026-05-20T09:00:00Z', 40)], true, 40],
    ['a slow one', [drill('2026-10-20T09:00:00Z', 301)], true, 301],
    ['one that did not stop', [drill('2026-10-20T09:00:00Z', null)], true, null],
    [
      'a slow one after a fast one',
      [drill('2026-10-01T09:00:00Z', 20), drill('2026-10-20T09:00:00Z', 900)],
      true,
      900,
    ],
  ])('%s', (_, drills, isDue, seconds) => expect(drillState(drills, now)).toMatchObject({ isDue, seconds }));
});
