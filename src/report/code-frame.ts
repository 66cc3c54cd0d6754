import type { Location, SourceText } from '../kernel/source-text.ts';
import { displayWidth, graphemesOf, graphemeWidth, visible } from './display-width.ts';
import { type MaskedRange, maskedRangesOf } from './mask.ts';

/** A run of text inside a line of a frame, and whether the finding speaks of it. */
export interface FramePart {
  readonly text: string;
  readonly marked: boolean;
}

export interface FrameLine {
  readonly number: number;
  readonly parts: readonly FramePart[];
}

/** The lines of a file around a location, ready to be set in type; `skipped` lines of a long span are left out. */
export interface CodeFrame {
  readonly lines: ReadonlyArray<FrameLine | { readonly skipped: number }>;
}

export interface FrameOptions {
  /** Columns for the text of a line; longer lines are cut around the span. */
  readonly width: number;
  /** Lines shown before and after the span. */
  readonly context: number;
  /** Whether values that identify people stand as they are. */
  readonly showValues: boolean;
}

/** A span over more lines is shown by its beginning and its end. */
const MAXIMUM_SPAN_LINES = 5;
const CUT = '…';

/** The code frame of a location, masked, with tabs as spaces and nothing that a terminal would obey. */
export function codeFrame(source: SourceText, at: Location, options: FrameOptions): CodeFrame {
  const span = source.range(at);
  const isPoint = span.end <= span.start;
  const range = { start: span.start, end: isPoint ? span.start + 1 : span.end };
  const lastOfSpan = at.endColumn === 1 && at.endLine > at.line ? at.endLine - 1 : at.endLine;
  const lastOfFile = source.location(source.text.length).line;
  const masks = options.showValues ? [] : maskedRangesOf(source);
  const line = (number: number): FrameLine => ({
    number,
    parts: cutAround(partsOf(source, number, range, masks), options.width),
  });

  const lines: Array<FrameLine | { skipped: number }> = [];
  for (let number = Math.max(1, at.line - options.context); number < at.line; number += 1)
    if (source.line(number).trim() !== '') lines.push(line(number));
  const count = lastOfSpan - at.line + 1;
  if (count <= MAXIMUM_SPAN_LINES)
    for (let number = at.line; number <= lastOfSpan; number += 1) lines.push(line(number));
  else lines.push(line(at.line), line(at.line + 1), { skipped: count - 3 }, line(lastOfSpan));
  for (let number = lastOfSpan + 1; number <= Math.min(lastOfFile, lastOfSpan + options.context); number += 1)
    if (source.line(number).trim() !== '') lines.push(line(number));
  return { lines };
}

function partsOf(
  source: SourceText,
  number: number,
  span: { start: number; end: number },
  masks: readonly MaskedRange[],
): FramePart[] {
  const text = source.line(number);
  const offset = source.range({
    file: source.file,
    line: number,
    column: 1,
    endLine: number,
    endColumn: 1,
  }).start;
  const indent = text.length - text.trimStart().length;
  const parts: FramePart[] = [];
  const add = (piece: string, start: number, end: number): void => {
    // White space before the first word of a line of a longer span is not what anyone speaks of.
    const marked = start < span.end && end > span.start && (end > offset + indent || text.trim() === '');
    const last = parts.at(-1);
    if (last !== undefined && last.marked === marked)
      parts[parts.length - 1] = { text: last.text + piece, marked };
    else parts.push({ text: piece, marked });
  };
  let index = 0;
  const plain = (until: number): void => {
    for (const { text: grapheme, start, end } of graphemesOf(text.slice(index, until)))
      add(grapheme === '\t' ? '  ' : visible(grapheme), offset + index + start, offset + index + end);
    index = Math.max(index, until);
  };
  for (const mask of masks) {
    if (mask.end <= offset) continue;
    if (mask.start >= offset + text.length) break;
    const from = Math.max(0, mask.start - offset);
    const until = Math.min(text.length, mask.end - offset);
    plain(from);
    add(mask.start < offset ? '' : mask.instead, offset + from, offset + until);
    index = until;
  }
  plain(text.length);
  // A span at the very end of a line marks the place behind its last character.
  if (
    span.start >= offset + text.length &&
    span.start < offset + text.length + 1 &&
    !parts.some(({ marked }) => marked)
  )
    parts.push({ text: ' ', marked: true });
  return parts.filter(({ text: piece }) => piece !== '');
}

/** Cuts a line to `width` columns so that the beginning of what is marked stays in sight. */
function cutAround(parts: readonly FramePart[], width: number): FramePart[] {
  const cells = parts.flatMap(({ text, marked }) =>
    [...graphemesOf(text)].map(({ text: grapheme }) => ({
      text: grapheme,
      marked,
      width: graphemeWidth(grapheme),
    })),
  );
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (total <= width) return [...parts];
  const firstMarked = Math.max(
    0,
    cells.findIndex(({ marked }) => marked),
  );
  const marked = cells.filter((cell) => cell.marked).reduce((sum, cell) => sum + cell.width, 0);
  const lead = Math.max(8, Math.floor((width - Math.min(marked, width)) / 2));
  let start = firstMarked;
  for (let columns = 0; start > 0 && columns + cells[start - 1]!.width <= lead; start -= 1)
    columns += cells[start - 1]!.width;
  if (start <= 1) start = 0;
  const room = width - 1 - (start > 0 ? 1 : 0);
  let end = start;
  for (let columns = 0; end < cells.length && columns + cells[end]!.width <= room; end += 1)
    columns += cells[end]!.width;
  const kept = cells.slice(start, end);
  const cut: FramePart[] = [];
  if (start > 0) cut.push({ text: CUT, marked: false });
  for (const { text, marked: isMarked } of kept) {
    const last = cut.at(-1);
    if (last !== undefined && last.marked === isMarked)
      cut[cut.length - 1] = { text: last.text + text, marked: isMarked };
    else cut.push({ text, marked: isMarked });
  }
  if (end < cells.length) cut.push({ text: CUT, marked: false });
  return cut;
}

/** Columns that a line of a frame takes. */
export const frameLineWidth = (line: FrameLine): number =>
  line.parts.reduce((sum, { text }) => sum + displayWidth(text), 0);
