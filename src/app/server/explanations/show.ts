import type { UseCard } from '../../../check/facts/card.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import type { Explanation } from '../../../playbook/5-oversight/explanations/explanation.ts';
import {
  type Audience,
  type ToldExplanation,
  tellExplanation,
} from '../../../playbook/5-oversight/explanations/tell.ts';
import { findDecision, listOverrides } from '../../../stores/sql/repositories/decisions.ts';
import { findUseVersion } from '../../../stores/sql/repositories/use-versions.ts';
import { type Change, demand, isAllowed, missing, need, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { seenUse } from '../uses/standing.ts';
import { contextOf, type Hidden } from './record.ts';

export interface ShownExplanation extends ToldExplanation {
  readonly decision: string;
  readonly use: string;
  readonly decider: string;
  /** A pseudonym; `null` in what a customer is told. */
  readonly subject: string | null;
  readonly outcome: string;
  readonly decidedAt: string;
  readonly for: Audience;
  /** Whether what is protected is shown, for a purpose that was logged. */
  readonly isUnmasked: boolean;
  readonly canOverride: boolean;
  /** Whom to ask for a person’s look, and how to contest, as the card says. */
  readonly review: string | null;
  readonly contest: string | null;
  readonly overrides: ReadonlyArray<{
    readonly outcome: string;
    readonly reason: string | null;
    readonly at: string;
  }>;
}

/** One decision, explained with what is protected held back. */
export const showExplanation = (view: View, id: string, whom: Audience): Promise<ShownExplanation> =>
  shown(view, id, whom, false);

/** The same with what is protected, for a stated purpose that goes into the evidence log. Refusals: `people.not-allowed`. */
export async function showProtected(
  change: Change,
  id: string,
  whom: Audience,
  purpose: string,
): Promise<ShownExplanation> {
  demand(change, 'reason.read', { purpose });
  const explanation = await shown(change, id, whom, true);
  say(change, explanation.use, 'reason.read', {
    by: change.caller.account.key,
    purposeHash: contentHash(purpose),
  });
  return explanation;
}

async function shown(view: View, id: string, whom: Audience, isUnmasked: boolean): Promise<ShownExplanation> {
  const { db, at, context } = view;
  const decision = await findDecision(db, id, at);
  if (decision === undefined) throw missing();
  const { owner } = await seenUse(view, decision.useId);
  const version = await findUseVersion(db, decision.versionId);
  const { automation } = (version?.card ?? {}) as Partial<UseCard>;
  const { hidden: sealed } = decision;
  const hidden: Hidden | null =
    sealed === null || decision.hiddenUntil <= at
      ? null
      : JSON.parse(need(context.sealer.open(sealed, contextOf(id))));
  const overrides = await listOverrides(db, id);
  return {
    decision: id,
    use: decision.useId,
    decider: decision.decider,
    subject: whom === 'customer' ? null : decision.subject,
    outcome: decision.outcome,
    decidedAt: decision.decidedAt.toISOString(),
    for: whom,
    isUnmasked,
    ...tellExplanation(decision.explanation as Explanation, hidden, {
      whom,
      isUnmasked,
      outcome: overrides.at(-1)?.outcome ?? decision.outcome,
    }),
    canOverride: isAllowed(view, 'decision.override', { owner }),
    review: automation?.review ?? null,
    contest: automation?.contest ?? null,
    overrides: overrides.map(({ outcome, reason, overriddenAt }) => ({
      outcome,
      // What a colleague wrote is for colleagues.
      reason: whom === 'customer' ? null : reason,
      at: overriddenAt.toISOString(),
    })),
  };
}
