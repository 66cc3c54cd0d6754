import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Scope } from '../../../playbook/6-control/ledger/scope.ts';
import { normalIdentifier } from '../../../playbook/6-control/ledger/subject-key.ts';
import { makeToken } from '../../../playbook/6-control/tokens/token.ts';
import { need } from '../change.ts';
import type { ServerContext } from '../context.ts';
import { keysOf, subjectOf } from '../ledger/subject-of.ts';
import { PLAIN_LETTER } from '../letters/letter.ts';
import { oweLetter } from '../letters/owe-letter.ts';
import type { OpenedLink } from './opened-link.ts';
import type { Language } from './page-settings.ts';

/** The four links of a message, and what is in them. */
export interface MessageLinks {
  readonly unsubscribe: string;
  readonly preferences: string;
  readonly why: string;
}

type Needed = Pick<ServerContext, 'store' | 'ledger' | 'sealer'>;

/** A link that anyone may ask for, to the choices or to the rights of whoever has an address. */
export interface AskedLink {
  readonly kind: 'choices' | 'rights';
  readonly address: string;
  readonly language: Language;
  /** What somebody wants to ask of us, so that the page begins with it. */
  readonly about: string | null;
}

/**
 * Owes a link to whoever has this address, to that address. A stranger gets the same letter as a customer, so that nobody
 * learns from it who is one. Problems: those of the store, `ledger.invalid-identifier`.
 */
export function oweLink(context: Needed, { address, ...asked }: AskedLink): Promise<Result<null, Problem>> {
  return context.store.write(async (work) => {
    const to = need(normalIdentifier({ kind: 'email', value: address })).value;
    const subject = subjectOf(context.ledger, { kind: 'email', value: address });
    await oweLetter(work, context, { ...PLAIN_LETTER, ...asked, address: to, subject });
    return null;
  });
}

/**
 * Owes a link that opens facts for 15 minutes to the address that was typed, where the link at hand is of the person who
 * has it; else nothing, and whoever asks is not told which. So no address needs to be kept before.
 * Problems: those of the store, `ledger.invalid-identifier`.
 */
export function oweProofLink(
  context: Needed,
  page: 'preferences' | 'why',
  { subject, scope, about }: OpenedLink,
  address: string,
  language: Language,
): Promise<Result<null, Problem>> {
  return context.store.write(async (work) => {
    const to = need(normalIdentifier({ kind: 'email', value: address })).value;
    const typed = subjectOf(context.ledger, { kind: 'email', value: address });
    if (!(await keysOf(work.db, subject)).includes(typed)) return null;
    await oweLetter(work, context, {
      ...PLAIN_LETTER,
      kind: `proof-${page}`,
      address: to,
      language,
      subject,
      scope,
      about,
    });
    return null;
  });
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
