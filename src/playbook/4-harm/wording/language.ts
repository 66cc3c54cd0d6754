import { letterStatistics } from '../messages/letter-statistics.ts';
import { ENGLISH_WORDS } from './english-words.ts';
import { ALSO_ENGLISH, FOREIGN_WORDS } from './foreign-words.ts';

/** Languages whose rules were measured on labelled texts (bench/wording). All others are not assessed. */
export const MEASURED_LANGUAGES: ReadonlySet<string> = new Set(['en']);

const WORD = /\p{L}+(?:'\p{L}+)*/gu;
const ASCII_WORD = /[a-z]+(?:'[a-z]+)*/g;
const NOT_LATIN = /[^\p{Script=Latin}]/u;
const NOT_ASCII = /[^\x00-\x7f]/;
const ENOUGH_WORDS = 200;

/**
 * The language of a normalised text: an ISO 639-1 code, `und` where the words are of no language that can be told, `null`
 * where there are no words. A few words that no other language claims count as English, so that brand and product names
 * do not turn into Dutch; one clear word of another language and none of English is enough for that language.
 */
export function languageOf(text: string): string | null {
  let total = 0;
  let english = 0;
  let shared = 0;
  let accented = 0;
  let notLatin = 0;
  let letters = 0;
  const foreign = new Map<string, number>();
  for (const word of bare(text).match(NOT_ASCII.test(text) ? WORD : ASCII_WORD) ?? []) {
    if (++total > ENOUGH_WORDS) break;
    letters += word.length;
    if (ALSO_ENGLISH.has(word)) shared++;
    else if (isEnglish(word)) english++;
    else {
      for (const language of FOREIGN_WORDS.get(word) ?? [])
        foreign.set(language, (foreign.get(language) ?? 0) + 1);
      if (NOT_ASCII.test(word)) {
        if (NOT_LATIN.test(word.replaceAll("'", ''))) notLatin += word.length;
        else accented++;
      }
    }
  }
  if (total === 0) return null;
  if (notLatin * 2 > letters) return detected(text) ?? 'und';
  const [language, count] = strongest(foreign);
  if (count > english || (count === english && count > 0 && accented > 0)) return language;
  english += shared;
  if (count === 0 && accented > 0 && accented >= english) return detected(text) ?? 'und';
  if (english * 2 >= total || (english > 0 && count === 0 && total < 6)) return 'en';
  if (total <= 3) return 'en';
  return detected(text) ?? 'en';
}

const ADDRESS = /\S{0,200}(?::\/\/|www\.|@)\S{0,2000}/g;

/** Addresses are in no language. */
const bare = (text: string): string =>
  text.includes('://') || text.includes('www.') || text.includes('@') ? text.replace(ADDRESS, ' ') : text;

/** Whether the language has a measured rule set; a text without words needs none. */
export const isMeasured = (language: string | null): boolean =>
  language === null || MEASURED_LANGUAGES.has(language);

const detected = (text: string): string | null => {
  const found = letterStatistics().detect(bare(text).slice(0, 2_000));
  return found.language === '' || (found.language !== 'en' && !found.isReliable()) ? null : found.language;
};

function isEnglish(word: string): boolean {
  if (ENGLISH_WORDS.has(word)) return true;
  if (FOREIGN_WORDS.has(word)) return false;
  const end = word.endsWith("'s")
    ? 2
    : word.endsWith('es') || word.endsWith('ed')
      ? 2
      : word.endsWith('s')
        ? 1
        : word.endsWith('ing')
          ? 3
          : 0;
  return (
    end > 0 &&
    word.length - end > 2 &&
    (ENGLISH_WORDS.has(word.slice(0, -end)) || ENGLISH_WORDS.has(word.slice(0, -1)))
  );
}

function strongest(counts: ReadonlyMap<string, number>): readonly [string, number] {
  let best: readonly [string, number] = ['und', 0];
  for (const entry of counts) if (entry[1] > best[1]) best = entry;
  return best;
}
