import { displayWidth, visible } from '../display-width.ts';
import { type Page, padTo, wrap } from '../text/page.ts';
import { count } from './numbers.ts';
import type { Table } from './tables.ts';

const INDENT = 2;
const GAP = 2;
const WIDEST_CELL = 44;
/** A name is not cut shorter than this to make room: two groups must stay two. */
const NARROWEST_NAME = 16;
/** The head of a column is folded into lines of about this many letters. */
const HEAD = 10;
const NUMBER = /^(?:[-\d.,%∞–e<to ]*|none|not shown|no interval)$/;

/**
 * A table on a page of any width. Heads are folded; if that is not enough names are cut, and then the columns that do not
 * fit follow below in a second block that names its rows again, so that no number is lost or broken.
 */
export function printTable(page: Page, { title, says, head, rows, more }: Table): void {
  page.gap();
  for (const row of wrap(visible(title), page.options.width)) page.line(page.options.paint('strong', row));
  page.paragraph(says, 0);
  const room = page.options.width - INDENT;
  const plain = (text: string): string =>
    cut(visible(text.replace(/\s+/g, ' ')), Math.min(WIDEST_CELL, Math.max(12, Math.floor(room / 2))));
  const body = rows.map((row) => head.map((_, column) => plain(row[column] ?? '')));
  const isNumber = head.map((_, column) => column > 0 && body.every((row) => NUMBER.test(row[column]!)));
  // A word of a head is not broken: `Breslow–Day` stays one.
  const folded = head.map((name, column) => {
    const narrowest = [...plain(name).split(' '), ...body.map((row) => row[column]!)];
    return wrap(plain(name), Math.max(HEAD, widest(narrowest)));
  });
  const isWide =
    widthOf(
      head.map((name) => [plain(name)]),
      body,
    ) > room;
  const heads = isWide ? folded : head.map((name) => [plain(name)]);
  const first = widest([...heads[0]!, ...body.map((row) => row[0]!)]);
  const spare = room - widthOf(heads, body);
  const nameWidth = spare >= 0 ? first : Math.max(Math.min(first, NARROWEST_NAME), first + spare);
  const named = body.map((row) => [cut(row[0]!, nameWidth), ...row.slice(1)]);
  for (const [index, columns] of blocksOf(heads, named, room).entries()) {
    if (index > 0) page.gap();
    printBlock(
      page,
      columns.map((column) => heads[column]!),
      named.map((row) => columns.map((column) => row[column]!)),
      columns.map((column) => isNumber[column]!),
    );
  }
  if (more > 0) page.line(`  and ${count(more)} more, in --format json`);
}

/** Columns that fit beside each other; every block starts with the name of the row. */
function blocksOf(heads: readonly string[][], body: readonly string[][], room: number): number[][] {
  const widths = widthsOf(heads, body);
  const blocks: number[][] = [];
  let block = [0];
  let used = widths[0]!;
  for (let column = 1; column < heads.length; column += 1) {
    if (used + GAP + widths[column]! > room && block.length > 1) {
      blocks.push(block);
      block = [0];
      used = widths[0]!;
    }
    block.push(column);
    used += GAP + widths[column]!;
  }
  return [...blocks, block];
}

function printBlock(
  page: Page,
  heads: readonly string[][],
  body: readonly string[][],
  isNumber: readonly boolean[],
): void {
  const widths = widthsOf(heads, body);
  const line = (cells: readonly string[]): string =>
    ' '.repeat(INDENT) +
    cells
      .map((cell, column) => {
        const gap = ' '.repeat(Math.max(0, widths[column]! - displayWidth(cell)));
        return isNumber[column] ? gap + cell : padTo(cell, widths[column]!);
      })
      .join(' '.repeat(GAP));
  const height = Math.max(...heads.map(({ length }) => length));
  for (let row = 0; row < height; row += 1)
    page.line(
      page.options.paint(
        'quiet',
        line(heads.map((lines) => lines[row - (height - lines.length)] ?? '')).trimEnd(),
      ),
    );
  for (const row of body) page.line(line(row));
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => displayWidth(text)));
const widthsOf = (heads: readonly string[][], body: readonly string[][]): number[] =>
  heads.map((lines, column) => widest([...lines, ...body.map((row) => row[column]!)]));
const widthOf = (heads: readonly string[][], body: readonly string[][]): number =>
  widthsOf(heads, body).reduce((sum, width) => sum + GAP + width, -GAP);

function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let short = '';
  for (const character of text) {
    if (displayWidth(short + character) > width - 1) break;
    short += character;
  }
  return `${short}…`;
}
