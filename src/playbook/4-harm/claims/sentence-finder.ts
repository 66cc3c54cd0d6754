import type { MessageBlock } from '../../../check/facts/message.ts';
import { type Sentence, sentencesOf } from '../wording/sentences.ts';

/** Finds the sentence of a block that an offset lies in; each block is cut into sentences once. */
export type SentenceFinder = (block: MessageBlock, offset: number) => Sentence | undefined;

export function sentenceFinder(): SentenceFinder {
  const cut = new Map<MessageBlock, readonly Sentence[]>();
  return (block, offset) => {
    const sentences = cut.get(block) ?? sentencesOf(block.text);
    cut.set(block, sentences);
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    const found = sentences[low];
    return found !== undefined && found.start <= offset ? found : undefined;
  };
}
