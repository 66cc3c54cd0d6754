import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, type Ran, scruple } from './run-scruple.ts';

const golden = fileURLToPath(new URL('../golden/workspace/', import.meta.url));
const AT = ['--at', '2026-11-20T09:00:00Z'];

interface Report {
  verdict: string;
  checkedAt: string;
  exampleClock: boolean;
  uses: Array<{ use: string; verdict: string }>;
  problems: Array<{ code: string; at: { file: string; line: number; column: number } | null }>;
}
function reportOf({ stdout, stderr }: Ran): Report {
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}
const usesOf = (ran: Ran): string[] => reportOf(ran).uses.map(({ use }) => use);

/** The golden workspace in a folder of its own, without the card that cannot be read. */
async function shop(): Promise<string> {
  const folder = join(await emptyFolder(), 'shop');
  await mkdir(folder);
  await cp(golden, folder, { recursive: true });
  await rm(join(folder, 'uses/broken-card'), { recursive: true });
  return folder;
}
const check = (cwd: string, ...args: string[]) =>
  scruple(['check', ...args, '--format', 'json', ...AT], { cwd });

describe('what is checked', () => {
  it('is the workspace here, above, or named; or the uses that are named by id, folder or card', async () => {
    const folder = await shop();
    const all = ['season-letter', 'vip-dinner', 'winback-arrears'];
    expect(usesOf(await check(folder))).toEqual(all);
    expect(usesOf(await check(join(folder, 'uses/vip-dinner')))).toEqual(all);
    expect(usesOf(await check(join(folder, '..'), 'shop'))).toEqual(all);
    expect(usesOf(await check(folder, 'vip-dinner'))).toEqual(['vip-dinner']);
    expect(usesOf(await check(join(folder, '..'), 'vip-dinner', 'shop'))).toEqual(['vip-dinner']);
    expect(
      usesOf(await check(join(folder, '..'), 'shop/uses/vip-dinner', 'shop/uses/season-letter/use.yaml')),
    ).toEqual(['season-letter', 'vip-dinner']);
  });

  it.each([
    ['a use that does not exist', ['vip-diner'], 'card.unknown-use', 'vip-dinner'],
    ['a folder that does not exist', ['nowhere/'], 'workspace.not-found', ''],
  ])('%s is a problem, and nothing passes', async (_title, args, code, hint) => {
    const ran = await check(await shop(), ...args);
    expect(ran.status).toBe(2);
    expect(reportOf(ran).problems).toMatchObject([{ code }]);
    expect(ran.stdout).toContain(hint);
    expect(reportOf(ran).uses).toEqual([]);
  });

  it('refuses two workspaces at once', async () => {
    const folder = join(await shop(), '..');
    await cp(join(folder, 'shop'), join(folder, 'other'), { recursive: true });
    const ran = await check(folder, 'shop', 'other');
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('`other` lies in another workspace');
  });
});

describe('exit status', () => {
  it.each([
    ['never', 0],
    ['advise', 1],
    ['review', 1],
    ['block', 1],
  ])('with --fail-on %s is %i for a blocked use', async (failOn, status) => {
    expect(
      (await scruple(['check', 'winback-arrears', '--fail-on', failOn, ...AT], { cwd: await shop() })).status,
    ).toBe(status);
  });

  it('is 2 with a problem, and the other uses are judged', async () => {
    const folder = await shop();
    await writeFile(join(folder, 'uses/vip-dinner/use.yaml'), 'use: vip-dinner\nkind: [\n');
    const ran = await check(folder, '--fail-on', 'never');
    expect(ran.status).toBe(2);
    expect(reportOf(ran).problems[0]).toMatchObject({
      code: 'yaml.invalid',
      at: { file: 'uses/vip-dinner/use.yaml' },
    });
    expect(reportOf(ran).uses.find(({ use }) => use === 'winback-arrears')?.verdict).toBe('block');
    expect(reportOf(ran).uses.find(({ use }) => use === 'vip-dinner')?.verdict).not.toBe('allow');
  });
});

