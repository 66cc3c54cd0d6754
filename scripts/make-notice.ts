import { readdir, readFile, writeFile } from 'node:fs/promises';
import { type Dependency, readDependencies } from './dependencies.ts';

const root = new URL('../', import.meta.url);
/** What is written by hand ends here. */
const MARK = 'Packages that it is built with or runs with';

/**
 * NOTICE: the works we took material from, as written by hand, and the packages as they are installed, with their
 * licences and copyright lines; of what is built into the console the whole licence. Run: writes NOTICE.
 */
export async function notice(): Promise<string> {
  const written = await readFile(new URL('NOTICE', root), 'utf8');
  const byHand = written.split(MARK)[0]!.trimEnd();
  const shipped = (await readDependencies()).filter(({ scope }) => scope === 'required');
  const texts = await Promise.all(shipped.map(async (one) => [one, await licenceText(one)] as const));
  const named = texts.map(([one, text]) => entry(one, text));
  const bundled = texts
    .filter(([{ isBundled }]) => isBundled)
    .map(([{ name }, text]) => `--- ${name}\n\n${text ?? 'The package holds no licence text.'}`);
  return `${byHand}

${MARK}

${named.join('\n')}

Licences of the packages that are built into the console

${bundled.join('\n\n')}
`;
}

function entry({ name, licence }: Dependency, text: string | null): string {
  const lines = (text ?? '').split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
  const holders = new Set(lines.filter((line) => HOLDER.test(line) && !/\[yyyy\]|\{yyyy\}/.test(line)));
  return [`${name}: ${licence}`, ...[...holders].map((line) => `  ${line}`)].join('\n');
}
const HOLDER = /^(?:#+ )?[Cc]opyright (?:\([cC]\)|©|\d|[A-Z])/;

/** The text of a package's own licence file; `null` where it ships none. */
async function licenceText({ paths }: Dependency): Promise<string | null> {
  const folder = new URL(`${paths[0]}/`, root);
  const file = (await readdir(folder)).sort().find((name) => /^licen[cs]e(?:[.-]|$)/i.test(name));
  if (file === undefined) return null;
  const text = await readFile(new URL(file, folder), 'utf8');
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim();
}

if (import.meta.main) await writeFile(new URL('NOTICE', root), await notice());
