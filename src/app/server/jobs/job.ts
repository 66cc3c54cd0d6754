import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { ServerContext } from '../context.ts';

/** Something that the server does by itself, again and again. Doing it once more than needed does no harm. */
export interface Job {
  readonly name: string;
  readonly everyMinutes: number;
  /** Also when the server starts: a new version may have changed what it tries out. */
  readonly afterStart?: true;
  /** How many rows were removed or written. */
  run(context: ServerContext): Promise<Result<number, Problem>>;
}

/** Calls again and again until told to stop; the only timer of the jobs. */
export type Schedule = (everyMs: number, call: () => void) => () => void;

/** By the timers of the process, which they do not keep alive. */
export const byTimers: Schedule = (everyMs, call) => {
  const timer = setInterval(call, everyMs);
  timer.unref();
  return () => clearInterval(timer);
};
