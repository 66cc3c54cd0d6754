const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** The English name of a language by its code, as `de-AT`; the code itself where it has none. */
export function languageInWords(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
