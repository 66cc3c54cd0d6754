import type { BlockRole } from '../../../check/facts/message.ts';
import { answerOf, isUnsubscribe } from './answers.ts';
import {
  type Draft,
  type DraftControl,
  emptyDraft,
  MAXIMUM_DEPTH,
  NestsTooDeep,
  type Region,
} from './draft.ts';
import {
  type ElementStyle,
  isNamedButton,
  isNamedFooter,
  isNamedPreheader,
  readStyle,
} from './element-style.ts';
import { MappedText, TextCollector } from './mapped-text.ts';
import { collectMasked, unmasked } from './masked-text.ts';
import { MjmlElements } from './mjml-elements.ts';
import { type Attributes, type MarkupHandler, parseMarkup } from './positioned-parser.ts';
import { isProse } from './prose.ts';

const BLOCK_ELEMENTS = new Set(
  (
    'html body p div table thead tbody tfoot tr td th caption ul ol li dl dt dd h1 h2 h3 h4 h5 h6 section article header ' +
    'footer main nav aside form fieldset legend blockquote pre center hr address figure figcaption details summary label ' +
    'select option button title dialog textarea'
  ).split(' '),
);
const DROPPED = new Set(
  'script style head template iframe object noembed noframes map audio video canvas math mj-head mj-style mj-attributes mj-html-attributes mj-font'.split(
    ' ',
  ),
);
/** Shown although their parent is not. */
const KEPT = new Set(['title', 'mj-title', 'mj-preview']);
const PRESSABLE = new Set([
  'a',
  'button',
  'mj-button',
  'mj-navbar-link',
  'mj-social-element',
  'mj-link',
  'v:roundrect',
  'v:rect',
]);
const BUTTONS = new Set(['button', 'mj-button', 'v:roundrect', 'v:rect']);
const STRUCK_OUT = new Set(['s', 'strike', 'del']);
const IMAGES = new Set(['img', 'image', 'mj-image', 'mj-carousel-image', 'amp-img']);
/** An image smaller than this, in CSS pixels, is an icon or a counter, not text. */
const SMALL_IMAGE = 64;
const MOST_CONDITIONAL = 300;
/** Attributes whose words people see or hear beside the text. */
const SPOKEN = ['title', 'aria-label', 'placeholder'];
/** Words that a style sheet puts into the page. */
const STYLED_WORDS = /\bcontent\s{0,20}:\s{0,20}(?:"([^"\n]{1,500})"|'([^'\n]{1,500})')/g;
const FRAMES = new Set(['iframe', 'object']);
const DATA_SCRIPT = /json|template/i;

interface Frame {
  readonly name: string;
  readonly dropped: boolean;
  readonly hidden: boolean;
  readonly role: BlockRole;
  readonly fontSizePx: number | null;
  readonly looksLikeButton: boolean;
  readonly pressable: Pressable | null;
  /** Whether its text stands apart from the text around it. */
  readonly standsApart: boolean;
  readonly labelFor: string | null;
  /** Where its struck-out text begins; `null` where it draws no line through it. */
  readonly struckOutFrom: number | null;
}

interface Pressable {
  readonly href: string | null;
  readonly ariaLabel: string | null;
  readonly isButton: boolean;
  readonly from: number;
  readonly blocksBefore: number;
  readonly start: number;
}

export interface MarkupOptions {
  readonly format: 'html' | 'mjml';
  /** The text with template tags replaced by fillers. */
  readonly masked: string;
  /** False inside conditional comments, so that they are not followed again. */
  readonly withConditional?: boolean;
}

/**
 * Reads HTML or MJML into blocks, links and controls. Scripts, styles and comments are left out, but for the
 * words that a style sheet puts in; hidden text before the
 * first visible one is the preheader. What only a conditional comment shows is read once. Throws `NestsTooDeep`.
 */
export function readMarkup(region: Region, options: MarkupOptions): Draft {
  const reader = new MarkupReader(region, options);
  parseMarkup(options.masked, reader, { xmlTags: options.format === 'mjml' });
  return reader.finish();
}

