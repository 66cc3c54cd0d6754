import type { Message, MessageBlock, Wording, WordingHit } from '../../../check/facts/message.ts';
import { judgeText } from './judge-text.ts';
import { isMeasured, languageOf } from './language.ts';
import { normalise } from './normalise.ts';
import { sentencesOf } from './sentences.ts';

/**
 * So many hits of a kind are placed and quoted in one message: nobody reads more, and a hostile text has a hundred
 * thousand. Counted for each kind, so that many of one cannot hide the first of another.
 */
const MOST_OF_A_KIND = 300;

/**
 * Finds the persuasion patterns in every block of a message, sentence by sentence. Blocks in a language without a
 * measured rule set give no hits and are named in `unmeasuredLanguages`. Behind the first 300 hits of a kind the others are
 * only counted, in `further`.
 */
export function detectWording(message: Message): Wording {
  const hits: WordingHit[] = [];
  const unmeasured = new Set<string>();
  let assessed = false;
  let further = 0;
  const counts = new Map<string, number>();
  for (const block of message.blocks) {
    const language = languageOfBlock(block, message);
    if (language === null) continue;
    if (isMeasured(language)) {
      assessed = true;
      for (const { kind, place } of hitsOf(block, language)) {
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        if (count <= MOST_OF_A_KIND) hits.push(place());
        else further += 1;
      }
    } else unmeasured.add(language);
  }
  return {
    message,
    assessed: assessed || unmeasured.size === 0,
    unmeasuredLanguages: [...unmeasured].sort(),
    hits,
    ...(further === 0 ? {} : { further }),
  };
}

/** What the words say, else what the reader of the message said of the block, else of the whole; `null` without words. */
function languageOfBlock(block: MessageBlock, message: Message): string | null {
  const seen = languageOf(normalise(block.text).text);
  return seen === 'und' ? (block.language ?? message.language ?? 'und') : seen;
}

/**
 * In mail, of which most sentences press nobody, the classifier speaks alone only where it is this sure: on the held-out
 * newsletters of bench/wording it then raises no false alarm.
 */
const SURE = 0.9;

/** The hits of a block, each to be placed when it is wanted. */
function* hitsOf(
  block: MessageBlock,
  language: string,
): Generator<{ readonly kind: string; place(): WordingHit }> {
  for (const sentence of sentencesOf(block.text)) {
    const { techniques, score } = judgeText(block.text.slice(sentence.start, sentence.end), {
      role: block.role,
      language,
    });
    for (const { technique, kind, quote, start, end, instead, source } of techniques) {
      if (source === 'classifier' && score < SURE) continue;
      yield {
        kind: `${technique} ${kind} ${source}`,
        place: () => ({
          technique,
          kind,
          role: block.role,
          quote,
          at: block.at(sentence.start + start, sentence.start + end),
          instead,
          source,
          score,
        }),
      };
    }
  }
}
