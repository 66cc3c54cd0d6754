import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Warehouse } from '../../src/kernel/ports/warehouse.ts';
import { runAudit } from '../../src/playbook/4-harm/fairness/run-audit.ts';
import { openDuckDb } from '../../src/stores/warehouse/duckdb.ts';
import { openPostgres } from '../../src/stores/warehouse/postgres.ts';
import {
  hasPostgres,
  type PostgresServer,
  sayWithoutPostgres,
  startPostgres,
} from '../contract/postgres-server.ts';

interface Frozen {
  readonly n: number;
  readonly mean: number;
  readonly interval: readonly [number, number];
  readonly difference: number;
  readonly differenceInterval: readonly [number, number];
  readonly pValue: number;
  readonly meanScore: number;
}
const KINDS = [
  ['sampling', 'weight'],
  ['frequency', 'people'],
] as const;

describe('weighted means', async () => {
  const frozen = JSON.parse(await readFile(new URL('weighted-means.json', import.meta.url), 'utf8')) as {
    readonly csv: string;
  } & Record<'sampling' | 'frequency', Readonly<Record<string, Frozen>>>;
  const file = join(await mkdtemp(join(tmpdir(), 'scruple-means-')), 'amounts.csv');
  let warehouse: Warehouse;
  sayWithoutPostgres('weighted means over a server');
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    await writeFile(file, frozen.csv);
    const opened = await openDuckDb({ allowedPaths: [file], queryTimeoutMs: 20_000 });
    if (!opened.ok) throw new Error(opened.problem.message);
    warehouse = opened.value;
    if (!hasPostgres) return;
    server = await startPostgres();
    const [, ...rows] = frozen.csv.trim().split('\n');
    await server.run(
      'CREATE TABLE amounts (origin text, decision int, weight numeric, people int, price numeric, score numeric)',
    );
    const cells = (row: string): string =>
      row
        .split(',')
        .map((cell) => (cell === '' ? 'NULL' : `'${cell}'`))
        .join(',');
    await server.run(`INSERT INTO amounts VALUES ${rows.map((row) => `(${cells(row)})`).join(',')}`);
  }, 60_000);
  afterAll(async () => {
    await warehouse.close();
    await rm(join(file, '..'), { recursive: true, force: true });
    await server?.stop();
  });
  const asked = (weight: string, weightKind: 'sampling' | 'frequency') => ({
    groups: ['origin'],
    decision: 'decision',
    weight,
    weightKind,
    outcomes: ['price'],
    score: 'score',
  });

  it.each(KINDS)('are those of statsmodels and pandas, with %s weights', async (kind, weight) => {
    const report = await runAudit(warehouse, {
      source: { kind: 'file', path: file, format: 'csv' },
      ...asked(weight, kind),
    });
    if (!report.ok) throw new Error(report.problem.message);
    const [{ groups } = { groups: [] }] = report.value.outcomes;
    expect(groups).toHaveLength(3);
    for (const [index, row] of groups.entries()) {
      const own = frozen[kind][row.by.origin!]!;
      expect(row.n).toBe(own.n);
      const numbers = (
        from: Pick<Frozen, 'mean' | 'interval' | 'difference' | 'differenceInterval' | 'pValue'>,
      ) => [from.mean, ...from.interval, from.difference, ...from.differenceInterval, from.pValue];
      for (const [place, value] of numbers(row as unknown as Frozen).entries()) {
        const expected = numbers(own)[place]!;
        expect(Math.abs(value - expected) / Math.abs(expected), `${row.by.origin} ${place}`).toBeLessThan(
          1e-9,
        );
      }
      expect(report.value.groups[index]!.meanScore!).toBeCloseTo(own.meanScore, 12);
    }
  });

  it.skipIf(!hasPostgres).each(KINDS)('are the same in PostgreSQL, with %s weights', async (kind, weight) => {
    const opened = await openPostgres({ url: server!.url, queryTimeoutMs: 20_000 });
    if (!opened.ok) throw new Error(opened.problem.message);
    try {
      const [byServer, byFile] = await Promise.all([
        runAudit(opened.value, {
          source: { kind: 'table', name: ['public', 'amounts'] },
          ...asked(weight, kind),
        }),
        runAudit(warehouse, { source: { kind: 'file', path: file, format: 'csv' }, ...asked(weight, kind) }),
      ]);
      if (!byServer.ok || !byFile.ok) throw new Error('the audit failed');
      expect(byServer.value.outcomes).toEqual(byFile.value.outcomes);
      expect(byServer.value.groups).toEqual(byFile.value.groups);
      expect(byServer.value.source.countsHash).toBe(byFile.value.source.countsHash);
    } finally {
      await opened.value.close();
    }
  });
});
