import { readStyle } from '../../../playbook/4-harm/messages/element-style.ts';
import type { MappedText } from '../../../playbook/4-harm/messages/mapped-text.ts';
import {
  type Attributes,
  type MarkupHandler,
  parseMarkup,
} from '../../../playbook/4-harm/messages/positioned-parser.ts';
import type { TemplateReading } from '../../../playbook/4-harm/messages/template-tags.ts';
import type { Marks } from './marks.ts';
import { type Piece, pieceOf, piecesOf } from './pieces.ts';
import { escaped, safeAttributes } from './safe-attributes.ts';
import { goneAs, HOLDS_TEXT, PICTURES, shownAs, TABLE_PARTS, VOID } from './safe-elements.ts';
import { safeStyleSheet } from './safe-style.ts';

/** A message as markup that runs, loads and sends nothing, the marks in it. */
export interface SafeMarkup {
  /** Elements to be put into the body; for MJML, all of the message, to be laid out by its compiler. */
  readonly html: string;
  /** Attributes for the body itself, written out. */
  readonly body: string;
  readonly styles: string;
  /** What recipients do not see though it stands there, a list of texts. */
  readonly hidden: ReadonlyArray<readonly Piece[]>;
  /** What was taken out or shown in another way, and how often. */
  readonly removed: Readonly<Record<string, number>>;
  /** Findings that are marked in it. */
  readonly marked: ReadonlySet<string>;
  /** Offset in the source from which on nothing is shown, as it nests too deep or is too long; `null` mostly. */
  readonly cutAt: number | null;
}

/** In characters: more than any message that a person reads, and less than what makes a browser slow. */
export const LONGEST_SHOWN = 1_000_000;
/** Browsers stop at 512, and searching open elements costs time for each tag. */
const DEEPEST = 400;
const MOST_HIDDEN = 40;
const DATA_PICTURE = /^data:image\/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]{0,400000}$/;

interface Frame {
  readonly written: string | null;
  readonly isGone: boolean;
  readonly isHidden: boolean;
  readonly holdsText: boolean;
  readonly isStyle: boolean;
}

class Cut extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super('the rest is not shown');
    this.offset = offset;
  }
}

/** Makes HTML or MJML safe to show, and marks the findings in it. Time is linear in its length. */
export function safeMarkup(
  source: string,
  { masked, tags }: Pick<TemplateReading, 'masked' | 'tags'>,
  marks: Marks,
  format: 'html' | 'mjml',
): SafeMarkup {
  const shown = masked.slice(0, LONGEST_SHOWN);
  const writer = new Writer(source, tags, marks, format === 'mjml');
  let cutAt = shown.length < masked.length ? shown.length : null;
  try {
    parseMarkup(shown, writer, { xmlTags: format === 'mjml' });
  } catch (error) {
    if (!(error instanceof Cut)) throw error;
    cutAt = error.offset;
  }
  return { ...writer.finish(), cutAt };
}

class Writer implements MarkupHandler {
  readonly #source: string;
  readonly #tags: TemplateReading['tags'];
  readonly #marks: Marks;
  readonly #isMjml: boolean;
  readonly #frames: Frame[] = [];
  readonly #html: string[] = [];
  readonly #styles: string[] = [];
  readonly #hidden: Piece[][] = [];
  readonly #removed = new Map<string, number>();
  readonly #marked = new Set<string>();
  #body = '';

  constructor(source: string, tags: TemplateReading['tags'], marks: Marks, isMjml: boolean) {
    this.#source = source;
    this.#tags = tags;
    this.#marks = marks;
    this.#isMjml = isMjml;
  }

