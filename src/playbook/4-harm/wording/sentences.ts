/** A sentence as a range of the text it was cut from. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const LONGEST = 600;
const BREAK = /[.!?…]["')\]]*(?=\s+\S)|[\n\r]+|[。！？]/g;

/**
 * Cuts a text into sentences at most 600 UTF-16 units long, without the white space around them. Short sentences stay
 * with what follows ("Hurry! Only 2 left" is one), because their sense lies in the pair.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(text[from]!)) from++;
    while (from < to && /\s/.test(text[to - 1]!)) to--;
    if (from < to) sentences.push({ start: from, end: to });
    start = end;
  };
  for (const found of text.matchAll(BREAK)) {
    const end = found.index + found[0].length;
    while (end - start > LONGEST) close(cutBefore(text, start, start + LONGEST));
    if (end - start >= SHORT || /[\n\r]/.test(found[0])) close(end);
  }
  while (text.length - start > LONGEST) close(cutBefore(text, start, start + LONGEST));
  close(text.length);
  return sentences;
}

const SHORT = 25;

/** The last white space before `limit`, so that no word and no surrogate pair is cut where that can be helped. */
function cutBefore(text: string, start: number, limit: number): number {
  const space = text.lastIndexOf(' ', limit);
  if (space > start + LONGEST / 2) return space;
  return /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}
