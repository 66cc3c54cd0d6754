import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Problem, problem } from '../kernel/problem.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

export interface MaterializedRevision {
  readonly path: string;
  remove(): Promise<void>;
}

/** Writes a folder as it was at a revision into a folder of its own; the repository is only read. */
export async function materialize(
  folder: string,
  revision: string,
): Promise<Result<MaterializedRevision, Problem>> {
  const path = await mkdtemp(join(tmpdir(), 'scruple-revision-'));
  const remove = () => rm(path, { recursive: true, force: true });
  const git = (...parameters: string[]) =>
    promisify(execFile)(
      'git',
      ['-C', folder, '-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', ...parameters],
      {
        env: { ...process.env, GIT_INDEX_FILE: join(path, '.index'), GIT_OPTIONAL_LOCKS: '0' },
      },
    );
  try {
    // A revision is a name, never an option: git would take one that starts with a hyphen as its own.
    const { stdout: commit } = await git(
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    );
    const { stdout: prefix } = await git('rev-parse', '--show-prefix');
    await git('read-tree', `${commit.trim()}:${prefix.trim()}`);
    await git('checkout-index', '--all', `--prefix=${path}/`);
    return ok({ path, remove });
  } catch {
    await remove();
    return fail(
      problem(
        'git.unavailable',
        `the revision \`${revision}\` of this folder cannot be read`,
        'name a revision of the repository that the workspace lies in; in a shallow clone fetch it first',
      ),
    );
  }
}
