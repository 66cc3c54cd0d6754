import { describe, expect, it } from 'vitest';
import { TECHNIQUES } from '../../../kernel/vocabulary.ts';
import { matchRules } from './match-rules.ts';
import { normalise } from './normalise.ts';
import { WORDING_RULES } from './rules/index.ts';

const fired = (text: string, role: 'decline' | null): readonly string[] =>
  matchRules(normalise(text), 'en', role).map(({ rule }) => rule.id);

describe('wording rules', () => {
  it('cover every technique, each under one id', () => {
    expect(new Set(WORDING_RULES.map(({ technique }) => technique))).toEqual(new Set(TECHNIQUES));
    expect(new Set(WORDING_RULES.map(({ id }) => id)).size).toBe(WORDING_RULES.length);
  });

  describe.each(WORDING_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const role = rule.roles?.includes('decline') ? 'decline' : null;
    // Another rule of the same technique and kind may quote more of the text; then it speaks for this one.
    it.each(rule.says)('finds %j', (text) => {
      const found = matchRules(normalise(text), 'en', role).some(
        (match) => match.rule.technique === rule.technique && match.rule.kind === rule.kind,
      );
      expect([...normalise(text).text.matchAll(rule.pattern)].length).toBeGreaterThan(0);
      expect(found).toBe(true);
    });
    it.each(rule.butNot)('lets %j pass', (text) => {
      expect(fired(text, role)).not.toContain(id);
    });
    if (rule.roles !== undefined)
      it('counts in its own place only', () => {
        for (const text of rule.says) expect(fired(text, null)).not.toContain(id);
      });
  });

  it.each([
    'Shop now',
    'Order today',
    'Sign up',
    'Free shipping on orders over $50',
    '20% off everything',
    'Was $40, now $25',
    'New in: summer dresses',
    'Your password was changed',
    'You can unsubscribe at any time.',
    'Buy one, get one free',
    'Book a table',
    'This link expires in 24 hours',
    'Your order has shipped',
    'Only in stores',
    'Check out our new collection',
    'Save $10 on your first order',
  ])('say nothing of the plain words %j', (text) => {
    expect(fired(text, null)).toEqual([]);
  });

  it.each([
    ' ',
    'a',
    'no thanks i ',
    '1 ',
    'only ',
    'in ',
    "don't ",
    '0:',
    'offer ends ',
    'by ordering you agree ',
    'your home is ',
    'to cancel write us ',
    'if you leave ',
    'everyone on your street ',
    'one fall away ',
    'the fee of the ',
    'i hate my ',
    '3 people have ',
  ])('stay linear on long runs of %j', (unit) => {
    const text = unit.repeat(40_000 / unit.length);
    const started = performance.now();
    matchRules({ text, map: (start, end) => ({ start, end }) }, 'en', null);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
