import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { holdsStore } from '../../stores/sql/holds-store.ts';
import { openStore, placeOf } from '../../stores/sql/open-store.ts';
import type { StoreLocation } from '../../stores/sql/store.ts';
import { backup, restore } from '../../stores/sql/transfer/backup.ts';
import { move } from '../../stores/sql/transfer/move.ts';
import { chainEntries } from './open-server.ts';
import { prepareSignIn } from './sign-in/create-sign-in.ts';

type Progress = (says: string) => void;

/** What was carried. */
export interface Carried {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Writes all that a store holds into one file. Problems: `store.none`, those of the store, `backup.*`. */
export async function backUp(
  from: StoreLocation,
  file: string,
  onProgress: Progress,
): Promise<Result<Carried, Problem>> {
  const nothing = await whyNothing(from);
  if (nothing !== null) return fail(nothing);
  const opened = await openStore(from, { nextEntry: chainEntries, onProgress });
  if (!opened.ok) return opened;
  try {
    return await backup(opened.value, file, new Date());
  } finally {
    await opened.value.close();
  }
}

/** Makes a store from a backup, in a place where nothing is yet. Problems: those of the store, `backup.*`. */
export const bringBack = (
  file: string,
  to: StoreLocation,
  onProgress: Progress,
): Promise<Result<Carried, Problem>> =>
  restore(file, to, { nextEntry: chainEntries, prepare: prepareSignIn, onProgress });

/** Carries a store to another place; the old one does not open any more. Problems: `store.none`, those of the store, `backup.*`. */
export async function moveStore(
  from: StoreLocation,
  to: StoreLocation,
  onProgress: Progress,
): Promise<Result<Carried, Problem>> {
  const nothing = await whyNothing(from);
  if (nothing !== null) return fail(nothing);
  return move(from, to, { nextEntry: chainEntries, prepare: prepareSignIn, at: new Date(), onProgress });
}

/** Opening a place makes a store in it: whoever mistypes one must not be told that all of nothing was saved. */
async function whyNothing(from: StoreLocation): Promise<Problem | null> {
  const holds = await holdsStore(from);
  if (!holds.ok) return holds.problem;
  if (holds.value) return null;
  return problem(
    'store.none',
    `there is no store in \`${placeOf(from)}\``,
    'folder' in from ? 'name its folder with --data' : 'name its database with DATABASE_URL',
  );
}
