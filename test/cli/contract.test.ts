import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BIN, emptyFolder, objectsOf, type Ran, scruple } from './run-scruple.ts';

// What the contract promises to scripts, tried from outside: what the other tests of the command line do not hold yet.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HARBOR = join(ROOT, 'examples/harbor');
const AT = ['--at', '2026-11-20T09:00:00Z'];
const PRESSURE = 'Only 2 left, order now!\n';

/** A folder with an input for each command that judges something. */
async function inputs(): Promise<string> {
  const folder = await emptyFolder();
  await Promise.all([
    writeFile(join(folder, 'press.txt'), PRESSURE),
    writeFile(join(folder, 'segment.sql'), "select id from crm.customers where religion = 'x'\n"),
    writeFile(
      join(folder, 'decisions.csv'),
      `g,y\n${'a,1\n'.repeat(200)}${'b,0\n'.repeat(150)}${'b,1\n'.repeat(50)}`,
    ),
    cp(fileURLToPath(new URL('../golden/workspace/', import.meta.url)), join(folder, 'shop'), {
      recursive: true,
    }),
  ]);
  return folder;
}
const JUDGING: ReadonlyArray<readonly [string, readonly string[], readonly string[]]> = [
  ['check', ['check', 'shop', ...AT], ['text', 'json', 'sarif', 'html']],
  ['message', ['message', 'press.txt', ...AT], ['text', 'json', 'sarif', 'html']],
  ['segment', ['segment', 'segment.sql', ...AT], ['text', 'json']],
  [
    'audit',
    ['audit', 'decisions.csv', '--group', 'g', '--decision', 'y', ...AT],
    ['text', 'json', 'sarif', 'html'],
  ],
];

describe.each(JUDGING)('%s', (_command, args, formats) => {
  it('writes to --out what it else prints, in every format, with the same status; - is stdout', async () => {
    const cwd = await inputs();
    for (const format of formats) {
      const printed = await scruple([...args, '--format', format], { cwd });
      expect([format, printed.stderr, printed.stdout.length > 50]).toEqual([format, '', true]);
      const written = await scruple([...args, '--format', format, '--out', 'report'], { cwd });
      expect([format, written.stdout, written.stderr, written.status]).toEqual([
        format,
        '',
        '',
        printed.status,
      ]);
      expect(await readFile(join(cwd, 'report'), 'utf8')).toBe(printed.stdout);
    }
    const dash = await scruple([...args, '--out', '-'], { cwd });
    expect(dash.stdout).toBe((await scruple([...args], { cwd })).stdout);
    expect(await readdir(cwd)).not.toContain('-');
  });

  it('ends with 1 from a threshold down, and with 0 above what was found', async () => {
    const cwd = await inputs();
    const statuses: Array<number | null> = [];
    for (const failOn of ['never', 'block', 'review', 'advise'])
      statuses.push((await scruple([...args, '--fail-on', failOn], { cwd })).status);
    // A workspace with a card that cannot be read is never judged in full.
    if (args[0] === 'check') expect(statuses).toEqual([2, 2, 2, 2]);
    else {
      expect([statuses[0], statuses.toSorted()]).toEqual([0, statuses]);
      expect((await scruple([...args], { cwd })).status).toBe(statuses[2]);
    }
    if (args[0] === 'message' || args[0] === 'audit') expect(statuses).toEqual([0, 0, 1, 1]);
  });

  it('is neither coloured in a pipe nor on a terminal that wants none', async () => {
    const cwd = await inputs();
    expect((await scruple([...args], { cwd, env: { FORCE_COLOR: '' } })).stdout).not.toContain('\u001b');
    if (!existsSync('/usr/bin/script')) return;
    const command = [process.execPath, BIN, ...args].map((word) => `'${word}'`).join(' ');
    const onTerminal = async (env: Record<string, string>): Promise<string> => {
      // A build server's environment speaks for no terminal: what a person's shell has is all that counts here.
      const { PATH = '' } = process.env;
      const child = spawn('script', ['-qec', command, '/dev/null'], {
        cwd,
        env: { PATH, TERM: 'xterm', ...env },
      });
      let said = '';
      child.stdout.on('data', (piece: Buffer) => {
        said += piece.toString();
      });
      await new Promise((resolve) => child.on('close', resolve));
      return said;
    };
    expect(await onTerminal({})).toContain('\u001b[');
    expect(await onTerminal({ NO_COLOR: '1' })).not.toContain('\u001b[3');
  });
});

