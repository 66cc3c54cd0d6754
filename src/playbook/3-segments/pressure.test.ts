import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../check/facts/card.ts';
import type { ContentFact } from '../../check/facts/content.ts';
import { somewhere } from '../../check/testing/builders.ts';
import { pressureOf } from './pressure.ts';

const quiet: ContentFact = { calls: [], prices: [], offers: [], seenIntents: [], sells: false };
const selling: ContentFact = { ...quiet, sells: true, offers: [{ quote: '20 % off', at: somewhere() }] };
const wants = (card: Partial<UseCard>, content = quiet) =>
  pressureOf({ use: 'test', kind: 'campaign', ...card }, content)?.wants ?? null;

describe('what a use wants of people', () => {
  it.each<[string, Partial<UseCard>, ContentFact, string | null]>([
    ['says that it sells', { intent: 'sell' }, quiet, 'sell to'],
    ['says that it retains', { intent: 'retain' }, quiet, 'keep'],
    ['says that it collects', { intent: 'collect' }, quiet, 'collect from'],
    ['says that it supports', { intent: 'support' }, quiet, null],
    ['says that it supports, and sells', { intent: 'support' }, selling, 'sell to'],
    [
      'says that it informs, and retains',
      { intent: 'inform' },
      { ...quiet, seenIntents: ['retain'] },
      'keep',
    ],
    ['says nothing, for marketing', { purpose: 'marketing.advertising' }, quiet, 'sell to'],
    ['says nothing, for a service', { purpose: 'essential.service' }, quiet, null],
    ['says nothing at all', {}, quiet, 'sell to'],
    ['says nothing at all, of a kind that sells nothing', { kind: 'suppression' }, quiet, null],
  ])('%s', (_, card, content, expected) => expect(wants(card, content)).toBe(expected));

  it('quotes what sells', () => {
    expect(pressureOf({ use: 'test', kind: 'campaign', intent: 'inform' }, selling)?.because).toContain(
      '20 % off',
    );
  });
});
