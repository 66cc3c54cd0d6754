import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type NewWorkspace, workspaceTemplate } from './template.ts';

/**
 * Writes a new workspace and gives the paths written. Nothing is overwritten: where one of its files exists already,
 * none is written. Problems: `workspace.exists`, `workspace.unreadable`.
 */
export async function startWorkspace(
  folder: string,
  answers: NewWorkspace,
): Promise<Result<readonly string[], Problem>> {
  const files = workspaceTemplate(answers);
  for (const path of files.keys()) {
    if (await exists(join(folder, path)))
      return fail(
        problem(
          'workspace.exists',
          `\`${join(folder, path)}\` exists already, and nothing is overwritten`,
          'name an empty folder',
        ),
      );
  }
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text, { flag: 'wx' });
    }
  } catch (error) {
    return fail(
      problem(
        'workspace.unreadable',
        `\`${folder}\` cannot be written (${(error as NodeJS.ErrnoException).code})`,
        'name a folder that may be written',
      ),
    );
  }
  return ok([...files.keys()]);
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}
