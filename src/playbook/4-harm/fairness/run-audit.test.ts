import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Warehouse } from '../../../kernel/ports/warehouse.ts';
import { quoteIdentifier } from '../../../kernel/quote-identifier.ts';
import { openDuckDb } from '../../../stores/warehouse/duckdb.ts';
import type { AuditReport } from './report.ts';
import { runAudit } from './run-audit.ts';
import type { AuditSpec } from './spec.ts';

const repeat = (rows: ReadonlyArray<readonly [row: string, times: number]>): string =>
  rows.map(([row, times]) => `${row}\n`.repeat(times)).join('');
const PLAIN = `sex,decision\n${repeat([
  ['f,1', 200],
  ['f,0', 800],
  ['m,1', 400],
  ['m,0', 600],
])}`;

const FILES: Record<string, string> = {
  'plain.csv': PLAIN,
  'semicolon.csv': PLAIN.replaceAll(',', ';'),
  'cut.csv': `${PLAIN}f`,
  'ragged.csv': `sex,decision\nf,1\nm,0,3\nf,0\n`,
  'unquoted.csv': `sex,decision\nf,1\n"m,0\nf,0\n`,
  'empty.csv': '',
  'windows.csv': `\uFEFF${PLAIN.replaceAll('\n', '\r\n')}\r\n`,
  'same-name.csv': 'sex,Sex,decision\nf,g,1\n',
  'open-header.csv': 'sex,"decision\nf,1\n',
  'header.csv': 'sex,decision\n',
  'codes.csv': 'sex,decision\n01,1\n1,0\n1.0,1\n NA ,0\nNULL,1\n,1\n"",0\n',
  'hostile.csv': `"sex"" FROM x; DROP TABLE y; --",decision\n${repeat([
    ['f,1', 2],
    ['f,0', 8],
    ['m,1', 4],
  ])}`,
  'comment.csv': '#note,decision\n#a,1\n#b,0\n',
  'scores.csv': `sex,decision,label,score,weight,days,id\n${Array.from({ length: 4000 }, (_, i) => `${i % 3 ? 'm' : 'f'},${i % 7 > 3 ? 1 : 0},${i % 11 > 4 ? 1 : 0},${((i * 7919) % 100_003) / 100_003},${1 + (i % 2)},${i % 13},${i}`).join('\n')}\n`,
  'text-score.csv': 'sex,decision,score\nf,1,0.5\nm,0,high\n',
  'negative.csv': 'sex,decision,weight\nf,1,2\nm,0,-1\n',
  'twice.csv': `sex,decision,id\n${repeat([
    ['f,1,7', 2],
    ['m,0,8', 1],
  ])}`,
  'rules.csv': `sex,decision,debtors,lapsed\n${repeat([
    ['f,1,0,0', 500],
    ['f,0,1,0', 300],
    ['f,0,1,1', 200],
    ['m,1,0,0', 900],
    ['m,0,0,1', 100],
  ])}`,
  'apart.csv': `key,decision\n${Array.from({ length: 3000 }, (_, i) => `${i},${i % 5 === 0 ? 1 : 0}`).join('\n')}\n`,
  'vault.csv': `key,sex\n${Array.from({ length: 2990 }, (_, i) => `${i},${i % 2 ? 'f' : 'm'}`).join('\n')}\n`,
  'alone.csv': 'key,decision\n7,1\n',
  'singled-out.csv': `key,decision\n${Array.from({ length: 400 }, (_, i) => `${i},${i === 7 ? 1 : 0}`).join('\n')}\n`,
  'scored.csv': `key,decision,score,label\n${Array.from({ length: 400 }, (_, i) => `${i},${i % 4 < 2 ? 1 : 0},${i === 7 ? 1 : 0},${i === 7 ? 1 : 0}`).join('\n')}\n`,
  'heavy.csv': `key,decision,weight\n${Array.from({ length: 30 }, (_, i) => `${i},${i === 7 ? 1 : 0},100`).join('\n')}\n`,
  'vault-twice.csv': 'key,sex\n1,f\n1,m\n',
};

