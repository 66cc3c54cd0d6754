import type { RecognisedClaim } from './recognise-claims.ts';
import { saidDates } from './said-dates.ts';

/** Names of values that a campaign sets once, so that all recipients read the same. */
const SHARED =
  /^(?:offer|campaign|sale|promotion|promo|event|deal|settings|global|shop|store|site)s?(?:[._[]|$)/i;
const TAG = /\{\{|\*\||%%|\$\{|\{%|\[\[/;
/** How far behind the words of a claim its day may stand. */
const NEAR = 30;

/**
 * What shows that a deadline is counted anew for each recipient, or `null`: a value of the person stands where the day
 * should, or a countdown picture is asked for with one.
 */
export function restartsForEach(claim: RecognisedClaim, sentence: string): string | null {
  if (claim.isTimer) return TAG.test(claim.quote) ? claim.quote : null;
  const { message, block, start, end } = claim;
  if (block === null || saidDates(sentence).length > 0) return null;
  const near = block.text.slice(start, end + NEAR);
  const personal = message.mergeTags.find(
    ({ path, source }) => near.includes(source) && (path === null || !SHARED.test(path)),
  );
  return personal?.source ?? null;
}
