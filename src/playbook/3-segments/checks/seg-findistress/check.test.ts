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

const late = fieldUse('crm.accounts.missed_payments', { sensitive: ['fin_distress'] });
const player = fieldUse('game.people.self_excluded', { sensitive: ['addiction'] });
const segment = (...fields: Parameters<typeof audiencePart>[0]) => audienceFact(audiencePart(fields));
const judge = (card: Partial<UseCard>, facts: Partial<Facts> = {}) =>
  run(check, {
    card: cardFact(card),
    audience: segment(late),
    content: quiet,
    messages: { messages: [] },
    models: { models: [] },
    ...facts,
  });
const saying = (text: string): Partial<Facts> => ({
  messages: { messages: [message([messageBlock(text)])] },
});

describe('seg-findistress', () => {
  it.each<[string, Partial<UseCard>, Partial<Facts>, string[]]>([
    [
      'a loan for people who missed payments',
      { intent: 'sell', goal: 'more personal loans' },
      {},
      ['pushed'],
    ],
    ['pay later in the message', { intent: 'sell' }, saying('Pay later, in three instalments'), ['pushed']],
    ['in German', { intent: 'sell' }, saying('Jetzt Ratenzahlung wählen'), ['pushed']],
    ['whatever the intent says', { intent: 'inform' }, saying('Your instant loan is ready'), ['pushed']],
    [
      'near miss: the loan that runs',
      { intent: 'inform' },
      saying('The interest on your overdraft has stopped'),
      ['spoken-of'],
    ],
    [
      'the loan that runs, and the team wants more of them',
      { intent: 'inform', goal: 'more overdrafts' },
      saying('The interest on your overdraft has stopped'),
      ['pushed'],
    ],
    [
      'free spins for the self-excluded',
      { intent: 'retain' },
      { ...saying('50 free spins'), audience: segment(player) },
      ['pushed'],
    ],
    ['wine for people in debt', { intent: 'sell' }, saying('A case of wine'), []],
    ['shoes', { intent: 'sell' }, saying('New boots'), []],
    [
      'left out of the loan',
      { intent: 'sell', goal: 'more personal loans' },
      { audience: audienceFact(audiencePart([late], { part: 'exclude' })) },
      [],
    ],
    ['a lending decision', { kind: 'eligibility', goal: 'fewer bad loans' }, {}, ['weighed']],
    [
      'an arrears notice',
      { intent: 'collect' },
      { ...saying('Your loan payment is 20 days late'), paths: pathsFact({ owed: 'contract' }) },
      ['on-path'],
    ],
    [
      'debt advice',
      { intent: 'support' },
      { ...saying('Free advice about loans and debt'), paths: pathsFact({ protective: 'support' }) },
      ['on-path'],
    ],
  ])('%s', (_, card, facts, expected) => expect(adviceOf(judge(card, facts))).toEqual(expected));

  it('is not assessed where a definition cannot be read', () => {
    expect(judge({ intent: 'sell' }, { audience: unread }).status).toBe('not-assessed');
  });
});
