import { statfs } from 'node:fs/promises';
import type { Problem } from '../../../kernel/problem.ts';
import { problemOfDatabase } from './problem-of-database.ts';

/**
 * The engine writes its log in files of 16 MB, and gives up for good where one finds no room. Three of them are left
 * free, so that on a full disk writes are refused, reads go on, and writes go on too once there is room.
 */
const ROOM = 3 * 16 * 1024 * 1024;
const LOOK_EVERY_MS = 1_000;

/** Tells whether a folder has room to write; looks once a second at most. Problems: `store.full`. */
export function roomWatch(folder: string): () => Promise<Problem | null> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let hasRoom = Promise.resolve(true);
  return async () => {
    const now = performance.now();
    if (now - lookedAt > LOOK_EVERY_MS) {
      lookedAt = now;
      hasRoom = statfs(folder).then(
        ({ bavail, bsize }) => bavail * bsize >= ROOM,
        // A system that does not tell leaves it to the engine.
        () => true,
      );
    }
    return (await hasRoom) ? null : problemOfDatabase({ code: 'ENOSPC' });
  };
}