let folder: string;
let warehouse: Warehouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scruple-audit-'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
  const opened = await openDuckDb({ allowedPaths: [folder], queryTimeoutMs: 20_000 });
  if (!opened.ok) throw new Error(opened.problem.message);
  warehouse = opened.value;
});
afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

const file = (name: string) => ({ kind: 'file', path: join(folder, name), format: 'csv' }) as const;
const attempt = (name: string, more: Partial<AuditSpec> = {}) =>
  runAudit(warehouse, { source: file(name), groups: ['sex'], decision: 'decision', ...more });
async function run(name: string, more: Partial<AuditSpec> = {}): Promise<AuditReport> {
  const result = await attempt(name, more);
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
}
async function problemOf(name: string, more: Partial<AuditSpec> = {}) {
  const result = await attempt(name, more);
  return result.ok ? null : result.problem;
}

describe('an audit of a file', () => {
  it('counts, compares and judges', async () => {
    const report = await run('plain.csv');
    expect(report).toMatchObject({
      schema: 'scruple.audit/1',
      rows: 2000,
      verdict: 'review',
      comparisons: [{ by: { sex: 'f' }, reference: { sex: 'm' }, ratio: 0.5, shortfall: 200 }],
      source: { kind: 'file', caution: 'sample chosen by the owner' },
      problems: [],
    });
    expect((await run('windows.csv')).groups).toEqual(report.groups);
    expect(await run('semicolon.csv')).toEqual({
      ...report,
      source: { ...report.source, name: join(folder, 'semicolon.csv') },
    });
  });
  it('is written as JSON with every key of the contract', async () => {
    const keys = Object.keys(JSON.parse(JSON.stringify(await run('plain.csv'))));
    for (const key of [
      'schema',
      'rows',
      'verdict',
      'groups',
      'comparisons',
      'metrics',
      'conditional',
      'source',
      'problems',
    ])
      expect(keys).toContain(key);
  });
  it('reads values as they stand, and an empty cell as null', async () => {
    const { groups } = await run('codes.csv');
    expect(groups.map(({ by, n }) => [by.sex, n])).toEqual([
      [' NA ', 1],
      ['01', 1],
      ['1', 1],
      ['1.0', 1],
      ['NULL', 1],
      [null, 2],
    ]);
    expect((await run('comment.csv', { groups: ['#note'] })).groups.map(({ by }) => by['#note'])).toEqual([
      '#a',
      '#b',
    ]);
  });
  it('takes a hostile column name as a name', async () => {
    const name = 'sex" FROM x; DROP TABLE y; --';
    const { groups } = await run('hostile.csv', { groups: [name] });
    expect(groups.map(({ by, selectionRate }) => [by[name], selectionRate])).toEqual([
      ['f', 0.2],
      ['m', 1],
    ]);
  });
  it('takes any column name as a name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .string({ minLength: 1, maxLength: 12 })
          .filter((name) => !name.includes('\0') && name.toLowerCase() !== 'decision'),
        async (name) => {
          const sql = `SELECT 'f' AS ${quoteIdentifier(name)}, '1' AS decision`;
          const result = await runAudit(warehouse, {
            source: { kind: 'query', sql },
            groups: [name],
            decision: 'decision',
          });
          expect(result).toMatchObject({ ok: true, value: { groups: [{ by: { [name]: 'f' }, n: 1 }] } });
        },
      ),
      { numRuns: 40 },
    );
  });
  it('answers alike over a table, a query and a file', async () => {
    const { source: _, ...over } = await run('plain.csv');
    const sql = `SELECT * FROM read_csv('${join(folder, 'plain.csv')}', all_varchar = true)`;
    const { source, ...asked } = await run('plain.csv', {
      source: { kind: 'query', sql, from: 'gate log', window: 'November' },
    });
    expect(asked).toEqual(over);
    expect(source).toEqual({
      kind: 'query',
      name: 'gate log',
      window: 'November',
      caution: null,
      countsHash: _.countsHash,
    });
  });
});

