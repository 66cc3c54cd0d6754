import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitRepository } from '../connectors/git/git-repository.ts';
import type { Problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';

export interface MaterializedRevision {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Writes a folder as it was at a revision into a folder of its own; the repository is only read, and nothing that it
 * names is run. Problems: `git.unavailable`.
 */
export async function materialize(
  folder: string,
  revision: string,
): Promise<Result<MaterializedRevision, Problem>> {
  const path = await mkdtemp(join(tmpdir(), 'scruple-revision-'));
  const remove = () => rm(path, { recursive: true, force: true });
  try {
    const written = await gitRepository(folder).eachFileAt(revision, async (file) => {
      const target = join(path, file.path);
      await mkdir(dirname(target), { recursive: true });
      if (file.isLink) await symlink(file.bytes.toString('utf8'), target);
      else await writeFile(target, file.bytes);
    });
    if (written.ok) return ok({ path, remove });
    await remove();
    return written;
  } catch (error) {
    await remove();
    throw error;
  }
}
