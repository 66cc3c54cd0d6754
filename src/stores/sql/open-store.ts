import { PostgresDialect, sql } from 'kysely';
import type { Problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type GuardedDatabase, guarded } from './engine/guarded.ts';
import { openEmbedded } from './engine/open-embedded.ts';
import { openPool } from './engine/open-pool.ts';
import { pgliteDialect } from './engine/pglite-driver.ts';
import { roomWatch } from './engine/room-watch.ts';
import { migrate } from './migrate.ts';
import { runRead, runWrite } from './run-work.ts';
import type { Store, StoreLocation, StoreOptions } from './store.ts';

/** Where the tables stand in a database. */
export const SCHEMA = 'scruple';
const HOUR_MS = 3_600_000;

/** Further ways to open a store, for restores and for tests of old stores. */
export interface OpeningOptions extends StoreOptions {
  /** Stops the migration at this step. */
  readonly until?: number;
}

/**
 * Opens the store in a folder (embedded, held by this process alone) or on a PostgreSQL server, and brings its schema
 * forward.
 * Problems: `store.busy`, `store.moved`, `store.damaged`, `store.newer`, `store.half-migrated`, `store.full`,
 * `store.read-only`, `store.unavailable`, `store.contended`.
 */
export async function openStore(
  location: StoreLocation,
  options: OpeningOptions,
): Promise<Result<Store, Problem>> {
  const clock = options.clock ?? { now: () => new Date() };
  const connected = await connect(location, clock.now(), options);
  if (!connected.ok) return connected;
  const { guardedDatabase, migrating, confirm, release, roomFor, ...described } = connected.value;
  const { database, plain } = guardedDatabase;
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= Promise.all([guardedDatabase.destroy(), migrating.destroy()]).then(release, release);
    return closing;
  };
  try {
    const unfit = await migrate(migrating.plain, {
      schema: described.schema,
      at: clock.now(),
      ...(options.until === undefined ? {} : { until: options.until }),
      onStep: ({ number, name }) => options.onProgress?.(`schema: step ${number}, ${name}`),
    });
    if (unfit !== null) {
      await close();
      return fail(unfit);
    }
    if (migrating !== guardedDatabase) await migrating.destroy();
    await confirm();
  } catch (error) {
    await close();
    throw error;
  }
  const how = { clock, nextEntry: options.nextEntry };
  return ok({
    ...described,
    plain,
    read: (work) => runRead(database, work),
    write: async (work, { isolation = 'read committed' } = {}) => {
      const full = await roomFor();
      return full === null ? runWrite(database, work, { ...how, isolation }) : fail(full);
    },
    ping: () =>
      runRead(database, async (db) => {
        await sql`select 1`.execute(db);
        return null;
      }),
    maintain: () =>
      runRead(database, async (db) => {
        if (described.engine === 'embedded') await sql`vacuum (analyze)`.execute(db);
        return null;
      }),
    close,
  });
}

interface Connected {
  readonly engine: Store['engine'];
  readonly place: string;
  readonly schema: string;
  readonly guardedDatabase: GuardedDatabase;
  /** Without the limits of requests: a step over many rows may take its time. */
  readonly migrating: GuardedDatabase;
  /** What forbids to write now; `null` where there is room, or the server itself says. */
  roomFor(): Promise<Problem | null>;
  confirm(): Promise<void>;
  release(): Promise<void>;
}

async function connect(
  location: StoreLocation,
  now: Date,
  options: StoreOptions,
): Promise<Result<Connected, Problem>> {
  if ('folder' in location) {
    options.onProgress?.('starting the embedded database');
    const opened = await openEmbedded(location.folder, now);
    if (!opened.ok) return opened;
    const { engine, hasEnded, confirm, release } = opened.value;
    const guardedDatabase = guarded(pgliteDialect(engine, hasEnded));
    await sql`select set_config('search_path', ${SCHEMA}, false)`.execute(guardedDatabase.plain);
    return ok({
      engine: 'embedded',
      place: placeOf(location),
      schema: SCHEMA,
      guardedDatabase,
      migrating: guardedDatabase,
      roomFor: roomWatch(location.folder),
      confirm,
      release,
    });
  }
  const schema = location.schema ?? SCHEMA;
  options.onProgress?.('connecting to PostgreSQL');
  const statementTimeoutMs = options.statementTimeoutMs ?? 15_000;
  const open = (maximumConnections: number, answerTimeoutMs: number) =>
    openPool({
      databaseUrl: location.databaseUrl,
      schema,
      maximumConnections,
      statementTimeoutMs,
      answerTimeoutMs,
    });
  const migrating = await open(1, HOUR_MS);
  if (!migrating.ok) return migrating;
  // Soon after the time in which the server itself ends a statement.
  const pool = await open(options.maximumConnections ?? 10, statementTimeoutMs + 2_000);
  if (!pool.ok) {
    await migrating.value.end();
    return pool;
  }
  return ok({
    engine: 'postgres',
    place: placeOf(location),
    schema,
    guardedDatabase: guarded(new PostgresDialect({ pool: pool.value })),
    migrating: guarded(new PostgresDialect({ pool: migrating.value })),
    roomFor: async () => null,
    confirm: async () => {},
    release: async () => {},
  });
}

/** Where a store is, without the role and its secret. */
export function placeOf(location: StoreLocation): string {
  if ('folder' in location) return location.folder;
  const { hostname, port, pathname } = URL.canParse(location.databaseUrl)
    ? new URL(location.databaseUrl)
    : { hostname: 'a server', port: '', pathname: '' };
  return `PostgreSQL on ${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}
