import { contentHash } from '../../kernel/canonical.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import type { Result } from '../../kernel/result.ts';
import { type ActionTarget, may } from '../../playbook/5-oversight/people/may.ts';
import type { Action } from '../../playbook/5-oversight/people/permissions.ts';
import { Refusal } from '../../stores/sql/refusal.ts';
import { answerOnce } from '../../stores/sql/repositories/idempotency.ts';
import type { Work } from '../../stores/sql/store.ts';
import type { Database } from '../../stores/sql/tables/index.ts';
import type { Caller } from './caller.ts';
import type { ServerContext } from './context.ts';

/** A change that somebody asks for: all of it is kept with its entries in the evidence log, or nothing. */
export interface Change extends Work {
  readonly caller: Caller;
  readonly context: ServerContext;
}

/** What somebody asks to see. */
export interface View {
  readonly db: Database;
  readonly at: Date;
  readonly caller: Caller;
  readonly context: ServerContext;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The request that must not be done twice. */
export interface Once {
  readonly key: string;
  /** Method, path and body, so that a key does not answer another request. */
  readonly request: unknown;
  readonly answerTo: (problem: Problem) => Answer;
}

const DAY_MS = 86_400_000;

/** Does a change in one transaction; with a key once, however often it is asked for. */
export function makeChange(
  context: ServerContext,
  caller: Caller,
  once: Once | null,
  change: (change: Change) => Promise<Answer>,
): Promise<Result<Answer, Problem>> {
  return context.store.write((work) => {
    const run = () => change({ ...work, caller, context });
    if (once === null) return run();
    return answerOnce(
      work,
      {
        caller: caller.account.key,
        key: once.key,
        requestHash: contentHash(once.request),
        expiresAt: new Date(work.at.getTime() + DAY_MS),
        sealer: context.sealer,
        answerTo: once.answerTo,
      },
      run,
    );
  });
}

/** Looks something up. */
export const takeView = <T>(
  context: ServerContext,
  caller: Caller,
  view: (view: View) => Promise<T>,
): Promise<Result<T, Problem>> =>
  context.store.read((db) => view({ db, at: context.clock.now(), caller, context }));

/** Ends the work where the caller may not do this to that. */
export function demand(
  { caller, at }: Pick<View, 'caller' | 'at'>,
  action: Action,
  target?: ActionTarget,
): void {
  const allowed = may(caller.account, action, at, target);
  if (!allowed.ok) throw new Refusal(allowed.problem);
}

/** Whether the caller may do this to that. */
export const isAllowed = (
  { caller, at }: Pick<View, 'caller' | 'at'>,
  action: Action,
  target?: ActionTarget,
): boolean => may(caller.account, action, at, target).ok;

/** The value, or the end of the work. */
export function need<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Refusal(result.problem);
  return result.value;
}

/** What is not there, and what the caller may not know of, look the same. */
export const missing = (): Refusal =>
  new Refusal(problem('store.not-found', 'there is nothing here', 'check the id, or ask who may see it'));
