import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { StoreLocation } from '../../src/stores/sql/store.ts';

const CHILD = fileURLToPath(new URL('store-child.ts', import.meta.url));

export interface StoreProcess {
  readonly pid: number;
  /** Everything it has said so far. */
  readonly lines: readonly string[];
  /** Waits until it has said so many lines, or has ended. */
  untilLines(count: number): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
  readonly ended: Promise<void>;
}

/** Starts a process that opens a store; see store-child.ts. `limits` goes before the command in a shell. */
export function startStoreProcess(
  mode: 'hold' | 'write' | 'open' | 'fill',
  location: StoreLocation,
  limits?: string,
): StoreProcess {
  // Optimising the engine takes longer than these processes live.
  const parameters = ['--liftoff-only', CHILD, mode, JSON.stringify(location)];
  const child: ChildProcessWithoutNullStreams =
    limits === undefined
      ? spawn(process.execPath, parameters)
      : spawn('bash', ['-c', `${limits}; exec "$0" "$@"`, process.execPath, ...parameters]);
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const wake of waiting) wake();
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said = (said + String(part)).slice(-2000);
  });
  const ended = once(child, 'close').then(([code]) => {
    if (code !== 0 && code !== null && said !== '') lines.push(`error ${said}`);
    for (const wake of waiting) wake();
  });
  return {
    pid: child.pid!,
    lines,
    async untilLines(count) {
      while (lines.length < count && child.exitCode === null && child.signalCode === null)
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
        });
    },
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
    ended,
  };
}
