import { type Grams, gramsOf, SIGN_COUNT, signsOf } from './features.ts';
import type { RuleMatch } from './match-rules.ts';
import { MODEL } from './model.ts';
import type { NormalText } from './normalise.ts';

/** What `scripts/train-wording.ts` writes: int8 weights of hashed n-grams, weights of signs, and the calibration. */
export interface WordingModel {
  /** Base64 of one signed byte for each bucket; times `scale` it is the weight. */
  readonly weights: string;
  readonly scale: number;
  readonly signs: readonly number[];
  readonly bias: number;
  /** The margin at which either is as likely, and the steepness of the logistic curve below and above it. */
  readonly boundary: number;
  readonly below: number;
  readonly above: number;
  /** Categories of the benchmark, each with base64 weights over fewer buckets, for naming what the classifier saw. */
  readonly categories: readonly {
    readonly name: string;
    readonly weights: string;
    readonly scale: number;
    readonly bias: number;
  }[];
}

const decode = (base64: string): Int8Array => new Int8Array(Buffer.from(base64, 'base64'));

let loaded: Int8Array | null = null;
const weights = (): Int8Array => {
  loaded ??= decode(MODEL.weights);
  return loaded;
};

const signs = new Float64Array(SIGN_COUNT);

/** Signed distance from the boundary; the classifier calls a text manipulative where it is likely enough (`probability`). */
export function marginOf(original: string, normal: NormalText, matches: readonly RuleMatch[]): number {
  const grams = gramsOf(normal.text);
  signsOf(original, normal.text, matches, signs);
  let margin = MODEL.bias + gramMargin(grams);
  for (let index = 0; index < SIGN_COUNT; index++) if (signs[index] !== 0) margin += MODEL.signs[index]!;
  return margin;
}

function gramMargin({ buckets, count, words }: Grams): number {
  const table = weights();
  let inWords = 0;
  for (let index = 0; index < words; index++) inWords += table[buckets[index]!]!;
  let inCharacters = 0;
  for (let index = words; index < count; index++) inCharacters += table[buckets[index]!]!;
  return MODEL.scale * (inWords / Math.sqrt(words || 1) + inCharacters / Math.sqrt(count - words || 1));
}

/** A text is manipulative from this probability on. */
export const THRESHOLD = 0.5;

/** The calibrated probability of a margin. */
export function probability(margin: number): number {
  const distance = margin - MODEL.boundary;
  return 1 / (1 + Math.exp(-(distance < 0 ? MODEL.below : MODEL.above) * distance));
}

/** Weight of a bucket, for saying which n-grams carried a score. */
export const weightOf = (bucket: number): number => weights()[bucket]! * MODEL.scale;

/** How many of the low bits of a bucket the category weights drop. */
export const CATEGORY_SHIFT = 5;

let categoryTables: readonly Int8Array[] | null = null;

/** The category of the benchmark that a manipulative text is most like. */
export function nearestCategory(text: string): string {
  categoryTables ??= MODEL.categories.map(({ weights: base64 }) => decode(base64));
  const { buckets, count, words } = gramsOf(text);
  let best = '';
  let highest = Number.NEGATIVE_INFINITY;
  MODEL.categories.forEach(({ name, scale, bias }, category) => {
    const table = categoryTables![category]!;
    let inWords = 0;
    let inCharacters = 0;
    for (let index = 0; index < count; index++) {
      const weight = table[buckets[index]! >> CATEGORY_SHIFT]!;
      if (index < words) inWords += weight;
      else inCharacters += weight;
    }
    const margin =
      bias + scale * (inWords / Math.sqrt(words || 1) + inCharacters / Math.sqrt(count - words || 1));
    if (margin > highest) {
      highest = margin;
      best = name;
    }
  });
  return best;
}
