import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { QueryOptions, Warehouse } from '../../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { DuckDbOptions } from './duckdb.ts';
import { timedOut } from './duckdb-problem.ts';
import type { Request } from './isolated-duckdb-process.ts';

export interface IsolatedDuckDbOptions extends DuckDbOptions {
  /** The most memory that the whole process of the engine may take; default 1 GiB. */
  readonly maximumBytes?: number;
}

/** The engine ends a query at its limit; a process that has not answered this much later is killed. */
const KILL_AFTER_MS = 750;
const START_LIMIT_MS = 15_000;
const DEFAULT_BYTES = 1024 ** 3;
/** So many queries may run to their limit; the next are refused, or a hostile workspace could hold a check for hours. */
const MAXIMUM_ENDED = 3;

/**
 * DuckDB in a process of its own, for queries that somebody else wrote: whatever a query does, it ends at its limit and
 * takes no more memory than it may, because its process does. It has no environment, no terminal, and asks one query at
 * a time; a process that had to be ended is replaced for the next query.
 * Problems: as `openDuckDb`, and `warehouse.unavailable` where the process does not start.
 */
export async function openIsolatedDuckDb(
  options: IsolatedDuckDbOptions,
): Promise<Result<Warehouse, Problem>> {
  const engine = new EngineProcess({ threads: Math.min(4, availableParallelism()), ...options });
  const started = await engine.start();
  if (!started.ok) return started;
  return {
    ok: true,
    value: {
      engine: 'duckdb',
      query: (sql, query = {}) => engine.ask('query', sql, query),
      tablesOf: (sql) => engine.ask('tablesOf', sql, {}),
      close: () => engine.close(),
    },
  };
}

class EngineProcess {
  readonly #options: IsolatedDuckDbOptions;
  #child: ChildProcess | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #ended = 0;
  #nextId = 1;

  constructor(options: IsolatedDuckDbOptions) {
    this.#options = options;
  }

  async start(): Promise<Result<unknown, Problem>> {
    const { maximumBytes = DEFAULT_BYTES, ...options } = this.#options;
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const child = fork(
      fileURLToPath(new URL(`./isolated-duckdb-process.${extension}`, import.meta.url)),
      ['serve-duckdb'],
      {
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        env: {},
        execArgv: [],
        cwd: options.root,
      },
    );
    child.unref();
    child.channel?.unref();
    child.on('error', () => {});
    child.send({ options, maximumBytes }, () => {});
    const answer = await answerOf<Result<unknown, Problem>>(child, START_LIMIT_MS, (message) => message);
    if (answer.type === 'answer' && answer.value.ok) {
      this.#child = child;
      child.once('exit', () => {
        if (this.#child === child) this.#child = null;
      });
      return answer.value;
    }
    child.kill('SIGKILL');
    return answer.type === 'answer'
      ? answer.value
      : fail(
          problem(
            'warehouse.unavailable',
            'the process of the warehouse engine did not start',
            'run it again',
          ),
        );
  }

  /** Asks after all that was asked before. */
  ask<T>(method: Request['method'], sql: string, query: QueryOptions): Promise<Result<T, Problem>> {
    const answer = this.#queue.then(() => this.#askNow<T>(method, sql, query));
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.ref();
    child.kill('SIGKILL');
    await gone;
  }

  async #askNow<T>(method: Request['method'], sql: string, query: QueryOptions): Promise<Result<T, Problem>> {
    if (this.#ended >= MAXIMUM_ENDED)
      return fail(
        problem(
          'warehouse.unavailable',
          `${MAXIMUM_ENDED} queries already ran to their limit`,
          'make those queries faster',
        ),
      );
    const { signal, ...options } = query;
    if (signal?.aborted) return fail(calledOff());
    if (this.#child === null) {
      const started = await this.start();
      if (!started.ok) return started;
    }
    const child = this.#child!;
    const id = this.#nextId++;
    const limit = query.timeoutMs ?? this.#options.queryTimeoutMs;
    const onAbort = (): void => void child.kill('SIGKILL');
    signal?.addEventListener('abort', onAbort, { once: true });
    child.send({ id, method, sql, options } satisfies Request, () => {});
    const answer = await answerOf<Result<T, Problem>>(child, limit + KILL_AFTER_MS, (message) =>
      (message as { id?: number }).id === id ? (message as { answer: Result<T, Problem> }).answer : undefined,
    );
    signal?.removeEventListener('abort', onAbort);
    if (answer.type === 'answer') {
      if (!answer.value.ok && answer.value.problem.message === timedOut(limit).message) this.#ended += 1;
      return answer.value;
    }
    this.#child = null;
    child.kill('SIGKILL');
    if (signal?.aborted) return fail(calledOff());
    this.#ended += 1;
    return fail(answer.type === 'late' ? timedOut(limit) : endedProcess(answer.signal));
  }
}

type Answer<T> =
  | { readonly type: 'answer'; readonly value: T }
  | { readonly type: 'late' }
  | { readonly type: 'exit'; readonly signal: NodeJS.Signals | null };

/** The first message that `pick` takes, or what came instead. The timer keeps this process alive until then. */
function answerOf<T>(
  child: ChildProcess,
  limitMs: number,
  pick: (message: never) => T | undefined,
): Promise<Answer<T>> {
  const { promise, resolve } = Promise.withResolvers<Answer<T>>();
  const onMessage = (message: unknown): void => {
    const value = pick(message as never);
    if (value !== undefined) resolve({ type: 'answer', value });
  };
  const onExit = (_: number | null, signal: NodeJS.Signals | null): void => resolve({ type: 'exit', signal });
  const onError = (): void => resolve({ type: 'exit', signal: null });
  const timer = setTimeout(() => resolve({ type: 'late' }), limitMs);
  child.on('message', onMessage).on('exit', onExit).on('error', onError);
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', onMessage).off('exit', onExit).off('error', onError);
  });
}

const calledOff = (): Problem => problem('warehouse.unavailable', 'the query was called off', 'run it again');

/** Nobody here killed it, so it killed itself, or the system did, for want of memory. */
const endedProcess = (signal: NodeJS.Signals | null): Problem =>
  signal === 'SIGKILL'
    ? problem(
        'warehouse.unavailable',
        'the query needs more memory than it may have',
        'aggregate or filter earlier',
      )
    : problem('warehouse.unavailable', 'the query brought the warehouse engine down', 'simplify the query');
