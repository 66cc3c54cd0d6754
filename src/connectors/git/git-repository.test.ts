import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { gitRepository, type RevisionFile } from './git-repository.ts';
import { parseBatch } from './parse-batch.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'scruple-git-'));
  folders.push(folder);
  return folder;
};
const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Alice', '-c', 'user.email=alice@shop.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const write = (folder: string, path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const commit = (folder: string, message: string): string => {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', message);
  return git(folder, 'rev-parse', 'HEAD').trim();
};
const repository = (): string => {
  const folder = temporary();
  git(folder, 'init', '-q', '-b', 'main');
  return folder;
};

describe('versions of a file', () => {
  it('gives each version, newest first, through deletion and return', async () => {
    const folder = repository();
    write(folder, 'facts.yaml', 'a: 1\n');
    commit(folder, 'one');
    write(folder, 'facts.yaml', 'a: 2 ünï\n');
    const second = commit(folder, 'two');
    write(folder, 'other.txt', 'x');
    commit(folder, 'unrelated');
    rmSync(join(folder, 'facts.yaml'));
    commit(folder, 'gone');
    write(folder, 'facts.yaml', 'a: 3\n');
    commit(folder, 'back');
    const history = await gitRepository(folder).versions('facts.yaml');
    if (!history.ok) throw new Error(history.problem.message);
    expect(history.value.complete).toBe(true);
    expect(history.value.versions.map(({ text }) => text)).toEqual(['a: 3\n', 'a: 2 ünï\n', 'a: 1\n']);
    expect(history.value.versions[1]!.commit).toBe(second);
    expect(Math.abs(history.value.versions[0]!.at.getTime() - Date.now())).toBeLessThan(600_000);
  });

  it('works in a folder of a larger repository, with odd names', async () => {
    const folder = repository();
    write(folder, 'apps/shop [1]/facts*.yaml', 'a: 1\n');
    write(folder, 'apps/shop [1]/factsX.yaml', 'a: 9\n');
    commit(folder, 'one');
    const history = await gitRepository(join(folder, 'apps/shop [1]')).versions('facts*.yaml');
    expect(history).toMatchObject({ value: { versions: [{ text: 'a: 1\n' }], complete: true } });
  });

  it('sees a value that only a merged branch had', async () => {
    const folder = repository();
    write(folder, 'facts.yaml', 'a: 1\n');
    commit(folder, 'one');
    git(folder, 'checkout', '-q', '-b', 'side');
    write(folder, 'facts.yaml', 'a: 2\n');
    commit(folder, 'side');
    git(folder, 'checkout', '-q', 'main');
    write(folder, 'b.txt', 'b');
    commit(folder, 'main');
    git(folder, 'merge', '-q', '-s', 'ours', '--no-edit', 'side');
    const history = await gitRepository(folder).versions('facts.yaml');
    expect(history.ok && [...new Set(history.value.versions.map(({ text }) => text))].sort()).toEqual([
      'a: 1\n',
      'a: 2\n',
    ]);
  });

  it('says where it cannot see all', async () => {
    const folder = repository();
    for (const value of [1, 2, 3]) {
      write(folder, 'facts.yaml', `a: ${value}\n`);
      commit(folder, String(value));
    }
    const clone = join(temporary(), 'clone');
    git(folder, 'clone', '-q', '--depth', '1', `file://${folder}`, clone);
    expect(await gitRepository(clone).versions('facts.yaml')).toMatchObject({
      value: { complete: false, versions: [{}] },
    });
  });

  it('has nothing to say of a repository without commits, and a problem outside of git', async () => {
    expect(await gitRepository(repository()).versions('facts.yaml')).toEqual({
      ok: true,
      value: { versions: [], complete: true },
    });
    const outside = await gitRepository(temporary()).versions('facts.yaml');
    expect(outside).toMatchObject({
      problem: { code: 'git.unavailable', message: 'the folder is in no git repository' },
    });
    expect(await gitRepository('/nonexistent').versions('facts.yaml')).toMatchObject({
      problem: { code: 'git.unavailable' },
    });
  });

  it('takes an option for a file name, and no line break', async () => {
    const folder = repository();
    write(folder, '--output=x', 'a');
    commit(folder, 'one');
    expect(await gitRepository(folder).versions('--output=x')).toMatchObject({
      value: { versions: [{ text: 'a' }] },
    });
    expect(await gitRepository(folder).versions('a\nb')).toMatchObject({ value: { versions: [] } });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });
});

const filesAt = async (folder: string, revision: string) => {
  const files: RevisionFile[] = [];
  const read = await gitRepository(folder).eachFileAt(revision, async (file) => void files.push(file));
  return read.ok ? files.sort((one, other) => (one.path < other.path ? -1 : 1)) : read.problem.code;
};

describe('the files of a revision', () => {
  it('come byte for byte, those of the folder alone, whatever became of them', async () => {
    const folder = repository();
    const bytes = Buffer.from([0, 10, 255, 13, 10]);
    write(folder, 'shop/näme\n.txt', 'a');
    writeFileSync(join(folder, 'shop/bytes.bin'), bytes);
    symlinkSync('../../outside.txt', join(folder, 'shop/link'));
    write(folder, 'outside.txt', 'x');
    const first = commit(folder, 'one');
    write(folder, 'shop/näme\n.txt', 'b');
    rmSync(join(folder, 'shop/bytes.bin'));
    expect(await filesAt(join(folder, 'shop'), first.slice(0, 10))).toEqual([
      { path: 'bytes.bin', bytes, isLink: false },
      { path: 'link', bytes: Buffer.from('../../outside.txt'), isLink: true },
      { path: 'näme\n.txt', bytes: Buffer.from('a'), isLink: false },
    ]);
  });

  it('are none where the revision has no such folder', async () => {
    const folder = repository();
    write(folder, 'a.txt', 'a');
    commit(folder, 'one');
    mkdirSync(join(folder, 'new'));
    expect(await filesAt(join(folder, 'new'), 'HEAD')).toEqual([]);
  });

  it.each(['nowhere', '--output=x', '', 'main; rm -rf .', '$(id)', 'main:outside.txt'])(
    'refuses `%s`',
    async (revision) => {
      const folder = repository();
      write(folder, 'outside.txt', 'x');
      commit(folder, 'one');
      expect(await filesAt(folder, revision)).toBe('git.unavailable');
      expect(existsSync(join(folder, 'x'))).toBe(false);
    },
  );
});

describe('a hostile repository', () => {
  it('runs no program that it names', async () => {
    const folder = repository();
    const trap = join(folder, 'trap.sh');
    const sprung = join(temporary(), 'sprung');
    writeFileSync(trap, `#!/bin/sh\ntouch ${sprung}\ncat "$@" 2>/dev/null\n`);
    chmodSync(trap, 0o755);
    write(folder, '.gitattributes', '*.txt diff=trap filter=trap\n');
    write(folder, 'a.txt', 'a');
    commit(folder, 'one');
    for (const way of ['clean', 'smudge', 'process']) git(folder, 'config', `filter.trap.${way}`, trap);
    git(folder, 'config', 'core.fsmonitor', trap);
    git(folder, 'config', 'core.hooksPath', folder);
    git(folder, 'config', 'core.pager', trap);
    git(folder, 'config', 'diff.external', trap);
    git(folder, 'config', 'diff.trap.command', trap);
    git(folder, 'config', 'diff.trap.textconv', trap);
    write(folder, 'a.txt', 'b');
    await filesAt(folder, 'HEAD');
    await gitRepository(folder).versions('a.txt');
    expect(existsSync(sprung)).toBe(false);
  });

  it('leads nowhere by a crafted tree', async () => {
    const folder = repository();
    write(folder, 'a.txt', 'a');
    commit(folder, 'one');
    const made = (line: string): string =>
      execFileSync('git', ['mktree'], { cwd: folder, input: line, encoding: 'utf8' }).trim();
    const blob = git(folder, 'rev-parse', 'HEAD:a.txt').trim();
    const inner = made(`100644 blob ${blob}\tout.txt\n`);
    const tree = made(`040000 tree ${inner}\t..\n100644 blob ${blob}\tin.txt\n`);
    const crafted = git(folder, 'commit-tree', '-m', 'crafted', tree).trim();
    expect(git(folder, 'ls-tree', '-r', '--name-only', crafted)).toContain('../out.txt');
    expect(await filesAt(folder, crafted)).toMatchObject([{ path: 'in.txt' }]);
  });

  it('is not led astray by a bare repository among the files', async () => {
    const folder = temporary();
    git(folder, 'init', '-q', '--bare', 'shop');
    expect(await gitRepository(join(folder, 'shop')).versions('facts.yaml')).toMatchObject({
      problem: { code: 'git.unavailable' },
    });
  });
});

it('reads no more of a batch than is there', () => {
  expect(parseBatch(Buffer.from(`${'a'.repeat(40)} blob 10\nabc`))).toEqual([null]);
  expect(parseBatch(Buffer.from('HEAD:x missing\n'))).toEqual([null]);
  expect(parseBatch(Buffer.from(`${'a'.repeat(40)} blob 0\n\nHEAD:x missing\n`))).toEqual([
    Buffer.alloc(0),
    null,
  ]);
  expect(parseBatch(Buffer.alloc(0))).toEqual([]);
});
