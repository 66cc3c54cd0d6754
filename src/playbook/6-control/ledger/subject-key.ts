import { createHmac } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';

/** Stands for a person by something they are reached or known by, and leads to nobody without the key it was made with. */
export type SubjectKey = `subject:${string}`;

export const IDENTIFIER_KINDS = ['email', 'phone', 'customer', 'device'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** What a person is reached or known by: an address, a number, an id of the organisation's, a browser's own id. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

export const isSubjectKey = (text: string): text is SubjectKey => /^subject:[A-Za-z0-9_-]{43}$/.test(text);

/**
 * The same for every spelling that reaches the same person: case, spaces and the forms of a domain do not count.
 * Problems: `ledger.invalid-identifier`.
 */
export function normalIdentifier({ kind, value }: Identifier): Result<Identifier, Problem> {
  const text = value.normalize('NFC').trim();
  const normal = NORMAL[kind](text);
  if (normal !== null && text.length <= 320) return ok({ kind, value: normal });
  return fail(
    problem('ledger.invalid-identifier', `the text is no ${WORDS[kind]}`, `give ${EXAMPLES[kind]}`),
  );
}

const WORDS = {
  email: 'mail address',
  phone: 'phone number',
  customer: 'customer id',
  device: 'id of a device',
};
const EXAMPLES: Record<IdentifierKind, string> = {
  email: 'an address with one @',
  phone: 'the number with its country, as +49 30 901820',
  customer: 'the id as your own systems write it',
  device: 'the id as your own systems write it',
};

const plain = (text: string): string | null => (/^[^\s\p{Cc}]{1,200}$/u.test(text) ? text : null);
const NORMAL: Record<IdentifierKind, (text: string) => string | null> = {
  email(text) {
    const at = text.lastIndexOf('@');
    const [local, domain] = [text.slice(0, at).toLowerCase(), domainToASCII(text.slice(at + 1))];
    return at < 1 || domain === '' || /[\s\p{Cc}<>]/u.test(local) ? null : `${local}@${domain}`;
  },
  phone(text) {
    const digits = text.replace(/[\s().\-/]/g, '').replace(/^00/, '+');
    return /^\+[1-9]\d{5,14}$/.test(digits) ? digits : null;
  },
  customer: plain,
  device: plain,
};

/**
 * The key of a person by a keyed hash (HMAC-SHA-256): the same for the same identifier, and without the secret neither
 * to be made nor to be tried out. Problems: `ledger.invalid-identifier`.
 */
export function subjectKeyOf(secret: string, identifier: Identifier): Result<SubjectKey, Problem> {
  const normal = normalIdentifier(identifier);
  if (!normal.ok) return normal;
  const { kind, value } = normal.value;
  return ok<SubjectKey>(
    `subject:${createHmac('sha256', secret).update(`${kind}\u0000${value}`).digest('base64url')}`,
  );
}

/**
 * A theme that somebody is spared, so that it can be asked about one person and one theme and in no other way: the same
 * theme is another text for every person, so that no query makes a list of those who are spared it.
 */
export const blindedTheme = (secret: string, subject: SubjectKey, theme: string): string =>
  createHmac('sha256', secret).update(`${subject}\u0000${theme}`).digest('base64url').slice(0, 22);
