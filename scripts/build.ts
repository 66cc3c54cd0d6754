import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBillOfMaterials } from './make-sbom.ts';

// Builds what the package ships: dist/ from src/, the console in dist/console/, and the pages of the checks in docs/checks/.
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const pages = join(root, 'docs/checks');

// The console that is there stays until a new one takes its place: a server may be showing it.
const old = (await readdir(dist).catch(() => [])).filter((name) => name !== 'console');
await Promise.all(
  [...old.map((name) => join(dist, name)), pages].map((path) => rm(path, { recursive: true, force: true })),
);

const compiler = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc');
const compiled = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

for (const file of await filesUnder(join(root, 'src'))) {
  const path = relative(join(root, 'src'), file);
  if (path.split(/[\\/]/)[0] === 'console') continue;
  // Builders and samples serve tests alone.
  if (path.endsWith('.ts') || path.endsWith('samples.jsonl') || path.split(/[\\/]/).includes('testing'))
    continue;
  const page = /checks[\\/]([^\\/]+)[\\/]README\.md$/.exec(path);
  await copy(file, page === null ? join(dist, path) : join(pages, `${page[1]}.md`));
}
for (const folder of await foldersNamed(dist, 'testing')) await rm(folder, { recursive: true });
await import('./build-console.ts');
await writeBillOfMaterials();

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function foldersNamed(folder: string, name: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name === name)
    .map((entry) => join(entry.parentPath, entry.name));
}
