import { readFile } from 'node:fs/promises';

/** A package as package-lock.json pins it. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, as the package declares it. */
  readonly licence: string | null;
  /** Subresource integrity of the file that npm installs. */
  readonly integrity: string | null;
  /** Where it is installed, below the root. */
  readonly paths: readonly string[];
  /** required: run with the product or built into it; optional: for one platform alone; excluded: tools of ours. */
  readonly scope: 'required' | 'optional' | 'excluded';
  /** Whether it is built into the console, so that its code is in what we ship. */
  readonly isBundled: boolean;
  /** Names with versions, `name@version`, as they are resolved here. */
  readonly dependsOn: readonly string[];
}

/** What the build puts into the console: development packages whose code ships all the same. */
export const BUNDLED: readonly string[] = [
  '@fontsource-variable/inter',
  '@mantine/core',
  '@mantine/hooks',
  '@mantine/spotlight',
  '@tanstack/react-query',
  '@tanstack/react-table',
  'mjml-browser',
  'react',
  'react-dom',
  'react-router',
];

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Every package of package-lock.json once, by name and version, in the order of their names. */
export async function readDependencies(): Promise<readonly Dependency[]> {
  const text = await readFile(new URL('../package-lock.json', import.meta.url), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, Locked>> };
  const bundled = closure(
    packages,
    BUNDLED.map((name) => `node_modules/${name}`),
  );
  const byId = new Map<string, Dependency>();
  for (const [path, locked] of Object.entries(packages)) {
    if (path === '') continue;
    const name = nameOf(path);
    const id = `${name}@${locked.version}`;
    const other = byId.get(id);
    const scope = scopeOf(locked, bundled.has(path));
    byId.set(id, {
      name,
      version: locked.version,
      licence: locked.license ?? null,
      integrity: locked.integrity ?? null,
      paths: [...(other?.paths ?? []), path],
      scope: other === undefined ? scope : stronger(scope, other.scope),
      isBundled: bundled.has(path) || (other?.isBundled ?? false),
      dependsOn: [...new Set([...(other?.dependsOn ?? []), ...needs(packages, path)])].sort(),
    });
  }
  return [...byId.values()].sort((a, b) => compare(idOf(a), idOf(b)));
}

export const idOf = ({ name, version }: Pick<Dependency, 'name' | 'version'>): string => `${name}@${version}`;

const SCOPES = ['required', 'optional', 'excluded'] as const;
const stronger = (a: Dependency['scope'], b: Dependency['scope']): Dependency['scope'] =>
  SCOPES[Math.min(SCOPES.indexOf(a), SCOPES.indexOf(b))]!;

function scopeOf({ dev, devOptional, optional }: Locked, isBundled: boolean): Dependency['scope'] {
  if (isBundled) return 'required';
  if (dev || devOptional) return 'excluded';
  return optional ? 'optional' : 'required';
}

/** All that the packages at these paths need to run, themselves included. Peers count: they are what is run with. */
function closure(packages: Readonly<Record<string, Locked>>, roots: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...roots];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path) || packages[path] === undefined) continue;
    seen.add(path);
    open.push(...pathsNeeded(packages, path));
  }
  return seen;
}

const needs = (packages: Readonly<Record<string, Locked>>, path: string): readonly string[] =>
  pathsNeeded(packages, path).map((found) => `${nameOf(found)}@${packages[found]!.version}`);

function pathsNeeded(packages: Readonly<Record<string, Locked>>, path: string): readonly string[] {
  const { dependencies, optionalDependencies, peerDependencies } = packages[path]!;
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).flatMap((name) => {
    const found = resolved(packages, path, name);
    return found === null ? [] : [found];
  });
}

/** The folder in which Node would find a package from another: the nearest above. */
function resolved(packages: Readonly<Record<string, Locked>>, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (folder === '') return null;
  }
}

const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
