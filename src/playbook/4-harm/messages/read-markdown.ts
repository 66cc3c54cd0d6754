import type { default as MarkdownIt, Token } from 'markdown-it';
import type { BlockRole } from '../../../check/facts/message.ts';
import { answerOf } from './answers.ts';
import { addDraft, type Draft, emptyDraft, MAXIMUM_DEPTH, NestsTooDeep, type Region } from './draft.ts';
import { onDemand } from './load-on-demand.ts';
import { TextCollector } from './mapped-text.ts';
import { collectMasked } from './masked-text.ts';
import { readMarkup } from './read-markup.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]{0,4000}?)\r?\n---[ \t]*(?:\r?\n|$)/;
const FRONT_LINE =
  /^(subject|title|preheader|preview|preview_text|from|lang|language)[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n]*?))[ \t]*\r?$/gim;

const parser = onDemand<{ readonly default: typeof MarkdownIt }>('markdown-it', 'dist/markdown-it.mjs');
let compiled: InstanceType<typeof MarkdownIt> | null = null;

function markdown(): InstanceType<typeof MarkdownIt> {
  if (compiled !== null) return compiled;
  const { default: Parser } = parser();
  compiled = new Parser({ html: true, linkify: false, maxNesting: MAXIMUM_DEPTH });
  // Escapes and entities stay tokens of their own, so that each keeps the text it came from.
  compiled.core.ruler.disable('text_join');
  return compiled;
}

/** Reads Markdown: front matter, headings, paragraphs, list items, links and images; embedded HTML as HTML. */
export function readMarkdown(region: Region, masked: string): Draft {
  const reader = new MarkdownReader(region, masked);
  return reader.read();
}

class MarkdownReader {
  readonly #draft = emptyDraft();
  readonly #region: Region;
  readonly #masked: string;
  readonly #lineStarts: number[] = [0];
  #text = new TextCollector();

  constructor(region: Region, masked: string) {
    this.#region = region;
    this.#masked = masked;
    for (const found of masked.matchAll(/\r\n?|\n/g)) this.#lineStarts.push(found.index + found[0].length);
  }

