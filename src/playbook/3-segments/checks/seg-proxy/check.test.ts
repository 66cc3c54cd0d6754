import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { Facts } from '../../../../check/facts/index.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  fieldUse,
  run,
} from '../../../../check/testing/builders.ts';
import { problem } from '../../../../kernel/problem.ts';
import check from './check.ts';

const unread = audienceFact(
  audiencePart([], {
    reading: audienceReading([], {
      assessed: false,
      problem: problem('segment.invalid', 'it cannot be parsed', 'Mend it'),
    }),
  }),
);

const street = fieldUse('crm.people.postcode', { proxyFor: ['race_ethnicity', 'fin_distress'] });
const judge = (card: Partial<UseCard>, facts: Partial<Facts> = {}) =>
  run(check, {
    card: cardFact(card),
    audience: audienceFact(audiencePart([street])),
    models: { models: [] },
    ...facts,
  });

describe('seg-proxy', () => {
  it.each<[string, Partial<UseCard>, Partial<Facts>, string[]]>([
    [
      'left out by postcode',
      {},
      { audience: audienceFact(audiencePart([street], { part: 'exclude' })) },
      ['excludes'],
    ],
    [
      'not in these postcodes',
      {},
      { audience: audienceFact(audiencePart([{ ...street, role: 'exclude' }])) },
      ['excludes'],
    ],
    ['an eligibility use', { kind: 'eligibility' }, {}, ['judges']],
    ['a price by postcode', { kind: 'pricing' }, {}, ['judges']],
    [
      'a rule',
      { rules: [{ name: 'zone', sql: 'zone.sql' }] },
      { audience: audienceFact(audiencePart([street], { part: 'rule', pointer: '/rules/0' })) },
      ['judges'],
    ],
    ['reached by postcode', {}, {}, ['reaches']],
    ['joined by name', {}, { audience: audienceFact(audiencePart([{ ...street, role: 'join' }])) }, []],
    ['no stand-in', {}, { audience: audienceFact(audiencePart([fieldUse('shop.orders.sku')])) }, []],
  ])('%s', (_, card, facts, expected) => expect(adviceOf(judge(card, facts))).toEqual(expected));

  it('looks at the features of a score', () => {
    const at = street.at;
    const feature = { name: 'zip3', field: null, sensitive: [], proxyFor: ['race_ethnicity' as const], at };
    const models = {
      models: [{ score: { name: 's' }, pointer: '/scores/0', type: 'linear', features: [feature] }],
    };
    expect(judge({ kind: 'score' }, { audience: audienceFact(), models }).found).toMatchObject([
      { advice: 'judges', gravity: 'review', quote: 'zip3' },
    ]);
  });

  it('is not assessed where a definition cannot be read', () => {
    expect(judge({}, { audience: unread }).status).toBe('not-assessed');
  });
});
