import { type OpenedToken, openToken, type TokenPurpose } from '../../../playbook/6-control/tokens/token.ts';
import type { ServerContext } from '../context.ts';

/** What a link opens: the choices of whoever has it, or, with a fresh proof of control, what is known of them, too. */
export interface OpenedLink extends OpenedToken {
  readonly isProven: boolean;
}

/**
 * Opens a link of one purpose, or the fresh proof for it, whose `about` begins with that purpose. `null` for every link
 * that is none of ours, was made for something else, or has ended: nobody is told which.
 */
export function openLink(
  { ledger, clock }: Pick<ServerContext, 'ledger' | 'clock'>,
  purpose: Extract<TokenPurpose, 'preferences' | 'why'>,
  token: string,
): OpenedLink | null {
  const now = clock.now();
  const open = openToken(ledger.tokens, purpose, token, now);
  if (open.ok) return { ...open.value, isProven: false };
  const proof = openToken(ledger.tokens, 'facts', token, now);
  if (!proof.ok || !proof.value.about?.startsWith(`${purpose} `)) return null;
  return { ...proof.value, about: proof.value.about.slice(purpose.length + 1) || null, isProven: true };
}

/** What a fresh proof is about, so that the proof for one page opens no other. */
export const proofOf = (purpose: 'preferences' | 'why', about: string | null): string =>
  `${purpose} ${about ?? ''}`;
