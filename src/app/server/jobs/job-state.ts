import { sql } from 'kysely';
import { z } from 'zod';
import { findSetting, setSetting } from '../../../stores/sql/repositories/settings.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';

const shape = z.object({
  dueAt: z.string(),
  /** When it ended well for the last time. */
  doneAt: z.string().nullable(),
  rows: z.number().int(),
  /** The code of what went wrong the last time. */
  problem: z.string().nullable(),
});

/** What the store knows of a job. */
export interface JobState extends z.infer<typeof shape> {
  readonly name: string;
}

const settingOf = (name: string): string => `job:${name}`;
/** Any number that nobody else takes; the other half of the lock is made from the name. */
const LOCK = 77_015;

/**
 * Takes a job that is due for this process, and tells the others when to look again. Of several processes on one
 * PostgreSQL one gets it: the lock is held until the new time is kept.
 */
export async function claimJob({ db, at }: Work, name: string, again: Date): Promise<JobState | null> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(${LOCK}, hashtext(${name})) as got`.execute(db);
  if (rows[0]?.got !== true) return null;
  const before = await jobState(db, name);
  if (before !== null && Date.parse(before.dueAt) > at.getTime()) return null;
  const claimed = { doneAt: null, rows: 0, problem: null, ...before, name, dueAt: again.toISOString() };
  await keepJob(db, claimed, at);
  return claimed;
}

/** Lets a job that has run before be done now. */
export async function makeDue({ db, at }: Pick<Work, 'db' | 'at'>, name: string): Promise<void> {
  const before = await jobState(db, name);
  if (before !== null) await keepJob(db, { ...before, dueAt: at.toISOString() }, at);
}

export async function keepJob(db: Database, { name, ...state }: JobState, at: Date): Promise<void> {
  await setSetting(db, settingOf(name), state, null, { personId: null, at });
}

/** `null` where it has never run. */
export async function jobState(db: Database, name: string): Promise<JobState | null> {
  const read = shape.safeParse((await findSetting(db, settingOf(name)))?.value);
  return read.success ? { ...read.data, name } : null;
}

export async function jobStates(db: Database): Promise<readonly JobState[]> {
  const rows = await db
    .selectFrom('settings')
    .select(['name', 'value'])
    .where('name', 'like', settingOf('%'))
    .orderBy('name')
    .execute();
  return rows.flatMap(({ name, value }) => {
    const read = shape.safeParse(value);
    return read.success ? [{ ...read.data, name: name.slice(settingOf('').length) }] : [];
  });
}
