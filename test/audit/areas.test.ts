import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, type Ran, scruple } from '../cli/run-scruple.ts';
import { duckDbFolder } from '../contract/duckdb-file.ts';
import {
  hasPostgres,
  type PostgresServer,
  sayWithoutPostgres,
  startPostgres,
} from '../contract/postgres-server.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const DECISIONS = `${ROOT}examples/audit/delivery-offers.csv`;
const SHARES = `${ROOT}examples/audit/district-shares.csv`;
const ASKED = [
  '--decision',
  'offered',
  '--areas',
  SHARES,
  '--area',
  'district',
  '--at',
  '2026-11-24T00:00:00Z',
];

/** Writes a table of shares with its record and audits some decisions by it. */
async function auditWith(
  shares: string,
  record: string | null,
  args: readonly string[] = [],
  decisions?: string,
): Promise<Ran> {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'd.csv'), decisions ?? 'area,offered\nx,yes\ny,no\n');
  await writeFile(join(folder, 's.csv'), shares);
  if (record !== null) await writeFile(join(folder, 's.csv.yaml'), record);
  return scruple(['audit', 'd.csv', '--decision', 'offered', '--areas', 's.csv', '--area', 'area', ...args], {
    cwd: folder,
  });
}
const RECORD = 'source: Census (fictional)\ndate: 2025-12-31\n';

describe('an audit by area statistics', () => {
  it('says bounds, their source and what they rest on, in the published shape', async () => {
    const ran = await scruple(['audit', DECISIONS, ...ASKED, '--format', 'json']);
    expect(ran).toMatchObject({ status: 1, stderr: '' });
    const report = JSON.parse(ran.stdout);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(await readFile(`${ROOT}docs/schemas/audit.schema.json`, 'utf8')));
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report).toMatchObject({
      verdict: 'review',
      groups: [],
      comparisons: [],
      reference: null,
      people: 4000,
    });
    expect(report.areas).toMatchObject({
      column: 'district',
      source: 'Harbor statistics office (fictional), people by place of birth',
      date: '2025-12-31',
      hash: expect.stringMatching(/^sha256:/),
      areas: 6,
      unmatched: 0,
      groups: [
        { group: 'born abroad', verdict: 'review' },
        { group: 'born here', verdict: 'pass' },
      ],
    });
    // By hand: in each district at least max(0, offered − born here) and at most min(offered, born abroad).
    const text = await readFile(DECISIONS, 'utf8');
    const shares = new Map(
      (await readFile(SHARES, 'utf8'))
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => [line.split(',')[0]!, Number(line.split(',')[1])]),
    );
    let [low, high, own, offered, all] = [0, 0, 0, 0, 0];
    for (const [district, share] of shares) {
      const rows = text.split('\n').filter((line) => line.includes(`,${district},`));
      const hits = rows.filter((line) => line.endsWith(',yes')).length;
      low += Math.max(0, hits - rows.length * (1 - share));
      high += Math.min(hits, rows.length * share);
      own += rows.length * share;
      offered += hits;
      all += rows.length;
    }
    const [group] = report.areas.groups;
    expect(group.selectionRate[0]).toBeCloseTo(low / own, 12);
    expect(group.selectionRate[1]).toBeCloseTo(high / own, 12);
    expect(group.ratio[1]).toBeCloseTo(high / own / ((offered - high) / (all - own)), 12);
  });

  it.each<[string, RegExp]>([
    [
      'text',
      /between 0 % and 27 % as often as everybody else: below 80 %[\s\S]*No person's attribute was read or guessed/,
    ],
    ['html', /<h2>Bounds by district<\/h2>\s*<figure/],
    ['sarif', /No person's attribute was read or guessed/],
  ])('says it as %s', async (format, said) => {
    const ran = await scruple(['audit', DECISIONS, ...ASKED, '--format', format]);
    expect(ran).toMatchObject({ status: 1, stderr: '', stdout: expect.stringMatching(said) });
    expect(ran.stdout).not.toMatch(/undefined|NaN|null as/);
  });

  it('cannot tell where areas are mixed, and takes part in the verdict beside groups', async () => {
    const decisions = `area,sex,offered\n${Array.from({ length: 4000 }, (_, i) => `${i % 2 ? 'x' : 'y'},${i % 4 < 2 ? 'f' : 'm'},${i % 16 < 8 ? 'yes' : 'no'}`).join('\n')}\n`;
    const mixed = await auditWith(
      'area,a,b\nx,0.5,0.5\ny,0.4,0.6\n',
      RECORD,
      ['--group', 'sex', '--format', 'json'],
      decisions,
    );
    const report = JSON.parse(mixed.stdout);
    expect(report.groups).toHaveLength(2);
    expect(report.areas.groups.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'insufficient',
      'insufficient',
    ]);
    expect(report.verdict).toBe('insufficient');
    expect(report.because.join()).toMatch(/both sides of the threshold/);
    const text = await auditWith('area,a,b\nx,0.5,0.5\ny,0.4,0.6\n', RECORD, [], decisions);
    expect(text.stdout.replace(/\s+/g, ' ')).toMatch(
      /between \d+ % and \d+ % as often as everybody else: cannot tell\./,
    );
  });

  it('keeps people of other areas out of the bounds, and does not pass with many of them', async () => {
    const decisions = `area,offered\n${Array.from({ length: 3000 }, (_, i) => `${['x', 'y', 'sea'][i % 3]},${i % 2 ? 'yes' : 'no'}`).join('\n')}\n`;
    const ran = await auditWith('area,a\nx,1\ny,0\n', RECORD, ['--format', 'json'], decisions);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      verdict: 'insufficient',
      areas: { people: 2000, unmatched: 1000 },
      because: expect.arrayContaining(['1000 people are in areas without statistics']),
    });
  });

  it.each<[string, string, string | null, string[], RegExp]>([
    [
      'a share in percent',
      'area,a\nx,23\n',
      RECORD,
      [],
      /s\.csv:2:3: `23` under `a` is no share between 0 and 1\n {2}write 23 % as 0\.23/,
    ],
    [
      'no record',
      'area,a\nx,0.2\n',
      null,
      [],
      /no file `s\.csv\.yaml` to read\n {2}write it beside the file/,
    ],
    ['a record without a source', 'area,a\nx,0.2\n', 'date: 2025-12-31\n', [], /s\.csv\.yaml.*source/],
    [
      'areas that nobody is in',
      'area,a\nz,0.2\n',
      RECORD,
      [],
      /no value of `area` is an area of the statistics; seen: `x`, `y`/,
    ],
    ['a column that is not there', 'area,a\nx,0.2\n', RECORD, ['--area', 'district'], /no column `district`/],
    [
      'a question about groups without any',
      'area,a\nx,0.2\n',
      RECORD,
      ['--score', 'offered'],
      /--score compares groups/,
    ],
    [
      'sampling weights',
      'area,a\nx,0.2\n',
      RECORD,
      ['--weight', 'w', '--weight-kind', 'sampling'],
      /sampling weights of a part/,
    ],
    [
      'a vault beside it',
      'area,a\nx,0.2\n',
      RECORD,
      ['--vault', 'v.csv', '--purpose', 'p'],
      /audit one, then the other/,
    ],
  ])('refuses %s, and says how to mend it', async (_, shares, record, args, said) => {
    const ran = await auditWith(shares, record, args, 'area,offered,w\nx,yes,1.5\ny,no,1\n');
    expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(said) });
    expect(ran.stderr).not.toMatch(/\/tmp\/|at .*\.ts:|undefined|\[object/);
  });

  it('needs --group or --areas, and both halves of the latter', async () => {
    const bare = ['audit', DECISIONS, '--decision', 'offered'];
    expect(await scruple(bare)).toMatchObject({ status: 2, stderr: expect.stringContaining('--group') });
    expect(await scruple([...bare, '--area', 'district'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--areas FILE and --area COLUMN'),
    });
  });
});

