import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from './usage-error.ts';

const USE_ID = /^[a-z0-9][a-z0-9-]{0,79}$/i;

/** A workspace folder and the uses in it that are asked for; none named means all. */
export interface Target {
  readonly folder: string;
  readonly only: readonly string[];
}

/**
 * What `check [DIR|USE…]` speaks of: a workspace folder, the folder or card of a use, or the id of a use. Ids and the
 * empty list are looked for in the workspace that holds the current folder.
 */
export function findWorkspace(names: readonly string[], current: string): Target {
  let folder: string | null = null;
  const only: string[] = [];
  const take = (found: string, name: string): void => {
    if (folder !== null && folder !== found)
      throw new UsageError(`\`${name}\` lies in another workspace`, 'check one workspace at a time');
    folder = found;
  };
  const others: string[] = [];
  for (const name of names) {
    const path = resolve(current, name);
    const use = useFolder(path);
    const holder = use === null ? null : holderOf(use);
    if (use !== null && holder !== null) {
      take(holder, name);
      only.push(basename(use));
    } else if (isWorkspace(path)) take(path, name);
    else others.push(name);
  }
  for (const name of others) {
    if (USE_ID.test(name) && (folder ?? holderOf(current)) !== null) only.push(name);
    else take(resolve(current, name), name);
  }
  return { folder: folder ?? holderOf(current) ?? current, only };
}

/** The folder of a use that a path names: itself, or the one its card lies in. */
function useFolder(path: string): string | null {
  if (isFile(join(path, 'use.yaml')) && !isWorkspace(path)) return path;
  return basename(path) === 'use.yaml' && isFile(path) ? dirname(path) : null;
}

/** The nearest folder upwards that is a workspace. */
function holderOf(path: string): string | null {
  for (let folder = path; ; folder = dirname(folder)) {
    if (isWorkspace(folder)) return folder;
    if (folder === dirname(folder)) return null;
  }
}

const isWorkspace = (folder: string): boolean => isFile(join(folder, 'scruple.yaml'));
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
