import type { Claim, ClaimsFact } from '../../../../check/facts/claim.ts';
import type { Facts } from '../../../../check/facts/index.ts';
import type { Wording } from '../../../../check/facts/message.ts';
import { message, messageBlock, somewhere } from '../../../../check/testing/builders.ts';

/** A bound claim that holds, but for what is given. */
export const claim = (given: Partial<Claim> & Pick<Claim, 'topic'>): Claim => ({
  quote: 'ends Sunday',
  at: somewhere('uses/test/message.txt'),
  binding: 0,
  factName: 'sale-end',
  offer: null,
  state: 'holds',
  because: 'seen',
  history: [],
  ownedByUse: false,
  ...given,
});

/** The facts that the claim checks need, over some claims of an English message. */
export function claimFacts(
  claims: readonly Claim[],
  given: Partial<ClaimsFact> & { readonly unmeasured?: readonly string[] } = {},
): Partial<Facts> {
  const { unmeasured = [], ...rest } = given;
  const wording: Wording = {
    message: message([messageBlock('Sale ends Sunday.')]),
    assessed: unmeasured.length === 0,
    unmeasuredLanguages: unmeasured,
    hits: [],
  };
  return { claims: { claims, unused: [], historyRead: true, ...rest }, wording: { wordings: [wording] } };
}
