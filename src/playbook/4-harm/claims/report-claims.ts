import type { CardFact } from '../../../check/facts/card.ts';
import type { Claim, ClaimsFact, ClaimTopic } from '../../../check/facts/claim.ts';
import type { WordingFact } from '../../../check/facts/message.ts';
import type { Evidence } from '../../../kernel/evidence.ts';

/** The advice that every check of claims has; `{quote}` and `{because}` may stand in each. */
type ClaimAdvice = 'unbound' | 'contradicted' | 'owned' | 'unused';
/** Only a deadline can pass or move. */
type DeadlineAdvice = 'passed' | 'moved';

interface ClaimContext<Id extends string> {
  readonly facts: { readonly card: CardFact; readonly claims: ClaimsFact; readonly wording: WordingFact };
  report(finding: {
    readonly advice: Id;
    readonly with: { readonly quote: string; readonly because: string };
    readonly evidence: readonly [Evidence, ...Evidence[]];
  }): void;
  cannotTell(missing: string, options?: { readonly required?: boolean }): void;
}

/**
 * Reports the claims of one topic: silent where a fact that somebody else owns says the same. What could not be asked is
 * not assessed, and so is a language in which claims are not recognised.
 */
export function reportClaims(topic: 'deadline', context: ClaimContext<ClaimAdvice | DeadlineAdvice>): void;
export function reportClaims(topic: ClaimTopic, context: ClaimContext<ClaimAdvice>): void;
export function reportClaims(
  topic: ClaimTopic,
  { facts, report, cannotTell }: ClaimContext<ClaimAdvice | DeadlineAdvice>,
): void {
  const { card, claims, wording } = facts;
  for (const claim of claims.claims) {
    if (claim.topic !== topic) continue;
    const { state, quote, because } = claim;
    if (state === 'unknown') cannotTell(`${claim.at.file}: “${quote}”: ${because}`, { required: true });
    else if (state !== 'holds')
      report({ advice: state, with: { quote, because }, evidence: evidenceOf(claim, card) });
    else if (claim.ownedByUse)
      report({
        advice: 'owned',
        with: { quote, because: `\`${claim.factName}\` is owned by the owner of the use` },
        evidence: evidenceOf(claim, card),
      });
  }
  for (const { index, says, topic: speaksOf, at } of claims.unused) {
    if (speaksOf !== topic) continue;
    const pointer = `/claims/${index}/says`;
    report({
      advice: 'unused',
      with: { quote: says, because: 'no message says it' },
      evidence: [{ type: 'field', at, pointer, value: says }],
    });
  }
  if (topic === 'prior-price') return;
  for (const { message, unmeasuredLanguages } of wording.wordings)
    for (const language of unmeasuredLanguages)
      cannotTell(`${message.file}: language “${language}”`, { required: false });
}

function evidenceOf(claim: Claim, card: CardFact): [Evidence, ...Evidence[]] {
  const { at, quote, binding, history, factName } = claim;
  const evidence: [Evidence, ...Evidence[]] = [{ type: 'text', at, quote }];
  if (binding !== null) {
    const pointer = `/claims/${binding}`;
    evidence.push({ type: 'field', at: card.at(pointer), pointer, value: factName });
  }
  if (history.length > 0)
    evidence.push({ type: 'path', at, hops: history.map(({ value, where }) => `${value} (${where})`) });
  return evidence;
}
