import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { ContentFact } from '../../../../check/facts/content.ts';
import type { Facts } from '../../../../check/facts/index.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  fieldUse,
  pathsFact,
  run,
} from '../../../../check/testing/builders.ts';
import { problem } from '../../../../kernel/problem.ts';
import check from './check.ts';

const quiet: ContentFact = { calls: [], prices: [], offers: [], seenIntents: [], sells: false };
const unread = audienceFact(
  audiencePart([], {
    reading: audienceReading([], {
      assessed: false,
      problem: problem('segment.invalid', 'it cannot be parsed', 'Mend it'),
    }),
  }),
);

const frail = fieldUse('crm.people.is_vulnerable', { sensitive: ['capability'] });
const late = fieldUse('crm.accounts.days_past_due', { sensitive: ['fin_distress'] });
const segment = (...fields: Parameters<typeof audiencePart>[0]) => audienceFact(audiencePart(fields));
const leftOut = (...fields: Parameters<typeof audiencePart>[0]) =>
  audienceFact(audiencePart(fields, { part: 'exclude' }));
const judge = (card: Partial<UseCard>, facts: Partial<Facts> = {}) =>
  run(check, {
    card: cardFact(card),
    audience: segment(frail),
    content: quiet,
    models: { models: [] },
    ...facts,
  });

describe('seg-vuln-protect', () => {
  it.each<[string, Partial<UseCard>, Partial<Facts>, string[]]>([
    ['left out of an offer', { kind: 'offer', intent: 'sell' }, { audience: leftOut(frail) }, ['left-out']],
    [
      'left out of a service',
      { purpose: 'essential.service', intent: 'inform' },
      { audience: leftOut(frail) },
      ['left-out'],
    ],
    [
      'left out of a loan campaign',
      { goal: 'personal loans', intent: 'sell' },
      { audience: leftOut(frail) },
      ['left-out'],
    ],
    ['spared advertising', { intent: 'sell' }, { audience: leftOut(frail) }, []],
    ['spared by a suppression list', { kind: 'suppression', intent: 'protect' }, {}, []],
    ['an eligibility rule on it', { kind: 'eligibility' }, {}, ['judged']],
    [
      'whether a borrower can repay',
      { kind: 'eligibility', goal: 'fewer bad loans' },
      { audience: segment(late) },
      [],
    ],
    [
      'arrears in a decision about shoes',
      { kind: 'eligibility', goal: 'free returns' },
      { audience: segment(late) },
      ['judged'],
    ],
    ['listed to inform', { intent: 'inform' }, {}, ['unbound']],
    ['pressed, which another check says', { intent: 'sell' }, {}, []],
    ['supported', { intent: 'support' }, { paths: pathsFact({ protective: 'support' }) }, []],
    ['nothing sensitive', { intent: 'inform' }, { audience: segment(fieldUse('crm.people.city')) }, []],
  ])('%s', (_, card, facts, expected) => expect(adviceOf(judge(card, facts))).toEqual(expected));

  it('is not assessed where a definition cannot be read', () => {
    expect(judge({ intent: 'inform' }, { audience: unread }).status).toBe('not-assessed');
  });
});
