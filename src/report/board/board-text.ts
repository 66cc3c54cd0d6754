import { Page, type PageOptions } from '../text/page.ts';
import { boardParts } from './board-words.ts';
import type { Board } from './schema.ts';

const LABEL_WIDTH = 18;

/** The terminal report of `scruple board`. */
export function boardText(board: Board, options: PageOptions): string {
  const page = new Page(options);
  page.line(page.paint('strong', titleOf(board)));
  page.gap();
  for (const { title, lines } of boardParts(board)) {
    page.line(page.paint('strong', title));
    for (const [label, says] of lines) page.labelled(label, says, 2, LABEL_WIDTH);
    page.gap();
  }
  page.line(page.paint('strong', 'Decisions wanted'));
  if (board.decisions.length === 0) page.line('  none');
  for (const { what, dueAt, where } of board.decisions)
    page.paragraph(`${what}${dueAt === null ? '' : ` (${dueAt.slice(0, 10)})`}: ${where}`, 2, '- ', 2);
  return page.toString();
}

/** `2026-Q3, until now` while it runs. */
export const titleOf = ({ quarter, isOver, until }: Board): string =>
  isOver ? `Quarter ${quarter}` : `Quarter ${quarter}, until ${until.slice(0, 10)}`;
