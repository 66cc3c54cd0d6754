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

const ill = fieldUse('crm.people.diagnosis', { sensitive: ['health'] });
const score = fieldUse('crm.scores.propensity');
const segment = (...fields: Parameters<typeof audiencePart>[0]) => audienceFact(audiencePart(fields));
const judge = (card: Partial<UseCard>, facts: Partial<Facts> = {}) =>
  run(check, {
    card: cardFact(card),
    audience: segment(ill),
    content: quiet,
    models: { models: [] },
    usedFields: { used: [] },
    ...facts,
  });

describe('seg-dpia', () => {
  it.each<[string, Partial<UseCard>, Partial<Facts>, string[]]>([
    ['patients targeted for marketing', { intent: 'sell' }, {}, ['missing']],
    [
      'a significant decision',
      { automation: { decision: 'significant' } },
      { audience: audienceFact() },
      ['missing'],
    ],
    ['an eligibility use', { kind: 'eligibility' }, { audience: audienceFact() }, ['missing']],
    ['patients informed', { intent: 'inform' }, {}, ['missing-softly']],
    [
      'patients on an open path',
      { intent: 'sell' },
      { paths: pathsFact({ askedFor: 'C-7' }) },
      ['missing-softly'],
    ],
    ['one soft sign', { intent: 'sell' }, { audience: segment(score) }, []],
    ['no sign', { intent: 'sell' }, { audience: segment(fieldUse('shop.orders.sku')) }, []],
    ['assessed', { intent: 'sell', records: { dpia: 'DPIA-17' } }, {}, []],
    [
      'assessed until next year',
      { intent: 'sell', records: { dpia: { ref: 'DPIA-17', expires: '2027-10-01' } } },
      {},
      [],
    ],
    [
      'assessed until last year',
      { intent: 'sell', records: { dpia: { ref: 'DPIA-17', expires: '2025-10-01' } } },
      {},
      ['expired'],
    ],
    [
      'assessed until today',
      { intent: 'sell', records: { dpia: { ref: 'DPIA-17', expires: '2026-11-20' } } },
      {},
      [],
    ],
    ['failed', { intent: 'sell', records: { dpia: { ref: 'DPIA-17', outcome: 'fail' } } }, {}, ['failed']],
  ])('%s', (_, card, facts, expected) => expect(adviceOf(judge(card, facts))).toEqual(expected));

  it('blocks on a hard sign and reviews on two soft ones', () => {
    expect(judge({ intent: 'sell' }).found[0]?.gravity).toBe('block');
    expect(judge({ intent: 'inform' }).found[0]?.gravity).toBe('review');
  });

  it('is not assessed where a definition cannot be read', () => {
    expect(judge({ intent: 'sell' }, { audience: unread }).status).toBe('not-assessed');
  });
});
