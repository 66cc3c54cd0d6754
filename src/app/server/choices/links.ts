import type { Mail } from '../../../kernel/ports/mailer.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { EVERYTHING, type Scope } from '../../../playbook/6-control/ledger/scope.ts';
import { normalIdentifier, subjectKeyOf } from '../../../playbook/6-control/ledger/subject-key.ts';
import { makeToken } from '../../../playbook/6-control/tokens/token.ts';
import { findAddress } from '../../../stores/sql/repositories/customer-addresses.ts';
import type { ServerContext } from '../context.ts';
import { keysOf } from '../ledger/subject-of.ts';
import { type OpenedLink, proofOf } from './opened-link.ts';

type Needed = Pick<ServerContext, 'store' | 'ledger' | 'clock' | 'sealer' | 'mailer' | 'origin'>;

/** Writes the mail around a link. */
export type WriteMail = (link: string) => Omit<Mail, 'to'>;

/** The four links of a message, and what is in them. */
export interface MessageLinks {
  readonly unsubscribe: string;
  readonly preferences: string;
  readonly why: string;
}

/** What a customer address is sealed for: it opens nowhere else. */
export const addressContext = (subject: string): string => `customer_addresses ${subject}`;

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
 * Sends a link that opens facts for 15 minutes, to the address that is kept for this person; without one nothing is sent.
 * Whoever asks is told neither. Problems: those of the store, `mail.not-sent`.
 */
export async function sendProofLink(
  { store, ledger, clock, sealer, mailer, origin }: Needed,
  page: 'preferences' | 'why',
  { subject, scope, about }: OpenedLink,
  write: WriteMail,
): Promise<Result<null, Problem>> {
  const found = await store.read(async (db) => {
    for (const key of await keysOf(db, subject)) {
      const address = await findAddress(db, key);
      if (address?.kind === 'email') return address;
    }
    return null;
  });
  if (!found.ok) return found;
  if (found.value === null) return ok(null);
  const to = sealer.open(found.value.sealed, addressContext(found.value.subject));
  if (!to.ok) return to;
  const token = makeToken(
    ledger.tokens,
    'facts',
    { subject, scope, about: proofOf(page, about) },
    clock.now(),
  );
  return mailer.send({ to: to.value, ...write(`${origin()}/${page}/${token}`) });
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
