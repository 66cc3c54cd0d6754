import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Keys by the address of their server. */
type Kept = Readonly<Record<string, string>>;

export const credentialsFile = (configFolder: string): string =>
  join(configFolder, 'scruple', 'credentials.json');

/** The key for a server; `null` where nobody signed in. */
export async function keptToken(file: string, url: string): Promise<string | null> {
  return (await read(file))[url] ?? null;
}

/** The server that was signed in to last. */
export async function lastServer(file: string): Promise<string | null> {
  return Object.keys(await read(file)).at(-1) ?? null;
}

/** Keeps a key in a file that its owner alone may read; it appears whole or not at all. */
export async function keepToken(file: string, url: string, token: string): Promise<void> {
  const { [url]: _, ...others } = await read(file);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify({ ...others, [url]: token }, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
}

async function read(file: string): Promise<Kept> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Kept) : {};
  } catch {
    return {};
  }
}
