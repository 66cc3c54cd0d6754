import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NextEntry } from '../../src/kernel/ports/evidence-log.ts';
import { type NewEntry, nextEntry as nextOfDomain } from '../../src/playbook/5-oversight/evidence/entry.ts';
import { type OpeningOptions, openStore } from '../../src/stores/sql/open-store.ts';
import type { Store, StoreLocation } from '../../src/stores/sql/store.ts';
import { emptyDatabase, hasPostgres, type PostgresServer, startPostgres } from '../harness/postgres.ts';

export const nextEntry: NextEntry = (end, draft) =>
  nextOfDomain(end as Parameters<typeof nextOfDomain>[0], draft as unknown as NewEntry);

/** One of the two engines, and places for stores on it that nothing is in yet. */
export interface Engine {
  readonly name: 'embedded' | 'postgres';
  start(): Promise<void>;
  place(): Promise<StoreLocation>;
  stop(): Promise<void>;
}

export const ENGINES: readonly Engine[] = [embedded(), ...(hasPostgres ? [postgres()] : [])];

export async function open(location: StoreLocation, options: Partial<OpeningOptions> = {}): Promise<Store> {
  const opened = await openStore(location, { nextEntry, ...options });
  if (!opened.ok) throw new Error(`${opened.problem.code}: ${opened.problem.message}`);
  return opened.value;
}

/** The code of a problem; undefined where there is none. */
export const codeOf = (result: { readonly ok: boolean; readonly problem?: { readonly code: string } }) =>
  result.ok ? undefined : result.problem?.code;

/** The value of a result, or the problem as an error. */
export function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

export function embedded(): Engine {
  const folders: string[] = [];
  return {
    name: 'embedded',
    start: async () => {},
    async place() {
      const folder = await mkdtemp(join(tmpdir(), 'scruple-store-'));
      folders.push(folder);
      return { folder };
    },
    async stop() {
      for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
    },
  };
}

export function postgres(): Engine {
  let server: PostgresServer;
  return {
    name: 'postgres',
    async start() {
      server = await startPostgres();
    },
    place: async () => ({ databaseUrl: await emptyDatabase(server) }),
    stop: () => server.stop(),
  };
}
