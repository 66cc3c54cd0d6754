/**
 * What the store costs: start, evidence beside plain rows, lists over 10,000 uses and 100,000 findings, on both engines.
 * Run: node bench/server/store.ts. Prints each figure beside its goal and writes results/store.json.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { countFindings, listFindings } from '../../src/stores/sql/repositories/findings.ts';
import { listReviews } from '../../src/stores/sql/repositories/reviews.ts';
import { addUse, countUses, listUses } from '../../src/stores/sql/repositories/uses.ts';
import type { Store, Work } from '../../src/stores/sql/store.ts';
import type { Database } from '../../src/stores/sql/tables/index.ts';
import { open } from '../../test/contract/store-engines.ts';
import { emptyDatabase, hasPostgres, startPostgres } from '../../test/harness/postgres.ts';
import { load } from './load.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const USES = 10_000;
const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

/** From the start of the process to an open store, and its memory at the most. */
function start(folder: string): { seconds: number; megabytes: number } {
  const ran = spawnSync(process.execPath, [join(ROOT, 'bench/server/open-once.ts'), folder], {
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as { seconds: number; megabytes: number };
}

function starts(empty: string, loaded: string) {
  const middle = (of: ReturnType<typeof start>[]) => ({
    seconds: round(
      at(
        of.map(({ seconds }) => seconds),
        0.5,
      ),
    ),
    slowest: round(Math.max(...of.map(({ seconds }) => seconds))),
    megabytes: Math.round(
      at(
        of.map(({ megabytes }) => megabytes),
        0.5,
      ),
    ),
  });
  const onEmpty = Array.from({ length: 5 }, (_, index) => start(join(empty, String(index))));
  const onLoaded = Array.from({ length: 5 }, () => start(loaded));
  return {
    emptyFolder: { ...middle(onEmpty), goalSeconds: 8 },
    folderWith10000Uses: { ...middle(onLoaded), goalSeconds: 2 },
  };
}

let made = 0;
const plainRow = async ({ db, at: now }: Work): Promise<void> => {
  made += 1;
  await addUse(db, {
    id: `plain-${made}`,
    workspace: 'bench',
    kind: 'campaign',
    owner: 'bench@harbor.example',
    state: 'draft',
    verdict: 'allow',
    verdictRank: 0,
    createdAt: now,
    changedAt: now,
  });
};
const entryOf = (work: Work): void =>
  work.record({
    subject: 'bench',
    type: 'outcome.counted',
    body: { what: 'complaints', count: 1, of: 1000 },
  });

/** Transactions a second, the two ways in turn, so that both meet the same machine. */
async function appends(store: Store, writers: number) {
  const each = 150;
  const take = async (work: (work: Work) => Promise<void>): Promise<number> => {
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: writers }, async () => {
        for (let count = 0; count < each / writers; count += 1) {
          const written = await store.write(work);
          if (!written.ok) throw new Error(written.problem.message);
        }
      }),
    );
    return each / ((performance.now() - begun) / 1000);
  };
  const plain: number[] = [];
  const logged: number[] = [];
  const batched: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    plain.push(await take(plainRow));
    logged.push(await take(async (work) => entryOf(work)));
    batched.push(
      100 *
        (await take(async (work) => {
          for (let count = 0; count < 100; count += 1) entryOf(work);
        })),
    );
  }
  return {
    writers,
    plainInsertsPerSecond: Math.round(at(plain, 0.5)),
    evidenceAppendsPerSecond: Math.round(at(logged, 0.5)),
    ratio: round(at(logged, 0.5) / at(plain, 0.5)),
    evidenceEntriesPerSecondInHundreds: Math.round(at(batched, 0.5)),
  };
}

async function afterPages(db: Database, pages: number): Promise<string> {
  let after: string | undefined;
  for (let page = 0; page < pages; page += 1)
    after = (await listUses(db, {}, { after, limit: 500 })).next ?? undefined;
  return after!;
}

async function lists(store: Store, goalMs: number) {
  const read = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const done = await store.read(work);
    if (!done.ok) throw new Error(done.problem.message);
    return done.value;
  };
  const deep = await read((db) => afterPages(db, 15));
  const queries: Readonly<Record<string, (db: Database) => Promise<unknown>>> = {
    'uses, last changed': (db) => listUses(db, {}),
    'uses, page 151': (db) => listUses(db, {}, { after: deep }),
    'uses, by verdict': (db) => listUses(db, {}, { sort: 'verdict', direction: 'desc' }),
    'uses, of a person': (db) => listUses(db, { personId: 'person_7' }),
    'uses, part of a name': (db) => listUses(db, { query: '-0999' }),
    'uses, counted': (db) => countUses(db, {}),
    'reviews, queue': (db) => listReviews(db, { states: ['open', 'awaiting-second'] }),
    'reviews, mine to do': (db) => listReviews(db, { states: ['open'], untouchedBy: 'person:x' }),
    'findings of a check, current': (db) => listFindings(db, { checkId: 'check-07', isCurrent: true }),
    'findings, gravest': (db) =>
      listFindings(db, { isCurrent: true }, { sort: 'gravity', direction: 'desc' }),
    'findings of a use': (db) => listFindings(db, { useId: 'campaign-00500' }),
    'findings, counted by check': (db) => countFindings(db, { isCurrent: true }),
  };
  const taken: Record<string, { p50: number; p95: number }> = {};
  for (const [name, query] of Object.entries(queries)) {
    const times: number[] = [];
    for (let run = 0; run < 60; run += 1) {
      const begun = performance.now();
      await read(query);
      times.push(performance.now() - begun);
    }
    taken[name] = { p50: round(at(times, 0.5)), p95: round(at(times, 0.95)) };
  }
  return { goalMs, slowestP95: Math.max(...Object.values(taken).map(({ p95 }) => p95)), milliseconds: taken };
}

const folder = await mkdtemp(join(tmpdir(), 'scruple-bench-'));
const results: Record<string, unknown> = {
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
  node: process.version,
  uses: USES,
  findings: USES * 10,
};
try {
  const loaded = join(folder, 'loaded');
  const embedded = await open({ folder: loaded });
  await load(embedded, USES);
  await embedded.maintain();
  results.embedded = { appends: await appends(embedded, 1), lists: await lists(embedded, 250) };
  await embedded.close();
  results.start = starts(folder, loaded);
  if (hasPostgres) {
    const server = await startPostgres('on');
    const store = await open({ databaseUrl: await emptyDatabase(server) });
    await load(store, USES);
    await sql`vacuum (analyze)`.execute(store.plain);
    results.postgres = {
      appends: [await appends(store, 1), await appends(store, 8)],
      lists: await lists(store, 100),
    };
    await store.close();
    await server.stop();
  } else console.warn('SKIPPED: PostgreSQL was not found');
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(JSON.stringify(results, null, 2));
await writeFile(join(ROOT, 'bench/server/results/store.json'), `${JSON.stringify(results, null, 2)}\n`);
