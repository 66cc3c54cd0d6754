import { readStop } from '../../kernel/lexicon/stop-words.ts';
import type { Told } from './intake.ts';

/** What an answer to a text message means for us; `null` for one that speaks of something else. */
export function typeOfAnswer(text: string): Told['type'] | null {
  const read = readStop(text);
  if (read === 'none') return null;
  return read === 'stop' ? 'opt-out' : 'unclear';
}
