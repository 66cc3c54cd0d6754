import type { BlockRole } from '../../src/check/facts/message.ts';
import { BUCKETS, gramsOf, SIGN_COUNT, signsOf } from '../../src/playbook/4-harm/wording/features.ts';
import { matchRules } from '../../src/playbook/4-harm/wording/match-rules.ts';
import { normalise } from '../../src/playbook/4-harm/wording/normalise.ts';
import { WORDING_RULES } from '../../src/playbook/4-harm/wording/rules/index.ts';
import { readBenchmark, readLabelledMail, readMails, sentencesOf } from './corpus.ts';
import { hashOf } from './hash.ts';
import { OUR_PHRASES } from './our-phrases.ts';
import { readOwnTexts, roleOf } from './own-texts.ts';
import type { Row } from './train-linear.ts';

export const FEATURES = BUCKETS + SIGN_COUNT + 1;
export const BIAS = BUCKETS + SIGN_COUNT;

/** A text with what training needs to know of it. */
export interface Example extends Row {
  readonly text: string;
  /** Texts of one group never stand on both sides of a split. */
  readonly group: string;
  readonly from: 'shop' | 'mail' | 'ours' | 'own-texts' | 'background';
  readonly category: string | null;
  readonly ruleFired: boolean;
}

/** How strongly signs and rules speak beside the n-grams, which have length one for words and one for characters. */
const SIGN_LENGTH = 0.85;
const WEIGHTS = { shop: 1, mail: 1, ours: 0.15, 'own-texts': 0.3, background: 0.3 } as const;

const signs = new Float64Array(SIGN_COUNT);

export function exampleOf(
  written: string,
  positive: boolean,
  from: Example['from'],
  group: string,
  category: string | null = null,
  role: BlockRole | null = null,
): Example {
  // Shop texts carry white space around them that tells where they were scraped, not what they say.
  const text = written.trim();
  const normal = normalise(text);
  const matches = matchRules(normal, 'en', role);
  const { buckets, count, words } = gramsOf(normal.text);
  signsOf(text, normal.text, matches, signs);
  const index: number[] = [];
  const value: number[] = [];
  for (let at = 0; at < count; at++) {
    index.push(buckets[at]!);
    value.push(at < words ? 1 / Math.sqrt(words) : 1 / Math.sqrt(count - words));
  }
  for (let at = 0; at < SIGN_COUNT; at++)
    if (signs[at] !== 0) {
      index.push(BUCKETS + at);
      value.push(SIGN_LENGTH);
    }
  index.push(BIAS);
  value.push(1);
  return {
    text,
    index: Int32Array.from(index),
    value: Float32Array.from(value),
    label: positive ? 1 : -1,
    weight: WEIGHTS[from],
    group,
    from,
    category,
    ruleFired: matches.length > 0,
  };
}

/** Weights of signs as the model multiplies them: a sign that is on counts 1. */
export const signWeight = (weight: number): number => weight * SIGN_LENGTH;

export const shopExamples = (): Example[] =>
  readBenchmark().map(({ text, positive, category, group }) =>
    exampleOf(text, positive, 'shop', group, category),
  );

export const mailExamples = (): Example[] =>
  readLabelledMail().map(({ id, text, tier }) => exampleOf(text, tier > 0, 'mail', `mail-${id}`));

/** What the rules say of themselves, phrases written for training, and the tuning part of our own lines. */
export const ourExamples = (): Example[] => [
  ...WORDING_RULES.flatMap(({ id, says }) => says.map((text) => exampleOf(text, true, 'ours', id))),
  ...OUR_PHRASES.flatMap(({ positive, texts }) =>
    texts.map((text) => exampleOf(text, positive, 'ours', text)),
  ),
  ...readOwnTexts('tuning').map((line) =>
    exampleOf(line.text, line.tier > 0, 'own-texts', line.text, null, roleOf(line)),
  ),
];

/** Mails whose sentences are never trained on: false alarms are counted there. */
export const isHeldOut = (mail: string): boolean => hashOf(mail) % 5 < 2;

/**
 * Sentences of ordinary mail as negatives. Where a rule fires the sentence may well be a claim, so it is no negative
 * and is left out; every second sentence of newsletters and every eighth of other mail is kept.
 */
export function backgroundExamples(): Example[] {
  const examples: Example[] = [];
  for (const [folder, every] of [
    ['hard-ham-1', 2],
    ['easy-ham-1', 8],
  ] as const)
    for (const mail of readMails(folder)) {
      if (isHeldOut(mail.id)) continue;
      for (const sentence of new Set(sentencesOf(mail.text))) {
        if (hashOf(sentence) % every !== 0) continue;
        const example = exampleOf(sentence, false, 'background', mail.id);
        if (!example.ruleFired) examples.push(example);
      }
    }
  return examples;
}
