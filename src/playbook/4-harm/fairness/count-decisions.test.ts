import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreReference } from '../../../check/facts/card.ts';
import { cardFact } from '../../../check/testing/builders.ts';
import type { Warehouse } from '../../../kernel/ports/warehouse.ts';
import { openDuckDb } from '../../../stores/warehouse/duckdb.ts';
import { countDecisions } from './count-decisions.ts';
import type { AuditReport } from './report.ts';

const FILES = {
  'decisions.csv': 'sex,decision,people\nf,yes,20\nf,no,80\nm,yes,40\nm,no,60\n',
  'rows.csv': 'sex,contacted\nf,1\nf,0\nm,1\n,1\n',
  'coded.csv': 'sex,decision\nf,sent\nm,held\n',
  'cut.csv': 'sex,decision\nf,1\nm\n',
  'apart.csv': 'customer_id,decision\n1,1\n2,0\n3,1\n',
  'vault.csv': 'customer_id,sex\n1,f\n2,f\n',
};
let folder: string;
let warehouse: Warehouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scruple-count-'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
  const opened = await openDuckDb({ allowedPaths: [folder], queryTimeoutMs: 20_000 });
  if (!opened.ok) throw new Error(opened.problem.message);
  warehouse = opened.value;
});
afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

const source = (name: string) => ({ kind: 'file', path: join(folder, name), format: 'csv' }) as const;
const count = (score: Partial<ScoreReference>, more: Partial<Parameters<typeof countDecisions>[0]> = {}) =>
  countDecisions({
    card: cardFact({ scores: [{ name: 'propensity', ...score }] }),
    auditGroups: ['sex'],
    open: async (path) => ({ ok: true, value: { warehouse, source: source(path) } }),
    ...more,
  });

describe('counted decisions', () => {
  it('are people by group, rows standing for as many as they say', async () => {
    expect(await count({ decisions: 'decisions.csv' })).toEqual({
      counts: [
        {
          score: 'propensity',
          pointer: '/scores/0',
          source: 'decisions.csv',
          groups: [
            { by: { sex: 'f' }, n: 100, selected: 20 },
            { by: { sex: 'm' }, n: 100, selected: 40 },
          ],
        },
      ],
      uncounted: [],
    });
  });
  it('are rows where nothing else is said, an unknown attribute apart', async () => {
    const { counts } = await count({ decisions: 'rows.csv' });
    expect(counts[0]?.groups.map(({ by, n, selected }) => [by.sex, n, selected])).toEqual([
      ['f', 2, 1],
      ['m', 1, 1],
      [null, 1, 1],
    ]);
  });
  it('come from the audit over a vault as it shows them', async () => {
    const row = { truePositiveRate: null, suppressed: false };
    const report = {
      reference: { sex: 'm' },
      because: [],
      groups: [
        { ...row, by: { sex: 'f' }, n: 50, selected: 20 },
        { ...row, by: { sex: 'm' }, n: 60, selected: 30 },
        { ...row, by: { sex: 'x' }, n: null, selected: null, suppressed: true },
      ],
    } as unknown as AuditReport;
    const asked: unknown[] = [];
    const overVault = async (path: string, question: unknown) => {
      asked.push([path, question]);
      return { ok: true, value: report } as const;
    };
    const { counts } = await count({ decisions: 'apart.csv' }, { overVault });
    expect(counts[0]).toEqual({
      score: 'propensity',
      pointer: '/scores/0',
      source: 'apart.csv',
      groups: [
        { by: { sex: 'f' }, n: 50, selected: 20 },
        { by: { sex: 'm' }, n: 60, selected: 30 },
      ],
      overVault: { hides: true },
    });
    expect(asked).toEqual([
      ['apart.csv', { source: source('apart.csv'), groups: ['sex'], decision: 'decision' }],
    ]);
    const hidden = { ...report, reference: null, because: ['the group to compare with is not shown'] };
    expect(
      await count(
        { decisions: 'apart.csv' },
        { overVault: async () => ({ ok: true, value: hidden }) as const },
      ),
    ).toEqual({
      counts: [],
      uncounted: [{ pointer: '/scores/0', because: 'the group to compare with is not shown' }],
    });
    // Where the file holds the attribute itself, the vault stays closed.
    asked.length = 0;
    await count({ decisions: 'rows.csv' }, { overVault });
    expect(asked).toEqual([]);
  });
  it('are nothing for a score that names no file', async () => {
    expect(await count({})).toEqual({ counts: [], uncounted: [] });
  });
  it.each<[string, string, RegExp]>([
    ['values that nobody can read', 'coded.csv', /favourable one cannot be told; seen: `held`, `sent`/],
    ['a file that is cut', 'cut.csv', /Line: 3/],
    ['a file without the attribute', 'apart.csv', /no column `sex`/],
  ])('say why not: %s', async (_, decisions, because) => {
    expect(await count({ decisions })).toEqual({
      counts: [],
      uncounted: [{ pointer: '/scores/0', because: expect.stringMatching(because) }],
    });
  });
  it('need groups to compare', async () => {
    const { uncounted } = await count({ decisions: 'rows.csv' }, { auditGroups: [] });
    expect(uncounted[0]?.because).toMatch(/audit\.groups/);
  });
});
