import {
  type OpenedToken,
  openToken,
  TOKEN_LIFE_MS,
  type TokenPurpose,
} from '../../../playbook/6-control/tokens/token.ts';
import type { ServerContext } from '../context.ts';
import { addressIn, withAddress } from './address-in-link.ts';

/** What a link opens: the choices of whoever has it, or, with a fresh proof of control, what is known of them, too. */
export interface OpenedLink extends OpenedToken {
  readonly isProven: boolean;
  readonly endsAt: Date;
  /** Where a private link was sent; `null` of every other. */
  readonly address: string | null;
}

type Needed = Pick<ServerContext, 'ledger' | 'clock' | 'sealer'>;

/**
 * Opens a link of one purpose, or the fresh proof for it, whose `about` begins with that purpose. `null` for every link
 * that is none of ours, was made for something else, or has ended: nobody is told which.
 */
export function openLink(
  context: Needed,
  purpose: Extract<TokenPurpose, 'preferences' | 'why'>,
  token: string,
): OpenedLink | null {
  const { ledger, clock } = context;
  const now = clock.now();
  const open = openToken(ledger.tokens, purpose, token, now);
  if (open.ok) return { ...open.value, isProven: false, endsAt: endOf(open.value, purpose), address: null };
  const proof = openToken(ledger.tokens, 'facts', token, now);
  if (!proof.ok || !proof.value.about?.startsWith(`${purpose} `)) return null;
  return {
    ...proof.value,
    ...addressIn(context, proof.value.about.slice(purpose.length + 1)),
    isProven: true,
    endsAt: endOf(proof.value, 'facts'),
  };
}

/** Opens a link to what somebody asked of us, and can ask; it is always a fresh proof. `null` as of `openLink`. */
export function openRights(context: Needed, token: string): OpenedLink | null {
  const opened = openToken(context.ledger.tokens, 'rights', token, context.clock.now());
  if (!opened.ok) return null;
  return {
    ...opened.value,
    ...addressIn(context, opened.value.about ?? ''),
    isProven: true,
    endsAt: endOf(opened.value, 'rights'),
  };
}

const endOf = ({ madeAt }: OpenedToken, purpose: TokenPurpose): Date =>
  new Date(madeAt.getTime() + TOKEN_LIFE_MS[purpose]);

/** What a fresh proof is about, so that the proof for one page opens no other. */
export const proofOf = (
  context: Pick<ServerContext, 'sealer'>,
  purpose: 'preferences' | 'why',
  about: string | null,
  address: string,
): string => `${purpose} ${withAddress(context, about ?? '', address)}`;
