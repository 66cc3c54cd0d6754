import { createHash } from 'node:crypto';
import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Intake, Reading, Recipient, Told } from './intake.ts';
import { contentTypeOf, type Headers, partsOf, readHeaders, readPart } from './mail-parts.ts';
import { email, MAXIMUM_BODY_BYTES, unreadable, useIn } from './read-entries.ts';
import { answered, hasSecret } from './signatures.ts';

const TYPES: Readonly<Record<string, Told['type']>> = { abuse: 'complaint', 'opt-out': 'opt-out' };

/**
 * Feedback reports by mail (ARF, RFC 5965): the mail as it came, posted by whatever reads the mailbox; known by a password
 * (HTTP Basic) or a Bearer token, since mail itself proves nothing. Providers leave the recipient out or change it
 * (RFC 6590): then our own link for leaving, where the mail that was complained of carries it, tells whom it was sent to.
 */
export const arf: Intake = {
  name: 'arf',
  verify: ({ headers }, secret) => answered(hasSecret(headers.authorization, secret)),
  read(body) {
    // Mail may hold any bytes; what we read of it is ASCII.
    return body.length <= MAXIMUM_BODY_BYTES
      ? readReport(new TextDecoder().decode(body))
      : unreadable(`the body is longer than ${MAXIMUM_BODY_BYTES} bytes`);
  },
};

function readReport(text: string): Result<Reading, Problem> {
  const mail = readPart(text);
  const { type, parameters } = contentTypeOf(mail);
  if (type !== 'multipart/report' || parameters.get('report-type')?.toLowerCase() !== 'feedback-report')
    return unreadable('the body is no mail with a feedback report');
  const parts = partsOf(mail);
  const of = (...types: readonly string[]) => parts.find((part) => types.includes(contentTypeOf(part).type));
  const report = of('message/feedback-report');
  if (report === undefined) return unreadable('the mail has no part message/feedback-report');
  const fields = readHeaders(report.body);
  const kind = fields.get('feedback-type')?.toLowerCase();
  if (kind === undefined) return named('Feedback-Type');
  const what = TYPES[kind];
  if (what === undefined) return ok({ told: [], ignored: 1, unreadable: [] });
  // When it was complained of; the other is when the mail had arrived.
  const at = dateOf(mail.headers.get('date')) ?? dateOf(fields.get('arrival-date'));
  if (at === null) return named('Date');
  const original = readPart(of('message/rfc822', 'text/rfc822-headers')?.body ?? '').headers;
  const link = linkOf(original.get('list-unsubscribe'));
  return ok({
    told: [
      {
        id: idOf(mail.headers, original, fields, text),
        type: what,
        at,
        recipient: recipientOf(fields, original),
        channel: 'email',
        use: useOf(original),
        ...(link === null ? {} : { leavingLink: link }),
      },
    ],
    ignored: 0,
    unreadable: [],
  });
}

const named = (field: string): Result<Reading, Problem> =>
  ok({ told: [], ignored: 0, unreadable: [{ index: 0, field }] });

/** Of a report that a provider sends again the id of the mail stays; where it has none, its words are its id. */
function idOf(report: Headers, original: Headers, fields: Headers, text: string): string {
  const id = report.get('message-id') ?? original.get('message-id');
  const parts = id === undefined ? [text] : [id, fields.get('original-rcpt-to') ?? ''];
  return createHash('sha256').update(parts.join('\u0000')).digest('base64url');
}

/** A date of mail with its zone, from 1990 on; what stands behind it in brackets is a remark. */
function dateOf(text: string | undefined): Date | null {
  if (text === undefined || text.length > 100) return null;
  const plain = text.replace(/\([^()]*\)\s*$/, '').trim();
  if (!/(?:[+-]\d{4}|GMT|UTC|Z)$/.test(plain)) return null;
  const at = Date.parse(plain);
  return Number.isFinite(at) && at >= 631_152_000_000 ? new Date(at) : null;
}

/** Whom the mail was sent to, where that was not redacted: a redacted local part is a hash, which reaches nobody. */
function recipientOf(fields: Headers, original: Headers): Recipient | null {
  for (const text of [fields.get('original-rcpt-to'), original.get('to')]) {
    const address = email.safeParse(
      /<([^<>]{3,320})>/.exec(text ?? '')?.[1] ?? text?.replace(/^rfc822;/i, '').trim(),
    );
    if (address.success && !/redacted/i.test(address.data)) return { kind: 'email', value: address.data };
  }
  return null;
}

/** `X-Scruple-Use`, or the first field of a Feedback-ID, which names the campaign. */
const useOf = (original: Headers): string | null =>
  useIn(
    original.get('x-scruple-use'),
    (original.get('feedback-id') ?? original.get('x-feedback-id'))?.split(':')[0],
  );

/** The token of our own link `…/u/<token>` in List-Unsubscribe; whether it is ours is for who holds its secret. */
const linkOf = (header: string | undefined): string | null =>
  /<https?:\/\/[^<>\s]{1,300}\/u\/([A-Za-z0-9._-]{1,1500})>/.exec(header ?? '')?.[1] ?? null;
