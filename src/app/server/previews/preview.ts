import type { UseCard } from '../../../check/facts/card.ts';
import type { Message, MessageBlock, MessageFormat } from '../../../check/facts/message.ts';
import type { Location } from '../../../kernel/source-text.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import { channelsOf } from '../../../playbook/4-harm/messages/channel-of.ts';
import { formatOf, readMessage } from '../../../playbook/4-harm/messages/read-message.ts';
import { readTemplateTags } from '../../../playbook/4-harm/messages/template-tags.ts';
import type { FindingJson } from '../../../report/json/schema.ts';
import { messageReference } from '../../definition-files.ts';
import { findingId } from '../uses/stored-version.ts';
import { type Mark, Marks } from './marks.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { LONGEST_SHOWN, type SafeMarkup, safeMarkup } from './safe-markup.ts';

/** A message as its recipients see it, with what was found marked in it; nothing of it runs or loads. */
export interface Preview {
  readonly file: string;
  readonly format: MessageFormat;
  readonly channel: Channel | null;
  readonly from: string | null;
  readonly subject: readonly Piece[] | null;
  readonly preheader: readonly Piece[] | null;
  /** For HTML and MJML. */
  readonly markup: (Pick<SafeMarkup, 'html' | 'body' | 'styles'> & { readonly isMjml: boolean }) | null;
  /** For all other formats, in the order of reading. */
  readonly parts: ReadonlyArray<{ readonly role: string; readonly pieces: readonly Piece[] }>;
  /** Text that stands there and recipients do not see. */
  readonly hidden: ReadonlyArray<{ readonly pieces: readonly Piece[] }>;
  readonly removed: Readonly<Record<string, number>>;
  /** Findings of this message that no place in it shows, as those of the message as a whole. */
  readonly unplaced: readonly string[];
  /** Whether the message is too long or nests too deep to be shown whole. */
  readonly isCut: boolean;
}

export interface PreviewInput {
  /** The message's path from the root of the workspace. */
  readonly file: string;
  readonly card: UseCard;
  /** The card and the files that it names. */
  readonly files: ReadonlyArray<{ readonly path: string; readonly text: string }>;
  /** Those that the one who asks may know. */
  readonly findings: readonly FindingJson[];
}

/** Shows a message of a use; `null` where the use has no such message. Time is linear in its length. */
export function previewOf({ file, card, files, findings }: PreviewInput): Preview | null {
  const text = files.find(({ path }) => path === file)?.text;
  const reference = (card.messages ?? [])
    .map(messageReference)
    .find((one) => file === one.file || file.endsWith(`/${one.file}`));
  const format = formatOf(file);
  if (text === undefined || reference === undefined || format === null) return null;
  const source = new SourceText(file, text);
  const isOf = ({ at }: FindingJson): boolean => at.file === file;
  const marks = new Marks(findings.filter(isOf).flatMap((finding) => markOf(finding, source)));
  const { message } = readMessage(source, withoutGiven(reference));
  const template = readTemplateTags(text);
  const as = layoutOf(format, text);
  const markup = as === null ? null : safeMarkup(text, template, marks, as);
  const parts =
    markup !== null
      ? []
      : format === 'json' && message !== null
        ? message.blocks
            .filter(({ role }) => role !== 'subject' && role !== 'preheader')
            .map((block) => ({ role: block.role, pieces: blockPieces(block, source, marks) }))
        : [
            {
              role: 'body',
              pieces: piecesOf(text, 0, Math.min(text.length, LONGEST_SHOWN), template.tags, marks),
            },
          ];
  const given = (key: 'subject' | 'preheader'): readonly Piece[] | null =>
    reference[key] === undefined
      ? ownPieces(message, key, source, marks)
      : givenPieces(
          reference[key],
          files,
          findings.filter((finding) => !isOf(finding)),
        );
  const [subject, preheader] = [given('subject'), given('preheader')];
  const hidden = markup?.hidden ?? [];
  const shown = new Set([
    ...(markup?.marked ?? []),
    ...[subject ?? [], preheader ?? [], ...hidden, ...parts.map(({ pieces }) => pieces)].flatMap((pieces) =>
      pieces.flatMap((piece) => piece.findings),
    ),
  ]);
  return {
    file,
    format,
    channel: message === null ? (reference.channel ?? null) : (channelsOf(message, card)[0] ?? null),
    from: reference.from ?? message?.from ?? null,
    subject,
    preheader,
    markup:
      markup === null
        ? null
        : { html: markup.html, body: markup.body, styles: markup.styles, isMjml: as === 'mjml' },
    parts,
    hidden: hidden.map((pieces) => ({ pieces })),
    removed: markup?.removed ?? {},
    unplaced: findings
      .filter(isOf)
      .map(findingId)
      .filter((id) => !shown.has(id)),
    isCut: markup === null ? text.length > LONGEST_SHOWN : markup.cutAt !== null,
  };
}

