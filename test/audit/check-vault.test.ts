import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { emptyFolder, type Ran } from '../cli/run-scruple.ts';

/**
 * Whoever can open a pull request writes the card, its decisions and scruple.yaml, and reads what `check` says. Each
 * attack is run in two worlds that differ only in who of two people has which attribute: what comes out must be the same.
 */
process.setMaxListeners(0);
const PEOPLE = 1000;
type World = 'f' | 'm';
const vaultOf = (world: World): string =>
  [
    'person,sex',
    ...Array.from({ length: PEOPLE }, (_, i) => `c${i},${i % 2 === 0 ? 'f' : 'm'}`),
    `t,${world}`,
    `p,${world === 'f' ? 'm' : 'f'}`,
    '',
  ].join('\n');
const RECORD = `key: person
attributes:
  sex: { source: voluntary survey, ground: equality monitoring, date: 2026-01-01, retention: P3Y }
`;
const SETTINGS = (groups = 'sex', more = '') =>
  `organisation: Test (fictional)\njurisdictions: [eu]\naudit: { groups: [${groups}], vault: vault/people.csv, key: customer${more} }\n`;
const CARD = (decisions = 'decisions.csv', more = '') =>
  `use: lead\nkind: score\nowner: a@harbor.example\napprover: b@harbor.example\nscores: [{ name: propensity, decisions: ${decisions} }]\n${more}`;

type Row = readonly [person: string, decision: number | string, ...more: ReadonlyArray<string | number>];
const csv = (rows: readonly Row[], head = 'customer,decision'): string => `${[head, ...rows].join('\n')}\n`;
const everybody = (decide: (person: string, index: number) => number | string): Row[] =>
  [...Array.from({ length: PEOPLE }, (_, i) => `c${i}`), 't', 'p'].map((person, index) => [
    person,
    decide(person, Math.min(index, PEOPLE)),
  ]);
const ordinary = (index: number): number => ((index * 7919) % 10 < 4 ? 1 : 0);
/** Women are selected half as often, whoever they are. */
const unequal = everybody((_, index) => (index % 4 === 1 ? 1 : index % 8 === 0 ? 1 : 0));
const base = everybody((_, index) => ordinary(index));

interface Files {
  readonly [path: string]: string;
}

async function workspace(world: World, files: Files): Promise<string> {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'uses/lead'), { recursive: true });
  await mkdir(join(folder, 'vault'));
  const all: Files = {
    'scruple.yaml': SETTINGS(),
    'uses/lead/use.yaml': CARD(),
    'vault/people.csv': vaultOf(world),
    'vault/people.csv.yaml': RECORD,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) await writeFile(join(folder, path), text);
  return folder;
}

async function check(folder: string, format = 'json'): Promise<Ran> {
  const out = join(folder, 'report.out');
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const status = await main([
      'check',
      folder,
      '--at',
      '2026-11-24T00:00:00Z',
      '--format',
      format,
      '--out',
      out,
    ]);
    const stderr = said.mock.calls.map(([text]) => String(text)).join('');
    const stdout = await readFile(out, 'utf8').catch(() => '');
    const plain = (text: string): string =>
      text.replaceAll(folder, 'FOLDER').replaceAll(folder.split('/').at(-1)!, 'FOLDER');
    return { status, stdout: plain(stdout), stderr: plain(stderr) };
  } finally {
    said.mockRestore();
    await rm(out, { force: true });
  }
}
interface Said {
  readonly findings: ReadonlyArray<{ readonly check: string; readonly what: string }>;
  readonly notAssessed: ReadonlyArray<{ readonly check: string; readonly missing: readonly string[] }>;
}
const useOf = ({ stdout }: Ran): Said => JSON.parse(stdout).uses[0];
const missingOf = (ran: Ran, id: string): string =>
  useOf(ran)
    .notAssessed.filter(({ check: one }) => one === id)
    .flatMap(({ missing }) => missing)
    .join('\n');
