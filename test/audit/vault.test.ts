import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { scruple as asProcess, emptyFolder, type Ran } from '../cli/run-scruple.ts';

/**
 * Each attack is run in two worlds that differ only in who of two people has which attribute. Whatever the product shows
 * must be the same in both: else somebody could tell. Person `t` is the one asked about, `p` has the other attribute.
 */
/** Runs the command line in this process, its report in a file; the folder of the test is nobody's business. */
async function scruple(args: readonly string[], { cwd }: { readonly cwd: string }): Promise<Ran> {
  const out = join(cwd, 'report.out');
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const status = await main([
      ...args.map((arg) => (/\.csv$/.test(arg) ? join(cwd, arg) : arg)),
      '--out',
      out,
    ]);
    const stderr = said.mock.calls.map(([text]) => String(text)).join('');
    const stdout = await readFile(out, 'utf8').catch(() => '');
    return { status, stdout: stdout.replaceAll(`${cwd}/`, ''), stderr: stderr.replaceAll(`${cwd}/`, '') };
  } finally {
    said.mockRestore();
    await rm(out, { force: true });
  }
}

type World = 'f' | 'm';
const PEOPLE = 1000;
const RECORD = `key: person
attributes:
  sex: { source: voluntary survey, ground: equality monitoring, date: 2026-01-01, retention: P3Y }
`;
const vaultOf = (world: World): string =>
  [
    'person,sex',
    ...Array.from({ length: PEOPLE }, (_, i) => `c${i},${i % 2 === 0 ? 'f' : 'm'}`),
    `t,${world}`,
    `p,${world === 'f' ? 'm' : 'f'}`,
    '',
  ].join('\n');

interface Row {
  readonly person: string;
  readonly [column: string]: string | number;
}
const everybody = (make: (person: string, index: number) => Omit<Row, 'person'>): Row[] =>
  [...Array.from({ length: PEOPLE }, (_, i) => `c${i}`), 't', 'p'].map((person, index) => ({
    person,
    ...make(person, Math.min(index, PEOPLE)),
  }));
const ordinary = (index: number): number => ((index * 7919) % 10 < 4 ? 1 : 0);
const csv = (rows: readonly Row[]): string => {
  const columns = Object.keys(rows[0]!);
  const cell = (value: unknown): string =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return `${[columns, ...rows.map((row) => columns.map((name) => row[name]))].map((row) => row.map(cell).join(',')).join('\n')}\n`;
};

interface Step {
  readonly rows: readonly Row[];
  readonly args?: readonly string[];
}

/** Runs the steps one after another over one vault; what the last of them shows. */
async function runIn(world: World, steps: readonly Step[], format = 'json'): Promise<Ran> {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'vault.csv'), vaultOf(world));
  await writeFile(join(folder, 'vault.csv.yaml'), RECORD);
  let last: Ran | null = null;
  for (const { rows, args = [] } of steps) {
    await writeFile(join(folder, 'decisions.csv'), csv(rows));
    const given = (name: string): boolean => args.includes(name);
    last = await scruple(
      [
        'audit',
        'decisions.csv',
        ...(given('--vault') ? [] : ['--vault', 'vault.csv']),
        ...(given('--group') ? [] : ['--group', 'sex']),
        ...(given('--decision') ? [] : ['--decision', 'contacted']),
        '--id',
        'person',
        '--purpose',
        'test',
        '--at',
        '2026-11-24T00:00:00Z',
        '--format',
        format,
        ...args,
      ],
      { cwd: folder },
    );
  }
  return last!;
}

const base = everybody((_, index) => ({ contacted: ordinary(index) }));
const only = (column: string, of: (isTarget: boolean, index: number) => string | number): Row[] =>
  everybody((person, index) => ({ contacted: ordinary(index), [column]: of(person === 't', index) }));

