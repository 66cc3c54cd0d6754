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
  message,
  messageBlock,
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

const sex = fieldUse('crm.people.gender', { sensitive: ['sex_gender'] });
const age = fieldUse('crm.people.age', { proxyFor: ['age_older', 'age_minor'] });
const street = fieldUse('crm.people.postcode', { proxyFor: ['race_ethnicity'] });
const segment = (...fields: Parameters<typeof audiencePart>[0]) => audienceFact(audiencePart(fields));
const judge = (card: Partial<UseCard>, facts: Partial<Facts> = {}) =>
  run(check, {
    card: cardFact(card),
    audience: segment(sex),
    content: quiet,
    messages: { messages: [] },
    models: { models: [] },
    ...facts,
  });

describe('seg-hec', () => {
  it.each<[string, Partial<UseCard>, Partial<Facts>, string[]]>([
    ['jobs by sex', { goal: 'applicants for our job openings' }, {}, ['selects']],
    ['homes by postcode', { goal: 'fill the apartments' }, { audience: segment(street) }, ['selects']],
    [
      'loans by age',
      { goal: 'more personal loans' },
      { audience: segment({ ...age, values: ['45'] }) },
      ['selects'],
    ],
    [
      'loans for adults',
      { goal: 'more personal loans' },
      { audience: segment({ ...age, values: ['18'], comparison: 'age >= 18' }) },
      [],
    ],
    [
      'loans for children',
      { goal: 'more personal loans' },
      { audience: segment({ ...age, values: ['18'], comparison: 'age < 18' }) },
      ['selects'],
    ],
    [
      'people over 60 left out of a loan',
      { goal: 'more personal loans' },
      { audience: audienceFact(audiencePart([{ ...age, values: ['60'] }], { part: 'exclude' })) },
      ['selects'],
    ],
    [
      'a premium by age',
      { kind: 'pricing', goal: 'car insurance' },
      { audience: segment({ ...age, values: ['25'] }) },
      ['rates'],
    ],
    [
      'a job in the subject',
      { goal: 'growth' },
      { messages: { messages: [message([messageBlock('We are hiring in Kiel', { role: 'subject' })])] } },
      ['selects'],
    ],
    [
      'a lookalike of tenants',
      { goal: 'new tenants', audience: { expansion: 'on' } },
      { audience: audienceFact() },
      ['expands'],
    ],
    [
      'a platform that may widen',
      { goal: 'new tenants', audience: { expansion: 'unknown' } },
      { audience: audienceFact() },
      ['may-expand'],
    ],
    ['shoes by sex', { goal: 'repeat orders' }, {}, []],
    [
      'jobs by skill',
      { goal: 'applicants for our job openings' },
      { audience: segment(fieldUse('crm.people.skill')) },
      [],
    ],
    [
      'insurance deep in the body',
      { goal: 'repeat orders' },
      { messages: { messages: [message([messageBlock('Shipping insurance included')])] } },
      [],
    ],
    [
      'help for women in need of housing',
      { goal: 'housing help' },
      { paths: pathsFact({ protective: 'support' }) },
      ['on-path'],
    ],
  ])('%s', (_, card, facts, expected) => expect(adviceOf(judge(card, facts))).toEqual(expected));

  it('is not assessed where a definition cannot be read', () => {
    expect(judge({ goal: 'new tenants' }, { audience: unread }).status).toBe('not-assessed');
  });
});