class MarkupReader implements MarkupHandler {
  readonly draft = emptyDraft();
  readonly #region: Region;
  readonly #options: MarkupOptions;
  readonly #mjml: MjmlElements | null;
  readonly #text = new TextCollector();
  readonly #frames: Frame[] = [];
  readonly #conditional: Array<{ readonly start: number; readonly end: number }> = [];
  readonly #boxesById = new Map<string, DraftControl>();
  #boxWithoutText: DraftControl | null = null;
  /** Words outside the text: of attributes and style sheets. */
  readonly #aside: MappedText[] = [];
  #seenVisible = false;
  #breaks = 0;

  constructor(region: Region, options: MarkupOptions) {
    this.#region = region;
    this.#options = options;
    this.#mjml = options.format === 'mjml' ? new MjmlElements(region) : null;
  }

  open(name: string, attributes: Attributes, start: number, end: number): void {
    if (this.#frames.length >= MAXIMUM_DEPTH) throw new NestsTooDeep(start);
    this.#mjml?.opened(name, start, end);
    const parent = this.#frames.at(-1);
    const style = readStyle(attributes, parent?.fontSizePx ?? null);
    const dropped = (DROPPED.has(name) || (parent?.dropped ?? false)) && !KEPT.has(name);
    const isPressable =
      !dropped &&
      PRESSABLE.has(name) &&
      (name !== 'a' || attributes.has('href') || isNamedButton(attributes));
    const hidden = (parent?.hidden ?? false) || style.hidden;
    const role = roleOf(name, attributes, parent?.role ?? 'body');
    const standsApart =
      BLOCK_ELEMENTS.has(name) ||
      name.startsWith('mj') ||
      hidden !== (parent?.hidden ?? false) ||
      role !== (parent?.role ?? 'body');
    if (standsApart) this.#flush();
    const frame: Frame = {
      name,
      dropped,
      hidden,
      role,
      standsApart,
      fontSizePx: style.fontSizePx,
      looksLikeButton: style.hasBackground && style.hasRoundedOrBorder,
      labelFor: name === 'label' ? (attributes.get('for')?.text ?? null) : null,
      pressable: isPressable ? this.#pressable(name, attributes, style, parent, start) : null,
      struckOutFrom: STRUCK_OUT.has(name) || style.isStruckOut ? this.#text.length : null,
    };
    this.#frames.push(frame);
    if (name === 'html' || name === 'mjml' || name === 'body')
      this.draft.declaredLanguage ??=
        attributes.get('lang')?.text ?? attributes.get('xml:lang')?.text ?? null;
    if (name === 'script' && !DATA_SCRIPT.test(attributes.get('type')?.text ?? ''))
      this.draft.unreadParts.add('script');
    if (FRAMES.has(name)) this.draft.unreadParts.add('frame');
    if (dropped) return;
    for (const attribute of SPOKEN) {
      const words = attributes.get(attribute);
      if (words !== undefined) this.#aside.push(unmasked(words, this.#region.text).trimmed());
    }
    if (name === 'br') this.#break(start, end);
    else if (IMAGES.has(name)) this.#image(attributes, style, start, end);
    else if (name === 'input') this.#input(attributes, frame, start, end);
  }

  close(name: string, isImplied: boolean): void {
    this.#mjml?.closed(name, isImplied);
    const frame = this.#frames.at(-1);
    if (frame === undefined || frame.name !== name) return;
    if (frame.struckOutFrom !== null && !frame.dropped) this.#closeStruckOut(frame.struckOutFrom);
    if (frame.pressable !== null) this.#closePressable(frame, frame.pressable);
    if (frame.standsApart) this.#flush();
    this.#frames.pop();
  }

  text(text: string, isEntity: boolean, start: number, end: number): void {
    const frame = this.#frames.at(-1);
    if (frame?.name === 'style') this.#styled(text, start);
    if (frame?.dropped === true) return;
    if (/\S/.test(text)) this.#breaks = 0;
    if (isEntity) this.#text.atom(text, start, end);
    else collectMasked(this.#text, text, this.#region.text, start);
  }

  comment(text: string, start: number): void {
    if (this.#frames.at(-1)?.dropped === true) return;
    const shown = /^\[if [^\]]{1,80}\]>/.exec(text);
    const end = text.lastIndexOf('<![endif]');
    if (shown && end > shown[0].length)
      this.#conditional.push({ start: start + 4 + shown[0].length, end: start + 4 + end });
  }

  closingTag(name: string, start: number, end: number): void {
    this.#mjml?.closingTag(name, start, end);
  }

  finish(): Draft {
    this.#flush();
    if (this.#mjml !== null) this.draft.mistakes.push(...this.#mjml.mistakes);
    if (this.#options.withConditional !== false) this.#readConditional();
    this.#readAside();
    return this.draft;
  }

  #styled(text: string, start: number): void {
    for (const found of text.matchAll(STYLED_WORDS)) {
      const words = found[1] ?? found[2]!;
      const at = start + found.index + found[0].length - 1 - words.length;
      this.#aside.push(MappedText.verbatim(words, at));
    }
  }

  /** Labels mostly repeat what stands there; what they alone say counts too. */
  #readAside(): void {
    const said = new Set(this.draft.blocks.map(({ text }) => text.text));
    for (const words of this.#aside) {
      if (!isProse(words.text) || said.has(words.text)) continue;
      said.add(words.text);
      this.#push('alt', words);
    }
  }

  /** Conditional comments mostly repeat the message for Outlook; what is said there alone counts too. */
  #readConditional(): void {
    const key = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
    // Looking each of very many up in the whole would cost quadratic time: then all are taken as said anew.
    const isLookedUp = this.#conditional.length <= MOST_CONDITIONAL;
    const said = key(this.draft.blocks.map(({ text }) => text.text).join(''));
    for (const { start, end } of this.#conditional) {
      const region: Region = {
        text: this.#region.text.slice(start, end),
        toSource: (from, to) => this.#region.toSource(start + from, start + to),
      };
      const masked = this.#options.masked.slice(start, end);
      const inner = readMarkup(region, { format: 'html', masked, withConditional: false });
      const fresh = inner.blocks.filter(
        ({ text }) => key(text.text) !== '' && !(isLookedUp && said.includes(key(text.text))),
      );
      for (const block of fresh) this.draft.blocks.push(block);
    }
  }

  #pressable(
    name: string,
    attributes: Attributes,
    style: ElementStyle,
    parent: Frame | undefined,
    start: number,
  ): Pressable {
    const looks = style.hasBackground && (style.hasPadding || style.hasRoundedOrBorder || style.isBlock);
    const padded =
      style.hasPadding && (style.isBlock || style.hasRoundedOrBorder) && (parent?.looksLikeButton ?? false);
    const isButton = BUTTONS.has(name) || isNamedButton(attributes) || looks || padded;
    if (isButton && BLOCK_ELEMENTS.has(name) === false) this.#flush();
    const href = attributes.get('href');
    return {
      href: href === undefined ? null : unmasked(href, this.#region.text).text.trim(),
      ariaLabel: attributes.get('aria-label')?.text ?? null,
      isButton,
      from: this.#text.length,
      blocksBefore: this.draft.blocks.length,
      start,
    };
  }

  #closeStruckOut(from: number): void {
    const struck = this.#text.peek(from);
    if (struck.text !== '')
      this.draft.struckOut.push({ text: struck.text, range: struck.whole(), region: this.#region });
  }

  #closePressable(frame: Frame, pressable: Pressable): void {
    const { draft } = this;
    const pushed = draft.blocks.slice(pressable.blocksBefore).filter(({ role }) => role !== 'alt');
    const own = pushed.filter(({ text }) => text.whole().start >= pressable.start);
    const from = pushed.length === 0 ? pressable.from : 0;
    const last = this.#text.peek(from);
    const alts = draft.blocks.slice(pressable.blocksBefore).filter(({ role }) => role === 'alt');
    const words = [...own.map(({ text }) => text.text), last.text].filter((part) => part !== '').join(' ');
    const text = /[\p{L}\p{N}]/u.test(words) ? words : (alts[0]?.text.text ?? pressable.ariaLabel ?? words);
    const answer = answerOf(text);
    const isButton = pressable.isButton && !isUnsubscribe(text);
    const role: BlockRole | null = answer === 'decline' ? 'decline' : isButton ? 'button' : null;
    const range =
      last.text !== ''
        ? last.whole()
        : ((own[0] ?? alts[0])?.text.whole() ?? { start: pressable.start, end: pressable.start + 1 });
    if (role !== null) {
      for (const block of own) block.role = role;
      if (last.text !== '' && /[\p{L}\p{N}]/u.test(last.text)) {
        const taken = this.#text.take(from);
        this.#flush();
        this.#push(role, taken);
      }
    }
    if (frame.hidden && text === '') return;
    draft.controls.push({
      type: pressable.isButton ? 'button' : 'link',
      text,
      checked: false,
      fontSizePx: frame.fontSizePx,
      looksLikeButton: pressable.isButton,
      range,
      region: this.#region,
    });
    if (pressable.href !== null)
      draft.links.push({ href: pressable.href, text, range, region: this.#region });
  }

  #image(attributes: Attributes, style: ElementStyle, start: number, end: number): void {
    const address = attributes.get('src');
    if (address !== undefined && address.text !== '') {
      const source = unmasked(address, this.#region.text);
      const range = source.range(0, source.text.length);
      this.draft.images.push({ source: source.text, range, region: this.#region });
    }
    const written = attributes.get('alt');
    const alt = written === undefined ? null : unmasked(written, this.#region.text).trimmed();
    if (alt !== null && /[\p{L}\p{N}]/u.test(alt.text)) {
      this.#push('alt', alt);
      return;
    }
    const sides = ['width', 'height'].map((side) => Number.parseFloat(attributes.get(side)?.text ?? ''));
    const isSmall = sides.some((side) => side <= SMALL_IMAGE);
    const isSpacer = /spacer|pixel|track|open\.gif|blank\./i.test(attributes.get('src')?.text ?? '');
    if (!isSmall && !isSpacer && !style.hidden && attributes.has('src'))
      this.draft.unreadImages.push({ range: { start, end }, region: this.#region });
  }

  #input(attributes: Attributes, frame: Frame, start: number, end: number): void {
    const type = attributes.get('type')?.text.toLowerCase() ?? 'text';
    const value = attributes.get('value');
    if (type === 'checkbox' || type === 'radio') {
      this.#flush();
      const box: DraftControl = {
        type,
        text: '',
        checked: attributes.has('checked'),
        fontSizePx: frame.fontSizePx,
        looksLikeButton: false,
        range: { start, end },
        region: this.#region,
      };
      this.draft.controls.push(box);
      const id = attributes.get('id')?.text;
      if (id !== undefined) this.#boxesById.set(id, box);
      this.#boxWithoutText = box;
    } else if ((type === 'submit' || type === 'button' || type === 'reset') && value !== undefined) {
      const text = unmasked(value, this.#region.text).trimmed();
      if (text.text === '') return;
      this.#flush();
      this.#push(answerOf(text.text) === 'decline' ? 'decline' : 'button', text);
      const range = text.whole();
      const { fontSizePx } = frame;
      this.draft.controls.push({
        type: 'button',
        text: text.text,
        checked: false,
        fontSizePx,
        looksLikeButton: true,
        range,
        region: this.#region,
      });
    }
  }

  #break(start: number, end: number): void {
    this.#breaks += 1;
    if (this.#breaks > 1) this.#flush();
    else this.#text.space(start, end);
  }

  #flush(): void {
    const frame = this.#frames.at(-1);
    const text = this.#text.take();
    if (text.text === '') return;
    const isPreheader = frame?.hidden === true && !this.#seenVisible;
    this.#push(isPreheader && frame.role !== 'subject' ? 'preheader' : (frame?.role ?? 'body'), text);
    if (frame?.hidden !== true && frame?.role !== 'subject' && frame?.role !== 'preheader')
      this.#seenVisible = true;
    const box =
      (frame?.labelFor != null ? this.#boxesById.get(frame.labelFor) : undefined) ?? this.#boxWithoutText;
    if (box !== null && box.text === '') box.text = text.text;
    if (box === this.#boxWithoutText) this.#boxWithoutText = null;
  }

  #push(role: BlockRole, text: MappedText): void {
    if (text.text !== '') this.draft.blocks.push({ role, text, region: this.#region });
  }
}

function roleOf(name: string, attributes: Attributes, parent: BlockRole): BlockRole {
  if (name === 'title' || name === 'mj-title') return 'subject';
  if (name === 'mj-preview' || isNamedPreheader(attributes)) return 'preheader';
  if (parent === 'preheader' || parent === 'subject') return parent;
  if (name === 'footer' || isNamedFooter(attributes) || parent === 'footer') return 'footer';
  if (/^h[1-6]$/.test(name) || name === 'mj-accordion-title' || parent === 'heading') return 'heading';
  if (name === 'label' || name === 'legend' || name === 'option' || parent === 'label') return 'label';
  return 'body';
}
