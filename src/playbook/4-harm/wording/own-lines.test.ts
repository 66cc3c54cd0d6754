import { describe, expect, it } from 'vitest';
import { ownQuality } from '../../../../bench/wording/own-measures.ts';
import { readOwnTexts } from '../../../../scripts/wording/own-texts.ts';
import { TECHNIQUES } from '../../../kernel/vocabulary.ts';
import { judgeText } from './judge-text.ts';

/** Floors under what bench/wording measures on our own lines. */
describe('our own lines', () => {
  const all = [...readOwnTexts('tuning'), ...readOwnTexts('held-out'), ...readOwnTexts('fresh')];

  it('cover every technique, half of them plain, each line once', () => {
    expect(all.length).toBeGreaterThan(900);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    expect(new Set(all.flatMap(({ techniques }) => techniques))).toEqual(new Set(TECHNIQUES));
    expect(all.filter(({ tier }) => tier === 0).length / all.length).toBeGreaterThan(0.5);
  });

  it.each(all.filter(({ tier }) => tier > 0))(
    'quote the words that carry it: $text',
    ({ text, quote, techniques }) => {
      expect(quote).not.toBe('');
      expect(text).toContain(quote);
      expect(techniques).not.toEqual([]);
    },
  );

  it('are found now and then where they were written after the rules', () => {
    const { any } = ownQuality('fresh');
    expect(any.precision).toBeGreaterThanOrEqual(0.8);
    expect(any.recall).toBeGreaterThanOrEqual(0.15);
  });

  it('are found in the part that was not read while rules were written', () => {
    const { any, pressure, techniqueNamed } = ownQuality('held-out');
    expect(any.precision).toBeGreaterThanOrEqual(0.94);
    expect(any.recall).toBeGreaterThanOrEqual(0.88);
    expect(pressure[0] / pressure[1]).toBeGreaterThanOrEqual(0.88);
    expect(techniqueNamed[0] / techniqueNamed[1]).toBeGreaterThanOrEqual(0.85);
  });

  it('are found in the part that rules were made with', () => {
    const { any } = ownQuality('tuning');
    expect(any.precision).toBeGreaterThanOrEqual(0.98);
    expect(any.recall).toBeGreaterThanOrEqual(0.96);
  });

  it.each([
    'Everyone on your street already has one',
    "You are the only one still freezing. Thousands have switched this week. Don't be the last!",
    'You would not want to let your family down on the mountain, would you?',
    'Do you really want to be left behind while everyone else saves?',
    'You will miss every deal without notifications',
    'Your spot is being given away',
    "We noticed you haven't upgraded yet — what are you waiting for?",
  ])('outside it: %j presses', (text) => {
    expect(judgeText(text).techniques).toContainEqual(
      expect.objectContaining({ kind: 'pressure', source: 'rule' }),
    );
  });
});
