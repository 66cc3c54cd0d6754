import { SENSITIVE_CATEGORIES, type SensitiveCategory } from '../../../kernel/categories.ts';
import { type TermHit, termsIn } from '../../../kernel/lexicon/index.ts';
import { type DemographicHit, demographicsIn } from './demographics-in-name.ts';
import { stepsOf } from './name-path.ts';
import { isOpaque } from './opaque-name.ts';
import { isAboutThing, isAboutTopic } from './topic-words.ts';

export interface NameCategory {
  readonly category: SensitiveCategory;
  /** What in the name says so, in one sentence. */
  readonly because: string;
  /** In [0, 1]: how sure the lexicon is that the name means this. */
  readonly confidence: number;
}

export interface NameJudgement {
  /** False where there is nothing to read. */
  readonly assessed: boolean;
  /**
   * `sensitive`: the name says or strongly implies a trait of the people in it. `context`: a hint, or sensitive in some
   * uses. `none`: nothing known speaks for a trait. `unknown`: the name says nothing to go by, as a bare code.
   */
  readonly level: 'none' | 'context' | 'sensitive' | 'unknown';
  /** Surest first. */
  readonly categories: readonly NameCategory[];
}

const LONGEST_NAME = 2_000;

/**
 * Judges the name of an audience, an interest or a segment, as `Interest > Health > Diabetes`. The name alone is a weak
 * signal: `none` says that nothing known speaks for a trait, never that there is none; the verdict comes from the
 * definition. Pure and linear in the name.
 */
export function judgeName(name: string): NameJudgement {
  const text = name.slice(0, LONGEST_NAME).replaceAll('_', ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return { assessed: false, level: 'unknown', categories: [] };
  const found = [...termHits(text).map(fromTerm), ...demographicsIn(text).map(fromDemographic)];
  if (found.length === 0)
    return isOpaque(text)
      ? { assessed: true, level: 'unknown', categories: [] }
      : { assessed: true, level: 'none', categories: [] };
  const level = found.some(({ strong }) => strong) ? 'sensitive' : 'context';
  return { assessed: true, level, categories: surestFirst(found) };
}

/** Hints that a branch of a taxonomy does not hand down to its leaves: what is under politics or school is often neither. */
const NOT_HANDED_DOWN: ReadonlySet<SensitiveCategory> = new Set(['political', 'age_minor', 'fin_distress']);

/** The terms of each step of a path, judged on its own; a hint in a branch counts for its leaves where it is handed down. */
function termHits(text: string): TermHit[] {
  const steps = stepsOf(text);
  return steps.flatMap((step, depth) =>
    termsIn(step).filter(
      (hit) =>
        (hit.strength === 'strong' && !isAboutThing(step, hit)) ||
        (hit.strength === 'weak' &&
          !isAnySchool(hit) &&
          !isAboutTopic(text, hit) &&
          (depth === steps.length - 1 || !NOT_HANDED_DOWN.has(hit.category))),
    ),
  );
}

/** A school as a place visited says that someone is young; in the name of an interest it may be Harvard. */
const isAnySchool = ({ category, kind }: TermHit): boolean => category === 'age_minor' && kind === 'place';

interface Found extends NameCategory {
  readonly strong: boolean;
}

const KNOWN_AS: Record<TermHit['kind'], string> = {
  label: 'names it',
  entity: 'is known to stand for it',
  product: 'is bought for it',
  place: 'is a place for it',
};
const CONFIDENCE = {
  strong: { label: 0.95, entity: 0.9, product: 0.9, place: 0.9 },
  weak: { label: 0.6, entity: 0.55, product: 0.5, place: 0.5 },
} as const;

const fromTerm = ({ category, term, strength, kind }: TermHit): Found => ({
  category,
  because: `“${term}” ${strength === 'weak' && kind === 'label' ? 'hints at it' : KNOWN_AS[kind]}`,
  confidence: CONFIDENCE[strength][kind],
  strong: strength === 'strong',
});

const fromDemographic = ({ category, words, strong }: DemographicHit): Found => ({
  category,
  because: `“${words}” parts people by it`,
  confidence: strong ? 0.9 : 0.55,
  strong,
});

const ORDER = Object.keys(SENSITIVE_CATEGORIES);

/** One entry per category with its surest reason; two reasons make it a little surer. */
function surestFirst(found: readonly Found[]): NameCategory[] {
  const best = new Map<SensitiveCategory, NameCategory>();
  for (const { category, because, confidence } of found) {
    const before = best.get(category);
    if (before === undefined) best.set(category, { category, because, confidence });
    else {
      const surer = Math.min(0.99, Math.max(before.confidence, confidence) + 0.02);
      best.set(category, {
        ...(confidence > before.confidence ? { category, because } : before),
        confidence: surer,
      });
    }
  }
  return [...best.values()].sort(
    (a, b) => b.confidence - a.confidence || ORDER.indexOf(a.category) - ORDER.indexOf(b.category),
  );
}
