import type { Scope } from '../ledger/scope.ts';

/**
 * Whether the browser says Global Privacy Control (w3c/gpc): where one of the values of `Sec-GPC` is `1` and nothing
 * else. Takes the values apart from one another, as Node's `headersDistinct` gives them: joined to `0, 1` they would
 * say nothing.
 */
export const saysGlobalPrivacyControl = (values: readonly string[] | undefined): boolean =>
  values?.some((value) => value === '1') ?? false;

/**
 * What the signal says no to: sale and sharing, and advertising across contexts (Cal. Code Regs. tit. 11 § 7025). Not
 * what one company shows from what it knows itself, and not erasure.
 */
export const REFUSED_BY_SIGNAL: readonly Scope[] = [
  'marketing.advertising.third_party',
  'marketing.advertising.profiling',
  'third_party_sharing',
].map((purpose) => ({ purpose, channel: null, topic: null }));

/** What `/.well-known/gpc.json` says: that we heed the signal, since when. */
export const gpcSupport = (lastUpdate: Date): { readonly gpc: true; readonly lastUpdate: string } => ({
  gpc: true,
  lastUpdate: lastUpdate.toISOString().slice(0, 10),
});