describe('an audit by area statistics over engines', () => {
  sayWithoutPostgres('the audit by areas over a server');
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    if (!hasPostgres) return;
    server = await startPostgres();
    const rows = (await readFile(DECISIONS, 'utf8')).trim().split('\n').slice(1);
    await server.run('CREATE TABLE public.offers (customer_id text, district text, offered text)');
    await server.run(
      `INSERT INTO public.offers VALUES ${rows
        .map(
          (row) =>
            `(${row
              .split(',')
              .map((cell) => `'${cell}'`)
              .join(',')})`,
        )
        .join(',')}`,
    );
  }, 60_000);
  afterAll(() => server?.stop());
  const areasOf = async (args: readonly string[], env: Record<string, string> = {}, cwd = ROOT) => {
    const ran = await scruple(['audit', ...args, ...ASKED, '--format', 'json'], { cwd, env });
    expect(ran.stderr).toBe('');
    return JSON.parse(ran.stdout);
  };

  it('counts the same in DuckDB and CSV', async () => {
    const { folder, remove } = await duckDbFolder([
      `CREATE TABLE offers AS SELECT * FROM read_csv('${DECISIONS}', all_varchar = true)`,
    ]);
    try {
      const byFile = await areasOf([DECISIONS]);
      const byTable = await areasOf(['duckdb:harbor.duckdb', 'offers'], {}, folder);
      expect(byTable.areas).toEqual(byFile.areas);
      expect(byTable.source.countsHash).toBe(byFile.source.countsHash);
    } finally {
      await remove();
    }
  });

  it.skipIf(!hasPostgres)('counts the same in PostgreSQL', async () => {
    const byFile = await areasOf([DECISIONS]);
    const byServer = await areasOf(['env:WAREHOUSE_URL', 'public.offers'], { WAREHOUSE_URL: server!.url });
    expect(byServer.areas).toEqual(byFile.areas);
    expect(byServer.source.countsHash).toBe(byFile.source.countsHash);
  });
});
