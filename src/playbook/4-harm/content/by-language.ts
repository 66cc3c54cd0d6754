/** Patterns of the languages in which content is read. */
export interface ByLanguage {
  readonly en: RegExp;
  readonly de: RegExp;
  readonly fr: RegExp;
  readonly es: RegExp;
}

/** The patterns for a text: those of its language, or of all where that is not known or not among them. */
export function patternsFor(patterns: ByLanguage, language: string | null): readonly RegExp[] {
  const { en, de, fr, es } = patterns;
  if (language === 'en') return [en];
  if (language === 'de' || language === 'fr' || language === 'es') return [patterns[language], en];
  return [en, de, fr, es];
}

export const says = (patterns: ByLanguage, text: string, language: string | null): boolean =>
  patternsFor(patterns, language).some((pattern) => pattern.test(text));
