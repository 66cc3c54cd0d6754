import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ADDRESSES } from '../src/console/pages/index.ts';

// An install without development packages has nothing to build with, and need not fail for it.
const tools = await Promise.all([import('vite'), import('@vitejs/plugin-react')]).catch((error: unknown) => {
  if (!process.argv.includes('--if-able')) throw error;
  console.error('the console is not built: development packages are not installed');
  process.exit(0);
});
const [{ build }, { default: react }] = tools;

// Builds the console into dist/console: its page, its files with compressed twins, and the addresses of its views.
const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist/console');
// Beside, then moved: a server that starts meanwhile finds the old one or the new one.
const fresh = join(root, 'dist', `console-${randomUUID()}`);

await build({
  root: join(root, 'src/console'),
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: fresh,
    emptyOutDir: true,
    target: 'es2022',
    // Data in place of a file would need a wider policy for fonts and pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
await writeFile(join(fresh, 'addresses.json'), JSON.stringify(ADDRESSES));
await Promise.all(
  (await readdir(join(fresh, 'assets'))).map((name) => compress(join(fresh, 'assets', name))),
);
await mkdir(dirname(built), { recursive: true });
const old = `${fresh}-old`;
await rename(built, old).catch(() => {});
await rename(fresh, built);
await rm(old, { recursive: true, force: true });

async function compress(file: string): Promise<void> {
  if (!/\.(?:js|css|svg)$/.test(file)) return;
  const bytes = await readFile(file);
  await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).then((small) =>
      writeFile(`${file}.br`, small),
    ),
    promisify(gzip)(bytes, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
  ]);
}
