import { readdirSync, readFileSync } from 'node:fs';

const inPackage = new URL('../../docs/checks/', import.meta.url);
const playbook = new URL('../playbook/', import.meta.url);

/** Where the page of each check lies: beside its rule in a checkout, under docs/checks in the package. */
function pages(): Map<string, URL> {
  const found = new Map<string, URL>();
  for (const step of folders(playbook))
    for (const id of folders(new URL(`${step}/checks/`, playbook)))
      found.set(id, new URL(`${step}/checks/${id}/README.md`, playbook));
  if (import.meta.url.endsWith('.js'))
    for (const file of entries(inPackage))
      if (file.name.endsWith('.md')) found.set(file.name.slice(0, -3), new URL(file.name, inPackage));
  return found;
}

const entries = (folder: URL) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
};
const folders = (folder: URL): string[] =>
  entries(folder).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** The page of a check in Markdown, or `null` where there is no such check. */
export function checkPage(id: string): string | null {
  const page = pages().get(id);
  try {
    return page === undefined ? null : readFileSync(page, 'utf8');
  } catch {
    return null;
  }
}

export const checkIds = (): readonly string[] => [...pages().keys()].sort();
