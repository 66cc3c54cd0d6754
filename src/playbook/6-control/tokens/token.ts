import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { CHANNELS } from '../../../kernel/vocabulary.ts';
import type { Scope } from '../ledger/scope.ts';
import { isSubjectKey, type SubjectKey } from '../ledger/subject-key.ts';
import { periodOf, type TokenSecrets } from './token-secrets.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * What a link is for, and how long it works. One that only makes things less works a year (RFC 8058 with our year); one
 * that reads or widens ends, after 15 minutes where it shows facts, since mail is forwarded and inboxes are shared.
 */
export const TOKEN_LIFE_MS = {
  'one-click': 365 * DAY_MS,
  preferences: 30 * DAY_MS,
  why: 30 * DAY_MS,
  'opt-in': 30 * DAY_MS,
  facts: 15 * MINUTE_MS,
  rights: 15 * MINUTE_MS,
} as const;
export type TokenPurpose = keyof typeof TOKEN_LIFE_MS;

/** What a link speaks of. It names no one: the subject leads to nobody without the secret that it was made with. */
export interface TokenContent {
  readonly subject: SubjectKey;
  /** What the link is about, as the list that is left with one click. */
  readonly scope: Scope;
  /** The use, message or request that it belongs to. */
  readonly about: string | null;
}

export interface OpenedToken extends TokenContent {
  readonly madeAt: Date;
}

/** A link for one purpose. Two links with the same content at the same time are the same text. */
export function makeToken(
  secrets: TokenSecrets,
  purpose: TokenPurpose,
  { subject, scope, about }: TokenContent,
  now: Date,
): string {
  const fields = [
    subject.slice('subject:'.length),
    now.getTime(),
    scope.purpose,
    scope.channel,
    scope.topic,
    about,
  ];
  const body = Buffer.from(JSON.stringify(fields)).toString('base64url');
  const period = periodOf(now);
  return `${period}.${body}.${signature(secrets, purpose, period, body)}`;
}

/**
 * What a link says, if it was made here for this purpose and has not ended. Every text that was not made so is the same
 * to whoever asks. Problems: `token.refused`, `token.expired` (of a link that was ours).
 */
export function openToken(
  secrets: TokenSecrets,
  purpose: TokenPurpose,
  text: string,
  now: Date,
  lifeMs: number = TOKEN_LIFE_MS[purpose],
): Result<OpenedToken, Problem> {
  const [, period = '0', body = '', given = ''] = FORM.exec(text.slice(0, LONGEST + 1)) ?? [];
  const expected = signature(secrets, purpose, Number(period), body);
  // Compared as text, all of it, in a time that does not depend on where it differs: another spelling of the same bytes
  // is another text, and so is refused.
  const isOurs =
    timingSafeEqual(Buffer.from(given.padEnd(expected.length, ' ')), Buffer.from(expected)) &&
    text.length <= LONGEST;
  const opened = isOurs ? read(body) : null;
  if (opened === null || opened.madeAt.getTime() > now.getTime() + MINUTE_MS)
    return fail(problem('token.refused', 'the link is none of ours, or was changed on its way', ASK_ANEW));
  if (now.getTime() - opened.madeAt.getTime() >= lifeMs)
    return fail(problem('token.expired', 'the link has ended', ASK_ANEW));
  return ok(opened);
}

const ASK_ANEW = 'ask for a new link';
const LONGEST = 1500;
// A zero before a number would be another spelling of the same link.
const FORM = /^(0|[1-9]\d{0,5})\.([A-Za-z0-9_-]{1,1400})\.([A-Za-z0-9_-]{43})$/;

const signature = (secrets: TokenSecrets, purpose: TokenPurpose, period: number, body: string): string =>
  createHmac('sha256', secrets.secretFor(purpose, period)).update(`${period}.${body}`).digest('base64url');

/** Signed by us, so of the form that `makeToken` writes; a version that wrote another form is told by its form. */
function read(body: string): OpenedToken | null {
  const [key, madeAt, purpose, channel, topic, about, ...rest] = JSON.parse(
    Buffer.from(body, 'base64url').toString('utf8'),
  ) as unknown[];
  const subject = `subject:${String(key)}`;
  const isOptional = (value: unknown): value is string | null => value === null || typeof value === 'string';
  if (!isSubjectKey(subject) || typeof madeAt !== 'number' || rest.length > 0) return null;
  if (!isOptional(purpose) || !isOptional(topic) || !isOptional(about)) return null;
  const known = CHANNELS.find((one) => one === channel) ?? null;
  return { subject, madeAt: new Date(madeAt), scope: { purpose, channel: known, topic }, about };
}
