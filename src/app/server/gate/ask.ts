import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { may } from '../../../playbook/5-oversight/people/may.ts';
import type { Caller } from '../caller.ts';
import type { Change } from '../change.ts';
import { demand } from '../change.ts';
import type { ServerContext } from '../context.ts';
import type { Door } from './log-rows.ts';
import { readAsked } from './read-asked.ts';
import { type ShownDecision, shownDecision } from './shown-decision.ts';

/**
 * Decides what a sender asks, whatever it asks: what cannot be read is denied. Waits for the store no longer than a
 * sender does. Problems: `people.not-allowed`.
 */
export async function askGate(
  { ledger, clock, gate }: Pick<ServerContext, 'ledger' | 'clock' | 'gate'>,
  caller: Caller,
  questions: readonly unknown[],
  door: Door,
): Promise<Result<readonly ShownDecision[], Problem>> {
  const allowed = may(caller.account, 'gate.decide', clock.now());
  if (!allowed.ok) return allowed;
  const asked = await Promise.all(questions.map((one) => readAsked(ledger, one, caller.account.key)));
  const answers = await gate.desk.ask(asked, door);
  return ok(answers.map((answer, place) => shownDecision(answer, asked[place])));
}

/** The same inside a change that is made once, as for an `Idempotency-Key`. Refusals: `people.not-allowed`, the store's. */
export async function askGateOnce(
  change: Change,
  questions: readonly unknown[],
  door: Door,
  isGone: () => boolean,
): Promise<readonly ShownDecision[]> {
  demand(change, 'gate.decide');
  const { ledger, gate } = change.context;
  const by = change.caller.account.key;
  const asked = await Promise.all(questions.map((one) => readAsked(ledger, one, by)));
  const answers = await gate.desk.decideIn(change, asked, door, isGone);
  return answers.map((answer, place) => shownDecision(answer, asked[place]));
}

/** What can be answered while the store does not. */
export async function askGateWithoutStore(
  { ledger, gate }: Pick<ServerContext, 'ledger' | 'gate'>,
  questions: readonly unknown[],
): Promise<readonly ShownDecision[]> {
  const asked = await Promise.all(questions.map((one) => readAsked(ledger, one)));
  const answers = await gate.desk.withoutStore(asked);
  return answers.map((answer, place) => shownDecision(answer, asked[place]));
}

export { PATIENCE_MS } from './decision-desk.ts';
