import type { Language } from './page-settings.ts';

const FORMATS = new Map<Language, Intl.DateTimeFormat>();

/** A day, written out in a language; in UTC, as clocks of requests end. */
export function dayIn(language: Language, date: Date): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const format =
    FORMATS.get(language) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  FORMATS.set(language, format);
  return format.format(date);
}