describe('scores, rules, outcomes, proxies', () => {
  const scored = { label: 'label', score: 'score' };
  it('the median is exact though scores come in bins', async () => {
    const report = await run('scores.csv', scored);
    const values = Array.from({ length: 4000 }, (_, i) => ((i * 7919) % 100_003) / 100_003).sort(
      (a, b) => a - b,
    );
    const median = (values[1999]! + values[2000]!) / 2;
    expect(report.scores?.median).toBeCloseTo(median, 15);
    for (const group of report.groups) {
      const own = Array.from({ length: 4000 }, (_, i) => i).filter(
        (i) => (i % 3 ? 'm' : 'f') === group.by.sex,
      );
      const score = (i: number) => ((i * 7919) % 100_003) / 100_003;
      expect(group.scoringRate).toBe(own.filter((i) => score(i) > median).length / own.length);
      expect(group.meanScore).toBeCloseTo(own.reduce((sum, i) => sum + score(i), 0) / own.length, 11);
    }
    expect(report.metrics.map(({ metric }) => metric)).toEqual([
      'truePositiveRate',
      'falsePositiveRate',
      'falseNegativeRate',
      'accuracy',
      'precision',
      'scoringRate',
    ]);
  });
  it('weights, outcomes and identities are read in the same way', async () => {
    const report = await run('scores.csv', { weight: 'weight', outcomes: ['days'], id: 'id' });
    expect(report.people).toBe(6000);
    expect(report.problems).toEqual([]);
    expect(report.outcomes[0]?.groups[0]).toMatchObject({ by: { sex: 'f' }, n: 2001 });
    expect(report.notes).toEqual([]);
  });
  it('rules show who would be restored', async () => {
    const report = await run('rules.csv', { rules: ['debtors', 'lapsed'] });
    const [f] = report.rules!.groups;
    expect(f?.rules.map(({ rule, restored }) => [rule, restored.everyone])).toEqual([
      ['debtors', 300],
      ['lapsed', 100],
    ]);
    expect(f?.rules[0]?.shapley).toBeCloseTo(0.3 + 0.1, 12);
    expect(f?.rules[1]?.shapley).toBeCloseTo(0.1 - 0.1, 12);
    expect(report.rules!.alternatives[0]).toMatchObject({ dropped: [], restored: 0 });
  });
  it('proxies are measured on counts', async () => {
    const report = await run('rules.csv', { proxies: ['debtors', 'lapsed'] });
    expect(report.proxies?.single[0]).toMatchObject({ inputs: ['debtors'], value: 'f' });
    expect(report.proxies?.single[0]?.auc).toBeCloseTo(0.75, 2);
  });
});

describe('the vault', () => {
  const record = { ground: 'consent', source: 'survey', collectedOn: '2026-03-01', retention: 'P1Y' };
  const vault = (name: string, records = { sex: record }) => ({ source: file(name), key: 'key', records });
  it('is joined by pseudonym, and only counts come out', async () => {
    const report = await run('apart.csv', { vault: vault('vault.csv') });
    expect(report.groups.map(({ by, n }) => [by.sex, n])).toEqual([
      ['f', 1495],
      ['m', 1495],
      [null, 10],
    ]);
    expect(report.method.minimumCell).toBe(10);
    expect(report.comparisons.find(({ by }) => by.sex === 'm')?.bounds?.low).toBeGreaterThan(0.9);
    expect(JSON.stringify(report)).not.toMatch(/"2989"|"key"/);
  });
  it('does not answer what was made up to ask about one person', async () => {
    const ask = (name: string, more: Partial<AuditSpec> = {}) =>
      run(name, { vault: vault('vault.csv'), ...more });
    // One person alone; one person singled out by the decision, by a score, or by a stratum.
    expect(await ask('alone.csv')).toMatchObject({ groups: [], comparisons: [], reference: null });
    const decided = await ask('singled-out.csv');
    expect(
      decided.groups
        .filter(({ by }) => by.sex !== null)
        .every(({ selectionRate, n }) => selectionRate === null && n === null),
    ).toBe(true);
    const scored = await ask('scored.csv', { score: 'score', outcomes: ['score'], label: 'label' });
    expect(scored).toMatchObject({ scores: null, outcomes: [] });
    expect(scored.groups.every(({ meanScore }) => meanScore === null)).toBe(true);
    expect(scored.groups.map(({ truePositiveRate }) => truePositiveRate)).toEqual([null, null]);
    expect(scored.groups.every(({ selectionRate }) => selectionRate !== null)).toBe(true);
    expect((await ask('scored.csv', { control: ['label'] })).conditional).toBeNull();
    expect((await ask('scored.csv', { rules: ['label'] })).rules).toBeNull();
    const heavy = await ask('heavy.csv', { weight: 'weight' });
    expect(heavy.groups.filter(({ by }) => by.sex !== null).every(({ n }) => n === null)).toBe(true);
  });
  it('is not read without a ground, or with a person in it twice', async () => {
    const lacking = { sex: { ...record, ground: ' ' } };
    expect(await problemOf('apart.csv', { vault: vault('vault.csv', lacking) })).toMatchObject({
      code: 'audit.ground-missing',
      message: 'the vault records no ground for `sex`',
    });
    expect((await problemOf('apart.csv', { vault: vault('vault-twice.csv') }))?.code).toBe(
      'audit.duplicate-id',
    );
  });
});

