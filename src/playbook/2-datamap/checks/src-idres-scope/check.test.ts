import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import { unknown } from '../../../../check/facts/index.ts';
import { runCheck } from '../../../../check/run.ts';
import { adviceOf, cardFact, NOW, run } from '../../../../check/testing/builders.ts';
import check from './check.ts';

const whole = { keys: ['email_sha256'], minimum_confidence: 0.95, undo: true, crosses_consent: false };
const judge = (identity: UseCard['identity'], card: Partial<UseCard> = {}) =>
  run(check, {
    card: cardFact({
      kind: 'identity',
      purpose: 'essential.service',
      ...(identity === undefined ? {} : { identity }),
      ...card,
    }),
  });

describe('src-idres-scope', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['a sure, reversible join', judge(whole), []],
    ['nothing said', judge({}), ['crosses-consent', 'no-keys', 'no-undo', 'unsure-join']],
    ['an unsure join', judge({ ...whole, minimum_confidence: 0.6 }), ['unsure-join']],
    ['near miss: just sure enough', judge({ ...whole, minimum_confidence: 0.9 }), []],
    ['a join for good', judge({ ...whole, undo: false }), ['no-undo']],
    ['a join over consents', judge({ ...whole, crosses_consent: true }), ['crosses-consent']],
    ['a join by nothing', judge({ ...whole, keys: [] }), ['no-keys']],
    ['a join for nothing', judge(whole, { purpose: undefined! }), ['no-purpose']],
    ['a campaign that joins', judge({ ...whole, undo: false }, { kind: 'campaign' }), ['no-undo']],
    ['near miss: no join at all', judge(undefined, { kind: 'campaign' }), []],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('shows what the card says', () => {
    expect(judge({ ...whole, minimum_confidence: 0.6 }).found[0]).toMatchObject({
      gravity: 'review',
      quote: '0.6',
    });
  });

  it('cannot tell without the card', () => {
    const outcome = runCheck(check, {
      kind: 'identity',
      facts: { card: unknown('unreadable') },
      jurisdictions: [],
      now: NOW,
    });
    expect(outcome?.notAssessed[0]?.required).toBe(true);
  });

  it('never minds more confidence', () => {
    const confidence = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(confidence, confidence, (a, b) => {
        const found = (one: number) => judge({ ...whole, minimum_confidence: one }).found.length;
        expect(found(Math.max(a, b))).toBeLessThanOrEqual(found(Math.min(a, b)));
      }),
    );
  });
});
