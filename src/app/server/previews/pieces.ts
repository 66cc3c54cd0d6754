import type { TemplateTag } from '../../../playbook/4-harm/messages/template-tags.ts';
import type { Marks, Stretch } from './marks.ts';

/** A run of text that is shown in one way. */
export interface Piece {
  readonly text: string;
  /** Findings that speak of it. */
  readonly findings: readonly string[];
  /** The gravest of them. */
  readonly gravity: string | null;
  /** Whether it stands for a value that each person gets their own of, or a step of the template. */
  readonly isSlot: boolean;
}

const LONGEST_SLOT = 60;

/** `[start, end)` of a source as pieces: cut where marks begin and end, template tags whole. */
export function piecesOf(
  text: string,
  start: number,
  end: number,
  tags: readonly TemplateTag[],
  marks: Marks,
): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const tag of tagsWithin(tags, start, end)) {
    if (tag.start > at) pieces.push(...plainPieces(text, at, tag.start, marks));
    pieces.push(pieceOf(slotText(text.slice(tag.start, tag.end)), marks.within(tag.start, tag.end)[0], true));
    at = Math.max(at, tag.end);
  }
  if (at < end) pieces.push(...plainPieces(text, at, end, marks));
  return pieces;
}

export const pieceOf = (text: string, stretch: Stretch | undefined, isSlot = false): Piece => ({
  text,
  findings: stretch?.findings ?? [],
  gravity: stretch?.gravity ?? null,
  isSlot,
});

const slotText = (written: string): string =>
  written.length > LONGEST_SLOT ? `${written.slice(0, LONGEST_SLOT)}…` : written;

function plainPieces(text: string, start: number, end: number, marks: Marks): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const stretch of marks.within(start, end)) {
    const from = Math.max(stretch.start, at);
    if (from > at) pieces.push(pieceOf(text.slice(at, from), undefined));
    at = Math.min(stretch.end, end);
    pieces.push(pieceOf(text.slice(from, at), stretch));
  }
  if (at < end) pieces.push(pieceOf(text.slice(at, end), undefined));
  return pieces;
}

function tagsWithin(tags: readonly TemplateTag[], start: number, end: number): readonly TemplateTag[] {
  let [low, high] = [0, tags.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tags[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const first = low;
  while (low < tags.length && tags[low]!.start < end) low += 1;
  return tags.slice(first, low);
}