describe('bad input', () => {
  it.each<[string, string, Partial<AuditSpec>, string, RegExp]>([
    ['a file cut in the middle', 'cut.csv', {}, 'audit.unreadable', /CSV Error on Line: 2002/],
    ['a ragged file', 'ragged.csv', {}, 'audit.unreadable', /CSV Error on Line: 3/],
    ['a quote that never closes', 'unquoted.csv', {}, 'audit.unreadable', /CSV Error on Line: 3/],
    ['an empty file', 'empty.csv', {}, 'audit.unreadable', /the file is empty/],
    ['a name that stands twice', 'same-name.csv', {}, 'audit.unreadable', /`sex` more than once/],
    [
      'a header whose quote stays open',
      'open-header.csv',
      {},
      'audit.unreadable',
      /header line never closes/,
    ],
    ['a header alone', 'header.csv', {}, 'audit.no-decisions', /no row holds a decision/],
    ['no such file', 'nowhere.csv', {}, 'fact.not-allowed', /./],
    [
      'no such column',
      'plain.csv',
      { groups: ['sexe'] },
      'audit.unknown-column',
      /there are `sex`, `decision`/,
    ],
    ['no such label', 'plain.csv', { label: 'repaid' }, 'audit.unknown-column', /`repaid`/],
    ['no group named', 'plain.csv', { groups: [] }, 'usage.invalid', /no attribute/],
    ['a score that is no number', 'text-score.csv', { score: 'score' }, 'audit.unreadable', /high/],
    ['a negative weight', 'negative.csv', { weight: 'weight' }, 'audit.invalid-weight', /negative/],
    ['a rule of many values', 'rules.csv', { rules: ['sex'] }, 'usage.invalid', /seen: `f`, `m`/],
    [
      'an unknown favourable value',
      'plain.csv',
      { favourable: 'yes please' },
      'usage.invalid',
      /seen: `0`, `1`/,
    ],
    [
      'scores as strata',
      'scores.csv',
      { groups: ['id'], control: ['score'], decision: 'decision', reference: 'q' },
      'usage.invalid',
      /no group is called/,
    ],
  ])('%s', async (_, name, more, code, message) => {
    const found = await problemOf(name, more);
    expect(found).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(found?.hint).toMatch(/^[a-z]/);
  });
  it('counts people twice in plain sight', async () => {
    const report = await run('twice.csv', { id: 'id' });
    expect(report.problems).toMatchObject([
      { code: 'audit.duplicate-id', message: '1 rows repeat an `id`, so people count more than once' },
    ]);
    expect(report.verdict).toBe('insufficient');
  });
  it('ends when it is called off', async () => {
    const result = await runAudit(
      warehouse,
      { source: file('plain.csv'), groups: ['sex'], decision: 'decision' },
      { signal: AbortSignal.abort() },
    );
    expect(result.ok).toBe(false);
  });
});
