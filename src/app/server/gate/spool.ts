import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Lines that wait for the store in files beside the key at rest: each process has its own, so that nobody takes away
 * what another one is writing. A line is on the disk before `add` ends.
 */
export class Spool {
  readonly #folder: string;
  readonly #own: string;
  /** What could not be written, as on a full disk, waits here. */
  #waiting: string[] = [];
  #working: Promise<unknown> = Promise.resolve();
  #isEmpty = true;

  constructor(folder: string) {
    this.#folder = folder;
    this.#own = `${hostname()}.${process.pid}.${randomUUID()}${ENDING}`;
  }

  /** Whether anything of this process waits. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** Keeps lines; one that cannot be written is kept in memory, and tried again with the next. */
  add(lines: readonly string[]): Promise<void> {
    this.#isEmpty = false;
    this.#waiting.push(...lines);
    return this.#inTurn(() => this.#write());
  }

  /**
   * Hands over everything that waits: of this process, and of others on this machine that have ended. What was handed
   * over goes when `take` says that it has it.
   */
  drain(take: (lines: readonly string[]) => Promise<boolean>): Promise<void> {
    return this.#inTurn(async () => {
      for (const name of await this.#abandoned()) {
        const file = join(this.#folder, name);
        const text = await readFile(file, 'utf8').catch(() => '');
        // A process that was killed in the middle of a line never gave the answer of that line.
        const lines = text
          .split('\n')
          .slice(0, -1)
          .filter((line) => line !== '');
        if (lines.length > 0 && !(await take(lines))) return;
        await rm(file, { force: true });
      }
      const waiting = this.#waiting;
      if (waiting.length > 0 && !(await take(waiting))) return;
      this.#waiting = [];
      this.#isEmpty = true;
    });
  }

  async #write(): Promise<void> {
    const lines = this.#waiting;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const file = await open(join(this.#folder, this.#own), 'a', 0o600);
      try {
        // Behind a line that a full disk cut, a new one must not be glued to it.
        await file.appendFile(`\n${lines.join('\n')}\n`);
        await file.datasync();
      } finally {
        await file.close();
      }
      this.#waiting = [];
    } catch {
      // They stay in memory.
    }
  }

  /** Files of nobody who still writes, with our own, which is given a new name first. */
  async #abandoned(): Promise<readonly string[]> {
    const names = (await readdir(this.#folder).catch(() => [])).filter((name) => name.endsWith(ENDING));
    const left = names.filter((name) => name !== this.#own && isAbandoned(name));
    if (!names.includes(this.#own)) return left;
    const taken = `${hostname()}.0.${randomUUID()}${ENDING}`;
    await rename(join(this.#folder, this.#own), join(this.#folder, taken));
    return [...left, taken];
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#working.then(work, work);
    this.#working = turn.catch(() => {});
    return turn;
  }
}

const ENDING = '.spool';

/** Written on this machine by a process that is not there any more. */
function isAbandoned(name: string): boolean {
  const [, pid = ''] = name.slice(hostname().length).split('.');
  if (!name.startsWith(`${hostname()}.`) || !/^\d+$/.test(pid)) return false;
  // In a container every process has the number of the one before it.
  if (pid === '0' || Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
