import { html } from '../html/markup.ts';
import { pageHtml } from '../html/page-html.ts';
import { titleOf } from './board-text.ts';
import { boardParts } from './board-words.ts';
import type { Board } from './schema.ts';

const STYLES = `
.board { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem 2rem }
.board dl { display: grid; grid-template-columns: 9rem 1fr; gap: 0.25rem 1rem; margin: 0 }
.board dt { color: var(--quiet, #555) }
.board dd { margin: 0 }
@media print { .second { break-before: page } }
`;

/** Two printed pages: what happened, and what is to be decided. */
export function boardHtml(board: Board): string {
  const parts = boardParts(board);
  return pageHtml(
    titleOf(board),
    html`<h1>${titleOf(board)}</h1><p class="quiet">Responsible use of customer data, from what was seen.</p>`,
    html`
<div class="board">${parts.map(
      ({ title, lines }) => html`<section><h2>${title}</h2>
<dl>${lines.map(([label, says]) => html`<dt>${label}</dt><dd>${says}</dd>`)}</dl></section>`,
    )}</div>
<section class="second"><h2>Decisions wanted</h2>
${
  board.decisions.length === 0
    ? html`<p>None.</p>`
    : html`<ul>${board.decisions.map(
        ({ what, dueAt, where }) =>
          html`<li>${what}${dueAt === null ? null : html` (${dueAt.slice(0, 10)})`}: <code>${where}</code></li>`,
      )}</ul>`
}</section>
<p class="quiet">No line here says that nobody was harmed: what was not told, nobody counted.</p>`,
    STYLES,
  );
}
