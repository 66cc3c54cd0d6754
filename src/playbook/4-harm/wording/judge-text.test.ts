import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockRole } from '../../../check/facts/message.ts';
import { message, messageBlock } from '../../../check/testing/builders.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import { TECHNIQUES } from '../../../kernel/vocabulary.ts';
import { detectWording } from './detect-wording.ts';
import { SIGN_COUNT } from './features.ts';
import { judgeText } from './judge-text.ts';
import { MODEL } from './model.ts';

describe('judgeText', () => {
  it('has a model trained on the rules that there are: run scripts/train-wording.ts', () => {
    expect(MODEL.signs).toHaveLength(SIGN_COUNT);
  });

  it.each([
    ['Sale ends Sunday', 'false-urgency', 'claim', 'Sale ends Sunday'],
    ['Only 3 left in stock', 'scarcity', 'claim', 'Only 3 left in stock'],
    ['🔥 12 people are viewing this!', 'social-pressure', 'claim', '12 people are viewing'],
    ['𝐇𝐮𝐫𝐫𝐲 before it is gone', 'false-urgency', 'pressure', '𝐇𝐮𝐫𝐫𝐲'],
    ['H U R R Y', 'false-urgency', 'pressure', 'H U R R Y'],
    ['Hur\u200bry, нurry', 'false-urgency', 'pressure', 'Hur\u200bry'],
    ['No thanks, I like paying full price', 'shame', 'pressure', 'No thanks, I like paying full'],
    ['Your account will be suspended unless you act', 'fear', 'pressure', 'Your account will be suspended'],
    ["We're begging you", 'guilt', 'pressure', "We're begging"],
    ['Uncheck the box if you prefer not to hear from us', 'confusion', 'pressure', 'Uncheck the box if'],
  ])('finds %j', (text, technique, kind, quote) => {
    const judged = judgeText(text);
    expect(judged).toMatchObject({ assessed: true, language: 'en', manipulative: true });
    expect(judged.techniques).toContainEqual(expect.objectContaining({ technique, kind, quote }));
  });

  it.each([
    'Shop now',
    'Order today',
    '20% off',
    'Get 20% off your first order',
    'Save $10',
    'Special offer',
    'No thanks',
    'NO THANKS',
    'No, thank you',
    'Maybe later',
    'Free shipping',
    'Your password was changed',
    'Unsubscribe',
    'Donate',
    'Your invoice for May',
    'Add to cart',
    '✕',
    '',
  ])('calls %j plain', (text) => {
    expect(judgeText(text)).toMatchObject({ assessed: true, manipulative: false, techniques: [] });
  });

  it.each([
    ['Nur noch 2 Stück auf Lager', 'de'],
    ['Jetzt kaufen', 'de'],
    ['Dernière chance', 'fr'],
    ['Plus que 2 en stock', 'fr'],
    ['¡Última oportunidad!', 'es'],
    ['Laatste kans', 'nl'],
    ['Спешите, осталось два', null],
    ['今すぐ購入', 'ja'],
  ])('does not assess %j', (text, language) => {
    const judged = judgeText(text);
    expect(judged).toMatchObject({ assessed: false, manipulative: false, techniques: [] });
    expect(judged.language).not.toBe('en');
    if (language !== null) expect(judged.language).toBe(language);
  });

  it('names a technique and its words where the classifier speaks alone', () => {
    const text = 'Customers also bought';
    const { manipulative, techniques } = judgeText(text);
    expect(manipulative).toBe(true);
    expect(techniques).toHaveLength(1);
    expect(techniques[0]).toMatchObject({ source: 'classifier' });
    expect(text).toContain(techniques[0]!.quote);
  });

  const words = [
    'hurry',
    'only',
    '2',
    'left',
    'NO',
    'thanks',
    'I',
    'save',
    '🔥',
    '𝒳',
    'ends',
    'in',
    '09:14',
    '\u200b',
    'price',
    'don’t',
    'miss',
    'ﬃ',
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 14,
    })
    .map((parts) => parts.join(' '));

  it('quotes exactly, scores in [0, 1], and is manipulative exactly when it names a technique', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<BlockRole | undefined>('decline', 'button', 'body', undefined),
        (line, role) => {
          const judged = judgeText(line, { role, language: 'en' });
          expect(judged.score).toBeGreaterThanOrEqual(0);
          expect(judged.score).toBeLessThanOrEqual(1);
          expect(judged.techniques.length > 0).toBe(judged.manipulative);
          for (const { technique, quote, start, end } of judged.techniques) {
            expect(TECHNIQUES).toContain(technique);
            expect(quote).toBe(line.slice(start, end));
            expect(quote).not.toBe('');
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('does not fall for case, invisible characters and look-alikes', () => {
    const disguises: ReadonlyArray<(plain: string) => string> = [
      (plain) => plain.toUpperCase(),
      (plain) => Array.from(plain).join('\u200b'),
      (plain) => plain.replaceAll('o', 'о').replaceAll('e', 'е').replaceAll('a', 'а'),
      (plain) => `🔥${plain}🔥`,
      (plain) => plain.replaceAll(' ', '\u00a0 '),
    ];
    for (const plain of [
      'hurry up, only 3 left',
      'last chance to save',
      "don't miss out",
      'no thanks, i hate saving money',
    ])
      for (const disguise of disguises) {
        const found = judgeText(disguise(plain)).techniques.map(({ technique }) => technique);
        expect(found).toEqual(judgeText(plain).techniques.map(({ technique }) => technique));
      }
  });
});

describe('detectWording', () => {
  it('quotes each hit at its place in the source', () => {
    const body = '𝒳 Our lamps are back. Hurry, only 2 left in stock! Shop now.';
    const { hits, assessed, unmeasuredLanguages } = detectWording(message([messageBlock(body)]));
    expect({ assessed, unmeasuredLanguages }).toEqual({ assessed: true, unmeasuredLanguages: [] });
    const source = new SourceText('uses/test/message.txt', body);
    expect(hits.map(({ quote }) => quote)).toEqual(['Hurry, only 2 left in stock', 'Hurry']);
    for (const { quote, at } of hits) expect(source.quote(at)).toBe(quote);
  });

  it('names the languages that it cannot judge', () => {
    const german = messageBlock('Nur noch heute: Sie sparen zwanzig Prozent auf alle Lampen', {
      language: 'de',
    });
    expect(detectWording(message([german]))).toMatchObject({
      assessed: false,
      unmeasuredLanguages: ['de'],
      hits: [],
    });
    expect(detectWording(message([german, messageBlock('Hurry up!')]))).toMatchObject({
      assessed: true,
      unmeasuredLanguages: ['de'],
    });
  });

  it('keeps rules of refusals to refusals', () => {
    const text = "I don't care about my health";
    expect(detectWording(message([messageBlock(text, { role: 'decline' })])).hits).toMatchObject([
      { technique: 'shame', source: 'rule' },
    ]);
    expect(
      detectWording(message([messageBlock(text)])).hits.filter(({ source }) => source === 'rule'),
    ).toEqual([]);
  });

  it('assesses a message without words', () => {
    expect(detectWording(message([messageBlock('✕ 12:00')]))).toMatchObject({ assessed: true, hits: [] });
  });
});
