/** A header of a mail or of a part of one: names in lower case, folded lines made one; of a name that comes twice, the first. */
export type Headers = ReadonlyMap<string, string>;

export interface MailPart {
  readonly headers: Headers;
  readonly body: string;
}

/** More parts than any report has; a mail of more is not looked through to its end. */
const MOST_PARTS = 20;
const MOST_HEADERS = 200;

/** Headers and body of a text as RFC 5322 writes one. */
export function readPart(text: string): MailPart {
  const lines = text.replaceAll('\r\n', '\n');
  const end = lines.startsWith('\n') ? 0 : lines.indexOf('\n\n');
  const head = end === -1 ? lines : lines.slice(0, end);
  return { headers: readHeaders(head), body: end === -1 ? '' : lines.slice(end).replace(/^\n{1,2}/, '') };
}

export function readHeaders(text: string): Headers {
  const headers = new Map<string, string>();
  const unfolded = text.replaceAll('\r\n', '\n').replaceAll(/\n[ \t]/g, ' ');
  for (const line of unfolded.split('\n', MOST_HEADERS)) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** The type of a part, as `message/feedback-report`, and the parameters of it, names in lower case. */
export function contentTypeOf({ headers }: MailPart): {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
} {
  const [type = '', ...rest] = (headers.get('content-type') ?? 'text/plain').split(';');
  const parameters = new Map<string, string>();
  for (const one of rest) {
    const equals = one.indexOf('=');
    if (equals < 1) continue;
    parameters.set(
      one.slice(0, equals).trim().toLowerCase(),
      one
        .slice(equals + 1)
        .trim()
        .replace(/^"|"$/g, ''),
    );
  }
  return { type: type.trim().toLowerCase(), parameters };
}

/** The parts of a multipart mail, each with its body as it was before the way (RFC 2045, 2046); none where it has none. */
export function partsOf(mail: MailPart): readonly MailPart[] {
  const { type, parameters } = contentTypeOf(mail);
  const boundary = parameters.get('boundary');
  if (!type.startsWith('multipart/') || boundary === undefined || boundary === '') return [];
  const [, ...texts] = `\n${mail.body}`.split(`\n--${boundary}`, MOST_PARTS + 1);
  const parts: MailPart[] = [];
  for (const text of texts) {
    if (text.startsWith('--')) break;
    const part = readPart(text.slice(text.indexOf('\n') + 1));
    parts.push({ ...part, body: decoded(part) });
  }
  return parts;
}

function decoded({ headers, body }: MailPart): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll(/=[ \t]*\n/g, '')
    .replaceAll(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
