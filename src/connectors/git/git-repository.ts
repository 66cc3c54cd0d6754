import type { FileHistory, FileVersion, History } from '../../kernel/ports/history.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseBatch } from './parse-batch.ts';
import { runGit } from './run-git.ts';

/** The most versions of one file that are read. */
const MAXIMUM_VERSIONS = 500;
/** In bytes: how much of a revision is read in one go. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** A file of a revision. A link holds the path that it leads to. */
export interface RevisionFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly isLink: boolean;
}

export interface GitRepository extends History {
  /**
   * Hands over each file of the folder as a revision has it, byte for byte: no filter that the repository names is run,
   * as a checkout would. Submodules and files over the limit of one answer are left out. Problems: `git.unavailable`.
   */
  eachFileAt(revision: string, take: (file: RevisionFile) => Promise<void>): Promise<Result<null, Problem>>;
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

    async eachFileAt(revision, take) {
      const commit = await commitOf(revision);
      if (!commit.ok) return commit;
      const listed = await runGit(folder, ['ls-tree', '-r', '-z', '--long', commit.value, '--', '.']);
      if (!listed.ok) return listed;
      for (const group of inGroups(entriesOf(listed.value))) {
        const blobs = await readBlobs(
          folder,
          group.map(({ object }) => object),
        );
        if (!blobs.ok) return blobs;
        for (const [index, bytes] of blobs.value.entries()) {
          const { path, isLink } = group[index]!;
          if (bytes !== null) await take({ path, bytes, isLink });
        }
      }
      return ok(null);
    },
  };
}

interface TreeEntry {
  readonly object: string;
  readonly size: number;
  readonly path: string;
  readonly isLink: boolean;
}

/** The plain files and links of `ls-tree --long -z`. */
function entriesOf(listed: Buffer): TreeEntry[] {
  return listed
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const found = /^(\d{6}) blob ([0-9a-f]{40,64}) +(\d+)\t([\s\S]+)$/.exec(line);
      if (found === null) return [];
      const [, mode, object, size, path] = found;
      // A crafted tree can hold names that no working tree has, and that would lead out of the folder.
      if (path!.split(/[/\\]/).some((part) => part === '..' || part === '.' || part === '')) return [];
      return [{ object: object!, size: Number(size), path: path!, isLink: mode === '120000' }];
    });
}

/** Groups of entries that one answer of git can hold. */
function* inGroups(entries: readonly TreeEntry[]): Generator<TreeEntry[]> {
  let group: TreeEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    if (entry.size > LARGEST_ANSWER) continue;
    if (bytes + entry.size > LARGEST_ANSWER) {
      yield group;
      [group, bytes] = [[], 0];
    }
    group.push(entry);
    bytes += entry.size;
  }
  if (group.length > 0) yield group;
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
