import type { Message, MessageBlock, MessageFormat } from '../../../check/facts/message.ts';
import { canonicalText, contentHash } from '../../../kernel/canonical.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import type { Location, SourceText } from '../../../kernel/source-text.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import { answerOf } from './answers.ts';
import {
  addDraft,
  type Draft,
  type DraftBlock,
  emptyDraft,
  MAXIMUM_DEPTH,
  NestsTooDeep,
  type Region,
} from './draft.ts';
import { settleFooter } from './footer.ts';
import { languageOfBlock, languageOfText } from './language.ts';
import { MappedText } from './mapped-text.ts';
import { addTags, readJson } from './read-json.ts';
import { readMarkdown } from './read-markdown.ts';
import { readMarkup } from './read-markup.ts';
import { readText } from './read-text.ts';
import { readTemplateTags } from './template-tags.ts';

/** A text from outside the file, as a subject in a card, with its own place. */
export interface PlacedText {
  readonly text: string;
  at(start: number, end: number): Location;
}

export interface ReadMessageOptions {
  /** By the ending of the file where it is not given. */
  readonly format?: MessageFormat;
  readonly subject?: string | PlacedText;
  readonly preheader?: string | PlacedText;
  readonly from?: string;
  readonly variant?: string;
  readonly channel?: Channel;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface MessageReading {
  /** `null` where problems kept the message from being read: it must never pass as clear. */
  readonly message: Message | null;
  readonly problems: readonly Problem[];
}

/** In characters: more than any message that a person reads. */
const LARGEST_MESSAGE = 2_000_000;

const FORMATS: Readonly<Record<string, MessageFormat>> = {
  html: 'html',
  htm: 'html',
  mjml: 'mjml',
  liquid: 'liquid',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  json: 'json',
};

/** The format of a file by its ending, or `null`. */
export const formatOf = (file: string): MessageFormat | null =>
  FORMATS[/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''] ?? null;

/**
 * Reads a message into blocks of text with their roles, links, controls and merge tags, each with its place in the
 * source. Time is linear in the text. Problems: `file.unknown-kind`, `file.too-large`, `message.invalid`.
 */
export function readMessage(source: SourceText, options: ReadMessageOptions = {}): MessageReading {
  const format = options.format ?? formatOf(source.file);
  if (format === null)
    return failed(
      problem(
        'file.unknown-kind',
        `\`${source.file}\` is in no message format that is understood`,
        'Use .html, .mjml, .liquid, .md, .txt or .json.',
        source.location(0),
      ),
    );
  if (source.text.length > LARGEST_MESSAGE)
    return failed(
      problem(
        'file.too-large',
        `the message has ${source.text.length} characters`,
        `Keep a message under ${LARGEST_MESSAGE} characters.`,
        source.location(0),
      ),
    );

  let draft: Draft;
  try {
    draft = readDraft(source.text, format);
  } catch (error) {
    if (!(error instanceof NestsTooDeep)) throw error;
    const hint = 'Nest fewer elements into each other.';
    return failed(
      problem(
        'message.invalid',
        `the message nests deeper than ${MAXIMUM_DEPTH} levels`,
        hint,
        source.location(error.offset),
      ),
    );
  }
  if (draft.mistakes.length > 0) {
    const problems = draft.mistakes.map(({ message, hint, range }) =>
      problem('message.invalid', message, hint, source.location(range.start, range.end)),
    );
    return { message: null, problems };
  }
  return { message: finish(source, format, draft, options), problems: [] };
}

const failed = (...problems: Problem[]): MessageReading => ({ message: null, problems });

function readDraft(text: string, format: MessageFormat): Draft {
  const region: Region = { text, toSource: (start, end) => ({ start, end }) };
  if (format === 'json') return readJson(region);
  const template = readTemplateTags(text);
  const whole = emptyDraft();
  addTags(whole, region, template);
  addDraft(whole, readBody(region, template.masked, format));
  return whole;
}

function readBody(region: Region, masked: string, format: Exclude<MessageFormat, 'json'>): Draft {
  switch (format) {
    case 'html':
    case 'mjml':
      return readMarkup(region, { format, masked });
    case 'markdown':
      return readMarkdown(region, masked);
    case 'text':
      return readText(region, masked);
    case 'liquid':
      if (/<mjml[\s>]/i.test(masked)) return readMarkup(region, { format: 'mjml', masked });
      return /<\/?[a-z][a-z0-9]*[\s/>]/i.test(masked)
        ? readMarkup(region, { format: 'html', masked })
        : readText(region, masked);
  }
}

function finish(
  source: SourceText,
  format: MessageFormat,
  draft: Draft,
  options: ReadMessageOptions,
): Message {
  settleFooter(draft.blocks);
  const given = [
    placed(source, options.subject, 'subject'),
    placed(source, options.preheader, 'preheader'),
  ].filter((block) => block !== null);
  const read = draft.blocks.filter(
    ({ role }) => role !== 'subject' || options.subject === undefined || format !== 'html',
  );
  const sample = [...given, ...read.map(({ role, text }) => ({ role, text: text.text }))];
  const language =
    languageOfText(wordsOf(sample), draft.declaredLanguage) ??
    languageOfText(sample.map(({ text }) => text).join('\n'));
  const from = options.from ?? draft.from;
  return {
    file: source.file,
    format,
    variant: options.variant ?? null,
    channel: options.channel ?? null,
    language,
    messageHash: hashOf(source, format, options),
    from,
    headers: options.headers ?? null,
    blocks: [
      ...given.map(({ role, text, at }) => ({ role, text, at, language: languageOfBlock(text, language) })),
      ...read.map((block) => toBlock(source, block, language)),
    ],
    mergeTags: draft.mergeTags.map(({ source: written, path, range }) => ({
      source: written,
      path,
      at: source.location(range.start, range.end),
    })),
    links: draft.links.map(({ href, text, range, region }) => ({
      href,
      text,
      at: locate(source, region, range),
    })),
    controls: draft.controls.map(({ type, text, checked, fontSizePx, looksLikeButton, range, region }) => ({
      type,
      text,
      checked,
      answer: answerOf(text),
      fontSizePx,
      looksLikeButton,
      at: locate(source, region, range),
    })),
    images: draft.images.map(({ source: address, range, region }) => ({
      source: address,
      at: locate(source, region, range),
    })),
    struckOut: draft.struckOut.map(({ text, range, region }) => ({
      text,
      at: locate(source, region, range),
    })),
    unreadImages: draft.unreadImages.map(({ range, region }) => locate(source, region, range)),
    unreadParts: [...draft.unreadParts].sort(),
    whole: source.whole(),
  };
}

/** The language shows in what is read first; footers are often in a language of their own. */
function wordsOf(blocks: ReadonlyArray<{ readonly role: string; readonly text: string }>): string {
  const main = blocks.filter(({ role }) => role !== 'footer' && role !== 'alt');
  return (main.length === 0 ? blocks : main).map(({ text }) => text).join('\n');
}

function toBlock(source: SourceText, { role, text, region }: DraftBlock, whole: string | null): MessageBlock {
  return {
    role,
    text: text.text,
    language: languageOfBlock(text.text, whole),
    at(start, end) {
      return locate(source, region, text.range(start, end));
    },
  };
}

function locate(
  source: SourceText,
  region: Region,
  { start, end }: { start: number; end: number },
): Location {
  const own = region.toSource(start, end);
  return source.location(own.start, own.end);
}

function placed(source: SourceText, given: string | PlacedText | undefined, role: 'subject' | 'preheader') {
  if (given === undefined) return null;
  if (typeof given !== 'string') return { role, text: given.text, at: given.at.bind(given) };
  // Without a place of its own it is shown where the file says the same, else at the file's beginning.
  const offset = source.text.indexOf(given);
  const mapped = MappedText.verbatim(given, offset);
  return {
    role,
    text: given,
    at(start: number, end: number): Location {
      const range = mapped.range(start, end);
      return offset === -1 ? source.location(0) : source.location(range.start, range.end);
    },
  };
}

function hashOf(
  source: SourceText,
  format: MessageFormat,
  options: ReadMessageOptions,
): Message['messageHash'] {
  const text = (given: string | PlacedText | undefined): string | undefined =>
    given === undefined ? undefined : canonicalText(typeof given === 'string' ? given : given.text);
  return contentHash({
    format,
    source: canonicalText(source.text),
    subject: text(options.subject),
    preheader: text(options.preheader),
    from: text(options.from),
    variant: options.variant,
  });
}
