import { expect, it } from 'vitest';
import { NO_CHOICES } from '../../../playbook/6-control/ledger/choice-state.ts';
import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { causesOf } from './causes.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
const standing = (at: string) => ({ at: Date.parse(at), until: null, id: at });

it('lets the no to profiling begin when it was said, whatever else the person said no to before', () => {
  const state = {
    'withdrawn|marketing.communications.sms|sms||': standing('2026-01-05T08:00:00Z'),
    'gpc|marketing.advertising|||': standing('2026-02-05T08:00:00Z'),
    'objected|personalize|||': standing('2026-06-01T08:00:00Z'),
  };
  const known = {
    states: [{ subject: `subject:${'a'.repeat(43)}` as SubjectKey, state }],
    holds: [],
    contests: [],
    hidden: [],
  };
  expect(causesOf({ themes: 'secret' }, known, [], NOW)).toEqual([
    { type: 'no-to-profiling', from: new Date('2026-06-01T08:00:00Z'), until: null },
  ]);
  const silent = { ...known, states: [{ ...known.states[0]!, state: NO_CHOICES }] };
  expect(causesOf({ themes: 'secret' }, silent, [], NOW)).toEqual([]);
});

it.each([
  ['restrict', { type: 'hold', scope: { purpose: null, channel: null } }],
  ['contest', { type: 'contest', use: 'spring' }],
] as const)('leaves whoever asked for it alone from then until it ended: %s', (kind, cause) => {
  const [askedAt, closedAt] = [new Date('2026-10-01T08:00:00Z'), new Date('2026-11-01T08:00:00Z')];
  const subject = `subject:${'a'.repeat(43)}`;
  const known = {
    states: [],
    holds: [],
    hidden: [],
    contests: [{ subject, kind, useId: 'spring', askedAt, closedAt }],
  };
  expect(causesOf({ themes: 'secret' }, known, [], NOW)).toEqual([
    { ...cause, from: askedAt, until: closedAt },
  ]);
});