  read(): Draft {
    const front = FRONT_MATTER.exec(this.#masked);
    const body = front === null ? 0 : front[0].length;
    if (front !== null) this.#frontMatter(front[1]!, this.#masked.indexOf('\n') + 1);
    // The front matter gives way to blank lines, so that line numbers stay.
    const blank = this.#masked.slice(0, body).replace(/[^\n]/g, ' ');
    const tokens = markdown().parse(blank + this.#masked.slice(body), {});
    let role: BlockRole = 'body';
    let tableLine = -1;
    let cursor = 0;
    for (const token of tokens) {
      if (token.level >= MAXIMUM_DEPTH) throw new NestsTooDeep(this.#lineStart(token.map?.[0] ?? 0));
      if (token.type === 'heading_open') role = 'heading';
      else if (token.type === 'heading_close') role = 'body';
      else if (token.type === 'inline') {
        const [first, last] = token.map ?? [tableLine, tableLine + 1];
        cursor = Math.max(cursor, this.#lineStart(first));
        cursor = this.#inline(token, role, cursor, this.#lineStart(last));
      } else if (token.type === 'tr_open') tableLine = token.map?.[0] ?? tableLine;
      else if (token.type === 'html_block') this.#html(token);
      else if (token.type === 'fence' || token.type === 'code_block') this.#code(token);
    }
    return this.#draft;
  }

  #lineStart(line: number): number {
    return this.#lineStarts[line] ?? this.#masked.length;
  }

  #frontMatter(text: string, offset: number): void {
    for (const found of text.matchAll(FRONT_LINE)) {
      const value = found[2] ?? found[3] ?? found[4] ?? '';
      const at = offset + found.index + found[0].indexOf(value, found[0].indexOf(':') + 1);
      collectMasked(this.#text, value, this.#region.text, at);
      const name = found[1]!.toLowerCase();
      const taken = this.#text.take();
      if (taken.text === '') continue;
      if (name === 'from') this.#draft.from ??= taken.text;
      else if (name.startsWith('lang')) this.#draft.declaredLanguage ??= taken.text;
      else
        this.#draft.blocks.push({
          role: name.startsWith('pre') ? 'preheader' : 'subject',
          text: taken,
          region: this.#region,
        });
    }
  }

  /** Follows the children of an inline token through the source between `from` and `to`. */
  #inline(token: Token, role: BlockRole, from: number, to: number): number {
    const walk = new InlineWalk(this.#masked, from, to);
    let link: { readonly href: string; readonly from: number; readonly start: number } | null = null;
    for (const child of token.children ?? []) {
      switch (child.type) {
        case 'text':
          this.#add(child.content, walk.find(child.content));
          break;
        case 'text_special': {
          const at = walk.find(child.markup);
          if (at !== null) this.#text.atom(child.content, at, at + child.markup.length);
          break;
        }
        case 'code_inline': {
          // What stands between the marks may run over lines, which the token has already joined.
          walk.find(child.markup);
          const start = walk.at;
          const end = walk.find(child.markup);
          if (end !== null) this.#add(this.#masked.slice(start, end), start);
          break;
        }
        case 'softbreak':
        case 'hardbreak': {
          const at = walk.find('\n');
          if (at !== null) this.#text.space(at, at + 1);
          break;
        }
        case 'html_inline': {
          const at = walk.find(child.content);
          if (at !== null && /^<br/i.test(child.content)) this.#text.space(at, at + child.content.length);
          break;
        }
        case 'image':
          this.#image(child, walk);
          break;
        case 'link_open':
          walk.find(child.markup === 'autolink' ? '<' : '[');
          link = { href: String(child.attrGet('href') ?? ''), from: this.#text.length, start: walk.at };
          break;
        case 'link_close':
          walk.skipTarget();
          if (link !== null) this.#link(link, role);
          link = null;
          break;
        default:
          if (child.markup !== '') walk.find(child.markup);
      }
    }
    const rest = this.#text.take();
    if (rest.text !== '') this.#draft.blocks.push({ role, text: rest, region: this.#region });
    return walk.at;
  }

  #add(text: string, at: number | null): void {
    if (at !== null) collectMasked(this.#text, text, this.#region.text, at);
  }

  #image(child: Token, walk: InlineWalk): void {
    const start = walk.find('![');
    if (start === null) return;
    const alt = child.content;
    const at = alt === '' ? start + 2 : (walk.find(alt) ?? start + 2);
    walk.skipTarget();
    const collector = new TextCollector();
    collectMasked(collector, alt, this.#region.text, at);
    const text = collector.take();
    if (/[\p{L}\p{N}]/u.test(text.text)) this.#draft.blocks.push({ role: 'alt', text, region: this.#region });
    else this.#draft.unreadImages.push({ range: { start, end: walk.at }, region: this.#region });
  }

  #link(
    link: { readonly href: string; readonly from: number; readonly start: number },
    role: BlockRole,
  ): void {
    const alone = link.from === 0;
    const text = this.#text.peek(link.from);
    const range = text.text === '' ? { start: link.start, end: link.start } : text.whole();
    const answer = answerOf(text.text);
    const asButton = /^\s*(?:\{[^}]*(?:button|btn)[^}]*\})/.test(
      this.#masked.slice(link.start + text.text.length, link.start + text.text.length + 200),
    );
    if (answer === 'decline' && text.text !== '') {
      this.#text.take(link.from);
      const before = this.#text.take();
      if (!alone && before.text !== '') this.#draft.blocks.push({ role, text: before, region: this.#region });
      this.#draft.blocks.push({ role: 'decline', text, region: this.#region });
    }
    this.#draft.links.push({ href: decoded(link.href), text: text.text, range, region: this.#region });
    this.#draft.controls.push({
      type: 'link',
      text: text.text,
      checked: false,
      fontSizePx: null,
      looksLikeButton: asButton,
      range,
      region: this.#region,
    });
  }

  #html(token: Token): void {
    const start = this.#lineStart(token.map?.[0] ?? 0);
    const end = this.#lineStart(token.map?.[1] ?? 0);
    const { text } = this.#region;
    const region: Region = {
      text: text.slice(start, end),
      toSource: (from, to) => this.#region.toSource(start + from, start + to),
    };
    const draft = readMarkup(region, { format: 'html', masked: this.#masked.slice(start, end) });
    addDraft(this.#draft, draft);
  }

  #code(token: Token): void {
    const [first, last] = token.map ?? [0, 0];
    const fenced = token.type === 'fence' ? 1 : 0;
    const start = this.#lineStart(first + fenced);
    const end = Math.max(start, this.#lineStart(last - fenced));
    collectMasked(this.#text, this.#masked.slice(start, end), this.#region.text, start);
    const text = this.#text.take();
    if (text.text !== '') this.#draft.blocks.push({ role: 'body', text, region: this.#region });
  }
}

/** How far off, in characters, the next piece of a line may be: searching without end would cost quadratic time. */
const FURTHEST_PIECE = 5000;

/** Steps through the source of one inline token, always forward. */
class InlineWalk {
  readonly #source: string;
  readonly #end: number;
  at: number;

  constructor(source: string, start: number, end: number) {
    this.#source = source;
    this.#end = end;
    this.at = start;
  }

  /** Offset of the next `piece`, after which the walk goes on; `null` where it does not come. */
  find(piece: string): number | null {
    if (piece === '') return null;
    const to = Math.min(this.#end, this.at + piece.length + FURTHEST_PIECE);
    const found = this.#source.slice(this.at, to).indexOf(piece);
    if (found === -1) return null;
    const start = this.at + found;
    this.at = start + piece.length;
    return start;
  }

  /** Steps over `](target "title")`, `][name]` or `>`. */
  skipTarget(): void {
    const source = this.#source;
    if (source[this.at] === '>') {
      this.at += 1;
      return;
    }
    if (source[this.at] !== ']') return;
    this.at += 1;
    if (source[this.at] === '[') {
      const close = source.indexOf(']', this.at);
      if (close !== -1 && close < this.#end) this.at = close + 1;
    } else if (source[this.at] === '(') {
      let depth = 0;
      for (let index = this.at; index < this.#end; index += 1) {
        const unit = source[index];
        if (unit === '\\') index += 1;
        else if (unit === '(') depth += 1;
        else if (unit === ')') depth -= 1;
        if (depth === 0) {
          this.at = index + 1;
          return;
        }
      }
    }
  }
}

function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
