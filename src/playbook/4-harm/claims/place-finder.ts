import type { Message, MessageBlock } from '../../../check/facts/message.ts';
import type { Location } from '../../../kernel/source-text.ts';

/** Where a quote stands in the blocks of its message; `block` is `null` where it could not be found again. */
export interface Place {
  readonly block: MessageBlock | null;
  readonly start: number;
  readonly end: number;
}

const NOWHERE: Place = { block: null, start: 0, end: 0 };

/** Makes a finder of quotes by the location that their reader gave them. Each look-up costs a few steps. */
export function placeFinder(message: Message): (quote: string, at: Location) => Place {
  const blocks = message.blocks
    .filter(({ text }) => text !== '')
    .map((block) => ({ block, whole: block.at(0, block.text.length) }))
    .sort((a, b) => before(a.whole, b.whole));
  return (quote, at) => {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(blocks[middle]!.whole, at) <= 0) low = middle + 1;
      else high = middle;
    }
    // Blocks may overlap in the source, as a button inside a paragraph; more than a few deep they do not.
    for (let index = low - 1; index >= Math.max(0, low - NEARBY); index -= 1) {
      const start = offsetIn(blocks[index]!.block, quote, at);
      if (start !== -1) return { block: blocks[index]!.block, start, end: start + quote.length };
    }
    return NOWHERE;
  };
}

const NEARBY = 8;

const before = (a: Location, b: Location): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;

/** Places in a block grow with its offsets, so the quote is found by halving. */
function offsetIn(block: MessageBlock, quote: string, at: Location): number {
  let low = 0;
  let high = block.text.length - quote.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(block.at(middle, middle + 1), at) < 0) low = middle + 1;
    else high = middle;
  }
  return low >= 0 && before(block.at(low, low + 1), at) === 0 && block.text.startsWith(quote, low) ? low : -1;
}
