import type { MessageFormat } from './draft-form.ts';

const FORMATS: Readonly<Record<string, NonNullable<MessageFormat>>> = {
  html: 'html',
  htm: 'html',
  mjml: 'mjml',
  liquid: 'liquid',
  md: 'markdown',
  txt: 'text',
  json: 'json',
};
export const MESSAGE_FILES = `${Object.keys(FORMATS)
  .map((ending) => `.${ending}`)
  .join(',')},image/*`;
export const LIST_FILES = '.csv,.tsv,.txt';
/** What one file of a workspace may have. */
const MOST_BYTES = 4 * 1024 * 1024;
const LONGEST_HEADER = 64 * 1024;

export type DroppedMessage =
  | { readonly type: 'text'; readonly text: string; readonly format: MessageFormat }
  | { readonly type: 'picture'; readonly name: string }
  | { readonly type: 'unread'; readonly why: string };

/** A file as a message: its text, a picture that nobody reads here, or why it is neither. */
export async function readMessageFile(file: File): Promise<DroppedMessage> {
  const ending = endingOf(file.name);
  if (file.type.startsWith('image/') || file.type === 'application/pdf' || ending === 'pdf')
    return { type: 'picture', name: file.name };
  const format = FORMATS[ending];
  if (format === undefined)
    return {
      type: 'unread',
      why: `“${file.name}” is no kind of file that is read here. Paste its text, or give HTML, MJML or plain text.`,
    };
  if (file.size > MOST_BYTES)
    return { type: 'unread', why: `“${file.name}” has more than four megabytes. Leave its pictures out.` };
  return { type: 'text', text: (await file.text()).replace(/^\uFEFF/, ''), format };
}

/** The first line of a list, with its columns. The rest, which is about people, is not even read. */
export async function readColumns(file: File): Promise<string> {
  const start = await file.slice(0, LONGEST_HEADER).text();
  return (/^\uFEFF?([^\r\n]*)/.exec(start)?.[1] ?? '').slice(0, 10_000);
}

/** The format of a message by the name of its file; `null` where the name does not tell. */
export const formatOf = (name: string): MessageFormat | null => FORMATS[endingOf(name)] ?? null;

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
