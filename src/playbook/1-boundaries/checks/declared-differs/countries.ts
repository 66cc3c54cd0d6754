import type { Jurisdiction } from '../../../../kernel/vocabulary.ts';

const EU_CODES = 'at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se'.split(
  ' ',
);
const NAMES: Readonly<Record<string, Jurisdiction>> = {
  ...Object.fromEntries(EU_CODES.map((code) => [code, 'eu'])),
  ...Object.fromEntries(
    'austria belgium bulgaria croatia cyprus czechia denmark estonia finland france germany greece hungary ireland italy latvia lithuania luxembourg malta netherlands poland portugal romania slovakia slovenia spain sweden deutschland österreich españa italia polska nederland'
      .split(' ')
      .map((name) => [name, 'eu']),
  ),
  gb: 'uk',
  uk: 'uk',
  'united kingdom': 'uk',
  us: 'us',
  usa: 'us',
  'united states': 'us',
};
const COUNTRY_FIELD = /(?:^|[._])(?:country|country_code|countrycode|country_iso|iso_country|land)$/i;

/** The jurisdiction in scope of a country that a field is compared with; `null` for other fields and countries. */
export function jurisdictionOf(field: string, value: string): Jurisdiction | null {
  if (!COUNTRY_FIELD.test(field)) return null;
  const word = value.trim().replace(/^'|'$/g, '').toLowerCase();
  return Object.hasOwn(NAMES, word) ? NAMES[word]! : null;
}
