import { contentHash } from '../../../kernel/canonical.ts';
import { addOverride, findDecision } from '../../../stores/sql/repositories/decisions.ts';
import { newId } from '../../../stores/sql/repositories/new-id.ts';
import { type Change, demand, missing } from '../change.ts';
import { say } from '../evidence/say.ts';
import { seenUse } from '../uses/standing.ts';
import { type ShownExplanation, showExplanation } from './show.ts';

/**
 * Overrides a decision, with a reason. It is an outcome of the decision, and nothing of who made it is kept, neither in
 * the table nor in the evidence log: nobody can be measured by how often they disagree with a machine.
 * Refusals: `people.not-allowed`, `store.not-found`.
 */
export async function overrideDecision(
  change: Change,
  id: string,
  override: { readonly outcome: string; readonly reason: string },
): Promise<ShownExplanation> {
  const { db, at } = change;
  const decision = await findDecision(db, id, at);
  if (decision === undefined) throw missing();
  const { owner } = await seenUse(change, decision.useId);
  demand(change, 'decision.override', { owner });
  const { outcome, reason } = override;
  await addOverride(db, { id: newId('override', at), decisionId: id, outcome, reason, overriddenAt: at });
  say(change, decision.useId, 'decision.overridden', {
    decision: id,
    outcome,
    reasonHash: contentHash(reason),
  });
  return showExplanation(change, id, 'employee');
}