describe('bad input', () => {
  it.each<[string, (folder: string) => Promise<unknown>, string]>([
    [
      'binary',
      (folder) => writeFile(join(folder, 'uses/vip-dinner/segment.sql'), Buffer.from([0, 1, 2, 3])),
      'file.binary',
    ],
    [
      'Latin-1',
      (folder) =>
        writeFile(join(folder, 'uses/vip-dinner/letter.txt'), Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65])),
      'file.encoding',
    ],
    [
      '50 MB',
      (folder) => writeFile(join(folder, 'uses/vip-dinner/letter.txt'), Buffer.alloc(50_000_000, 'a')),
      'file.too-large',
    ],
    ['a missing file', (folder) => rm(join(folder, 'uses/vip-dinner/segment.sql')), 'file.missing'],
    [
      'a link out of the workspace',
      async (folder) => {
        await rm(join(folder, 'uses/vip-dinner/letter.txt'));
        await symlink('/etc/hostname', join(folder, 'uses/vip-dinner/letter.txt'));
      },
      'file.outside',
    ],
    [
      'aliases that explode',
      (folder) =>
        writeFile(
          join(folder, 'waivers.yaml'),
          `a: &a [x]\n${[...'bcdefghij'].map((key, index) => `${key}: &${key} [${`*${'abcdefghij'[index]},`.repeat(10)}]`).join('\n')}\n`,
        ),
      'yaml.',
    ],
    ['deep nesting', (folder) => writeFile(join(folder, 'facts.yaml'), '['.repeat(5000)), 'yaml.'],
    [
      'SQL that is none',
      (folder) => writeFile(join(folder, 'uses/vip-dinner/segment.sql'), 'selec from where'),
      'segment.invalid',
    ],
    [
      'Cedar that is none',
      (folder) => writeFile(join(folder, 'boundaries/house.cedar'), 'forbid (principal'),
      'boundary.',
    ],
  ])('%s is a problem with its place, exit 2, and no trace', async (_title, spoil, code) => {
    const folder = await shop();
    await spoil(folder);
    const ran = await check(folder);
    expect(ran.status, ran.stderr).toBe(2);
    expect(ran.stderr).toBe('');
    expect(
      reportOf(ran)
        .problems.map((problem) => problem.code)
        .join(' '),
    ).toContain(code);
    expect(reportOf(ran).problems.every(({ at }) => at === null || at.line >= 1)).toBe(true);
    expect(reportOf(ran).uses.find(({ use }) => use === 'winback-arrears')?.verdict).toBe('block');
  });

  it('reads Windows line ends, a byte order mark and UTF-16 as the same words at the same place', async () => {
    const folder = await shop();
    const plain = await check(folder, 'winback-arrears');
    const segment = join(folder, 'uses/winback-arrears/segment.sql');
    const text = await readFile(segment, 'utf8');
    await writeFile(
      segment,
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll('\n', '\r\n'), 'utf16le')]),
    );
    const card = join(folder, 'uses/winback-arrears/use.yaml');
    await writeFile(card, `\ufeff${(await readFile(card, 'utf8')).replaceAll('\n', '\r\n')}`);
    const other = await check(folder, 'winback-arrears');
    expect(other.stdout).toBe(plain.stdout);
  });
});

describe('output', () => {
  it('repeats --at, and says when an example fixes its own clock', async () => {
    const folder = await shop();
    expect(reportOf(await check(folder))).toMatchObject({
      checkedAt: '2026-11-20T09:00:00.000Z',
      exampleClock: false,
    });
    const fixed = await scruple(['check'], { cwd: folder });
    expect(fixed.stdout.split('\n').slice(0, 2).join(' ')).toContain(
      'its clock is fixed at 2026-11-20 09:00 UTC',
    );
  });

  it('goes to a file, and says where it cannot', async () => {
    const folder = await shop();
    const ran = await scruple(['check', '--format', 'html', '--out', 'report.html', '--fail-on', 'never'], {
      cwd: folder,
    });
    expect(ran).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
    const refused = await scruple(['check', '--out', 'gone/report.txt'], { cwd: folder });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toBe(
      'scruple: `gone/report.txt` cannot be written (ENOENT)\n  name a file in a folder that exists and may be written\n',
    );
  });

  it('has no colour in a pipe, and the workspace stays as it was', async () => {
    const folder = await shop();
    const before = (await readdir(folder, { recursive: true })).sort();
    expect((await scruple(['check'], { cwd: folder })).stdout).not.toContain('\u001b');
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(before);
  });

  it('shows values only in text and only where asked', async () => {
    const folder = await shop();
    expect((await scruple(['check', 'vip-dinner', 'winback-arrears'], { cwd: folder })).stdout).not.toContain(
      '@people.example',
    );
    expect((await scruple(['check', 'winback-arrears', '--show-values'], { cwd: folder })).stdout).toContain(
      "'ada@people.example'",
    );
  });

  it('gives the same bytes to two processes at once', async () => {
    const folder = await shop();
    const [one, two] = await Promise.all([check(folder), check(folder)]);
    expect(one.stdout).toBe(two.stdout);
  });
});
