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
export function openLink(context: Needed, purpose: ProvenPage, token: string): OpenedLink | null {
  const { ledger, clock } = context;
  const now = clock.now();
  const open = openToken(ledger.tokens, purpose, token, now);
  if (open.ok) return { ...open.value, isProven: false, endsAt: endOf(open.value, purpose), address: null };
  return openProof(context, purpose, token, TOKEN_LIFE_MS.facts);
}

/** Opens a link to what somebody asked of us, and can ask; it is always a fresh proof. `null` as of `openLink`. */
export const openRights = (context: Needed, token: string): OpenedLink | null =>
  openOwn(context, token, TOKEN_LIFE_MS.rights);

/**
 * A fresh proof that has ended, as the link beside it has not: it opens nothing any more, and says where a new one can be
 * sent to. `null` as of `openLink`.
 */
export const openEnded = (context: Needed, page: 'why' | 'rights', token: string): OpenedLink | null =>
  page === 'rights'
    ? openOwn(context, token, TOKEN_LIFE_MS.why)
    : openProof(context, page, token, TOKEN_LIFE_MS.why);

type ProvenPage = Extract<TokenPurpose, 'preferences' | 'why'>;

function openProof(context: Needed, page: ProvenPage, token: string, lifeMs: number): OpenedLink | null {
  const proof = openToken(context.ledger.tokens, 'facts', token, context.clock.now(), lifeMs);
  if (!proof.ok || !proof.value.about?.startsWith(`${page} `)) return null;
  return proven(context, proof.value, proof.value.about.slice(page.length + 1), 'facts');
}

function openOwn(context: Needed, token: string, lifeMs: number): OpenedLink | null {
  const opened = openToken(context.ledger.tokens, 'rights', token, context.clock.now(), lifeMs);
  return opened.ok ? proven(context, opened.value, opened.value.about ?? '', 'rights') : null;
}

const proven = (
  context: Needed,
  opened: OpenedToken,
  about: string,
  purpose: 'facts' | 'rights',
): OpenedLink => ({
  ...opened,
  ...addressIn(context, about),
  isProven: true,
  endsAt: endOf(opened, purpose),
});

const endOf = ({ madeAt }: OpenedToken, purpose: TokenPurpose): Date =>
  new Date(madeAt.getTime() + TOKEN_LIFE_MS[purpose]);

/** What a fresh proof is about, so that the proof for one page opens no other. */
export const proofOf = (
  context: Pick<ServerContext, 'sealer'>,
  purpose: 'preferences' | 'why',
  about: string | null,
  address: string,
): string => `${purpose} ${withAddress(context, about ?? '', address)}`;
