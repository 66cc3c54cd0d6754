import { deny } from '../reason.ts';
import { isEssential, NOTHING, never, type Rule } from '../rule.ts';

/** Every claim of the use is true as it was asked last, and the answer is fresh. What cannot be asked is not true. */
export const claimsRule: Rule = {
  name: 'claims',
  about: 'use',
  prepare(use) {
    if (isEssential(use) || use.claims.length === 0) return never;
    const freshUntil = Math.min(...use.claims.map((one) => one.freshUntil.getTime()));
    const isFalse = use.claims.some(({ state }) => state === 'not-true');
    const isUnknown = use.claims.some(({ state }) => state !== 'true' && state !== 'not-true');
    const notTrue = isFalse ? [deny('claim-not-true', 'triable')] : NOTHING;
    const unknown = [...notTrue, deny('claim-unknown')];
    return ({ now }) => (isUnknown || !(now.getTime() < freshUntil) ? unknown : notTrue);
  },
};
