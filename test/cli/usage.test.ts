import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, scruple } from './run-scruple.ts';

describe('usage', () => {
  it.each([
    [[]],
    [['init']],
    [['check']],
    [['message']],
    [['segment']],
    [['verify']],
    [['evidence', 'verify']],
    [['explain']],
  ])('scruple %s --help says what it does, with examples', async (command) => {
    const { status, stdout, stderr } = await scruple([...command, '--help']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain(`Usage: ${['scruple', ...command].join(' ')}`);
    expect(stdout).toMatch(/Examples?:|Start with:/);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('knows no command that is not there', async () => {
    const { stdout } = await scruple(['--help']);
    expect([...stdout.matchAll(/^ {2}([a-z-]+) [[<]/gm)].map(([, name]) => name)).toEqual([
      'init',
      'check',
      'message',
      'segment',
      'audit',
      'gate',
      'gate-snippet',
      'verify',
      'evidence',
      'explain',
      'replay',
      'outcomes',
      'maturity',
      'board',
      'serve',
      'login',
      'push',
      'backup',
      'restore',
      'move',
    ]);
  });

  it.each<[string, string[], string, string]>([
    ['an unknown command', ['chekc'], 'unknown command `chekc`', 'write check'],
    ['an unknown option', ['check', '--fromat', 'json'], 'unknown option `--fromat`', 'write --format'],
    [
      'an unknown choice',
      ['check', '--format', 'pdf'],
      '`pdf`',
      'Allowed choices are text, json, sarif, html',
    ],
    ['an unknown threshold', ['check', '--fail-on', 'always'], '`always`', 'never, advise, review, block'],
    ['no file', ['message'], 'missing required argument `file`', '--help'],
    ['a time that is none', ['check', '--at', 'tomorrow'], '`tomorrow` is no time', 'write it as'],
    ['a day that does not exist', ['check', '--at', '2026-02-30'], '`2026-02-30` is no time', 'write it as'],
    ['stdin without a format', ['message', '-'], 'no file name', 'add --as'],
    ['two kinds of lines', ['segment', '--lines', '--names', '-'], 'exclude each other', 'leave one'],
    [
      'values in a format that leaves the machine',
      ['check', '--show-values', '--format', 'json'],
      '--show-values works with',
      'leave',
    ],
    [
      'a check that does not exist',
      ['explain', 'auto-lgo'],
      'no check `auto-lgo`',
      'scruple explain auto-log',
    ],
    [
      'a schema that is none',
      ['segment', 'x.sql', '--schema', 'gone.json'],
      'no file `gone.json`',
      'mend the path',
    ],
    ['what could steer a terminal', ['check', '--at', '\u001b[31mred'], '`␛[31mred`', 'write it as'],
  ])('%s ends with 2, one line and a hint', async (_title, args, message, hint) => {
    const { status, stdout, stderr } = await scruple(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^scruple: .+\n {2}.+\n$/);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('without a command shows the help and ends with 2', async () => {
    const { status, stdout } = await scruple([]);
    expect(status).toBe(2);
    expect(stdout).toContain('Usage: scruple');
  });

  it('loads neither parsers nor engines to show its help', () => {
    const hooks = `import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { process.stderr.write(url + '\\n'); return next(url, context); } });`;
    const ran = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(hooks)}`, 'bin/scruple.js', '--help'],
      { cwd: new URL('../../', import.meta.url), encoding: 'utf8' },
    );
    const loaded = ran.stderr.split('\n').filter((line) => line.startsWith('file:'));
    expect(loaded.length).toBeGreaterThan(3);
    const heavy =
      /polyglot|libpg-query|duckdb|cedar|pglite|fastify|better-auth|htmlparser2|\/eld\/|src\/playbook\//;
    expect(loaded.filter((url) => heavy.test(url))).toEqual([]);
  });
});

describe('explain', () => {
  it('prints the page of a check', async () => {
    const { status, stdout } = await scruple(['explain', 'auto-log']);
    expect(status).toBe(0);
    expect(stdout.startsWith('auto-log\n')).toBe(true);
    for (const heading of [
      'Avoid',
      'Prefer',
      'Why it harms',
      'When it is legitimate',
      'What it cannot see',
      'Norms',
      'Options',
    ])
      expect(stdout).toContain(`\n${heading}\n`);
    expect(stdout).not.toContain('```');
  });
});

describe('init', () => {
  it('starts a workspace, asks nothing without a terminal, and marks it as fictional', async () => {
    const folder = await emptyFolder();
    const { status, stdout, stderr } = await scruple(['init', 'my shop', '--yes'], { cwd: folder });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('scruple check "my shop"');
    expect(await readdir(join(folder, 'my shop'))).toEqual(
      expect.arrayContaining(['boundaries', 'datamap', 'facts.yaml', 'scruple.yaml', 'uses', 'waivers.yaml']),
    );
    for (const path of [
      'scruple.yaml',
      'datamap/shop.yaml',
      'facts.yaml',
      'uses/season-letter/use.yaml',
      'uses/season-letter/letter.txt',
    ])
      expect((await readFile(join(folder, 'my shop', path), 'utf8')).toLowerCase()).toContain('fictional');
    expect((await scruple(['init'], { cwd: await emptyFolder() })).status).toBe(0);
  });

  it('writes a workflow that runs the version that wrote it', async () => {
    const folder = await emptyFolder();
    expect((await scruple(['init', '.', '--yes'], { cwd: folder })).status).toBe(0);
    const version = (await scruple(['--version'])).stdout.trim();
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(await readFile(join(folder, '.github/workflows/scruple.yml'), 'utf8')).toContain(
      `npx --yes scruple@${version} check`,
    );
  });

  it('overwrites nothing, and then writes nothing', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'facts.yaml'), 'mine');
    const { status, stderr } = await scruple(['init', '--yes'], { cwd: folder });
    expect(status).toBe(2);
    expect(stderr).toContain('exists already');
    expect(await readdir(folder)).toEqual(['facts.yaml']);
    expect(await readFile(join(folder, 'facts.yaml'), 'utf8')).toBe('mine');
  });
});
