import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { removeOldKeys } from '../../stores/sql/repositories/idempotency.ts';
import { removeOldTokens } from '../../stores/sql/repositories/one-time-tokens.ts';
import { removeDelivered } from '../../stores/sql/repositories/outbox.ts';
import { removeOldPracticeAnswers } from '../../stores/sql/repositories/practice.ts';
import type { ServerContext } from './context.ts';

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
  /** Sessions and half-done sign-ins, after they end. */
  sessions: 0,
} as const;

const DAY_MS = 86_400_000;

/** Removes what has been kept long enough. Gives how many rows went. Problems: those of the store. */
export async function removeWhatIsOver({
  store,
  clock,
  signIn,
}: Pick<ServerContext, 'store' | 'clock' | 'signIn'>): Promise<Result<number, Problem>> {
  const before = (days: number): Date => new Date(clock.now().getTime() - days * DAY_MS);
  const sessions = await signIn.removeEnded(before(KEPT_DAYS.sessions));
  const removed = await store.write(async ({ db }) => {
    const links = await removeOldTokens(db, before(KEPT_DAYS.links));
    const answers = await removeOldKeys(db, before(KEPT_DAYS.answers));
    const practice = await removeOldPracticeAnswers(db, before(KEPT_DAYS.practice));
    const delivered = await removeDelivered(db, before(KEPT_DAYS.delivered));
    return links + answers + practice + delivered;
  });
  return removed.ok ? ok(removed.value + sessions) : removed;
}
