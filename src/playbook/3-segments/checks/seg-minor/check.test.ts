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

const age = fieldUse('crm.people.age', { proxyFor: ['age_minor', 'age_older'] });
const teen = fieldUse('crm.people.is_teen', { sensitive: ['age_minor'] });
const segment = (...fields: Parameters<typeof audiencePart>[0]) => audienceFact(audiencePart(fields));
const judge = (card: Partial<UseCard>, facts: Partial<Facts> = {}) =>
  run(check, {
    card: cardFact(card),
    audience: segment(teen),
    content: quiet,
    models: { models: [] },
    ...facts,
  });

describe('seg-minor', () => {
  it.each<[string, Partial<UseCard>, Partial<Facts>, string[]]>([
    ['teenagers chosen to sell', { intent: 'sell' }, {}, ['chosen']],
    [
      'an age below 18',
      { intent: 'sell' },
      { audience: segment({ ...age, values: ['18'], comparison: 'age < 18' }) },
      ['chosen'],
    ],
    [
      'an age of 16',
      { intent: 'sell' },
      { audience: segment({ ...age, sensitive: ['age_minor'], values: ['16'] }) },
      ['chosen'],
    ],
    [
      'adults alone',
      { intent: 'sell' },
      { audience: segment({ ...age, values: ['18'], comparison: 'age >= 18 and x' }) },
      [],
    ],
    [
      'adults by way of 17',
      { intent: 'sell' },
      { audience: segment({ ...age, sensitive: ['age_minor'], values: ['17'], comparison: 'age > 18' }) },
      [],
    ],
    [
      '18, on an unknown side',
      { intent: 'sell' },
      { audience: segment({ ...age, values: ['18'] }) },
      ['not-adult'],
    ],
    ['an age of 40', { intent: 'sell' }, { audience: segment({ ...age, values: ['40'] }) }, []],
    [
      'children left out',
      { intent: 'sell' },
      { audience: audienceFact(audiencePart([teen], { part: 'exclude' })) },
      [],
    ],
    ['no teenagers', { intent: 'sell' }, { audience: segment({ ...teen, values: ['false'] }) }, []],
    ['informed', { intent: 'inform' }, {}, []],
    ['protected', { intent: 'protect' }, { paths: pathsFact({ protective: 'protect' }) }, ['on-path']],
    [
      'a card about teenagers',
      { intent: 'sell', goal: 'more teenagers in the shop' },
      { audience: segment(fieldUse('shop.orders.sku')) },
      ['described'],
    ],
    [
      'a card about toys',
      { intent: 'sell', goal: 'more toys sold' },
      { audience: segment(fieldUse('shop.orders.sku')) },
      [],
    ],
  ])('%s', (_, card, facts, expected) => expect(adviceOf(judge(card, facts))).toEqual(expected));

  it('is not assessed where a definition cannot be read', () => {
    expect(judge({ intent: 'sell' }, { audience: unread }).status).toBe('not-assessed');
  });
});
