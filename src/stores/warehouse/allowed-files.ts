import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** The most files that a named folder may open. */
const MAXIMUM_FILES = 10_000;

/**
 * The exact files that may be read, each as it was named and as it really is. A folder stands for the plain files in it
 * now; links inside it are left out, because the engine compares names and would follow them. A path inside `root` that
 * really lies outside it is refused. Problems: `file.missing`, `file.outside`, `file.unknown-kind`, `file.too-large`.
 */
export async function allowedFiles(
  paths: readonly string[],
  root: string | undefined,
): Promise<Result<readonly string[], Problem>> {
  const files = new Set<string>();
  for (const path of paths) {
    const named = resolve(root ?? '.', path);
    const checked = await realFile(named, root);
    if (!checked.ok) return checked;
    if (!(await stat(checked.value)).isDirectory()) {
      files.add(named).add(checked.value);
      continue;
    }
    for (const inside of await filesIn(checked.value)) {
      files.add(inside).add(join(named, relative(checked.value, inside)));
      if (files.size > 2 * MAXIMUM_FILES)
        return fail(
          problem(
            'file.too-large',
            `the folder \`${path}\` holds over ${MAXIMUM_FILES} files`,
            'name the files that facts need',
          ),
        );
    }
  }
  return ok([...files]);
}

/** Where a named file or folder really lies. */
export async function realFile(path: string, root: string | undefined): Promise<Result<string, Problem>> {
  const named = resolve(root ?? '.', path);
  try {
    const real = await realpath(named);
    if (root !== undefined && isInside(named, resolve(root)) && !isInside(real, await realpath(root)))
      return fail(
        problem(
          'file.outside',
          `\`${path}\` is a link out of the workspace`,
          'put the file into the workspace',
        ),
      );
    const status = await stat(real);
    if (!status.isFile() && !status.isDirectory())
      return fail(
        problem('file.unknown-kind', `\`${path}\` is neither a file nor a folder`, 'name a plain file'),
      );
    return ok(real);
  } catch {
    return fail(
      problem(
        'file.missing',
        `\`${path}\` does not exist or cannot be read`,
        'correct the path in scruple.yaml',
      ),
    );
  }
}

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);

async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true })) {
    if (found.length > MAXIMUM_FILES) break;
    const path = join(folder, entry);
    if ((await lstat(path)).isFile() && (await realpath(path)) === path) found.push(path);
  }
  return found;
}