/** The file by itself, so that what the card gives is not counted as words of the file. */
const withoutGiven = ({ channel }: { readonly channel?: Channel }) =>
  channel === undefined ? {} : { channel };

function layoutOf(format: MessageFormat, text: string): 'html' | 'mjml' | null {
  if (format === 'html' || format === 'mjml') return format;
  if (format !== 'liquid' || !/<\/?[a-z][a-z0-9-]*[\s/>]/i.test(text)) return null;
  return /<mjml[\s>]/i.test(text) ? 'mjml' : 'html';
}

/** The place of a finding in a text; none where it speaks of all of it. */
function markOf(finding: FindingJson, source: SourceText): Mark[] {
  const { start, end } = source.range(finding.at as Location);
  if (end <= start || (start === 0 && end >= source.text.trimEnd().length)) return [];
  return [{ finding: findingId(finding), gravity: finding.gravity, start, end }];
}

function ownPieces(
  message: Message | null,
  role: 'subject' | 'preheader',
  source: SourceText,
  marks: Marks,
): Piece[] | null {
  const block = message?.blocks.find((one) => one.role === role);
  return block === undefined ? null : blockPieces(block, source, marks);
}

/** A block's text, marked letter by letter where a finding meets it. */
function blockPieces(block: MessageBlock, source: SourceText, marks: Marks): Piece[] {
  const { text } = block;
  const whole = source.range(block.at(0, text.length));
  const own =
    marks.within(whole.start, whole.end).length === 0
      ? []
      : marks.all.flatMap((mark): Mark[] => {
          const [first, last] = lettersOf(block, source, mark);
          return first === -1 ? [] : [{ ...mark, start: first, end: last }];
        });
  return piecesOf(text, 0, text.length, readTemplateTags(text).tags, new Marks(own));
}

function lettersOf(block: MessageBlock, source: SourceText, mark: Mark): [number, number] {
  let [first, last] = [-1, -1];
  for (let index = 0; index < block.text.length; index += 1) {
    const { start, end } = source.range(block.at(index, index + 1));
    if (start >= mark.end || end <= mark.start) continue;
    if (first === -1) first = index;
    last = index + 1;
  }
  return [first, last];
}

/** A text that the card gives, with what was found in it there. */
function givenPieces(text: string, files: PreviewInput['files'], findings: readonly FindingJson[]): Piece[] {
  const marks = findings.flatMap((finding): Mark[] => {
    const card = files.find(({ path }) => path === finding.at.file);
    if (card === undefined || !/\.ya?ml$/.test(card.path)) return [];
    const source = new SourceText(card.path, card.text);
    const { start, end } = source.range(finding.at as Location);
    const from = placeIn(card.text, text, start, end);
    return from === null
      ? []
      : [{ finding: findingId(finding), gravity: finding.gravity, start: from.start, end: from.end }];
  });
  return piecesOf(text, 0, text.length, readTemplateTags(text).tags, new Marks(marks));
}

/** Where `[start, end)` of a card lies in a text that it holds; escapes there move letters, then the words are looked up. */
function placeIn(card: string, text: string, start: number, end: number) {
  for (let at = card.indexOf(text); at !== -1; at = card.indexOf(text, at + 1)) {
    if (start >= at && end <= at + text.length) return { start: start - at, end: end - at };
    // The finding holds the value with its quotes.
    if (start <= at && end >= at + text.length && end - start <= text.length + 4)
      return { start: 0, end: text.length };
  }
  const written = card.slice(start, end);
  const at = written === '' ? -1 : text.indexOf(written);
  return at === -1 || card.includes(text) ? null : { start: at, end: at + written.length };
}
