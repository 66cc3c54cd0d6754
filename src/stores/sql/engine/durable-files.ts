import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface OpenFile {
  readonly nfd?: number;
  readonly node: unknown;
}

interface MountedFiles {
  readonly stream_ops: { fsync?: (file: OpenFile) => number };
  realPath(node: unknown): string;
}

/**
 * The files of the embedded database on disk, with `fsync`. The engine asks for it before it acknowledges a commit,
 * and its own file layer does nothing there: a power cut could then take what was acknowledged.
 */
export class DurableFiles extends NodeFS {
  override async init(engine: PGlite, options: Parameters<NodeFS['init']>[1]) {
    const made = await super.init(engine, options);
    const { preRun = [] } = made.emscriptenOpts;
    const withFsync = (module: unknown): void => {
      const files = (module as { NODEFS: MountedFiles }).NODEFS;
      files.stream_ops.fsync = (file) => {
        if (typeof file.nfd === 'number') fsyncSync(file.nfd);
        else syncFolder(files.realPath(file.node));
        return 0;
      };
    };
    return { emscriptenOpts: { ...made.emscriptenOpts, preRun: [...preRun, withFsync] } };
  }
}

function syncFolder(path: string): void {
  // Windows cannot open a folder, and needs no such thing.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
