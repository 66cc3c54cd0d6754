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
  dataMapFact,
  dataMapField,
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

const expecting = fieldUse('crm.scores.pregnancy_score', { sensitive: ['reproductive'] });
const segment = (...fields: Parameters<typeof audiencePart>[0]) => audienceFact(audiencePart(fields));
const judge = (card: Partial<UseCard>, facts: Partial<Facts> = {}) =>
  run(check, {
    card: cardFact(card),
    audience: segment(expecting),
    content: quiet,
    models: { models: [] },
    ...facts,
  });

describe('seg-inferred', () => {
  it.each<[string, Partial<UseCard>, Partial<Facts>, string[]]>([
    ['a score named after a trait', { intent: 'sell' }, {}, ['inferred']],
    ['whatever the intent, for a special category', { intent: 'inform' }, {}, ['inferred']],
    [
      'on an open path',
      { intent: 'support' },
      { paths: pathsFact({ protective: 'support' }) },
      ['inferred-softly'],
    ],
    [
      'left out by it',
      { intent: 'sell' },
      { audience: audienceFact(audiencePart([expecting], { part: 'exclude' })) },
      [],
    ],
    [
      'told by the person',
      { intent: 'sell' },
      { audience: segment(fieldUse('crm.people.is_pregnant', { sensitive: ['reproductive'] })) },
      [],
    ],
    [
      'a guess about nothing sensitive',
      { intent: 'sell' },
      { audience: segment(fieldUse('crm.scores.churn_risk')) },
      [],
    ],
    [
      'debt guessed to inform',
      { intent: 'inform' },
      { audience: segment(fieldUse('crm.scores.bankruptcy_score', { sensitive: ['fin_distress'] })) },
      ['inferred-softly'],
    ],
    [
      'debt guessed to sell',
      { intent: 'sell' },
      { audience: segment(fieldUse('crm.scores.bankruptcy_score', { sensitive: ['fin_distress'] })) },
      ['inferred'],
    ],
    [
      'a credit score where credit is decided',
      { kind: 'eligibility', goal: 'personal loans' },
      { audience: segment(fieldUse('crm.scores.credit_score', { sensitive: ['fin_distress'] })) },
      [],
    ],
    [
      'a card that names its score so',
      { intent: 'sell', scores: [{ name: 'depression_score' }] },
      { audience: audienceFact() },
      ['named-after'],
    ],
    [
      'a card that names its score otherwise',
      { intent: 'sell', scores: [{ name: 'propensity' }] },
      { audience: audienceFact() },
      [],
    ],
  ])('%s', (_, card, facts, expected) => expect(adviceOf(judge(card, facts))).toEqual(expected));

  it('follows the origin in the data map under a neutral name', () => {
    const field = dataMapField('crm.people.group_b', { origin: 'inferred', declaredSensitive: ['health'] });
    const ran = judge(
      { intent: 'sell' },
      { dataMap: dataMapFact([field]), audience: segment(fieldUse(field.name)) },
    );
    expect(ran.found[0]?.what).toContain('origin: inferred');
  });

  it('is not assessed where a definition cannot be read', () => {
    expect(judge({ intent: 'sell' }, { audience: unread }).status).toBe('not-assessed');
  });
});
