import type { Technique } from '../../../kernel/vocabulary.ts';
import { gramWeightsOver } from './gram-weights.ts';
import { nearestCategory } from './linear-model.ts';
import type { NormalText } from './normalise.ts';

/** What the classifier saw where no rule fired: the technique it is most like and the words that carried the score. */
export interface Explanation {
  readonly technique: Technique;
  readonly kind: 'claim' | 'pressure';
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

const CATEGORIES: Readonly<Record<string, Omit<Explanation, 'start' | 'end'>>> = {
  Urgency: {
    technique: 'false-urgency',
    kind: 'claim',
    instead: 'Give the date and hour, bound to a fact, or leave it out.',
  },
  Scarcity: {
    technique: 'scarcity',
    kind: 'claim',
    instead: 'Show the number from live stock, or leave it out.',
  },
  'Social Proof': {
    technique: 'social-pressure',
    kind: 'claim',
    instead: 'Show the measured number with its period, or leave it out.',
  },
  'Forced Action': { technique: 'forced-action', kind: 'pressure', instead: 'Ask for each thing by itself.' },
  Obstruction: { technique: 'obstruction', kind: 'pressure', instead: 'Let people leave the way they came.' },
  Sneaking: {
    technique: 'hidden-cost',
    kind: 'pressure',
    instead: 'Show the whole price first, and add nothing unasked.',
  },
  Misdirection: {
    technique: 'confusion',
    kind: 'pressure',
    instead: 'Say what each choice does, with the same weight.',
  },
};
const REFUSAL: Omit<Explanation, 'start' | 'end'> = {
  technique: 'shame',
  kind: 'pressure',
  instead: 'Write the refusal in neutral words, as "No thanks".',
};
const REFUSES = /^\W?(?:no|nah|nope)\b|\bno thanks\b|^i (?:do not|don't|already|hate|prefer|would rather)\b/;

/** Names the technique and the span of a text that the classifier alone calls manipulative. */
export function explain(normal: NormalText): Explanation {
  const category = nearestCategory(normal.text);
  const named = category === 'Misdirection' && REFUSES.test(normal.text) ? REFUSAL : CATEGORIES[category]!;
  return { ...named, ...(named === REFUSAL ? refusalIn(normal.text) : heaviestSpan(normal.text)) };
}

/** From the word that refuses to the end of its sentence: the shame lies in what follows the no. */
function refusalIn(text: string): { start: number; end: number } {
  const start = REFUSES.exec(text)?.index ?? 0;
  const stop = /[.!?]/.exec(text.slice(start));
  return { start, end: stop === null ? text.length : start + Math.max(1, stop.index) };
}

/**
 * The run of words that carried the score: the words whose characters weigh more than half as much as the heaviest
 * word's, with what lies between them. The model is linear, so the weights are the reasons, not a guess at them.
 */
function heaviestSpan(text: string): { start: number; end: number } {
  const weights = gramWeightsOver(text);
  const words = Array.from(text.matchAll(/[^\s,.;:!?()"]+/g), (match) => {
    const start = match.index;
    const end = start + match[0].length;
    let sum = 0;
    for (let at = start; at < end; at++) sum += weights[at] ?? 0;
    return { start, end, weight: sum };
  });
  if (words.length === 0) return { start: 0, end: text.length };
  const heaviest = Math.max(...words.map(({ weight }) => weight));
  const carrying = words.filter(({ weight }) => weight >= heaviest / 2 && weight > 0);
  if (carrying.length === 0) return { start: words[0]!.start, end: words.at(-1)!.end };
  return { start: carrying[0]!.start, end: carrying.at(-1)!.end };
}
