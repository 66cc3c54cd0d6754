import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { usesToJudge } from '../../../stores/sql/repositories/outcome-events.ts';
import type { ServerContext } from '../context.ts';
import { judgeUse } from './judge-use.ts';

type Store = Pick<ServerContext, 'store'>;

/** Judges every use of which something was told since the last time. Gives how many alarms are new. Problems: those of the store. */
export async function watchOutcomes(context: Store): Promise<Result<number, Problem>> {
  const uses = await context.store.read(usesToJudge);
  if (!uses.ok) return uses;
  let alarms = 0;
  for (const use of uses.value) {
    const judged = await context.store.write((work) => judgeUse(work, use));
    if (!judged.ok) return judged;
    alarms += judged.value;
  }
  return ok(alarms);
}

const waiting = new WeakMap<Store, Set<string>>();

/**
 * Judges uses right after something was told of them, without making who told it wait. What comes in meanwhile is judged
 * together, and what fails is taken up by the job that runs every minute.
 */
export function judgeSoon(context: Store, uses: readonly string[]): void {
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
      await context.store.write((work) => judgeUse(work, next));
    }
    waiting.delete(context);
  })();
}
