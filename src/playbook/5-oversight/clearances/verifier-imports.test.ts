import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCES = new URL('../../../', import.meta.url).pathname.replace(/\/$/, '');

/** Everything that a file needs at run time, files by their path under src. */
async function neededBy(start: string): Promise<{ files: string[]; packages: string[] }> {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = async (path: string): Promise<void> => {
    if (files.has(path)) return;
    files.add(path);
    const text = (await readFile(`${SOURCES}/${path}`, 'utf8')).replace(
      /^(?:import|export) type [^;]*;/gm,
      '',
    );
    for (const [, from] of text.matchAll(/^(?:import|export)\s[^;'"]*?from\s*'([^']+)'/gm)) {
      if (from!.startsWith('.')) await visit(relative(SOURCES, resolve(SOURCES, dirname(path), from!)));
      else packages.add(from!);
    }
  };
  await visit(start);
  return { files: [...files], packages: [...packages].sort() };
}

describe.each([
  ['a clearance', 'playbook/5-oversight/clearances/verify-clearance.ts'],
  ['the evidence log', 'playbook/5-oversight/evidence/verify-chain.ts'],
])('what verifies %s', (_, start) => {
  it('needs Node’s crypto and our kernel alone, so that it can go out as a package of its own', async () => {
    const { files, packages } = await neededBy(start);
    // RFC 8785 is the one package of the kernel's that it takes along.
    expect(packages).toEqual(['canonicalize', 'node:crypto']);
    expect(files.filter((file) => !/^(?:kernel|playbook\/5-oversight)\//.test(file))).toEqual([]);
    expect(files.length).toBeLessThan(20);
  });
});
