import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * Loads a package when it is first needed, and not with the module that may need it: its data take longer to load than
 * most messages to read. `entry` names a file of the package, where its exports do not offer it to `require`.
 */
export function onDemand<T>(packageName: string, entry?: string): () => T {
  let loaded: T | undefined;
  return () => {
    loaded ??= require(entry === undefined ? packageName : fileOf(packageName, entry)) as T;
    return loaded;
  };
}

function fileOf(packageName: string, entry: string): string {
  const manifest = findPackageJSON(packageName, import.meta.url);
  if (manifest === undefined) throw new Error(`the package ${packageName} is not installed`);
  return join(dirname(manifest), entry);
}
