import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { KEPT_DAYS } from '../../src/app/server/retention.ts';
import { TestServer } from '../api/harness.ts';
import { scruple } from '../cli/run-scruple.ts';

const root = new URL('../../', import.meta.url);
const page = await readFile(new URL('docs/our-own-processing.md', root), 'utf8');

interface Line {
  readonly about: string;
  readonly kept: string;
}
const lines = new Map<string, Line>(
  [...page.matchAll(/^\| `([a-z_]+)` \| (\w+) \| [^|]+ \| [^|]+ \| ([^|]+) \| [^|]+ \|$/gm)].map(
    ([, table, about, kept]) => [table!, { about: about!, kept: kept! }],
  ),
);

describe('docs/our-own-processing.md', () => {
  let server: TestServer;
  const columns = new Map<string, Set<string>>();
  beforeAll(async () => {
    server = await TestServer.start();
    const found = await server.context.store.read((db) =>
      sql<{ table: string; column: string }>`
        select c.table_name as "table", c.column_name as "column"
        from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'`.execute(db),
    );
    if (!found.ok) throw new Error(found.problem.message);
    for (const { table, column } of found.value.rows)
      columns.set(table, (columns.get(table) ?? new Set()).add(column));
  }, 60_000);
  afterAll(() => server.stop());

  it('has a line for every table that the server makes, and for no other', () => {
    expect(columns.size).toBeGreaterThan(25);
    expect([...lines.keys()].sort()).toEqual([...columns.keys()].sort());
  });

  it('has in the data map every table with a person in it, with columns that there are', async () => {
    const map = parse(await readFile(new URL('own/datamap/store.yaml', root), 'utf8')) as {
      datasets: Array<{ dataset: string; retention: string; fields: Array<{ field: string }> }>;
    };
    const about = [...lines].filter(([, line]) => line.about !== 'nobody').map(([table]) => `store.${table}`);
    expect(map.datasets.map(({ dataset }) => dataset).sort()).toEqual(about.sort());
    for (const { dataset, fields } of map.datasets)
      for (const { field } of fields)
        expect([dataset, field, columns.get(dataset.slice('store.'.length))!.has(field)]).toEqual([
          dataset,
          field,
          true,
        ]);
  });

  it('hides no column that leads to a person', () => {
    // The people’s own ids and keys, by what the migrations call them.
    const personal =
      /^(?:.*_by|.*_by_key|by_key|owner|owner_id|person_id|author_id|reviewer_id|assigned_to|email)$/;
    for (const [table, names] of columns) {
      const found = [...names].filter((name) => personal.test(name));
      if (found.length > 0) expect([table, found, lines.get(table)?.about]).toEqual([table, found, 'staff']);
    }
  });

  it.each([
    ['one_time_tokens', KEPT_DAYS.links],
    ['practice_answers', KEPT_DAYS.practice],
    ['outbox', KEPT_DAYS.delivered],
  ])('says of %s what is done: %i days', (table, days) => {
    expect(lines.get(table)!.kept).toMatch(new RegExp(`^${days} days`));
  });
});

describe('the workspace own/', () => {
  it('has the verdict that the page states, for the reasons that it states', async () => {
    const { status, stdout } = await scruple(
      ['check', 'own', '--at', '2026-11-24T12:00:00Z', '--format', 'json'],
      { cwd: new URL('.', root).pathname },
    );
    expect(status).toBe(1);
    const { problems, uses } = JSON.parse(stdout) as {
      problems: unknown[];
      uses: Array<{
        use: string;
        verdict: string;
        findings: Array<{ check: string; gravity: string }>;
        notAssessed: Array<{ check: string; required: boolean }>;
      }>;
    };
    expect(problems).toEqual([]);
    expect(uses.map(({ use, verdict }) => [use, verdict])).toEqual([['scruple-itself', 'review']]);
    const open = [
      ...uses[0]!.findings.map(({ check }) => check),
      ...uses[0]!.notAssessed.map(({ check }) => check),
    ];
    const said = /## The verdict on ourselves([\s\S]*?)\n## /.exec(page)![1]!;
    expect([...new Set(open)].sort()).toEqual(
      [...new Set([...said.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, check]) => check!))].sort(),
    );
  });
});
