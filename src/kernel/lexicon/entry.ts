import type { SensitiveCategory } from '../categories.ts';

/** `any` holds names and words that are written alike whatever the language. */
export const LEXICON_LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type LexiconLanguage = (typeof LEXICON_LANGUAGES)[number];

/**
 * Comma-separated terms by language. In a term, a trailing `*` stands for any ending of its last word, a leading `*` for
 * any beginning of a single long one (`*itis`), and a leading `^` asks for the capitals as written (`^MS`, `^AIDS`).
 */
export type Words = { readonly [Language in LexiconLanguage | 'any']?: string };

/** `strong` says the trait of the people meant; `weak` only hints at it. */
export type Strength = 'strong' | 'weak';

/** What a term is: a word for the trait, somebody or something known to stand for it, a product, or a place. */
export type TermKind = 'label' | 'entity' | 'product' | 'place';

/** The words that stand for one sensitive category. */
export interface Labels {
  readonly category: SensitiveCategory;
  readonly strong?: Words;
  readonly weak?: Words;
  readonly products?: Words;
  readonly places?: Words;
  /** Column names as tokens, as `days past due`; comma-separated, `*` as in terms. */
  readonly columns?: string;
}

/** People, media, organisations and brands that stand for one sensitive category, as general knowledge has it. */
export interface Entities {
  readonly category: SensitiveCategory;
  readonly strong?: string;
  readonly weak?: string;
}
