import { THRESHOLD } from './linear-model.ts';
import { isPlainLine } from './plain-lines.ts';

/** How likely it is that a plain line presses anybody. */
const PLAIN_LINE = 0.1;

/**
 * The last word on a score. A rule names its words: where the classifier doubts them, the text stands at the threshold.
 * A line that only refuses, offers or calls to act is plain whatever the classifier says.
 */
export function settle(probability: number, text: string, ruleFired: boolean): number {
  if (ruleFired) return Math.max(probability, THRESHOLD);
  return isPlainLine(text) ? Math.min(probability, PLAIN_LINE) : probability;
}