const ATTACKS: Array<[string, Step[]]> = [
  ['a file of the target and four others', [{ rows: base.slice(-5) }]],
  ['a file of the target alone', [{ rows: base.filter(({ person }) => person === 't') }]],
  ['the target among thirty people', [{ rows: base.slice(-30), args: ['--minimum-group', '1'] }]],
  [
    'the target as the only one selected',
    [{ rows: everybody((person) => ({ contacted: person === 't' ? 1 : 0 })) }],
  ],
  [
    'the target as the only one left out',
    [
      {
        rows: everybody((person) => ({ contacted: person === 't' ? 0 : 1 })),
        args: ['--minimum-group', '1'],
      },
    ],
  ],
  [
    'the target as the only one without a decision',
    [
      { rows: everybody((person, index) => ({ contacted: person === 't' ? '' : ordinary(index) })) },
      { rows: base },
    ],
  ],
  [
    'the target removed after a first audit',
    [{ rows: base }, { rows: base.filter(({ person }) => person !== 't') }],
  ],
  [
    'the target added after a first audit',
    [{ rows: base.filter(({ person }) => person !== 't') }, { rows: base }],
  ],
  [
    'the target removed and unknown people added',
    [
      { rows: base },
      {
        rows: [
          ...base.filter(({ person }) => person !== 't'),
          ...Array.from({ length: 60 }, (_, i) => ({ person: `x${i}`, contacted: 1 })),
        ],
      },
    ],
  ],
  [
    'the decision of the target flipped',
    [
      { rows: base },
      {
        rows: base.map((row) =>
          row.person === 't' ? { ...row, contacted: 1 - Number(row.contacted) } : row,
        ),
      },
    ],
  ],
  [
    'the decision flipped, and written in other words',
    [
      { rows: base },
      {
        rows: base.map((row) => ({
          person: row.person,
          contacted: (row.person === 't') !== (row.contacted === 1) ? 'yes' : 'no',
        })),
      },
    ],
  ],
  [
    'all decisions turned round but that of the target',
    [
      { rows: base },
      {
        rows: base.map((row) => ({
          person: row.person,
          contacted: row.person === 't' ? Number(row.contacted) : 1 - Number(row.contacted),
        })),
      },
    ],
  ],
  [
    'another column that differs for the target',
    [
      { rows: base },
      {
        rows: base.map((row) => ({
          person: row.person,
          other: row.person === 't' ? 1 - Number(row.contacted) : Number(row.contacted),
        })),
        args: ['--decision', 'other'],
      },
    ],
  ],
  [
    'a label that only the target has',
    [{ rows: only('label', (isTarget) => (isTarget ? 1 : 0)), args: ['--label', 'label'] }],
  ],
  [
    'a rule that holds only the target',
    [{ rows: only('rule', (isTarget) => (isTarget ? 1 : 0)), args: ['--rules', 'rule'] }],
  ],
  [
    'a stratum of the target alone',
    [{ rows: only('area', (isTarget, index) => (isTarget ? 'z' : index % 2)), args: ['--control', 'area'] }],
  ],
  [
    'a score that only the target has',
    [
      {
        rows: only('score', (isTarget, index) => (isTarget ? 1_000_000_000 : (index % 100) / 100)),
        args: ['--score', 'score'],
      },
    ],
  ],
  [
    'a weight that only the target has',
    [{ rows: only('weight', (isTarget) => (isTarget ? 999 : 1)), args: ['--weight', 'weight'] }],
  ],
  [
    'an amount that only the target has',
    [{ rows: only('price', (isTarget) => (isTarget ? 1_000_000 : 1)), args: ['--outcome', 'price'] }],
  ],
  [
    'an input that only the target has',
    [{ rows: only('input', (isTarget) => (isTarget ? 'x' : 'y')), args: ['--proxies', 'input'] }],
  ],
  [
    'a second attribute that only the target has',
    [{ rows: only('mark', (isTarget) => (isTarget ? 1 : 0)), args: ['--group', 'sex,mark', '--marginals'] }],
  ],
  ['people by their pseudonym', [{ rows: base, args: ['--group', 'sex,person', '--marginals'] }]],
  [
    'the target many times',
    [{ rows: [...base, ...Array.from({ length: 60 }, () => base.find(({ person }) => person === 't')!)] }],
  ],
  ['a reference that names a value', [{ rows: base.slice(-5), args: ['--reference', 'f'] }]],
  ['an attribute as the decision', [{ rows: base, args: ['--decision', 'sex', '--favourable', 'f'] }]],
  ['an attribute as the score', [{ rows: base, args: ['--score', 'sex'] }]],
  ['an attribute as the weight', [{ rows: base, args: ['--weight', 'sex'] }]],
  ['an attribute as the label', [{ rows: base, args: ['--label', 'sex'] }]],
  ['an attribute as a rule', [{ rows: base, args: ['--rules', 'sex'] }]],
  [
    'a column name that would reach into the vault',
    [{ rows: only('x" , v."sex', (isTarget) => (isTarget ? 1 : 0)), args: ['--control', '"x"" , v.""sex"'] }],
  ],
  ...[[], ['--marginals', '--group', 'sex,mark']].map((args): [string, Step[]] => [
    `the target among strangers whom the vault does not know ${args.join(' ')}`,
    [
      {
        rows: ['t', ...Array.from({ length: 100 }, (_, i) => `x${i}`)].map((person, index) => ({
          person,
          contacted: index % 2,
          mark: index % 2,
        })),
        args,
      },
    ],
  ]),
  ...[199_998, 199_999].map((strangers): [string, Step[]] => [
    `whether the target shares a cell at the limit of cells, beside ${strangers} strangers`,
    [
      {
        rows: [
          { person: 't', contacted: 1, area: 'shared' },
          { person: 'c0', contacted: 1, area: 'shared' },
          ...Array.from({ length: strangers }, (_, i) => ({ person: `x${i}`, contacted: 1, area: `${i}` })),
        ],
        args: ['--control', 'area'],
      },
    ],
  ]),
  [
    'a score that cannot be read',
    [{ rows: only('score', (isTarget) => (isTarget ? 'boom' : 1)), args: ['--score', 'score'] }],
  ],
];

