import type { Language } from '../../app/server/choices/page-settings.ts';
import { de } from './de.ts';
import { type AccessTextKey, type AccessTexts, en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export const ACCESS_TEXTS: Readonly<Record<Language, AccessTexts>> = { en, de, es, fr };

/** What the page beside a copy says, in one language. */
export const tellIn =
  (language: Language) =>
  (key: AccessTextKey, holes: Readonly<Record<string, string>> = {}): string =>
    ACCESS_TEXTS[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => holes[name] ?? whole);
export type Tell = ReturnType<typeof tellIn>;
export type { AccessTextKey, AccessTexts } from './en.ts';
