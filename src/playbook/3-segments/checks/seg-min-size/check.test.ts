import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { Facts } from '../../../../check/facts/index.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
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

const list = (namedPeople: number | null, part: 'segment' | 'exclude' = 'segment') =>
  audienceFact(audiencePart([], { part, reading: audienceReading([], { namedPeople }) }));
const counted = (count: number, part: 'segment' | 'exclude' = 'segment') =>
  audienceFact(audiencePart([], { part, people: { known: true, count } }));
const judge = (card: Partial<UseCard>, facts: Partial<Facts> = {}) =>
  run(check, { card: cardFact(card), ...facts });

describe('seg-min-size', () => {
  it.each<[string, Partial<UseCard>, Partial<Facts>, string[]]>([
    ['a dozen people', {}, { audience: list(12) }, ['few']],
    ['fifty', {}, { audience: list(50) }, []],
    ['fifty for an ad platform', { channels: ['ad'] }, { audience: list(50) }, ['few-for-ads']],
    ['a thousand for an ad platform', { channels: ['ad'] }, { audience: list(1000) }, []],
    ['nobody by name', {}, { audience: list(null) }, []],
    ['a query that finds a few', {}, { audience: counted(49) }, ['finds-few']],
    ['a query that finds nobody', {}, { audience: counted(0) }, ['finds-few']],
    ['a query that finds fifty', {}, { audience: counted(50) }, []],
    ['the same for an ad platform', { channels: ['ad'] }, { audience: counted(50) }, ['finds-few-for-ads']],
    ['a query that leaves out a few', {}, { audience: counted(3, 'exclude') }, []],
    ['a dozen left out', {}, { audience: list(12, 'exclude') }, []],
  ])('%s', (_, card, facts, expected) => expect(adviceOf(judge(card, facts))).toEqual(expected));

  it('never says how many a query finds', () => {
    const [few, none] = [counted(1), counted(0)].map((audience) => judge({}, { audience }));
    expect(few).toEqual(none);
  });

  it('cannot tell what nobody counted', () => {
    const missing = (audience: Facts['audience']) => judge({}, { audience }).notAssessed[0]?.missing;
    expect(missing(list(null))).toEqual(['/audience/segment: how many people it finds']);
    const people = { known: false, because: 'no warehouse was asked' } as const;
    expect(missing(audienceFact(audiencePart([], { people })))).toEqual([
      '/audience/segment: how many people it finds: no warehouse was asked',
    ]);
  });

  it('advises, and is never required', () => {
    expect(judge({}, { audience: list(12) }).found[0]).toMatchObject({
      gravity: 'advise',
      quote: 'people named = 12',
    });
    expect(judge({}, { audience: unread }).notAssessed[0]?.required).toBe(false);
    expect(judge({}).notAssessed[0]?.required).toBe(false);
  });
});