const logOf = async (folder: string): Promise<Array<Record<string, unknown>>> =>
  (await readFile(join(folder, 'vault/people.csv.log.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** What each step changes of the files; the report after the last one is what the attacker reads. */
const ATTACKS: Array<[string, Files[]]> = [
  ['a file of the target alone', [{ 'uses/lead/decisions.csv': csv([['t', 1]]) }]],
  ['a file of the target and some others', [{ 'uses/lead/decisions.csv': csv(base.slice(-15)) }]],
  [
    'the target as the only one selected',
    [{ 'uses/lead/decisions.csv': csv(everybody((person) => (person === 't' ? 1 : 0))) }],
  ],
  [
    'the target as the only one left out',
    [{ 'uses/lead/decisions.csv': csv(everybody((person) => (person === 't' ? 0 : 1))) }],
  ],
  [
    'the target removed after a first check',
    [
      { 'uses/lead/decisions.csv': csv(unequal) },
      { 'uses/lead/decisions.csv': csv(unequal.filter(([person]) => person !== 't')) },
    ],
  ],
  [
    'the decision of the target turned round',
    [
      { 'uses/lead/decisions.csv': csv(unequal) },
      {
        'uses/lead/decisions.csv': csv(
          unequal.map(
            ([person, decision]): Row => [person, person === 't' ? 1 - Number(decision) : decision],
          ),
        ),
      },
    ],
  ],
  [
    'people by their pseudonym',
    [{ 'scruple.yaml': SETTINGS('sex, customer'), 'uses/lead/decisions.csv': csv(base) }],
  ],
  [
    'a mark that only the target has',
    [
      {
        'scruple.yaml': SETTINGS('sex, mark'),
        'uses/lead/decisions.csv': csv(
          base.map(([person, decision]): Row => [person, decision, person === 't' ? 'x' : 'y']),
          'customer,decision,mark',
        ),
      },
    ],
  ],
  [
    'the target many times',
    [{ 'uses/lead/decisions.csv': csv([...base, ...Array.from({ length: 60 }, (): Row => ['t', 1])]) }],
  ],
  [
    'a number of people that only the target stands for',
    [
      {
        'uses/lead/decisions.csv': csv(
          base.map(([person, decision]): Row => [person, decision, person === 't' ? 900 : 1]),
          'customer,decision,people',
        ),
      },
    ],
  ],
  [
    'an amount, a label and an input that only the target has',
    [
      {
        'uses/lead/use.yaml': CARD('decisions.csv'),
        'uses/lead/decisions.csv': csv(
          base.map(
            ([person, decision]): Row => [person, decision, person === 't' ? 1e6 : 1, person === 't' ? 1 : 0],
          ),
          'customer,decision,price,label',
        ),
      },
    ],
  ],
  ['the vault as the decisions', [{ 'uses/lead/use.yaml': CARD('../../vault/people.csv') }]],
  [
    'the vault as the decisions, and its attribute as the decision',
    [{ 'scruple.yaml': SETTINGS('person'), 'uses/lead/use.yaml': CARD('../../vault/people.csv') }],
  ],
  [
    'the vault as a list of people and as a model',
    [
      {
        'uses/lead/use.yaml': CARD(
          'decisions.csv',
          'audience: { segment: ../../vault/people.csv }\n',
        ).replace('decisions: decisions.csv', 'decisions: decisions.csv, model: ../../vault/people.csv'),
        'uses/lead/decisions.csv': csv(base),
      },
    ],
  ],
  [
    'the vault as a message',
    [
      {
        'uses/lead/use.yaml': CARD('decisions.csv', 'messages: [../../vault/people.csv]\n'),
        'uses/lead/decisions.csv': csv(base),
      },
    ],
  ],
  [
    'decisions that cannot be read beside it',
    [{ 'uses/lead/decisions.csv': csv(everybody((person) => (person === 't' ? 'boom' : 1))) }],
  ],
  [
    'a column of the decisions that would reach into the vault',
    [{ 'scruple.yaml': SETTINGS('sex, "x\\" , v.\\"sex"'), 'uses/lead/decisions.csv': csv(base) }],
  ],
];

/** The reports are made of one answer, so a few attacks are enough to see that none of them says more. */
const isTold = (attack: string): boolean => /removed|alone|message/.test(attack);

describe('check over the vault of scruple.yaml', () => {
  it('finds a gap by an attribute that marketing does not hold, and logs who asked for what', async () => {
    const folder = await workspace('f', { 'uses/lead/decisions.csv': csv(unequal) });
    const ran = await check(folder);
    const { findings } = useOf(ran);
    expect(findings.find(({ check: id }) => id === 'bias-rate-ratio')?.what).toMatch(
      /By “propensity”, sex “f” is selected 25\.\d times in 100, sex “m” 50\.\d times/,
    );
    expect(ran.stdout + ran.stderr).not.toMatch(/"(?:c\d+|t|p)"|\bc\d+,/);
    expect(missingOf(ran, 'bias-error-gap')).toMatch(/over a vault only selection is compared/);
    const log = await logOf(folder);
    expect(log).toMatchObject([
      {
        at: '2026-11-24T00:00:00.000Z',
        purpose: 'scruple check of the use lead',
        attributes: ['sex'],
        decisions: 'decisions.csv',
        dataHash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        seed: expect.any(Number),
      },
      { outcome: 'answered' },
    ]);
    expect(JSON.stringify(log)).not.toMatch(/"c\d+"/);
    // The same question again is answered again, and logged again.
    expect(useOf(await check(folder)).findings).toEqual(findings);
    expect(await logOf(folder)).toHaveLength(4);
  });

  it.each(ATTACKS)('does not tell of %s', async (attack, steps) => {
    const seen: Ran[][] = [];
    for (const world of ['f', 'm'] as const) {
      const folder = await workspace(world, { 'uses/lead/decisions.csv': csv(base) });
      let last: Ran | null = null;
      for (const files of steps) {
        for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
        last = await check(folder);
      }
      seen.push([
        last!,
        ...(isTold(attack) ? [await check(folder, 'text'), await check(folder, 'sarif')] : []),
      ]);
    }
    const [f, m] = seen;
    expect(f).toEqual(m);
    expect(JSON.stringify(f)).not.toMatch(/\b(?:c\d+|t),[fm]\b/);
  });

  it.each<[string, Files, RegExp]>([
    [
      'no recorded ground',
      { 'vault/people.csv.yaml': RECORD.replace('ground: equality monitoring, ', '') },
      /no ground and no consent for `sex`/,
    ],
    [
      'a retention that has ended',
      { 'vault/people.csv.yaml': RECORD.replace('2026-01-01', '2020-01-01') },
      /to be kept until 2023-01-01/,
    ],
    [
      'a vault that is not there',
      { 'scruple.yaml': SETTINGS().replace('people.csv', 'others.csv') },
      /no file `vault\/others\.csv`/,
    ],
    [
      'a vault outside the workspace',
      { 'scruple.yaml': SETTINGS().replace('vault/people.csv', '../people.csv') },
      /leads out of the workspace/,
    ],
    [
      'decisions without the pseudonym',
      { 'uses/lead/decisions.csv': 'id,decision\nc1,1\n' },
      /no column `customer`/,
    ],
    [
      'a vault that is a weighted sample',
      {
        'vault/people.csv.yaml': `${RECORD}  weight: { source: survey, ground: equality monitoring, date: 2026-01-01, retention: P3Y }\n`,
      },
      /a weighted sample \(`weight`\), and a check compares no weighted rates/,
    ],
    [
      'a log that is not ours',
      { 'vault/people.csv.log.jsonl': 'nonsense\n' },
      /holds a line that is not ours/,
    ],
  ])('is not assessed, with the reason: %s', async (_, files, because) => {
    const ran = await check(await workspace('f', { 'uses/lead/decisions.csv': csv(unequal), ...files }));
    expect(missingOf(ran, 'bias-rate-ratio')).toMatch(because);
    expect(useOf(ran).findings.filter(({ check: id }) => id.startsWith('bias-'))).toEqual([]);
  });

  it('is not assessed without a record, and writes nothing through a link in place of the log', async () => {
    const folder = await workspace('f', { 'uses/lead/decisions.csv': csv(unequal) });
    const elsewhere = join(await emptyFolder(), 'profile');
    await writeFile(elsewhere, '');
    await symlink(elsewhere, join(folder, 'vault/people.csv.log.jsonl'));
    expect(missingOf(await check(folder), 'bias-rate-ratio')).toMatch(
      /cannot be written, so the vault stays closed/,
    );
    expect(await readFile(elsewhere, 'utf8')).toBe('');
    await rm(join(folder, 'vault/people.csv.yaml'));
    expect(missingOf(await check(folder), 'bias-rate-ratio')).toMatch(
      /there is no record `vault\/people\.csv\.yaml`/,
    );
  });
});