describe('npm run -s scruple', () => {
  const npm = (args: readonly string[], input: string): Promise<Ran> =>
    new Promise((resolve) => {
      const child = spawn('npm', ['run', '-s', 'scruple', '--', ...args], { cwd: ROOT });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (piece: Buffer) => {
        stdout += piece.toString();
      });
      child.stderr.on('data', (piece: Buffer) => {
        stderr += piece.toString();
      });
      child.on('close', (status) => resolve({ status, stdout, stderr }));
      child.stdin.end(input);
    });

  it('prints the output of the command alone, and hands its status on', async () => {
    const judged = await npm(['message', '-', '--as', 'text', '--format', 'json'], PRESSURE);
    expect([judged.status, judged.stderr]).toEqual([1, '']);
    expect(JSON.parse(judged.stdout)).toMatchObject({ schema: 'scruple.messages/1', problems: [] });
    const lines = await npm(['segment', '--names', '-'], 'Running shoes\n\n');
    expect([lines.status, lines.stderr, objectsOf(lines.stdout).length]).toEqual([0, '', 2]);
    const refused = await npm(['check', '--format', 'pdf'], '');
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(/^scruple: .+\n {2}.+\n$/);
  });
});

describe('a command that is not there', () => {
  it.each(['chekc', 'help', 'constructor', '__proto__'])('%s is unknown, also with --help', async (name) => {
    const { status, stdout, stderr } = await scruple([name, '--help']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`unknown command \`${name}\``);
  });
});

