import { createRequire } from 'node:module';
import { dirname, posix } from 'node:path';
import type MarkdownIt from 'markdown-it';

const MarkdownParser = createRequire(import.meta.url)('markdown-it') as typeof MarkdownIt;

/** Where a link of a page leads on the site; `null` where that is no page of it. */
export type Target = (path: string) => string | null;

export interface Rendered {
  readonly title: string;
  readonly html: string;
  /** Paths from the root of the project that it leads to. */
  readonly leadsTo: readonly string[];
}

/** A document as HTML. What it links to and the site does not hold stays as words, with the path in brackets. */
export function renderMarkdown(path: string, text: string, target: Target): Rendered {
  const parser = new MarkdownParser({ html: false, linkify: false });
  const tokens = parser.parse(withoutComments(text), {});
  const [seen, leadsTo] = [new Map<string, number>(), [] as string[]];
  let title = path;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const words = (tokens[index + 1]?.children ?? []).map(({ content }) => content).join('');
      if (token.tag === 'h1') title = words;
      token.attrSet('id', anchorOf(words, seen));
    }
    let isOpen = false;
    for (const child of token.children ?? []) {
      const isClosing = child.type === 'link_close' && isOpen;
      const href = child.type === 'link_open' ? String(child.attrGet('href')) : null;
      if (href !== null && !/^(?:[a-z]+:|#)/.test(href)) {
        const [file, anchor] = href.split('#');
        const from = posix.normalize(posix.join(dirname(path), decodeURI(file!)));
        const to = target(from);
        leadsTo.push(from);
        if (to === null) {
          isOpen = true;
          Object.assign(child, {
            type: 'html_inline',
            content: `<span title="${parser.utils.escapeHtml(from)}">`,
          });
        } else child.attrSet('href', `${relative(path, to)}${anchor === undefined ? '' : `#${anchor}`}`);
      }
      if (isClosing) {
        isOpen = false;
        Object.assign(child, { type: 'html_inline', content: '</span>' });
      }
    }
  }
  const html = parser.renderer
    .render(tokens, parser.options, {})
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll('<table>', '<div class="wide" tabindex="0" role="group" aria-label="table"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<th></th>', '<td></td>');
  return { title, html, leadsTo };
}

/** From one page of the site to another, so that it works from a folder as from a server. */
export const relative = (from: string, to: string): string => posix.relative(dirname(from), to);

/** As GitHub makes them, since the documents link to these. */
function anchorOf(words: string, seen: Map<string, number>): string {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
  const times = seen.get(plain) ?? 0;
  seen.set(plain, times + 1);
  return times === 0 ? plain : `${plain}-${times}`;
}

/** Lines that speak to our own tests are not for readers; within code they are part of it. */
function withoutComments(text: string): string {
  let isCode = false;
  return text
    .split('\n')
    .filter((line) => {
      if (line.startsWith('```')) isCode = !isCode;
      return isCode || !/^<!-- .* -->$/.test(line);
    })
    .join('\n');
}
