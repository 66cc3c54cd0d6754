import { expect, it } from 'vitest';
import { cardFact } from '../../../check/testing/builders.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { readMessage } from '../messages/index.ts';
import { detectWording } from '../wording/index.ts';
import { matchClaims } from './match-claims.ts';
import { movedFrom, saidDeadlines } from './moved-deadline.ts';
import { readNamedFacts } from './named-facts.ts';

const facts = readNamedFacts(
  new SourceText(
    'facts.yaml',
    'end: { type: deadline, at: 2026-12-06T23:59:00Z, offer: SPRING26, owner: a@b.example }\nfree: { type: deadline, at: 2026-12-06, owner: a@b.example }\n',
  ),
).facts;
const deadline = { end: new Date('2026-12-06T23:59:00Z'), written: '2026-12-06T23:59:00Z', zone: null };

function saidBy(text: string, fact: string) {
  const claims = [{ says: text.replace(/\.$/, ''), fact }];
  const message = readMessage(new SourceText('uses/teaser/message.txt', text), {}).message!;
  const bound = matchClaims([message], [detectWording(message)], claims, facts);
  return saidDeadlines(cardFact({ use: 'teaser', claims }), bound, facts);
}

it.each([
  ['The sale ends on 29 November.', 'end', ['29 november']],
  ['The sale ends on 6 December.', 'end', []],
  ['The sale ends on Sunday.', 'end', []],
  ['The sale ends on 29 November.', 'free', []],
])('“%s” of another use, bound to %s, gives another end: %j', (text, fact, expected) => {
  const moved = movedFrom(facts.get('end')!, deadline, null, facts, saidBy(text, fact));
  expect(moved.map(({ value }) => value)).toEqual(expected);
  for (const { where } of moved) expect(where).toBe('uses/teaser/message.txt:1, use teaser');
});
