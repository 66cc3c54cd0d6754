import type { MessageReference, SqlDialect, UseCard } from '../../../check/facts/card.ts';
import type { PushedFile } from '../uses/judge-pushed.ts';
import { slugOf } from './use-id.ts';

/** What people get to read, as it was pasted or dropped. */
export type GivenMessage =
  | {
      readonly type: 'text';
      readonly text: string;
      /** Seen in the text where it is not given. */
      readonly format?: MessageFormat | undefined;
      readonly subject?: string | undefined;
      readonly from?: string | undefined;
    }
  /** Its words cannot be read here, and the picture is not kept. */
  | { readonly type: 'picture'; readonly name: string };
export const MESSAGE_FORMATS = ['html', 'mjml', 'liquid', 'markdown', 'text', 'json'] as const;
export type MessageFormat = (typeof MESSAGE_FORMATS)[number];

/** Who is reached, as far as somebody can say. */
export interface GivenAudience {
  /** What the audience is called. */
  readonly name?: string | undefined;
  readonly definition?:
    | { readonly type: 'words'; readonly text: string }
    | { readonly type: 'sql'; readonly text: string; readonly dialect?: SqlDialect | undefined }
    /** A definition as a vendor exports it. */
    | { readonly type: 'json'; readonly text: string }
    /** The first line of a list, which names its columns; never its rows. */
    | { readonly type: 'list'; readonly header: string; readonly origin?: string | undefined }
    | undefined;
}

/** Parts of a card with the files that they name, by their paths beside it. */
export interface WrittenPart<T> {
  readonly part: T;
  readonly files: readonly PushedFile[];
}

const ENDINGS: Readonly<Record<MessageFormat, string>> = {
  html: 'html',
  mjml: 'mjml',
  liquid: 'liquid',
  markdown: 'md',
  text: 'txt',
  json: 'json',
};

/** The message as a part of a card; `null` for a picture, of which no word is known. */
export function writeMessage(message: GivenMessage): WrittenPart<MessageReference> | null {
  if (message.type === 'picture' || isPicture(message.text)) return null;
  const { text, subject, from } = message;
  const path = `message.${ENDINGS[message.format ?? formatOf(text)]}`;
  return {
    part: {
      file: path,
      ...(subject === undefined ? {} : { subject }),
      ...(from === undefined ? {} : { from }),
    },
    files: [{ path, text }],
  };
}

/** A picture or a page of print that came as text, with the letters that such files begin with. */
const isPicture = (text: string): boolean =>
  /^\s*(?:data:(?:image|application\/pdf)|%PDF-|\u0089PNG|\ufffdPNG|GIF8[79]a|iVBORw0KGgo|\/9j\/4)/.test(
    text.slice(0, 200),
  );

function formatOf(text: string): MessageFormat {
  const start = text.slice(0, 20_000);
  if (/<mjml[\s>]/i.test(start)) return 'mjml';
  return /<(?:!doctype|html|head|body|table|div|p|a|br|span|h[1-6]|img|style|ul|ol|strong|em|b|i)(?:[\s/][^<>]*)?>/i.test(
    start,
  )
    ? 'html'
    : 'text';
}

/** The audience as a part of a card; `null` where nothing was said of it. */
export function writeAudience({
  name,
  definition,
}: GivenAudience): WrittenPart<NonNullable<UseCard['audience']>> | null {
  // What an audience is called says much of it, so it stays with what defines it.
  const slug = slugOf(name ?? '');
  const path = (ending: string): string => `audience${slug === '' ? '' : `-${slug}`}.${ending}`;
  switch (definition?.type) {
    case undefined:
      return name === undefined
        ? null
        : { part: { segment: path('txt') }, files: [{ path: path('txt'), text: `${name}\n` }] };
    case 'words': {
      const text = name === undefined ? `${definition.text}\n` : `${name}\n\n${definition.text}\n`;
      return { part: { segment: path('txt') }, files: [{ path: path('txt'), text }] };
    }
    case 'sql': {
      const { dialect, text } = definition;
      return {
        part: { segment: path('sql'), ...(dialect === undefined ? {} : { dialect }) },
        files: [{ path: path('sql'), text }],
      };
    }
    case 'json':
      return { part: { segment: path('json') }, files: [{ path: path('json'), text: definition.text }] };
    case 'list': {
      const { header, origin } = definition;
      return {
        part: { segment: path('csv'), ...(origin === undefined ? {} : { origin }) },
        files: [{ path: path('csv'), text: `${header}\n` }],
      };
    }
  }
}
