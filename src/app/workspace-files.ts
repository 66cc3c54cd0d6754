import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { decodeText } from '../kernel/decode-text.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Location, SourceText } from '../kernel/source-text.ts';
import { isVaultFile } from './audit/vault-files.ts';

/** The most bytes of a text file that is read; a larger one is no definition that a person reviews. */
export const MAXIMUM_FILE_BYTES = 4 * 1024 * 1024;

/** Reads the files of a workspace, and none outside it: links and paths that lead out are refused. */
export class WorkspaceFiles {
  readonly root: string;
  readonly sources = new Map<string, SourceText>();
  readonly #reading = new Map<string, Promise<Result<SourceText, Problem>>>();

  private constructor(root: string) {
    this.root = root;
  }

  /** Problems: `workspace.not-found`. */
  static async open(folder: string): Promise<Result<WorkspaceFiles, Problem>> {
    try {
      return ok(new WorkspaceFiles(await realpath(folder)));
    } catch {
      return fail(
        problem(
          'workspace.not-found',
          `there is no folder \`${folder}\``,
          'name the folder that holds scruple.yaml',
        ),
      );
    }
  }

  /** Text of a file by its path from the root; `from` is the place that names it. Problems: `file.*`. */
  async read(path: string, from: Location | null = null): Promise<Result<SourceText, Problem>> {
    const known = await this.#reading.get(path);
    // A problem names the place that refers to the file, so each place asks anew.
    if (known !== undefined && (known.ok || from === null)) return known;
    const reading = this.#read(path, from);
    this.#reading.set(path, reading);
    return reading;
  }

  /** Path from the root of a file that is named in the file `from`, as `uses/a/segment.sql`. */
  relativeTo(from: string, path: string): string {
    return relative(this.root, resolve(this.root, dirname(from), path))
      .split(sep)
      .join('/');
  }

  /** The absolute path of a data file inside the workspace. Problems: `file.missing`, `file.outside`. */
  async locate(path: string, from: Location | null = null): Promise<Result<string, Problem>> {
    const absolute = resolve(this.root, path);
    const outside = problem(
      'file.outside',
      `\`${path}\` leads out of the workspace`,
      'keep the file inside the workspace folder',
      from,
    );
    if (!this.#isInside(absolute)) return fail(outside);
    try {
      const real = await realpath(absolute);
      return this.#isInside(real) ? ok(real) : fail(outside);
    } catch {
      return fail(
        problem('file.missing', `there is no file \`${path}\``, 'mend the path, or add the file', from),
      );
    }
  }

  /** Names of the entries of a folder, sorted; empty where the folder does not exist. */
  async list(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> {
    const absolute = resolve(this.root, folder);
    if (!this.#isInside(absolute)) return [];
    try {
      const real = await realpath(absolute);
      if (!this.#isInside(real)) return [];
      const entries = await readdir(real, { withFileTypes: true });
      return entries
        .filter(({ name }) => !name.startsWith('.'))
        .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      return [];
    }
  }

  /** All files of a folder with one of the endings, at any depth, by path from the root, sorted. */
  async find(folder: string, endings: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { name, isFolder } of await this.list(folder)) {
      const path = join(folder, name).split(sep).join('/');
      if (isFolder) found.push(...(await this.find(path, endings)));
      else if (endings.some((ending) => name.endsWith(ending))) found.push(path);
    }
    return found;
  }

  #isInside(absolute: string): boolean {
    return absolute === this.root || absolute.startsWith(this.root + sep);
  }

  async #read(path: string, from: Location | null): Promise<Result<SourceText, Problem>> {
    const located = await this.locate(path, from);
    if (!located.ok) return located;
    if (isVaultFile(located.value))
      return fail(
        problem(
          'workspace.unreadable',
          `\`${path}\` is a vault, which only an audit may read`,
          'name the definition of the people, and not their attributes',
          from,
        ),
      );
    const handle = await openFile(located.value);
    if (handle === null)
      return fail(
        problem(
          'workspace.unreadable',
          `\`${path}\` cannot be read`,
          'check what it is and who may read it',
          from,
        ),
      );
    try {
      const { size } = await handle.stat();
      if (size > MAXIMUM_FILE_BYTES)
        return fail(
          problem(
            'file.too-large',
            `\`${path}\` has ${size} bytes, and at most ${MAXIMUM_FILE_BYTES} are read`,
            'split it, or name the definition and not the data',
            from,
          ),
        );
      const text = decodeText(path, await handle.readFile());
      if (text.ok) this.sources.set(path, text.value);
      return text;
    } finally {
      await handle.close();
    }
  }
}

/** A regular file opened for reading, or `null`: a pipe or device would wait for ever. */
async function openFile(path: string) {
  try {
    return (await lstat(path)).isFile() ? await open(path, 'r') : null;
  } catch {
    return null;
  }
}
