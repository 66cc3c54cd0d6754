import type { FileHistory, FileVersion, History } from '../../kernel/ports/history.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseBatch } from './parse-batch.ts';
import { runGit } from './run-git.ts';

/** The most versions of one file that are read. */
const MAXIMUM_VERSIONS = 500;

export interface GitRepository extends History {
  /**
   * Paths inside the folder that differ between a revision and the working tree: changed, added, deleted, renamed (both
   * names) and untracked, but not what `.gitignore` leaves out. Sorted, with `/` between folders.
   */
  changedSince(revision: string): Promise<Result<readonly string[], Problem>>;
  /** A file of the folder as a revision has it; `null` where the revision has no such file. */
  fileAt(revision: string, path: string): Promise<Result<Buffer | null, Problem>>;
}

/** The git repository around a folder, read with the git program. Paths are relative to the folder. */
export function gitRepository(folder: string): GitRepository {
  const commitOf = async (revision: string): Promise<Result<string, Problem>> => {
    const found = await runGit(folder, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    ]);
    if (found.ok) return ok(found.value.toString('utf8').trim());
    return /cannot answer/.test(found.problem.message)
      ? fail(
          problem(
            'git.unavailable',
            `\`${revision}\` is no revision of this repository`,
            'name a commit, branch or tag that is here; a shallow clone may lack it',
          ),
        )
      : found;
  };

  return {
    async versions(path): Promise<Result<FileHistory, Problem>> {
      const shallow = await runGit(folder, ['rev-parse', '--is-shallow-repository']);
      if (!shallow.ok) return shallow;
      const log = await runGit(folder, [
        'log',
        '--full-history',
        '--no-renames',
        `--max-count=${MAXIMUM_VERSIONS + 1}`,
        '--format=%H %ct',
        '--',
        path,
      ]);
      // A repository without a commit has no history, which is all of it.
      if (!log.ok)
        return /does not have any commits/.test(log.problem.message)
          ? ok({ versions: [], complete: true })
          : log;
      const commits = log.value
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split(' '));
      const read = commits.slice(0, MAXIMUM_VERSIONS);
      const blobs = await readBlobs(
        folder,
        read.map(([commit]) => `${commit}:./${path}`),
      );
      if (!blobs.ok) return blobs;
      const versions: FileVersion[] = [];
      for (const [index, blob] of blobs.value.entries()) {
        const [commit, seconds] = read[index]!;
        if (blob === null || versions.at(-1)?.text === blob.toString('utf8')) continue;
        versions.push({ commit: commit!, at: new Date(Number(seconds) * 1000), text: blob.toString('utf8') });
      }
      const complete =
        shallow.value.toString('utf8').trim() === 'false' && commits.length <= MAXIMUM_VERSIONS;
      return ok({ versions, complete });
    },

    async changedSince(revision) {
      const commit = await commitOf(revision);
      if (!commit.ok) return commit;
      const tracked = await runGit(folder, [
        'diff',
        '--name-only',
        '--no-renames',
        '--no-ext-diff',
        '--no-textconv',
        '--ignore-submodules=all',
        '--relative',
        '-z',
        commit.value,
        '--',
        '.',
      ]);
      if (!tracked.ok) return tracked;
      const untracked = await runGit(folder, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
      if (!untracked.ok) return untracked;
      const paths = [tracked.value, untracked.value].flatMap((printed) =>
        printed.toString('utf8').split('\0'),
      );
      return ok([...new Set(paths.filter((path) => path !== ''))].sort());
    },

    async fileAt(revision, path) {
      const commit = await commitOf(revision);
      if (!commit.ok) return commit;
      const blobs = await readBlobs(folder, [`${commit.value}:./${path}`]);
      return blobs.ok ? ok(blobs.value[0] ?? null) : blobs;
    },
  };
}

async function readBlobs(
  folder: string,
  names: readonly string[],
): Promise<Result<readonly (Buffer | null)[], Problem>> {
  if (names.length === 0) return ok([]);
  if (names.some((name) => /[\n\0]/.test(name))) return ok(names.map(() => null));
  const printed = await runGit(folder, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  return printed.ok ? ok(parseBatch(printed.value)) : printed;
}
