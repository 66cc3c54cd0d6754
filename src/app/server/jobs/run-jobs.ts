import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { problemOfDatabase } from '../../../stores/sql/engine/problem-of-database.ts';
import type { ServerContext } from '../context.ts';
import type { Job, Schedule } from './job.ts';
import { claimJob, keepJob, makeDue } from './job-state.ts';

const MINUTE_MS = 60_000;
/** After a failure, or where the process ended in the middle, somebody tries again this soon. */
const AGAIN_MINUTES = 10;

/** What came of a job: nothing of what it looked at, for the log. */
export interface JobRun {
  readonly job: string;
  readonly rows: number;
  /** The code of what went wrong; `null` where nothing did. */
  readonly problem: string | null;
  readonly milliseconds: number;
}

/** Runs the jobs that are due and that no other process has; gives those that ran. Problems: those of the store. */
export async function runDueJobs(
  context: ServerContext,
  jobs: readonly Job[],
): Promise<Result<readonly JobRun[], Problem>> {
  const runs: JobRun[] = [];
  for (const job of jobs) {
    const run = await runIfDue(context, job);
    if (!run.ok) return run;
    if (run.value !== null) runs.push(run.value);
  }
  return ok(runs);
}

async function runIfDue(context: ServerContext, job: Job): Promise<Result<JobRun | null, Problem>> {
  const { store, clock } = context;
  const after = (minutes: number): Date => new Date(clock.now().getTime() + minutes * MINUTE_MS);
  const claimed = await store.write((work) => claimJob(work, job.name, after(AGAIN_MINUTES)));
  if (!claimed.ok) return claimed;
  if (claimed.value === null) return ok(null);
  const begun = performance.now();
  const done = await attempt(job, context);
  const milliseconds = Math.round(performance.now() - begun);
  const now = clock.now();
  const state = done.ok
    ? {
        name: job.name,
        dueAt: after(job.everyMinutes).toISOString(),
        doneAt: now.toISOString(),
        rows: done.value,
        problem: null,
      }
    : { ...claimed.value, problem: done.problem.code };
  const kept = await store.write(({ db }) => keepJob(db, state, now));
  if (!kept.ok) return fail(kept.problem);
  return ok({ job: job.name, rows: done.ok ? done.value : 0, problem: state.problem, milliseconds });
}

/** A job that breaks, as on a store that has gone, must not take the server with it. */
async function attempt(job: Job, context: ServerContext): Promise<Result<number, Problem>> {
  try {
    return await job.run(context);
  } catch (error) {
    return fail(
      problemOfDatabase(error) ??
        problem('server.failed', `the job \`${job.name}\` broke`, 'look into the log of the server'),
    );
  }
}

/** Makes those due that are done after every start; `false` where the store does not answer. */
async function beginAnew({ store }: ServerContext, jobs: readonly Job[]): Promise<boolean> {
  const begun = await store.write(async (work) => {
    for (const { name, afterStart } of jobs) if (afterStart === true) await makeDue(work, name);
    return null;
  });
  return begun.ok;
}

/** Looks every minute whether something is due, one look at a time. The end waits for what runs. */
export function startJobs(
  context: ServerContext,
  jobs: readonly Job[],
  schedule: Schedule,
  onRun: (run: JobRun) => void,
): () => Promise<void> {
  let looking: Promise<void> | null = null;
  let isBegun = false;
  const look = async (): Promise<void> => {
    if (!isBegun) isBegun = await beginAnew(context, jobs);
    const ran = await runDueJobs(context, jobs);
    // A store that does not answer is told of by /readyz; the next minute tries again.
    if (ran.ok) for (const run of ran.value) onRun(run);
  };
  const stop = schedule(MINUTE_MS, () => {
    looking ??= look().finally(() => {
      looking = null;
    });
  });
  return async () => {
    stop();
    await looking;
  };
}