  open(name: string, attributes: Attributes, start: number, end: number): void {
    if (this.#frames.length >= DEEPEST) throw new Cut(start);
    const parent = this.#frames.at(-1);
    this.#countActive(name, attributes);
    const gone = goneAs(name);
    const isGone = (parent?.isGone ?? false) || gone !== null;
    if (!isGone && name === 'body' && this.#body === '') this.#body = safeAttributes(name, attributes);
    const as = isGone || name === 'style' || name === 'mj-style' ? null : shownAs(name, this.#isMjml);
    const isHidden = (parent?.isHidden ?? false) || readStyle(attributes, null).hidden;
    if (isHidden && parent?.isHidden !== true) this.#hidden.push([]);
    if (!isGone && PICTURES.has(name)) this.#picture(name, attributes, start, end, isHidden);
    else if (as !== null) this.#html.push(`<${as}${safeAttributes(as, attributes)}>`);
    if (name === 'input' && !isGone) this.#pin(start, end);
    this.#frames.push({
      written: as === null || PICTURES.has(name) || VOID.has(as) ? null : as,
      isGone,
      isHidden,
      holdsText: !this.#isMjml || (parent?.holdsText ?? false) || HOLDS_TEXT.has(as ?? ''),
      isStyle: name === 'style' || name === 'mj-style',
    });
    if (!isGone && as !== null && !TABLE_PARTS.has(as) && this.#frames.at(-1)!.holdsText && !VOID.has(as))
      this.#pin(start, end);
  }

  close(): void {
    const frame = this.#frames.pop();
    if (frame?.written != null) this.#html.push(`</${frame.written}>`);
  }

  text(text: string, isEntity: boolean, start: number, end: number): void {
    const frame = this.#frames.at(-1);
    if (frame?.isGone === true) return;
    if (frame?.isStyle === true) {
      const safe = safeStyleSheet(text);
      if (/url\s*\(|@import/i.test(text)) this.#count('style that loads something');
      this.#styles.push(safe);
      return;
    }
    const pieces = isEntity
      ? [pieceOf(text, this.#marks.within(start, end)[0])]
      : piecesOf(this.#source, start, end, this.#tags, this.#marks);
    if (frame?.isHidden === true) this.#keepHidden(pieces);
    if (frame?.holdsText ?? !this.#isMjml) this.#write(pieces);
  }

  finish(): Omit<SafeMarkup, 'cutAt'> {
    while (this.#frames.length > 0) this.close();
    return {
      html: this.#html.join(''),
      body: this.#body,
      styles: this.#styles.join('\n'),
      hidden: this.#hidden.filter((pieces) => pieces.some(({ text }) => /[\p{L}\p{N}]/u.test(text))),
      removed: Object.fromEntries(this.#removed),
      marked: this.#marked,
    };
  }

  #write(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      for (const finding of piece.findings) this.#marked.add(finding);
      this.#html.push(markupOf(piece));
    }
  }

  #keepHidden(pieces: readonly Piece[]): void {
    const kept = this.#hidden.at(-1);
    if (kept !== undefined && this.#hidden.length <= MOST_HIDDEN && kept.length < 100)
      for (const piece of pieces) kept.push({ ...piece, text: piece.text.slice(0, 2000) });
  }

  /** A picture is not loaded: where it would stand, its words do, and the smallest ones are gone. */
  #picture(name: string, attributes: Attributes, start: number, end: number, isHidden: boolean): void {
    const source = attributes.get('src')?.text ?? '';
    const sides = ['width', 'height'].map((side) => Number.parseFloat(attributes.get(side)?.text ?? ''));
    if (sides.some((side) => side <= 2) || isHidden) {
      this.#count('tracking pixel');
      return;
    }
    const findings = this.#marks.within(start, end);
    const wraps = this.#isMjml && this.#frames.at(-1)?.holdsText !== true;
    if (wraps) this.#html.push('<mj-text align="center">');
    if (DATA_PICTURE.test(source) && !wraps && findings.length === 0)
      this.#html.push(`<img src="${escaped(source)}"${safeAttributes('img', attributes)} alt="">`);
    else {
      this.#count('picture');
      this.#html.push('<span data-picture="">');
      const alt = attributes.get('alt');
      if (alt !== undefined && /\S/.test(alt.text)) this.#write(this.#mapped(alt));
      else this.#html.push('picture');
      this.#pin(start, end);
      this.#html.push('</span>');
    }
    if (wraps) this.#html.push('</mj-text>');
    if (name === 'image') this.#count('picture');
  }

  /** The value of an attribute as pieces: each of its letters knows its place. */
  #mapped(value: MappedText): Piece[] {
    const whole = value.whole();
    const isVerbatim = whole.end - whole.start === value.text.length;
    return isVerbatim
      ? piecesOf(this.#source, whole.start, whole.end, this.#tags, this.#marks)
      : [pieceOf(value.text, this.#marks.within(whole.start, whole.end)[0])];
  }

  /** A finding that speaks of a tag and of no text gets a mark beside it. */
  #pin(start: number, end: number): void {
    for (const { finding, gravity, start: from, end: to } of this.#marks.all)
      if (from >= start && to <= end && !this.#marked.has(finding)) {
        this.#marked.add(finding);
        this.#html.push(
          `<mark data-finding="${escaped(finding)}" data-gravity="${gravity}" data-pin=""></mark>`,
        );
      }
  }

  #countActive(name: string, attributes: Attributes): void {
    const gone = goneAs(name);
    if (gone !== null && gone !== '') this.#count(gone);
    if (name === 'meta' && attributes.get('http-equiv')?.text.toLowerCase() === 'refresh')
      this.#count('redirection');
    if (name === 'base') this.#count('base address');
    if (name === 'link') this.#count('linked file');
    if (name === 'form') this.#count('form');
    for (const attribute of attributes.keys()) if (attribute.startsWith('on')) this.#count('script');
  }

  #count(what: string): void {
    this.#removed.set(what, (this.#removed.get(what) ?? 0) + 1);
  }
}

/** A piece as markup; also what the letters of a preview look like elsewhere. */
export function markupOf({ text, findings, gravity, isSlot }: Piece): string {
  const shown = isSlot ? `<samp data-slot="">${escaped(text)}</samp>` : escaped(text);
  return findings.length === 0
    ? shown
    : `<mark data-finding="${escaped(findings.join(' '))}" data-gravity="${gravity}">${shown}</mark>`;
}
