import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ChangeableWarehouse } from '../../kernel/ports/warehouse-changes.ts';
import type { Problem } from '../../kernel/problem.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { notOpened, unconfirmed } from './change-problems.ts';
import type { ChangeOrder } from './changeable-duckdb-process.ts';

/** Longer than this nobody waits; the process is ended, and its engine keeps all of a change or nothing. */
const LIMIT_MS = 60_000;

/**
 * A DuckDB file that may be changed. Each change has a process of its own, which opens the file alone and ends after it:
 * an engine that dies takes nothing with it, and nothing holds the file between changes.
 * `name` is the one under which data maps speak of it.
 */
export const changeableDuckDb = (name: string, path: string): ChangeableWarehouse => ({
  change: (statements) => inProcess({ name, path, statements }),
  close: async () => {},
});

function inProcess(order: ChangeOrder): Promise<Result<readonly number[], Problem>> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const child = fork(
    fileURLToPath(new URL(`./changeable-duckdb-process.${extension}`, import.meta.url)),
    ['change-duckdb'],
    { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: {}, execArgv: [] },
  );
  let isBegun = false;
  let answer: Result<readonly number[], Problem> | null = null;
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  child.on('error', () => {});
  child.on('message', (message: 'begun' | Result<readonly number[], Problem>) => {
    if (message === 'begun') isBegun = true;
    else answer = message;
  });
  child.send(order, () => {});
  return new Promise((resolve) => {
    // Only when the process is gone is the file free for whoever reads it next.
    child.once('close', () => {
      clearTimeout(timer);
      resolve(answer ?? fail(isBegun ? unconfirmed() : notOpened()));
    });
  });
}
