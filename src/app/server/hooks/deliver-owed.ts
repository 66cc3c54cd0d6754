import { nextAttempt, type OutboxEntry } from '../../../kernel/ports/outbox.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { outboxOf } from '../../../stores/sql/repositories/outbox.ts';
import type { ServerContext } from '../context.ts';

const AT_ONCE = 10;
/** How long one delivery may take. */
export const TIMEOUT_MS = 10_000;
/** Longer than a delivery may take: who claims one and ends leaves it to others after this. */
const CLAIMED_MS = 30_000;

/**
 * Delivers the messages of a topic whose time has come; what fails is tried again for three days, and then kept as a dead
 * letter. Whoever is not to be told any more is told nothing: then `deliver` gives `ok`. Gives how many were delivered;
 * the problem is that of the last that was not.
 */
export async function deliverOwed(
  { store, clock }: Pick<ServerContext, 'store' | 'clock'>,
  topic: string,
  deliver: (entry: OutboxEntry, now: Date) => Promise<Result<null, Problem>>,
): Promise<Result<number, Problem>> {
  const now = clock.now();
  const claimed = await store.write(({ db }) =>
    outboxOf(db).claimDue(now, new Date(now.getTime() + CLAIMED_MS), AT_ONCE, topic),
  );
  if (!claimed.ok) return claimed;
  const one = async (entry: OutboxEntry): Promise<Result<null, Problem>> => {
    const at = clock.now();
    const sent = await deliver(entry, at);
    const kept = await store.write(async ({ db }) => {
      if (sent.ok) await outboxOf(db).delivered(entry.id, at);
      else
        await outboxOf(db).failed(
          entry.id,
          sent.problem.code,
          nextAttempt(entry.attempts + 1, at, Math.random()),
        );
      return null;
    });
    return kept.ok ? sent : kept;
  };
  const done = await Promise.all(claimed.value.map(one));
  const wrong = done.find((each) => !each.ok);
  return wrong === undefined || wrong.ok ? ok(done.length) : fail(wrong.problem);
}