// Every run listens for what nobody expected, as a process of its own would.
process.setMaxListeners(0);

describe('the vault', () => {
  it.each(ATTACKS)('does not tell of %s', async (_, steps) => {
    const f = await runIn('f', steps);
    const m = await runIn('m', steps);
    expect(f).toEqual(m);
    expect(f.stdout + f.stderr).not.toMatch(/\b[ct]\d*,|Conversion Error/);
  });

  it.each(['text', 'html', 'sarif'])('tells as little as %s', async (format) => {
    for (const index of [3, 6, 13]) {
      const f = await runIn('f', ATTACKS[index]![1], format);
      const m = await runIn('m', ATTACKS[index]![1], format);
      expect(f).toEqual(m);
    }
  });

  it('answers an ordinary audit, and names ground, source, date and retention', async () => {
    const ran = await runIn('f', [{ rows: base }]);
    const report = JSON.parse(ran.stdout);
    expect(report.groups).toMatchObject([
      { by: { sex: 'f' }, n: 501, suppressed: false },
      { by: { sex: 'm' }, n: 501, suppressed: false },
    ]);
    expect(report.vault).toEqual({
      purpose: 'test',
      minimumCell: 10,
      attributes: [
        {
          attribute: 'sex',
          ground: 'equality monitoring',
          source: 'voluntary survey',
          collectedOn: '2026-01-01',
          retention: 'P3Y',
        },
      ],
    });
    expect(ran.stdout).not.toMatch(/"(?:c\d+|t|p)"/);
  });

  it('answers the same audit again, and one in which ten people and more differ', async () => {
    expect((await runIn('f', [{ rows: base }, { rows: base }])).status).not.toBe(2);
    expect((await runIn('f', [{ rows: base }, { rows: base.slice(0, -40) }])).status).not.toBe(2);
    const refused = await runIn('f', [{ rows: base }, { rows: base.slice(0, -4) }]);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('fewer than 10 people') });
  });

  it('refuses one of two runs at once that differ in one person', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'v.csv'), vaultOf('f'));
    await writeFile(join(folder, 'v.csv.yaml'), RECORD);
    await writeFile(join(folder, 'one.csv'), csv(base));
    await writeFile(join(folder, 'other.csv'), csv(base.slice(0, -1)));
    const ran = await Promise.all(
      ['one.csv', 'other.csv'].map((name) =>
        asProcess(
          [
            'audit',
            name,
            '--vault',
            'v.csv',
            '--id',
            'person',
            '--group',
            'sex',
            '--decision',
            'contacted',
            '--purpose',
            'x',
            '--at',
            '2026-11-24T00:00:00Z',
          ],
          { cwd: folder },
        ),
      ),
    );
    expect(ran.map(({ status }) => status).sort()).toEqual([1, 2]);
  });

  it('logs every run with purpose, hash and seed, refused ones too', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'v.csv'), vaultOf('f'));
    await writeFile(join(folder, 'v.csv.yaml'), RECORD);
    const audit = async (rows: readonly Row[]): Promise<Ran> => {
      await writeFile(join(folder, 'd.csv'), csv(rows));
      return scruple(
        [
          'audit',
          'd.csv',
          '--vault',
          'v.csv',
          '--id',
          'person',
          '--group',
          'sex',
          '--decision',
          'contacted',
          '--purpose',
          'yearly review',
          '--at',
          '2026-11-24T00:00:00Z',
        ],
        { cwd: folder },
      );
    };
    await audit(base);
    await audit(base.slice(1));
    const lines = (await readFile(join(folder, 'v.csv.log.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const run = expect.stringMatching(/^[0-9a-f-]{36}$/);
    const asked = {
      run,
      at: '2026-11-24T00:00:00.000Z',
      purpose: 'yearly review',
      attributes: ['sex'],
      decisions: expect.stringMatching(/d\.csv$/),
      dataHash: expect.stringMatching(/^sha256:/),
      seed: expect.any(Number),
    };
    expect(lines).toMatchObject([asked, { run, outcome: 'answered' }, asked, { run, outcome: 'refused' }]);
    expect(JSON.stringify(lines)).not.toMatch(/"c\d+"/);
    await writeFile(join(folder, 'v.csv.log.jsonl'), 'nonsense\n');
    expect(await audit(base)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('stays closed'),
    });
  });

  it.each([
    ['no record', null, /there is no record `v\.csv\.yaml`/],
    [
      'no ground',
      'key: person\nattributes:\n  sex: { source: survey, date: 2026-01-01, retention: P3Y }\n',
      /no ground and no consent for `sex`/,
    ],
    [
      'no retention',
      'key: person\nattributes:\n  sex: { source: survey, ground: g, date: 2026-01-01 }\n',
      /retention/,
    ],
    [
      'kept too long',
      'key: person\nattributes:\n  sex: { source: survey, ground: g, date: 2020-01-01, retention: P3Y }\n',
      /to be kept until 2023-01-01/,
    ],
    ['cells of one person', `minimum_cell: 1\n${RECORD}`, /at least 5 people/],
  ])('stays closed: %s', async (_, record, said) => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'v.csv'), vaultOf('f'));
    await writeFile(join(folder, 'd.csv'), csv(base));
    if (record !== null) await writeFile(join(folder, 'v.csv.yaml'), record);
    const ran = await scruple(
      [
        'audit',
        'd.csv',
        '--vault',
        'v.csv',
        '--id',
        'person',
        '--group',
        'sex',
        '--decision',
        'contacted',
        '--purpose',
        'x',
        '--at',
        '2026-11-24T00:00:00Z',
      ],
      { cwd: folder },
    );
    expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(said) });
  });

  it('is not read without a purpose, nor as if it were decisions', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'v.csv'), vaultOf('f'));
    await writeFile(join(folder, 'v.csv.yaml'), RECORD);
    await writeFile(join(folder, 'd.csv'), csv(base));
    expect(
      await scruple(['audit', 'd.csv', '--vault', 'v.csv', '--group', 'sex', '--decision', 'contacted'], {
        cwd: folder,
      }),
    ).toMatchObject({ status: 2, stderr: expect.stringContaining('--purpose') });
    expect(
      await scruple(['audit', 'v.csv', '--group', 'sex', '--decision', 'sex', '--favourable', 'f'], {
        cwd: folder,
      }),
    ).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('is a vault') });
  });
});
