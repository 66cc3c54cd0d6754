/**
 * Writes the documentation as a site to dist/site: plain files, which any server serves and a browser opens from the disk.
 * Run: node scripts/build-site.ts [FOLDER]
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteFiles } from './site/site-files.ts';

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL('../dist/site', import.meta.url)));
const files = await siteFiles();
await rm(folder, { recursive: true, force: true });
for (const [address, text] of files) {
  const file = join(folder, address);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
process.stdout.write(`${files.size} files in ${folder}\n`);
