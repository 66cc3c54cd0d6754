import type { SensitiveCategory } from '../categories.ts';
import { cultureTerms, originTerms } from './demonyms.ts';
import { ENTITIES } from './entities/index.ts';
import {
  LEXICON_LANGUAGES,
  type LexiconLanguage,
  type Strength,
  type TermKind,
  type Words,
} from './entry.ts';
import { LABELS } from './labels/index.ts';
import { ELSEWHERE, LOOKALIKES } from './lookalikes.ts';
import { type TermMatch, TermMatcher } from './matcher.ts';
import { fold, type Token, tokenize } from './tokens.ts';

/** A sensitive term in a text; `term` is the text's own words at `[start, end)`, in UTF-16 units. */
export interface TermHit {
  readonly category: SensitiveCategory;
  readonly start: number;
  readonly end: number;
  readonly term: string;
  readonly strength: Strength;
  readonly kind: TermKind;
}

interface Entry {
  readonly category: SensitiveCategory;
  readonly strength: Strength;
  readonly kind: TermKind;
  readonly language: LexiconLanguage | 'any';
  /** The capitals that the text must have, for terms such as `AIDS`. */
  readonly written: string | null;
}

/** Longest text that is looked through, in UTF-16 units; what lies behind is not read. */
const LONGEST_TEXT = 1_000_000;
const CONTEXT_WORDS = 6;
const ENDINGS: Record<LexiconLanguage | 'any', readonly string[]> = {
  en: ['s', 'es'],
  any: ['s'],
  de: ['e', 'en', 'n', 's', 'er', 'es'],
  fr: ['s', 'e', 'es', 'x'],
  es: ['s', 'es'],
};

/**
 * Sensitive terms in a text, in order of their place: whole words, whatever their case and accents, look-alikes left
 * out. With a language (`en`, `de`, `fr`, `es`, or a tag such as `de-AT`) only its terms and names count; without one,
 * or in a language that the lexicon does not have, the terms of all languages do. Linear in the text.
 */
export function termsIn(text: string, language?: string): readonly TermHit[] {
  const tokens = tokenize(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text);
  const wanted = languageOf(language);
  const innocent = innocentSpans(tokens);
  const hits = terms()
    .match(tokens)
    .filter((match) => match.value.language === 'any' || wanted === null || match.value.language === wanted)
    .filter((match) => isWritten(match, tokens))
    .filter((match) => !isInside(match, innocent) && !meansSomethingElse(match, tokens));
  return withoutShorter(hits).map(({ from, to, value }) => {
    const start = tokens[from]!.start;
    const end = tokens[to - 1]!.end;
    const { category, strength, kind } = value;
    return { category, start, end, term: text.slice(start, end), strength, kind };
  });
}

/** The language of the lexicon that a tag names, or `null` for all of them. */
function languageOf(tag: string | undefined): LexiconLanguage | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return LEXICON_LANGUAGES.find((language) => language === primary) ?? null;
}

const isWritten = ({ from, to, value }: TermMatch<Entry>, tokens: readonly Token[]): boolean =>
  value.written === null ||
  value.written ===
    tokens
      .slice(from, to)
      .map((token) => token.written)
      .join(' ');

/** The furthest end of a look-alike that starts at or before each word. */
function innocentSpans(tokens: readonly Token[]): readonly number[] {
  const reach = new Array<number>(tokens.length).fill(0);
  for (const { from, to } of lookalikes().match(tokens)) reach[from] = Math.max(reach[from]!, to);
  for (let at = 1; at < reach.length; at += 1) reach[at] = Math.max(reach[at]!, reach[at - 1]!);
  return reach;
}

const isInside = ({ from, to }: TermMatch<Entry>, reach: readonly number[]): boolean => reach[from]! >= to;

function meansSomethingElse({ from, to }: TermMatch<Entry>, tokens: readonly Token[]): boolean {
  if (to - from > 1) return false;
  const contexts = elsewhere().get(tokens[from]!.folded);
  if (contexts === undefined) return false;
  for (let at = Math.max(0, from - CONTEXT_WORDS); at < Math.min(tokens.length, to + CONTEXT_WORDS); at += 1)
    if (contexts.has(tokens[at]!.folded)) return true;
  return false;
}

/** Per category the longest hit at a place; a strong one before a weak one of the same length. */
function withoutShorter(hits: readonly TermMatch<Entry>[]): TermMatch<Entry>[] {
  const ordered = [...hits].sort((a, b) => a.from - b.from || b.to - a.to || rank(a.value) - rank(b.value));
  const covered = new Map<SensitiveCategory, TermMatch<Entry>>();
  return ordered.filter((hit) => {
    const wide = covered.get(hit.value.category);
    if (
      wide !== undefined &&
      wide.to >= hit.to &&
      (wide.value.strength === 'strong' || hit.value.strength === 'weak')
    )
      return false;
    if (wide === undefined || hit.to >= wide.to) covered.set(hit.value.category, hit);
    return true;
  });
}

/** Of two meanings of the same words the one that says more: a strong one, then a place. */
const rank = ({ strength, kind }: Entry): number =>
  (strength === 'strong' ? 0 : 2) + (kind === 'place' ? 0 : 1);

let compiledTerms: TermMatcher<Entry> | null = null;
let compiledLookalikes: TermMatcher<true> | null = null;
let compiledElsewhere: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** Compiled at the first question, so that a command that asks none does not pay for it. */
function terms(): TermMatcher<Entry> {
  if (compiledTerms !== null) return compiledTerms;
  const matcher = new TermMatcher<Entry>();
  const addAll = (words: Words | undefined, entry: Omit<Entry, 'language' | 'written'>): void => {
    for (const language of [...LEXICON_LANGUAGES, 'any'] as const)
      for (const term of split(words?.[language])) {
        const exact = term.startsWith('^');
        const bare = exact ? term.slice(1) : term;
        const value: Entry = { ...entry, language, written: exact ? bare : null };
        matcher.add(bare, value, exact ? [] : ENDINGS[language]);
      }
  };
  for (const { category, strong, weak, products, places } of LABELS) {
    addAll(strong, { category, strength: 'strong', kind: 'label' });
    addAll(weak, { category, strength: 'weak', kind: 'label' });
    addAll(products, { category, strength: 'weak', kind: 'product' });
    addAll(places, { category, strength: 'weak', kind: 'place' });
  }
  for (const { category, strong, weak } of ENTITIES) {
    addAll({ any: strong ?? '' }, { category, strength: 'strong', kind: 'entity' });
    addAll({ any: weak ?? '' }, { category, strength: 'weak', kind: 'entity' });
  }
  addAll({ en: originTerms() }, { category: 'national_origin', strength: 'strong', kind: 'label' });
  addAll({ en: cultureTerms() }, { category: 'race_ethnicity', strength: 'strong', kind: 'label' });
  compiledTerms = matcher;
  return matcher;
}

function lookalikes(): TermMatcher<true> {
  if (compiledLookalikes !== null) return compiledLookalikes;
  compiledLookalikes = new TermMatcher<true>();
  for (const phrase of split(LOOKALIKES)) compiledLookalikes.add(phrase, true, ['s']);
  return compiledLookalikes;
}

function elsewhere(): ReadonlyMap<string, ReadonlySet<string>> {
  compiledElsewhere ??= new Map(
    Object.entries(ELSEWHERE).map(([term, words]) => [fold(term), new Set(words.split(' '))]),
  );
  return compiledElsewhere;
}

/** The terms of a comma-separated list. */
export const split = (list: string | undefined): string[] =>
  (list ?? '')
    .split(/[,\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== '');
