import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { endWhenItGivesUp } from './end-of-engine.ts';
import { lockFolder } from './folder-lock.ts';
import { problemOfDatabase } from './problem-of-database.ts';
import { problemOfFolder } from './problem-of-folder.ts';

export interface EmbeddedEngine {
  readonly engine: PGlite;
  /** Whether it has given up: it must not even be closed then. */
  hasEnded(): boolean;
  /** Says that what is there is complete: from here on nothing of it is ever thrown away. */
  confirm(): Promise<void>;
  /** After the engine itself was closed. */
  release(): Promise<void>;
}

/** Written while the database is made for the first time; nobody has been told that anything in it is kept. */
const UNFINISHED = 'unfinished';
/** Written when the content has moved to another store. */
export const MOVED = 'moved.json';

/**
 * Opens the embedded database of a folder and holds the folder until it is released.
 * Problems: `store.busy`, `store.moved`, `store.damaged`, `store.full`, `store.read-only`, `store.unavailable`.
 */
export async function openEmbedded(folder: string, now: Date): Promise<Result<EmbeddedEngine, Problem>> {
  const locked = await lockFolder(folder, now);
  if (!locked.ok) return locked;
  const give = async (why: Problem): Promise<Result<never, Problem>> => {
    await locked.value.release();
    return fail(why);
  };
  try {
    const moved = await readMoved(folder);
    if (moved !== null) return give(moved);
    const data = join(folder, 'database');
    const unfinished = join(folder, UNFINISHED);
    if (await exists(unfinished)) await rm(data, { recursive: true, force: true });
    if (!(await exists(join(data, 'PG_VERSION')))) {
      await (await open(unfinished, 'w', 0o600)).close();
      await rm(data, { recursive: true, force: true });
    }
    await mkdir(data, { recursive: true, mode: 0o700 });
    const started = await start(data);
    if (!started.ok) return give(started.problem);
    return ok({
      ...started.value,
      confirm: () => rm(unfinished, { force: true }),
      release: () => locked.value.release(),
    });
  } catch (error) {
    return give(problemOfFolder(error, folder));
  }
}

/** Whether a folder holds a store that was made in full: opening one that does not would make a new one. */
export const holdsStore = async (folder: string): Promise<boolean> =>
  (await exists(join(folder, 'database', 'PG_VERSION'))) && !(await exists(join(folder, UNFINISHED)));

async function start(data: string): Promise<Result<Pick<EmbeddedEngine, 'engine' | 'hasEnded'>, Problem>> {
  const { PGlite } = await import('@electric-sql/pglite');
  const { DurableFiles } = await import('./durable-files.ts');
  let said: string[] = [];
  const keep = (line: string): true => {
    said = [...said.slice(-20), line];
    return true;
  };
  try {
    const engine = await PGlite.create({
      fs: new DurableFiles(data),
      // Without `-F`, which would turn fsync off, and by the one call that the file layer passes on.
      startParams: [
        ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
        ...['wal_sync_method=fsync', 'shared_buffers=16MB', 'TimeZone=UTC'].flatMap((one) => ['-c', one]),
      ],
      onStdout: keep,
      onStderr: keep,
    });
    const panic = () => said.filter((line) => /PANIC|FATAL/.test(line)).join('\n');
    return ok({ engine, ...endWhenItGivesUp(engine, panic) });
  } catch (error) {
    const known = problemOfDatabase(error) ?? problemOfDatabase({ message: said.join('\n') });
    return fail(
      known ??
        (await whyNoRoom(data)) ??
        problem(
          'store.damaged',
          `the database in \`${data}\` does not start`,
          'restore the latest backup into a new folder, and keep this one to look into',
        ),
    );
  }
}

/** The engine writes its log in files of 16 MB. */
const ROOM = 20 * 1024 * 1024;

/**
 * On a full disk the engine may only say that it gives up: its file layer takes a part that was written for the whole.
 * So a failed start tries the disk itself.
 */
async function whyNoRoom(data: string): Promise<Problem | null> {
  const probe = join(data, 'probe');
  try {
    await writeFile(probe, Buffer.alloc(ROOM, 1), { mode: 0o600 });
    return null;
  } catch (error) {
    return problemOfFolder(error, data);
  } finally {
    await rm(probe, { force: true });
  }
}

async function readMoved(folder: string): Promise<Problem | null> {
  try {
    const { to, at } = JSON.parse(await readFile(join(folder, MOVED), 'utf8')) as { to: string; at: string };
    return problem(
      'store.moved',
      `the content of \`${folder}\` moved to ${to} on ${at}`,
      `open it there, or remove \`${join(folder, MOVED)}\` to go back to what it was then`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const exists = async (path: string): Promise<boolean> => {
  try {
    await (await open(path, 'r')).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
};
