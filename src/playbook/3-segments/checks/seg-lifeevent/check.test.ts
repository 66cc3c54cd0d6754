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

const loss = fieldUse('crm.people.is_bereaved', { sensitive: ['life_event'] });
const segment = (...fields: Parameters<typeof audiencePart>[0]) => audienceFact(audiencePart(fields));
const judge = (card: Partial<UseCard>, facts: Partial<Facts> = {}) =>
  run(check, {
    card: cardFact(card),
    audience: segment(loss),
    content: quiet,
    models: { models: [] },
    ...facts,
  });

describe('seg-lifeevent', () => {
  it.each<[string, Partial<UseCard>, Partial<Facts>, string[]]>([
    ['the bereaved, to sell', { intent: 'sell' }, {}, ['sold']],
    [
      'the pregnant, to collect',
      { intent: 'collect' },
      { audience: segment(fieldUse('a.b.pregnant', { sensitive: ['reproductive'] })) },
      ['sold'],
    ],
    [
      'people who moved',
      { intent: 'sell' },
      { audience: segment(fieldUse('a.b.recent_mover', { sensitive: ['life_event'] })) },
      ['moved'],
    ],
    [
      'the bereaved, spared',
      { intent: 'sell' },
      { audience: audienceFact(audiencePart([loss], { part: 'exclude' })) },
      [],
    ],
    ['the bereaved, told', { intent: 'inform' }, {}, []],
    ['owed', { intent: 'retain' }, { paths: pathsFact({ owed: 'contract' }) }, ['on-path']],
    ['asked for', { intent: 'sell' }, { paths: pathsFact({ askedFor: 'C-7' }) }, ['asked-for']],
    ['a purchase', { intent: 'sell' }, { audience: segment(fieldUse('shop.orders.last_order_at')) }, []],
  ])('%s', (_, card, facts, expected) => expect(adviceOf(judge(card, facts))).toEqual(expected));

  it('is not assessed where a definition cannot be read', () => {
    expect(judge({ intent: 'sell' }, { audience: unread }).status).toBe('not-assessed');
  });
});
