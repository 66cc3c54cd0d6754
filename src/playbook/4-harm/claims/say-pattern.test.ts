import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayPattern } from './say-pattern.ts';

describe('says patterns', () => {
  it.each<[string, string, Array<[string, Record<string, string>]>]>([
    ['ends Sunday', 'The sale ENDS  sunday!', [['ENDS  sunday', {}]]],
    [
      'only {n} left',
      'Only 3 left, only 12 left',
      [
        ['Only 3 left', { n: '3' }],
        ['only 12 left', { n: '12' }],
      ],
    ],
    ['only {n} left', 'Only three left', [['Only three left', { n: 'three' }]]],
    ['only {n} left', 'Only {{ stock }} left', [['Only {{ stock }} left', { n: '§' }]]],
    ['was {p}', 'Was €89.00 until now', [['Was €89.00', { p: '€89.00' }]]],
    ['was {p}', 'was 1.234,50 € before', [['was 1.234,50 €', { p: '1.234,50 €' }]]],
    ['ends on {d}!', 'Ends on Sunday night! Bye', [['Ends on Sunday night!', { d: 'sunday night' }]]],
    ['ends Sunday', 'Sunday it ends', []],
    ['ends Sunday', 'It bends Sunday', []],
    ['ends Sunday', 'ends Sundays', []],
    ['only {n} left', 'only few left', []],
    ['50% (off)', 'Take 50% (off) today', [['50% (off)', {}]]],
    ['a.b*c', 'aXbbc', []],
    ['', 'anything', []],
    ['{a} {b}', 'two free holes', []],
    ['{n} {n} {n} {n}', '1 2 3 4', []],
  ])('%s in: %s', (says, text, expected) => {
    const found = sayPattern(says)(text);
    expect(found.map(({ start, end, holes }) => [text.slice(start, end), holes])).toEqual(expected);
  });

  it('finds any words that a text says, whatever their case and spacing', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, words, (says, before) => {
        const text = `${before.join(' ')}. ${says.join('  ').toUpperCase()} – 1`;
        expect(sayPattern(says.join(' '))(text).length).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
