import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { problemOfFolder } from './problem-of-folder.ts';
import { identityOfThisProcess, isRunning, type ProcessIdentity } from './process-identity.ts';

export interface FolderLock {
  release(): Promise<void>;
}

interface Holder extends ProcessIdentity {
  /** When the holder took the lock, ISO 8601. */
  readonly since: string;
}

/**
 * Takes a folder for this process alone. The lock is a file `lock.N`: whoever finds only dead holders makes the next
 * number, and a file can be made once, so of several that find the same dead holder one wins. The holder is the
 * highest number.
 * Problems: `store.busy`, which names the holder; `store.read-only`, `store.full`, `store.unavailable`.
 */
export async function lockFolder(folder: string, now: Date): Promise<Result<FolderLock, Problem>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // A loser of the race finds the winner at the next look.
    for (;;) {
      const numbers = await numbersIn(folder);
      const highest = numbers.at(-1) ?? 0;
      const holder = highest === 0 ? null : await readHolder(nameOf(folder, highest));
      if (holder === 'gone') continue;
      if (holder !== null && (holder === 'unreadable' || isRunning(holder)))
        return fail(busy(folder, nameOf(folder, highest), holder));
      const mine = nameOf(folder, highest + 1);
      if (!(await make(folder, mine, now))) continue;
      // A slow one may have looked before another took over and cleaned up.
      if ((await numbersIn(folder)).at(-1)! > highest + 1) {
        await rm(mine, { force: true });
        continue;
      }
      for (const old of numbers) await rm(nameOf(folder, old), { force: true });
      return ok({ release: () => rm(mine, { force: true }) });
    }
  } catch (error) {
    return fail(problemOfFolder(error, folder));
  }
}

const nameOf = (folder: string, number: number): string => join(folder, `lock.${number}`);

async function numbersIn(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names
    .map((name) => /^lock\.([1-9]\d{0,14})$/.exec(name)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}

/** The file appears with its content or not at all: one that is there is never half-written. */
async function make(folder: string, name: string, now: Date): Promise<boolean> {
  const draft = join(folder, `lock-draft-${randomUUID()}`);
  const holder: Holder = { ...identityOfThisProcess(), since: now.toISOString() };
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(holder)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readHolder(name: string): Promise<Holder | 'gone' | 'unreadable'> {
  try {
    const { pid, host, boot, ticks, since } = JSON.parse(await readFile(name, 'utf8')) as Partial<Holder>;
    if (typeof pid !== 'number' || typeof host !== 'string') return 'unreadable';
    return { pid, host, boot: boot ?? null, ticks: ticks ?? null, since: since ?? 'an unknown time' };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'unreadable';
  }
}

function busy(folder: string, name: string, holder: Holder | 'unreadable'): Problem {
  const whom =
    holder === 'unreadable'
      ? 'somebody whose lock cannot be read'
      : `process ${holder.pid} on \`${holder.host}\` since ${holder.since}`;
  return problem(
    'store.busy',
    `the folder \`${folder}\` is held by ${whom}`,
    `stop that process, or talk to it over HTTP; if you are sure that it no longer runs, remove \`${name}\``,
  );
}
