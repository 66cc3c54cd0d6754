import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The version of the package, from its manifest: the same path from `src/cli` and from `dist/cli`. */
export const VERSION: string = manifest.version;
