import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, type Ran, scruple } from '../cli/run-scruple.ts';
import { duckDbFolder } from '../contract/duckdb-file.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const EXAMPLE = `${ROOT}examples/audit/spring-mail.csv`;
const AT = ['--at', '2026-11-24T00:00:00Z'];
const COLUMNS = ['--group', 'sex', '--decision', 'contacted'];

/** Writes one file into an empty folder and audits it. */
async function auditOf(
  name: string,
  text: string | Uint8Array,
  args: readonly string[] = COLUMNS,
): Promise<Ran> {
  const folder = await emptyFolder();
  await writeFile(join(folder, name), text);
  return scruple(['audit', name, ...args, ...AT], { cwd: folder });
}
const rows = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${make(index)}\n`).join('');

const validator = async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(await readFile(`${ROOT}docs/schemas/audit.schema.json`, 'utf8')));
};

describe('scruple audit', () => {
  let validate: Awaited<ReturnType<typeof validator>>;
  beforeAll(async () => {
    validate = await validator();
  });

  it('answers in the published shape with everything asked at once, and the same in every run', async () => {
    const args = [
      'audit',
      EXAMPLE,
      '--group',
      'sex,age_band',
      '--decision',
      'contacted',
      '--label',
      'bought',
      '--score',
      'propensity',
      '--control',
      'region',
      '--rules',
      'debtors,few_visits',
      '--id',
      'customer_id',
      '--proxies',
      'channel,region',
      '--outcome',
      'discount',
      '--marginals',
      '--pack',
      'us-nyc-ll144',
      '--purpose',
      'test',
      '--format',
      'json',
      ...AT,
    ];
    const [ran, again] = [await scruple(args), await scruple(args)];
    expect(ran.status).toBe(1);
    expect(ran.stderr).toBe('');
    expect(again.stdout).toBe(ran.stdout);
    const report = JSON.parse(ran.stdout);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.verdict).toBe('review');
    expect(report.groups).toHaveLength(9);
    expect(report.marginals.length).toBeGreaterThan(5);
    expect(report.pack.requirements.map(({ met }: { met: boolean }) => met)).toEqual([
      true,
      true,
      null,
      true,
    ]);
    expect(report.pack.impactRatios.filter(({ leftOut }: { leftOut: boolean }) => leftOut)).toEqual([]);
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
      expect(report).toHaveProperty(key);
  });

  it.each<[string, string, string | Uint8Array, string[], RegExp]>([
    ['no such file', 'other.csv', 'sex\n', ['--group', 'sex', '--decision', 'x'], /no column `x`/],
    ['an empty file', 'a.csv', '', COLUMNS, /`a\.csv`: the file is empty/],
    ['a header alone', 'a.csv', 'sex,contacted\n', COLUMNS, /no row holds a decision/],
    [
      'a column that is not there',
      'a.csv',
      'sex,contactd\nf,1\n',
      COLUMNS,
      /`a\.csv`: there is no column `contacted`; there are `sex`, `contactd`\n {2}write `contactd`/,
    ],
    ['a file cut in a quote', 'a.csv', `sex,contacted\n${rows(500, () => 'f,1')}"m,1`, COLUMNS, /Line: 502/],
    [
      'a file cut in a row',
      'a.csv',
      `sex,contacted,region\n${rows(500, () => 'f,1,n')}m,0`,
      COLUMNS,
      /Line: 502/,
    ],
    [
      'lines of JSON cut in the middle',
      'a.jsonl',
      '{"sex":"f","contacted":1}\n{"sex"',
      COLUMNS,
      /`a\.jsonl`: the decisions cannot be read/,
    ],
    ['a Parquet file that is none', 'a.parquet', 'PAR1 not really', COLUMNS, /cannot be read/],
    ['bytes', 'a.csv', new Uint8Array([0, 1, 2, 0, 1, 2]), COLUMNS, /`a\.csv`/],
    ['an ending that is not known', 'a.txt', 'x', COLUMNS, /no file of decisions/],
    [
      'decisions that cannot be told',
      'a.csv',
      'sex,contacted\nf,sent\nm,held\n',
      COLUMNS,
      /seen: `held`, `sent`\n {2}name it with --favourable/,
    ],
    [
      'a favourable value that is not there',
      'a.csv',
      'sex,contacted\nf,sent\nm,held\n',
      [...COLUMNS, '--favourable', 'Sent'],
      /`Sent` is no value of `contacted`; seen: `held`, `sent`/,
    ],
    [
      'a negative weight',
      'a.csv',
      'sex,contacted,w\nf,1,2\nm,0,-1\n',
      [...COLUMNS, '--weight', 'w'],
      /negative weight/,
    ],
    [
      'a weight that is no number',
      'a.csv',
      'sex,contacted,w\nf,1,2\nm,0,many\n',
      [...COLUMNS, '--weight', 'w'],
      /column w/,
    ],
    [
      'a reference that is no group',
      'a.csv',
      `sex,contacted\n${rows(50, (i) => `${i % 2},1`)}`,
      [...COLUMNS, '--reference', 'x'],
      /no group is called `x`; seen: `0`, `1`/,
    ],
    [
      'a pack that is not known',
      'a.csv',
      'sex,contacted\nf,1\n',
      [...COLUMNS, '--pack', 'eux'],
      /there is no pack `eux`/,
    ],
    [
      'an identifier as a group',
      'a.csv',
      `sex,contacted\n${rows(201_000, (i) => `g${i},1`)}`,
      COLUMNS,
      /too many different values/,
    ],
    ['a table of a file', 'a.csv', 'sex,contacted\nf,1\n', ['crm.decisions', ...COLUMNS], /not from a file/],
  ])('refuses %s, and says how to mend it', async (_, name, text, args, said) => {
    const ran = await auditOf(name, text, args);
    expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(said) });
    expect(ran.stderr).not.toMatch(/\/tmp\/|at .*\.ts:|undefined|\[object/);
    expect(ran.stderr.split('\n')).toHaveLength(3);
  });

  it('prints a document in the published shape even where nothing could be judged', async () => {
    const ran = await auditOf('a.csv', 'sex,contacted\nf,sent\nm,held\n', [...COLUMNS, '--format', 'json']);
    const report = JSON.parse(ran.stdout);
    expect(ran.status).toBe(2);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report).toMatchObject({
      verdict: 'insufficient',
      groups: [],
      problems: [{ code: 'usage.invalid' }],
    });
  });

  it.each<[string, string]>([
    ['one group only', `sex,contacted\n${rows(500, () => 'f,1')}`],
    ['nobody selected', `sex,contacted\n${rows(1000, (i) => `${i % 2 ? 'f' : 'm'},0`)}`],
    ['a handful of people', `sex,contacted\n${rows(10, (i) => `${i % 2 ? 'f' : 'm'},${i % 3 ? 1 : 0}`)}`],
    ['people of whom nothing is known', `sex,contacted\n${rows(1000, (i) => `,${i % 3 ? 1 : 0}`)}`],
  ])('cannot tell from %s', async (_, text) => {
    const ran = await auditOf('a.csv', text, [...COLUMNS, '--format', 'json']);
    const report = JSON.parse(ran.stdout);
    expect([ran.status, report.verdict]).toEqual([1, 'insufficient']);
    expect(
      report.groups.every(({ truePositiveRate }: { truePositiveRate: unknown }) => truePositiveRate === null),
    ).toBe(true);
  });

  it('counts large weights and amounts exactly', async () => {
    const text = `sex,contacted,people,price\n${rows(40, (i) => `${i % 2 ? 'f' : 'm'},${i % 3 ? 1 : 0},250000,${1_000_000 + i}`)}`;
    const weighted = await auditOf('a.csv', text, [...COLUMNS, '--weight', 'people', '--format', 'json']);
    expect(JSON.parse(weighted.stdout)).toMatchObject({ rows: 40, people: 10_000_000 });
    const amounts = await auditOf('a.csv', text, [...COLUMNS, '--outcome', 'price', '--format', 'json']);
    expect(JSON.parse(amounts.stdout).outcomes[0].groups.map(({ mean }: { mean: number }) => mean)).toEqual([
      1_000_020, 1_000_019,
    ]);
  });

  it('says that a group of weight 0 stands for nobody, rather than losing it', async () => {
    const text = `sex,contacted,w\n${rows(600, (i) => `${i % 2 ? 'f' : 'm'},${i % 3 ? 1 : 0},${i % 2}`)}`;
    const ran = await auditOf('a.csv', text, [...COLUMNS, '--weight', 'w', '--format', 'json']);
    expect(JSON.parse(ran.stdout).notes).toContain('300 rows have a weight of 0 and stand for nobody');
  });

  it('passes nobody where no group is large enough to be the reference', async () => {
    const text = `sex,contacted\n${rows(8000, (i) => `${i % 2 ? 'f' : 'm'},${i % 4 < 2 ? 1 : 0}`)}`;
    const args = [...COLUMNS, '--minimum-group', '5000', '--format', 'json'];
    const report = JSON.parse((await auditOf('a.csv', text, args)).stdout);
    expect(report).toMatchObject({ verdict: 'insufficient', reference: null });
    expect(report.because).toEqual(['no group is large enough to be the reference']);
  });

  it.each(['1', 'yes', 'YES '])(
    'refuses `%s` where the favourable decision is written otherwise',
    async (value) => {
      const text = `sex,contacted\n${rows(40, (i) => `${i % 2 ? 'f' : 'm'},${i % 3 ? 'YES' : 'no'}`)}`;
      const ran = await auditOf('a.csv', text, [...COLUMNS, '--favourable', value]);
      expect(ran.status).toBe(2);
      expect(ran.stderr).toContain('is no value of `contacted`; seen: `YES`, `no`');
    },
  );

  it('reads values of JSON as the text that stands there, whatever kinds a column mixes', async () => {
    const lines = ['"012"', '12', 'true', '"true"', 'null', '""', '"2024-01-01T00:00:00Z"'];
    const text = lines.map((value) => `{"sex":${value},"contacted":1}`).join('\n');
    const ran = await auditOf('a.jsonl', text, [...COLUMNS, '--format', 'json']);
    const groups: Array<{ by: { sex: string | null }; n: number }> = JSON.parse(ran.stdout).groups;
    expect(groups.map(({ by, n }) => [by.sex, n])).toEqual([
      ['012', 1],
      ['12', 1],
      ['2024-01-01T00:00:00Z', 1],
      ['true', 2],
      [null, 2],
    ]);
  });

  it.each<[string, string, string[]]>([
    ['a weight times an amount', 'f,1,2.5,9999999999999', ['--weight', 'w', '--outcome', 'a']],
    ['an amount', 'f,1,1,100000000000000', ['--outcome', 'a']],
    ['a weight', 'f,1,9999999999999,1', ['--weight', 'w']],
    ['a score', `f,1,1,1${'0'.repeat(30)}`, ['--score', 'a']],
  ])('says that %s is too large to be summed, in words of its own', async (_, line, args) => {
    const text = `sex,contacted,w,a\n${line}\nm,0,1.5,2\n`;
    const ran = await auditOf('a.csv', text, [...COLUMNS, ...args]);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('too large to be summed exactly');
    expect(ran.stderr).not.toMatch(/DECIMAL|Error:|1000000000|9999999999/);
  });

  it.each<[string, string, string[], string, boolean]>([
    ['answered late', 'days', ['--less-is-better', 'days'], 'f', true],
    ['queued last', 'place', ['--less-is-better', 'place'], 'f', true],
    ['offered less', 'discount', ['--more-is-better', 'discount'], 'f', true],
    ['answered late, if nobody says which way is better', 'days', ['--outcome', 'days'], 'f', false],
    ['answered somewhat later', 'hours', ['--less-is-better', 'hours'], 'f', false],
  ])('counts being %s as exclusion', async (_, outcome, args, group, isReview) => {
    // Selected alike; women wait 9 days and not 6, stand behind, and get two thirds of the discount.
    const text = `sex,contacted,days,place,discount,hours\n${rows(4000, (i) => {
      const isWoman = i % 2 === 0;
      const noise = (i * 7919) % 5;
      return `${isWoman ? 'f' : 'm'},${i % 4 < 2 ? 1 : 0},${(isWoman ? 7 : 4) + noise},${(isWoman ? 2000 : 0) + (i >> 1)},${(isWoman ? 8 : 13) + noise},${(isWoman ? 51 : 48) + noise}`;
    })}`;
    const ran = await auditOf('a.csv', text, [...COLUMNS, ...args, '--format', 'json']);
    const report = JSON.parse(ran.stdout);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report).toMatchObject({ verdict: isReview ? 'review' : 'pass', outcomes: [{ outcome }] });
    const called = report.outcomes[0].groups.filter(({ review }: { review: boolean }) => review);
    expect(called.map(({ by }: { by: { sex: string } }) => by.sex)).toEqual(isReview ? [group] : []);
    if (!isReview) return;
    expect(report.because[0]).toContain(`mean ${outcome}`);
    expect(report.summary.join(' ')).toMatch(new RegExp(`Mean ${outcome} of people with sex “f” is`));
    const sarif = JSON.parse(
      (await auditOf('a.csv', text, [...COLUMNS, ...args, '--format', 'sarif'])).stdout,
    );
    expect(sarif.runs[0].results).toMatchObject([{ ruleId: 'bias-offer-quality', properties: { outcome } }]);
    expect(sarif.runs[0].tool.driver.rules[sarif.runs[0].results[0].ruleIndex].id).toBe('bias-offer-quality');
  });

  it('never lets people who count twice pass', async () => {
    const text = `id,sex,contacted\n${rows(4000, (i) => `${i >> 1},${i % 2 ? 'f' : 'm'},${(i >> 1) % 2}`)}`;
    const ran = await auditOf('a.csv', text, [...COLUMNS, '--id', 'id', '--format', 'json']);
    expect(ran.status).toBe(2);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      verdict: 'insufficient',
      problems: [{ code: 'audit.duplicate-id' }],
    });
  });

  it.each(['text', 'json', 'sarif', 'html'])('shows hostile names as they are, in %s', async (format) => {
    const name = 'a"; DROP TABLE x; --';
    const text = `"${name.replaceAll('"', '""')}",<b>,__proto__\n${rows(2000, (i) => `<script>alert(${i % 2})</script>\u202e,${i % 3 === 0 && i % 2 === 0 ? 1 : 0},${i % 2}`)}`;
    const ran = await auditOf('a.csv', text, [
      '--group',
      `"${name.replaceAll('"', '""')}",__proto__`,
      '--decision',
      '<b>',
      '--format',
      format,
    ]);
    expect(ran).toMatchObject({ status: 1, stderr: '' });
    if (format === 'html') expect(ran.stdout).not.toMatch(/<script|<b>|\u202e/);
    if (format === 'text') expect(ran.stdout).not.toMatch(/\u202e/);
    if (format === 'json') {
      expect(validate(JSON.parse(ran.stdout))).toBe(true);
      expect(Object.keys(JSON.parse(ran.stdout).groups[0].by)).toEqual([name, '__proto__']);
    }
  });

  it('takes 10,000 groups, and shows those that matter', async () => {
    const text = `sex,contacted\n${rows(100_000, (i) => `g${i % 10_000},${i % 3 ? 1 : 0}`)}`;
    const ran = await auditOf('a.csv', text);
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain('10,000 groups');
    expect(ran.stdout).toContain('and 9,960 more, in --format json');
    expect(ran.stdout.split('\n').length).toBeLessThan(160);
  });

  it('reads tables and queries of a DuckDB file, by argument and by #', async () => {
    const { folder, remove } = await duckDbFolder([
      'CREATE SCHEMA crm',
      `CREATE TABLE crm.decisions AS SELECT * FROM read_csv('${EXAMPLE}', all_varchar = true)`,
    ]);
    try {
      const json = async (...args: string[]) => {
        const ran = await scruple(['audit', ...args, ...COLUMNS, '--format', 'json', ...AT], { cwd: folder });
        expect(ran.stderr).toBe('');
        return JSON.parse(ran.stdout);
      };
      const byArgument = await json('duckdb:harbor.duckdb', 'crm.decisions');
      const byFragment = await json('duckdb:harbor.duckdb#crm.decisions');
      const byQuery = await json(
        'duckdb:harbor.duckdb',
        "select * from crm.decisions where sex <> '' -- known alone",
        '--window',
        'November 2026',
      );
      const byFile = await json(EXAMPLE);
      expect(byFragment).toEqual(byArgument);
      expect(byArgument.groups).toEqual(byFile.groups);
      expect(byArgument.source).toMatchObject({
        kind: 'table',
        name: 'duckdb:harbor.duckdb crm.decisions',
        caution: null,
        dataHash: null,
      });
      expect(byArgument.source.countsHash).toBe(byFile.source.countsHash);
      expect(byFile.source.caution).toBe('sample chosen by the owner');
      expect(byQuery.source).toMatchObject({ kind: 'query', window: 'November 2026' });
      expect(byQuery.groups).toHaveLength(2);
      const refused = await scruple(
        ['audit', 'duckdb:harbor.duckdb', 'select 1) as a, crm.decisions as b --', ...COLUMNS],
        { cwd: folder },
      );
      expect(refused).toMatchObject({ status: 2, stdout: '' });
      const unnamed = await scruple(['audit', 'duckdb:harbor.duckdb', ...COLUMNS], { cwd: folder });
      expect(unnamed.stderr).toContain(
        'which table of `duckdb:harbor.duckdb` holds the decisions is not said',
      );
    } finally {
      await remove();
    }
  });

  it('tells no secret of an address, in no format, log or wrong place', async () => {
    const folder = await emptyFolder();
    for (const address of [
      'postgres://me:open-sesame@127.0.0.1:1/shop',
      'postgresql://me:open-sesame@127.0.0.1:1/shop#crm.decisions',
      'postgres://127.0.0.1:1/shop?user=me&password=open-sesame',
      'postgres://me:open%2Dsesame@[::1/shop',
    ])
      for (const format of ['text', 'json', 'sarif', 'html']) {
        const ran = await scruple(
          [
            'audit',
            address,
            ...(address.includes('#') ? [] : ['decisions']),
            ...COLUMNS,
            '--format',
            format,
            '--debug',
          ],
          { cwd: folder },
        );
        expect(ran.status).toBe(2);
        expect(ran.stdout + ran.stderr, address).not.toMatch(/open(?:-|%2D)sesame/);
        if (!address.includes('%2D'))
          expect(ran.stderr).toContain('others on this machine can read a password');
      }
    expect(await readdir(folder)).toEqual([]);
    await writeFile(join(folder, 'd.csv'), 'sex,contacted\nf,1\n');
    const misplaced = await scruple(
      ['audit', 'd.csv', '--vault', 'postgres://me:open-sesame@h/x', '--purpose', 'p', ...COLUMNS],
      { cwd: folder },
    );
    expect(misplaced.stderr).toContain('`postgres://h/x`');
    expect(misplaced.stdout + misplaced.stderr).not.toContain('open-sesame');
    const ran = await scruple([
      'audit',
      'postgres://me:open-sesame@127.0.0.1:1/shop',
      'decisions',
      ...COLUMNS,
      '--format',
      'json',
      ...AT,
    ]);
    expect(ran.status).toBe(2);
    expect(ran.stdout + ran.stderr).not.toContain('open-sesame');
    expect(JSON.parse(ran.stdout).source.name).toBe('postgres://127.0.0.1:1/shop');
    expect(await scruple(['audit', 'env:NO_SUCH_ADDRESS', 'decisions', ...COLUMNS])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('`NO_SUCH_ADDRESS` is not set'),
    });
  });
});
