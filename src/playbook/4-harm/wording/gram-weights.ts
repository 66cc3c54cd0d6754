import { eachGram } from './features.ts';
import { weightOf } from './linear-model.ts';

/** How much each character of a normalised text adds to its margin: every n-gram's weight, shared over its characters. */
export function gramWeightsOver(text: string): Float64Array {
  const weights = new Float64Array(text.length);
  let words = 0;
  let runs = 0;
  eachGram(text, (_, __, ___, isWord) => {
    if (isWord) words++;
    else runs++;
  });
  eachGram(text, (bucket, start, end, isWord) => {
    const from = Math.max(0, start);
    const to = Math.min(text.length, end);
    if (to <= from) return;
    const share = weightOf(bucket) / Math.sqrt((isWord ? words : runs) || 1) / (to - from);
    for (let at = from; at < to; at++) weights[at]! += share;
  });
  return weights;
}
