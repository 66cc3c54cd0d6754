import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';

/** A file as it stood after one commit. */
export interface FileVersion {
  readonly commit: string;
  readonly at: Date;
  readonly text: string;
}

export interface FileHistory {
  /** Newest first; each differs from the next. */
  readonly versions: readonly FileVersion[];
  /** False where older versions exist that cannot be seen: a shallow clone, or more versions than are read. */
  readonly complete: boolean;
}

/** The past of the files of a workspace. Problems: `git.unavailable`. */
export interface History {
  /** The versions of a file, by its path inside the workspace. */
  versions(path: string): Promise<Result<FileHistory, Problem>>;
}
