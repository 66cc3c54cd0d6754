/** The name of a file for an id: its letters and digits, so that it works on every system. */
export const safeName = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '-');

/** A path as it came from a workspace, without a way up, a drive or a control character. */
export const safePath = (path: string): string =>
  path
    .split(/[/\\]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map((part) => part.replace(/[^\p{L}\p{N}._ -]/gu, '-'))
    .join('/');

/** The paths made safe, each once: where two become one, the later gets a number, so that no file hides another. */
export function safePaths(paths: Iterable<string>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const safe = new Map<string, string>();
  for (const path of paths) {
    const plain = safePath(path) || 'file';
    let name = plain;
    // Names that differ in case alone are one name on some systems.
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain}-${number}`;
    taken.add(name.toLowerCase());
    safe.set(path, name);
  }
  return safe;
}