describe('lines and names', () => {
  const awkward = 'Only 2 left\u2028order now\n\n\u0085\n\u2029\r\nDiabetes patients\n \n';
  it.each([
    ['message', '--lines'],
    ['segment', '--lines'],
    ['segment', '--names'],
  ])(
    '%s %s go to --out as they go to stdout, whatever --format and --fail-on say',
    async (command, option) => {
      const cwd = await emptyFolder();
      const plain = await scruple([command, option, '-'], { cwd, input: awkward });
      expect([plain.status, plain.stderr, objectsOf(plain.stdout).length]).toEqual([0, '', 6]);
      expect(plain.stdout).not.toMatch(/[\u0085\u2028\u2029]/);
      const more = ['--fail-on', 'advise', '--format', command === 'message' ? 'sarif' : 'json'];
      expect(await scruple([command, option, '-', ...more], { cwd, input: awkward })).toEqual(plain);
      const out = await scruple([command, option, '-', '--out', 'out.jsonl'], { cwd, input: awkward });
      expect(out).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(await readFile(join(cwd, 'out.jsonl'), 'utf8')).toBe(plain.stdout);
      const refused = await scruple([command, option, '-', '--out', 'no/out'], { cwd, input: awkward });
      expect([refused.status, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain('`no/out` cannot be written');
      expect(await scruple([command, option, '-'], { cwd, input: '' })).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
    },
  );
});

describe('JSON of a whole workspace', () => {
  const RANK = ['allow', 'review', 'block'];
  const WEIGHS = { advise: 'allow', review: 'review', block: 'block' } as const;
  interface Finding {
    readonly check: string;
    readonly risk: string | null;
    readonly gravity: keyof typeof WEIGHS;
    readonly at: object | null;
    readonly norms: ReadonlyArray<{ readonly id: string; readonly scope: string }>;
    readonly waivedBy: unknown;
  }
  interface Use {
    readonly use: string;
    readonly verdict: string;
    readonly hash: string;
    readonly findings: readonly Finding[];
    readonly notAssessed: ReadonlyArray<{ readonly required: boolean }>;
  }
  /** As the contract lists them, not as the program does. */
  const riskOf = (check: string): string | null => {
    if (check === 'seg-hec' || check === 'seg-proxy') return 'discriminatory-exclusion';
    if (check === 'seg-min-size') return 'data-overreach';
    if (check === 'ctl-why') return 'opaque-automation';
    if (check === 'use-purpose-taxonomy' || check === 'use-legal-basis') return 'data-overreach';
    const areas: Record<string, string> = {
      msg: 'manipulative-personalization',
      seg: 'vulnerability-targeting',
      bias: 'discriminatory-exclusion',
      sup: 'discriminatory-exclusion',
      auto: 'opaque-automation',
      nba: 'opaque-automation',
      src: 'data-overreach',
      acc: 'data-overreach',
    };
    return areas[check.split('-')[0]!] ?? null;
  };

  it('has every key that is named, the risk of every check, and verdicts that follow from the findings', async () => {
    const { stdout } = await scruple(['check', HARBOR, '--format', 'json', '--fail-on', 'never']);
    const report = JSON.parse(stdout) as { readonly verdict: string; readonly uses: readonly Use[] };
    const named = (value: object, keys: string) =>
      expect(Object.keys(value)).toEqual(expect.arrayContaining(keys.split(' ')));
    named(report, 'schema verdict checkedAt workspace uses problems');
    expect(report.uses.length).toBeGreaterThan(20);
    for (const use of report.uses) {
      named(use, 'use kind hash verdict findings notAssessed');
      expect(use.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
      for (const one of use.notAssessed) named(one, 'check missing required');
      let least = use.notAssessed.some(({ required }) => required) ? 1 : 0;
      for (const finding of use.findings) {
        named(finding, 'check step risk gravity at quote what why instead norms waivedBy');
        if (finding.at !== null) named(finding.at, 'file line column endLine endColumn');
        expect([finding.check, finding.risk]).toEqual([finding.check, riskOf(finding.check)]);
        for (const norm of finding.norms) expect(norm.scope).toMatch(/^(?:law|policy)$/);
        if (finding.waivedBy === null) least = Math.max(least, RANK.indexOf(WEIGHS[finding.gravity]));
      }
      expect([use.use, use.verdict]).toEqual([use.use, RANK[least]]);
    }
    const worst = Math.max(...report.uses.map(({ verdict }) => RANK.indexOf(verdict)));
    expect(report.verdict).toBe(RANK[worst]);
  });

  it('names the risk of every check there is as the contract does', async () => {
    const { allChecks } = await import('../../src/app/checks.ts');
    const wrong = [...allChecks].filter(({ id, risk }) => (risk ?? null) !== riskOf(id));
    expect(wrong.map(({ id, risk }) => [id, risk])).toEqual([]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['message', 'gone.txt'],
    ['segment', 'gone.sql'],
    ['message', '.'],
    ['segment', '.'],
  ])('%s %s is a problem with its place, beside what could be judged', async (command, file) => {
    const cwd = await inputs();
    const good = command === 'message' ? 'press.txt' : 'segment.sql';
    const { status, stdout, stderr } = await scruple(
      [command, file, good, '--format', 'json', '--fail-on', 'never'],
      { cwd },
    );
    expect([status, stderr]).toEqual([2, '']);
    const report = JSON.parse(stdout);
    expect(report.problems).toEqual([
      expect.objectContaining({
        code: expect.stringMatching(/^[a-z]+\./),
        message: expect.stringContaining(`\`${file}\``),
        hint: expect.any(String),
        at: expect.objectContaining({ file, line: 1, column: 1 }),
      }),
    ]);
    expect((report.messages ?? report.segments).map((one: { file: string }) => one.file)).toEqual([good]);
  });

  it.each<[string, string[], string]>([
    [
      'a backup of a folder without a store',
      ['backup', 'file', '--data', 'nowhere'],
      'no store in `nowhere`',
    ],
    [
      'a move of a folder without a store',
      ['move', '--data', 'nowhere', '--to', 'postgres://127.0.0.1:9/x'],
      'no store in `nowhere`',
    ],
    ['a backup that is not there', ['restore', 'gone', '--data', 'nowhere'], '`gone`'],
    ['a backup that is none', ['restore', 'press.txt', '--data', 'nowhere'], 'no backup'],
    ['a move to nowhere', ['move', '--data', 'nowhere'], 'no address of a PostgreSQL database'],
    ['a port that is none', ['serve', '--port', 'x', '--data', 'nowhere'], '`x` is no port'],
    ['no password', ['login', '--server', 'http://127.0.0.1:9'], 'stdin'],
  ])('%s is one line and a hint, exit 2, and nothing is made', async (_what, args, says) => {
    const cwd = await inputs();
    const before = (await readdir(cwd)).sort();
    const env = { DATABASE_URL: '', XDG_CONFIG_HOME: join(cwd, 'config') };
    const { status, stdout, stderr } = await scruple(args, { cwd, env });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^scruple: .+\n {2}.+\n$/);
    expect(stderr).toContain(says);
    expect((await readdir(cwd)).sort()).toEqual(before);
  });

  it('is an address of a store that is none of PostgreSQL', async () => {
    const cwd = await emptyFolder();
    for (const args of [
      ['serve', '--port', '0'],
      ['backup', 'file'],
    ]) {
      const { status, stderr } = await scruple(args, { cwd, env: { DATABASE_URL: 'mysql://db/x' } });
      expect([status, stderr]).toEqual([2, expect.stringContaining('no address of a PostgreSQL database')]);
    }
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('the store in a folder, by the command line', () => {
  it('is backed up and restored where it is named, once', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'data'));
    const env = { DATABASE_URL: '' };
    const child = spawn(process.execPath, [BIN, 'serve', '--port', '0', '--data', 'data'], {
      cwd,
      env: { ...process.env, ...env },
    });
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (piece: Buffer) => {
        if (piece.toString().includes('ready on')) resolve();
      });
      child.on('close', () => resolve());
    });
    const held = await scruple(['backup', 'file', '--data', 'data'], { cwd, env });
    expect([held.status, held.stderr]).toEqual([2, expect.stringContaining(`process ${child.pid}`)]);
    const closed = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGINT');
    expect(await closed).toBe(0);

    expect((await scruple(['backup', 'file', '--data', 'data'], { cwd, env })).status).toBe(0);
    expect((await stat(join(cwd, 'file'))).mode & 0o077).toBe(0);
    expect((await scruple(['restore', 'file', '--data', 'other'], { cwd, env })).status).toBe(0);
    const again = await scruple(['restore', 'file', '--data', 'other'], { cwd, env });
    expect(again.status).toBe(2);
    expect(again.stderr).not.toMatch(/^\s+at /m);
  });
});
