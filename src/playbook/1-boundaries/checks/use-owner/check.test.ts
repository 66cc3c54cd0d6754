import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { adviceOf, cardFact, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const judge = (card: Partial<UseCard>) => run(check, { card: cardFact(card) });

describe('use-owner', () => {
  it.each<[string, Partial<UseCard>, string[]]>([
    ['two people', { owner: 'alice@harbor.example', approver: 'bea@harbor.example' }, []],
    ['nobody', {}, ['missing', 'missing']],
    ['no approver', { owner: 'alice@harbor.example' }, ['missing']],
    ['one person', { owner: 'alice@harbor.example', approver: 'alice@harbor.example' }, ['same']],
    [
      'one person in capitals',
      { owner: 'alice@harbor.example', approver: 'Alice@Harbor.example ' },
      ['same'],
    ],
    ['one mailbox', { owner: 'alice@harbor.example', approver: 'alice+trust@harbor.example' }, ['same']],
    [
      'near miss: one name in two domains',
      { owner: 'alice@harbor.example', approver: 'alice@trust.example' },
      [],
    ],
  ])('%s', (_, card, expected) => expect(adviceOf(judge(card))).toEqual(expected));

  it('asks a person to look', () => {
    expect(judge({}).found.map(({ gravity }) => gravity)).toEqual(['review', 'review']);
  });

  it('does not care who is who', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.emailAddress(), (owner, approver) => {
        expect(adviceOf(judge({ owner, approver }))).toEqual(
          adviceOf(judge({ owner: approver, approver: owner })),
        );
      }),
    );
  });
});
