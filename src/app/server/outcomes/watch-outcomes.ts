import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { usesThatRipen } from '../../../stores/sql/repositories/alarms.ts';
import { usesToJudge } from '../../../stores/sql/repositories/outcome-events.ts';
import type { ServerContext } from '../context.ts';
import { tellByMail } from '../hooks/tell-by-mail.ts';
import { tellHooks } from '../hooks/tell-hooks.ts';
import { judgeUse } from './judge-use.ts';

type Needed = Pick<ServerContext, 'store' | 'sealer' | 'clock' | 'origin' | 'mailer' | 'reviewSeed'>;

/**
 * Judges every use of which something was told since the last time, or whose counts ripen, beside other uses as well.
 * Gives how many alarms are new. Problems: those of the store.
 */
export async function watchOutcomes(context: Needed): Promise<Result<number, Problem>> {
  const uses = await context.store.read(async (db) => [
    ...new Set([...(await usesToJudge(db)), ...(await usesThatRipen(db, context.clock.now()))]),
  ]);
  if (!uses.ok) return uses;
  let alarms = 0;
  for (const use of uses.value) {
    const judged = await context.store.write((work) => judgeUse(context, work, use, true));
    if (!judged.ok) return judged;
    alarms += judged.value;
  }
  return ok(alarms);
}

const waiting = new WeakMap<Needed, Set<string>>();

/**
 * Judges uses right after something was told of them, without making who told it wait. What comes in meanwhile is judged
 * together, and what fails is taken up by the job that runs every minute.
 */
export function judgeSoon(context: Needed, uses: readonly string[]): void {
  const queued = waiting.get(context);
  if (queued !== undefined) {
    for (const use of uses) queued.add(use);
    return;
  }
  const queue = new Set(uses);
  waiting.set(context, queue);
  void (async () => {
    for (;;) {
      const [next] = queue;
      if (next === undefined) break;
      queue.delete(next);
      await context.store.write((work) => judgeUse(context, work, next));
    }
    waiting.delete(context);
    await tellHooks(context);
    await tellByMail(context);
    // The job of every minute tries again, and says what is wrong.
  })().catch(() => waiting.delete(context));
}
