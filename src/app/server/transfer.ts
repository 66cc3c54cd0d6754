import type { Problem } from '../../kernel/problem.ts';
import type { Result } from '../../kernel/result.ts';
import { openStore } from '../../stores/sql/open-store.ts';
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

/** Writes all that a store holds into one file. Problems: those of the store, `backup.*`. */
export async function backUp(
  from: StoreLocation,
  file: string,
  onProgress: Progress,
): Promise<Result<Carried, Problem>> {
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

/** Carries a store to another place; the old one does not open any more. Problems: those of the store, `backup.*`. */
export const moveStore = (
  from: StoreLocation,
  to: StoreLocation,
  onProgress: Progress,
): Promise<Result<Carried, Problem>> =>
  move(from, to, { nextEntry: chainEntries, prepare: prepareSignIn, at: new Date(), onProgress });
