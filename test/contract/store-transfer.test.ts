import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/stores/sql/open-store.ts';
import type { Store, StoreLocation } from '../../src/stores/sql/store.ts';
import { backup, restore } from '../../src/stores/sql/transfer/backup.ts';
import { NOT_CARRIED } from '../../src/stores/sql/transfer/backup-format.ts';
import { move } from '../../src/stores/sql/transfer/move.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { codeOf, ENGINES, must, nextEntry, open } from './store-engines.ts';
import { entry, fill, samplePerson } from './store-samples.ts';

sayWithoutPostgres('backups and moves between the engines');

const AT = new Date('2026-11-20T09:00:00Z');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scruple-backup-'));
  for (const engine of ENGINES) await engine.start();
});
afterAll(async () => {
  for (const engine of ENGINES) await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Tables as the sign-in library makes them: names in mixed case, references to one another. */
async function prepare({ plain }: Store): Promise<void> {
  await sql`create table if not exists "user" (id text primary key, "emailVerified" boolean not null, "createdAt" timestamptz not null)`.execute(
    plain,
  );
  await sql`create table if not exists account (id text primary key, "userId" text not null references "user" on delete cascade, scope text)`.execute(
    plain,
  );
}

/** What a new store makes anew: everything that is not carried but where the evidence log stands. */
const MADE_ANEW = NOT_CARRIED.filter((table) => table !== 'evidence_head');

/** Everything that is in a store and goes along, row by row. */
async function contentOf({ plain, schema }: Store): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = ${schema} order by 1`.execute(plain);
  const content = new Map<string, readonly string[]>();
  for (const { name } of tables.filter((one) => !MADE_ANEW.includes(one.name))) {
    const { rows } = await sql<{
      line: string;
    }>`select row_to_json(t)::text as line from ${sql.table(name)} t order by 1`.execute(plain);
    content.set(
      name,
      rows.map(({ line }) => line),
    );
  }
  return content;
}

async function fillStore(store: Store): Promise<void> {
  await prepare(store);
  await sql`insert into "user" values ('u1', true, '2026-01-02T03:04:05.678901Z')`.execute(store.plain);
  await sql`insert into account values ('a1', 'u1', ${'line one\nline two \\ "quoted" 🧭 # '})`.execute(
    store.plain,
  );
  for (let round = 0; round < 30; round += 1) must(await store.write((work) => fill(work, 20)));
  // A manager whose row comes after those who report to them.
  await store.write(async (work) => {
    const manager = await samplePerson(work, { id: 'person_zzz' });
    await samplePerson(work, { id: 'person_aaa', managerId: manager.id });
  });
}

const pairs = ENGINES.flatMap((from) => ENGINES.map((to) => [from, to] as const));

describe.each(pairs.map(([from, to]) => ({ name: `from ${from.name} to ${to.name}`, from, to })))(
  'a backup, $name',
  ({ from, to }) => {
    let file = '';
    let source: StoreLocation;
    let before: ReadonlyMap<string, readonly string[]>;
    beforeAll(async () => {
      source = await from.place();
      file = join(folder, `${from.name}-${to.name}.gz`);
      const store = await open(source);
      await fillStore(store);
      before = await contentOf(store);
      const made = must(await backup(store, file, AT));
      expect(made.evidence.sequence).toBe(600);
      await store.close();
    });

    it('is restored to the last row, and the log goes on from where it was', async () => {
      const target = await to.place();
      const end = must(await restore(file, target, { nextEntry, prepare }));
      expect(end.rows).toMatchObject({ people: 32, uses: 30, findings: 60, evidence_entries: 600, user: 1 });
      const store = await open(target);
      expect(await contentOf(store)).toEqual(before);
      must(await store.write(async (work) => work.record(entry('after'))));
      await store.close();
    });

    it('is moved too, and an embedded store that was moved opens no more', async () => {
      const target = await to.place();
      must(await move(source, target, { nextEntry, prepare, at: AT }));
      const store = await open(target);
      expect(await contentOf(store)).toEqual(before);
      await store.close();
      const again = await openStore(source, { nextEntry });
      if (from.name === 'embedded') {
        expect(codeOf(again)).toBe('store.moved');
        expect(JSON.stringify(again)).toContain('2026-11-20');
        expect(JSON.stringify(again)).not.toContain('open-sesame');
      } else if (again.ok) await again.value.close();
    });
  },
);

describe('a backup', () => {
  const engine = ENGINES.at(-1)!;
  let file = '';
  let store: Store;
  beforeAll(async () => {
    file = join(folder, 'one.gz');
    store = await open(await engine.place());
    for (let round = 0; round < 5; round += 1) must(await store.write((work) => fill(work, 4)));
    must(await backup(store, file, AT));
  });
  afterAll(() => store.close());

  it('can be read by its owner alone, is never overwritten, and leaves no part behind', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const bytes = await readFile(file);
    expect(codeOf(await backup(store, file, AT))).toBe('backup.exists');
    expect(await readFile(file)).toEqual(bytes);
    expect(codeOf(await backup(store, join(folder, 'no', 'folder.gz'), AT))).toBe('store.unavailable');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('goes only where nothing is, and a second try after a failed one succeeds', async () => {
    const target = await engine.place();
    const full = await open(target);
    must(await full.write((work) => fill(work)));
    await full.close();
    expect(codeOf(await restore(file, target, { nextEntry }))).toBe('store.not-empty');
    const fresh = await engine.place();
    expect(codeOf(await restore(await changed((text) => text.slice(0, -200)), fresh, { nextEntry }))).toBe(
      'backup.unreadable',
    );
    must(await restore(file, fresh, { nextEntry }));
  });

  let changes = 0;
  /** The backup with other lines; `isSigned` makes the sum fit again. */
  async function changed(change: (text: string) => string, isSigned = false): Promise<string> {
    const text = change(gunzipSync(await readFile(file)).toString('utf8'));
    const lines = text.trimEnd().split('\n');
    const body = `${lines.slice(0, -1).join('\n')}\n`;
    const sha256 = createHash('sha256').update(body).digest('hex');
    const last = isSigned
      ? `# ${JSON.stringify({ ...JSON.parse(lines.at(-1)!.slice(2)), sha256 })}`
      : lines.at(-1)!;
    changes += 1;
    const path = join(folder, `changed-${changes}.gz`);
    await writeFile(path, gzipSync(isSigned ? `${body}${last}\n` : text));
    return path;
  }

  const line = /^\{"sequence":7,.*$/m;
  it.each([
    [
      'a byte of a row',
      (text: string) => text.replace('lifecycle@harbor', 'lifecycle@harbos'),
      false,
      'backup.unreadable',
    ],
    [
      'a row too few',
      (text: string) => text.replace(/^\{"id":"winback-.*\n/m, ''),
      false,
      'backup.unreadable',
    ],
    ['a cut end', (text: string) => text.slice(0, text.length >> 1), false, 'backup.unreadable'],
    ['no line', () => '', false, 'backup.unreadable'],
    [
      'another head',
      (text: string) => text.replace('scruple.backup/1', 'scruple.backup/9'),
      true,
      'backup.unreadable',
    ],
    [
      'a table that nobody knows',
      (text: string) => text.replaceAll('"outbox"', '"inbox"'),
      true,
      'backup.unreadable',
    ],
    [
      'a row that fits no table',
      (text: string) => text.replace('"verdict_rank":1', '"verdict_rank":"x"'),
      true,
      'backup.unreadable',
    ],
    [
      'a row too few under a sum that fits',
      (text: string) => text.replace(/^\{"week.*|^\{"version_id.*\n/m, ''),
      true,
      'backup.unverified',
    ],
    [
      'an edited entry under a sum that fits',
      (text: string) => text.replace(line, (entryLine) => entryLine.replace('"version\\":', '"version\\":1')),
      true,
      'backup.unverified',
    ],
    [
      'a lost entry under a sum that fits',
      (text: string) => text.replace(line, '').replace('\n\n', '\n'),
      true,
      'backup.unverified',
    ],
    [
      'a newer schema',
      (text: string) => text.replace('"steps":[', '"steps":["sha256:x",'),
      true,
      'store.newer',
    ],
  ])('with %s is refused, and nothing of it is kept', async (_, change, isSigned, code) => {
    const target = await engine.place();
    const path = await changed(change, isSigned);
    expect(gunzipSync(await readFile(path)).equals(gunzipSync(await readFile(file)))).toBe(false);
    expect(codeOf(await restore(path, target, { nextEntry }))).toBe(code);
    const left = await open(target);
    const content = await contentOf(left);
    await left.close();
    for (const [table, rows] of content) expect(rows, table).toHaveLength(table === 'evidence_head' ? 1 : 0);
  });

  it('that is no file of ours is a problem', async () => {
    const target = await engine.place();
    const text = join(folder, 'text.txt');
    await writeFile(text, 'hello');
    const cut = join(folder, 'cut.gz');
    await writeFile(cut, (await readFile(file)).subarray(0, 500));
    for (const path of [text, cut, join(folder, 'none.gz'), folder])
      expect(codeOf(await restore(path, target, { nextEntry })), path).toBe('backup.unreadable');
  });
});

it('a backup of an earlier version is restored and brought forward', async () => {
  const engine = ENGINES.at(-1)!;
  const old = await open(await engine.place(), { until: 11 });
  await sql`insert into people (id, name, email, roles, created_at, changed_at)
    values ('person_1', 'Ada', 'ada@harbor.example', '{auditor}', now(), now())`.execute(old.plain);
  const file = join(folder, 'old.gz');
  must(await backup(old, file, AT));
  await old.close();
  const target = await engine.place();
  must(await restore(file, target, { nextEntry }));
  const store = await open(target);
  const { rows } = await sql`select id, ends_at from people`.execute(store.plain);
  expect(rows).toEqual([{ id: 'person_1', ends_at: null }]);
  await store.close();
});
