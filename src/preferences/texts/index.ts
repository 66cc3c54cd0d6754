import { dayIn } from '../../app/server/choices/day-in.ts';
import type { Language } from '../../app/server/choices/page-settings.ts';
import { charter } from './charter.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { optIn } from './opt-in.ts';
import { rights } from './rights.ts';
import { written } from './written.ts';

const ENGLISH = { ...en, ...charter.en, ...optIn.en, ...rights.en, ...written.en };

export type TextKey = keyof typeof ENGLISH;
/** All texts of one language. */
export type Texts = Readonly<Record<TextKey, string>>;

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: ENGLISH,
  de: { ...de, ...charter.de, ...optIn.de, ...rights.de, ...written.de },
  es: { ...es, ...charter.es, ...optIn.es, ...rights.es, ...written.es },
  fr: { ...fr, ...charter.fr, ...optIn.fr, ...rights.fr, ...written.fr },
};

/** The texts of a page in one language, with what is filled in. */
export interface Words {
  readonly language: Language;
  say(key: TextKey, holes?: Readonly<Record<string, string>>): string;
  /** A day, written out. */
  day(date: Date): string;
  /** So many minutes, as `12 minutes`. */
  minutes(count: number): string;
}

export const wordsIn = (language: Language): Words => ({
  language,
  say: (key, holes = {}) =>
    TEXTS[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => holes[name] ?? whole),
  day: (date) => dayIn(language, date),
  minutes: (count) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count),
});
