import { describe, expect, it } from 'vitest';
import { isMeasured, languageOf } from './language.ts';
import { normalise } from './normalise.ts';

const of = (text: string) => languageOf(normalise(text).text);

describe('languageOf', () => {
  it.each([
    'Buy',
    'OK',
    'Shop now',
    'LCD Ribbon Cables',
    'Brandon Blackwood',
    'MoTrail',
    'Christian Dior',
    'Boxster Remotes',
    'End Tables',
    'Warm Tips',
    'Beyoncé posters and prints',
    '手錶 / Watches',
    'Only 2 left',
    'Offer ends in 15hrs 1min 56sec!',
    '3Days01:49:51 Left',
    'NOTE: Le Klint lamps are on sale',
    'See https://strata.example/reset?token=8f3c&uid=usr_01HZ',
  ])('reads %j as English', (text) => {
    expect(of(text)).toBe('en');
  });

  it.each([
    ['Nur noch heute', 'de'],
    ['Die letzte Chance', 'de'],
    ['Beeil dich!', 'de'],
    ['Dernière chance', 'fr'],
    ['Plus que 2 en stock', 'fr'],
    ['Dépêchez-vous', 'fr'],
    ['¡Última oportunidad!', 'es'],
    ['Compra ahora', 'es'],
    ['En venta', 'es'],
    ['Solo oggi', 'it'],
    ['Laatste kans', 'nl'],
    ['Koop nu', 'nl'],
    ['Nej tak', 'da'],
    ['Kup teraz', 'pl'],
    ['Osta nyt', 'fi'],
    ['今すぐ購入', 'ja'],
    ['Der neue Katalog ist da!', 'de'],
  ])('reads %j as %s', (text, language) => {
    expect(of(text)).toBe(language);
  });

  it.each(['', '✕', '___', '12:00', 'https://shop.example/sale'])('finds no words in %j', (text) => {
    expect(of(text)).toBeNull();
  });

  it('measures English alone, and asks nothing of a text without words', () => {
    expect(['en', null, 'de', 'und'].map(isMeasured)).toEqual([true, true, false, false]);
  });
});
