/**
 * Builds the gate for senders as a package without dependencies, in dist/gate-package/: one module, its types, a page and
 * the licence. Run: node scripts/build-gate-package.ts [FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, 'dist/gate-package'));
const { version, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
  string,
  string
>;

/** Imports as the sources write them: types name what is built. */
const RELATIVE = /(from '|from "|import\('|import\(")(\.[^'"]*)\.ts(['"])/g;

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: join(root, 'src/gate/library/index.ts'),
    outDir: folder,
    emptyOutDir: false,
    target: 'node22',
    minify: false,
    rolldownOptions: { external: (id: string) => isBuiltin(id), output: { entryFileNames: 'index.js' } },
  },
});

await writeTypes();
for (const name of ['LICENSE', 'NOTICE']) await cp(join(root, name), join(folder, name));
await cp(join(root, 'src/gate/library/README.md'), join(folder, 'README.md'));
await writeFile(
  join(folder, 'package.json'),
  `${JSON.stringify(
    {
      name: 'scruple-gate',
      version,
      description: 'Decides in your own process whether a message may be sent to a person now',
      license,
      type: 'module',
      exports: { '.': { types: './types/gate/library/index.d.ts', default: './index.js' } },
      engines: { node: '>=22' },
      files: ['index.js', 'types', 'README.md', 'LICENSE', 'NOTICE'],
    },
    null,
    2,
  )}\n`,
);
const bundle = await readFile(join(folder, 'index.js'));
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} kB`;
console.log(`${folder}: index.js ${kilobytes(bundle.length)}, gzipped ${kilobytes(gzipSync(bundle).length)}`);

/** The types of the sources themselves, so that they cannot say anything else. */
async function writeTypes(): Promise<void> {
  const types = join(folder, 'types');
  const project = join(folder, 'tsconfig.types.json');
  await writeFile(
    project,
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        outDir: types,
        rootDir: join(root, 'src'),
        typeRoots: [join(root, 'node_modules/@types')],
      },
      include: [],
      files: [join(root, 'src/gate/library/index.ts')],
    }),
  );
  const compiler = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace('package.json', 'bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', project], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  await rm(project);
  const needed = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    if (needed.has(file)) return;
    needed.add(file);
    const text = (await readFile(file, 'utf8')).replace(RELATIVE, '$1$2.js$3');
    await writeFile(file, text);
    for (const [, from] of text.matchAll(/from ['"](\.[^'"]*)\.js['"]/g))
      await visit(resolve(dirname(file), `${from}.d.ts`));
  };
  await visit(join(types, 'gate/library/index.d.ts'));
  // The compiler writes the types of everything that runs; most of it says nothing to whoever calls.
  for (const name of await readdir(types, { recursive: true })) {
    const file = join(types, name);
    if (name.endsWith('.d.ts') && !needed.has(file)) await rm(file);
  }
}
