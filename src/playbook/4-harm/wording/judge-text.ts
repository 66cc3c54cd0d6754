import type { BlockRole } from '../../../check/facts/message.ts';
import type { Technique } from '../../../kernel/vocabulary.ts';
import { explain } from './explain.ts';
import { isMeasured, languageOf } from './language.ts';
import { marginOf, probability, THRESHOLD } from './linear-model.ts';
import { matchRules } from './match-rules.ts';
import { normalise } from './normalise.ts';
import { settle } from './settle.ts';

/** A persuasion pattern in a text; `start` and `end` count UTF-16 units and `quote` is the text between them. */
export interface TechniqueSeen {
  readonly technique: Technique;
  readonly kind: 'claim' | 'pressure';
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly instead: string;
  readonly source: 'rule' | 'classifier';
}

export interface Judgement {
  /** False where the language has no measured rule set: then nothing is said of the words, good or bad. */
  readonly assessed: boolean;
  /** ISO 639-1, `und` where it cannot be told, `null` where there are no words. */
  readonly language: string | null;
  /** A persuasion pattern is present, true or not. */
  readonly manipulative: boolean;
  /** Calibrated, in [0, 1]. */
  readonly score: number;
  readonly techniques: readonly TechniqueSeen[];
}

/**
 * Judges one line by its words alone. `role` says where it stands, if that is known; `language` overrides what the words
 * tell. Never throws; a text in a language without measured rules is not assessed.
 */
export function judgeText(
  text: string,
  options: { readonly role?: BlockRole; readonly language?: string } = {},
): Judgement {
  const normal = normalise(text);
  const language = options.language ?? languageOf(normal.text);
  if (!isMeasured(language))
    return { assessed: false, language, manipulative: false, score: 0, techniques: [] };
  const matches = matchRules(normal, language ?? 'en', options.role ?? null);
  const score = settle(probability(marginOf(text.trim(), normal, matches)), normal.text, matches.length > 0);
  const techniques = matches.map(({ rule, start, end }): TechniqueSeen => {
    const range = normal.map(start, end);
    const { technique, kind, instead } = rule;
    return { technique, kind, quote: text.slice(range.start, range.end), ...range, instead, source: 'rule' };
  });
  if (techniques.length === 0 && score >= THRESHOLD) {
    const { start, end, ...named } = explain(normal);
    const range = normal.map(start, end);
    techniques.push({ ...named, quote: text.slice(range.start, range.end), ...range, source: 'classifier' });
  }
  return { assessed: true, language, manipulative: score >= THRESHOLD, score, techniques };
}
