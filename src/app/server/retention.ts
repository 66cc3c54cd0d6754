import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { removeOldAgentRequests } from '../../stores/sql/repositories/authorised-agents.ts';
import { removeOldRequests, unsealOldRequests } from '../../stores/sql/repositories/customer-requests.ts';
import { forgetDecisions } from '../../stores/sql/repositories/decisions.ts';
import { removeOldKeys } from '../../stores/sql/repositories/idempotency.ts';
import { forgetCounts } from '../../stores/sql/repositories/intake-counts.ts';
import { removeOldTokens } from '../../stores/sql/repositories/one-time-tokens.ts';
import { removeDelivered } from '../../stores/sql/repositories/outbox.ts';
import { forgetEndedCopies } from '../../stores/sql/repositories/person-copies.ts';
import { removeOldPracticeAnswers } from '../../stores/sql/repositories/practice.ts';
import { forgetHolds } from '../../stores/sql/repositories/protective-holds.ts';
import { removeAccountsOfNobody } from '../../stores/sql/repositories/sign-in-accounts.ts';
import type { ServerContext } from './context.ts';
import { forgetOfGate } from './gate/forget.ts';
import { forgetCountedEvents } from './outcomes/count-events.ts';

/** How many days something stays after it has done its work: docs/our-own-processing.md says why, and of what else. */
export const KEPT_DAYS = {
  /** Links of invitations, after they end. */
  links: 30,
  /** First answers to an Idempotency-Key, after they end. */
  answers: 0,
  /** What a reviewer answered to a practice case: nothing per person is kept longer. */
  practice: 90,
  /** Messages of ours to others, after they were delivered. */
  delivered: 30,
  /** What customers asked, after it ended (11 CCR § 7101). */
  requests: 730,
  /** Who asked, after that, where no letter is owed any more or none could be sent. */
  requesters: 30,
  /** Sessions and half-done sign-ins, after they end. */
  sessions: 0,
  /** Accounts to sign in with that lead to nobody: erased people's, and sign-ups that were never finished. */
  accounts: 1,
  /** Copies of what is known of a person, and dossiers, from when they were asked for. */
  copies: 14,
  /** What agents sent under the Data Rights Protocol, from when it came. */
  agents: 400,
  /** Sends and what followed them: a year to compare with, and a month. */
  outcomes: 396,
  /** Holds that have ended, from their beginning: how long the longest of the rests that hide them lasts. */
  rests: 366,
} as const;
export type KeptDays = Readonly<Record<keyof typeof KEPT_DAYS, number>>;

const DAY_MS = 86_400_000;

/** Removes what has been kept long enough. Gives how many rows went. Problems: those of the store. */
export async function removeWhatIsOver(
  { store, clock, signIn }: Pick<ServerContext, 'store' | 'clock' | 'signIn'>,
  kept: KeptDays = KEPT_DAYS,
): Promise<Result<number, Problem>> {
  const before = (days: number): Date => new Date(clock.now().getTime() - days * DAY_MS);
  const sessions = await signIn.removeEnded(before(kept.sessions));
  const removed = await store.write(async ({ db }) => {
    const links = await removeOldTokens(db, before(kept.links));
    const answers = await removeOldKeys(db, before(kept.answers));
    const practice = await removeOldPracticeAnswers(db, before(kept.practice));
    const delivered = await removeDelivered(db, before(kept.delivered));
    const accounts = await removeAccountsOfNobody(db, before(kept.accounts));
    const requests = await removeOldRequests(db, before(kept.requests));
    const requesters = await unsealOldRequests(db, before(kept.requesters));
    // How long they are kept stands in each row, from when it was made.
    const { inputs, decisions } = await forgetDecisions(db, clock.now());
    const holds = await forgetHolds(db, clock.now(), before(kept.rests));
    const gate = await forgetOfGate(db, clock.now(), before);
    const copies = await forgetEndedCopies(db, clock.now());
    const agents = await removeOldAgentRequests(db, before(kept.agents));
    const outcomes = await forgetCountedEvents({ db }, before(kept.outcomes));
    await forgetCounts(db, before(kept.outcomes).toISOString().slice(0, 10));
    return (
      requests +
      requesters +
      links +
      answers +
      practice +
      delivered +
      accounts +
      inputs +
      decisions +
      holds +
      copies +
      agents +
      outcomes +
      gate
    );
  });
  return removed.ok ? ok(removed.value + sessions) : removed;
}
