import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Enough to tell a process from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Changes when the machine starts anew; null where the system does not tell. */
  readonly boot: string | null;
  /** Clock ticks from the start of the machine to the start of the process; null where the system does not tell. */
  readonly ticks: string | null;
}

export const identityOfThisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  host: hostname(),
  boot: bootId(),
  ticks: statusOf(process.pid)?.ticks ?? null,
});

/**
 * Whether that process still runs. One on another host counts as running: from here nobody can tell, and two
 * processes on one embedded store would destroy it.
 */
export function isRunning({ pid, host, boot, ticks }: ProcessIdentity): boolean {
  if (host !== hostname()) return true;
  const now = bootId();
  if (boot !== null && now !== null && boot !== now) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
  const status = statusOf(pid);
  if (status === null) return true;
  return !status.isDead && (ticks === null || ticks === status.ticks);
}

function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

/** From Linux's /proc; the name of the program stands in brackets and may hold anything, brackets too. */
function statusOf(pid: number): { isDead: boolean; ticks: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { isDead: fields[0] === 'Z' || fields[0] === 'X', ticks: fields[19]! };
  } catch {
    return null;
  }
}
