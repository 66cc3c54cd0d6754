import type { Mail } from '../../../kernel/ports/mailer.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { EVERYTHING, type Scope } from '../../../playbook/6-control/ledger/scope.ts';
import { normalIdentifier, subjectKeyOf } from '../../../playbook/6-control/ledger/subject-key.ts';
import { makeToken } from '../../../playbook/6-control/tokens/token.ts';
import type { ServerContext } from '../context.ts';
import { keysOf } from '../ledger/subject-of.ts';
import { type OpenedLink, proofOf } from './opened-link.ts';

type Needed = Pick<ServerContext, 'store' | 'ledger' | 'clock' | 'mailer' | 'origin'>;

/** Writes the mail around a link. */
export type WriteMail = (link: string) => Omit<Mail, 'to'>;

/** The four links of a message, and what is in them. */
export interface MessageLinks {
  readonly unsubscribe: string;
  readonly preferences: string;
  readonly why: string;
}

/**
 * Sends a link to the choices of whoever has this address, to that address. A stranger gets the same mail as a customer,
 * so that nobody learns from it who is one. Problems: `ledger.invalid-identifier`, `mail.not-sent`.
 */
export async function sendPreferencesLink(
  { ledger, clock, mailer, origin }: Needed,
  address: string,
  write: WriteMail,
): Promise<Result<null, Problem>> {
  const identifier = { kind: 'email', value: address } as const;
  const normal = normalIdentifier(identifier);
  const subject = subjectKeyOf(ledger.subjects, identifier);
  if (!normal.ok) return normal;
  if (!subject.ok) return subject;
  const token = makeToken(
    ledger.tokens,
    'preferences',
    { subject: subject.value, scope: EVERYTHING, about: null },
    clock.now(),
  );
  return mailer.send({ to: normal.value.value, ...write(`${origin()}/preferences/${token}`) });
}

/**
 * Sends a link that opens facts for 15 minutes to the address that was typed, where the link at hand is of the person who
 * has it; else nothing is sent, and whoever asks is not told which. So no address needs to be kept.
 * Problems: those of the store, `ledger.invalid-identifier`, `mail.not-sent`.
 */
export async function sendProofLink(
  { store, ledger, clock, mailer, origin }: Needed,
  page: 'preferences' | 'why',
  { subject, scope, about }: OpenedLink,
  address: string,
  write: WriteMail,
): Promise<Result<null, Problem>> {
  const identifier = { kind: 'email', value: address } as const;
  const normal = normalIdentifier(identifier);
  const typed = subjectKeyOf(ledger.subjects, identifier);
  if (!normal.ok) return normal;
  if (!typed.ok) return typed;
  const keys = await store.read((db) => keysOf(db, subject));
  if (!keys.ok) return keys;
  if (!keys.value.includes(typed.value)) return ok(null);
  const token = makeToken(
    ledger.tokens,
    'facts',
    { subject, scope, about: proofOf(page, about) },
    clock.now(),
  );
  return mailer.send({ to: normal.value.value, ...write(`${origin()}/${page}/${token}`) });
}

/** The links of one message to one person. */
export function linksOf(
  { ledger, clock, origin }: Pick<ServerContext, 'ledger' | 'clock' | 'origin'>,
  subject: OpenedLink['subject'],
  scope: Scope,
  use: string | null,
): MessageLinks {
  const now = clock.now();
  const content = { subject, scope, about: use };
  const url = (path: string, purpose: 'one-click' | 'preferences' | 'why'): string =>
    `${origin()}/${path}/${makeToken(ledger.tokens, purpose, content, now)}`;
  return {
    unsubscribe: url('u', 'one-click'),
    preferences: url('preferences', 'preferences'),
    why: url('why', 'why'),
  };
}
