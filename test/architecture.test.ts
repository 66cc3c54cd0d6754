import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder } from './harness/files-under.ts';

const ROOT = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
const sources = (await filesUnder(`${ROOT}/src`)).filter((file) => /\.tsx?$/.test(file));
const table = allowedImports(await readFile(`${ROOT}/ARCHITECTURE.md`, 'utf8'));

/** The rows of the table under "Allowed imports". */
function allowedImports(text: string): Map<string, readonly string[]> {
  const section = text.split('## Allowed imports')[1]!.split('**Invariant')[0]!;
  const rows = section.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm);
  return new Map(
    [...rows].map(([, from, names]) => [from!, [...names!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)]),
  );
}

const layerOf = (path: string): string | undefined =>
  [...table.keys()].filter((layer) => path.startsWith(`${layer}/`)).sort((a, b) => b.length - a.length)[0];

const importsOf = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*'([^']+)'|(?:\bimport\(|^import\s*)'([^']+)'/gm,
    ),
  ].map(([, from, other]) => from ?? other!);

/** An import of types alone is gone at run time, so it closes no circle. */
const withoutTypes = (text: string): string => text.replace(/(?:^|\n)(?:import|export) type [^;]*;/g, '');

const files = await Promise.all(
  sources.map(async (file) => ({ path: relative(ROOT, file), text: await readFile(file, 'utf8') })),
);
const isTest = (path: string): boolean => path.endsWith('.test.ts') || path.includes('/testing/');

describe('imports', () => {
  it('has a row for every folder of the sources', () => {
    expect(files.filter(({ path }) => layerOf(path) === undefined).map(({ path }) => path)).toEqual([]);
  });

  it('go only where ARCHITECTURE.md allows', () => {
    const wrong = files
      .filter(({ path }) => !isTest(path))
      .flatMap(({ path, text }) =>
        importsOf(text)
          .filter((name) => name.startsWith('.'))
          .map((name) => relative(ROOT, resolve(ROOT, dirname(path), name)))
          .filter((target) => {
            const from = layerOf(path)!;
            const to = layerOf(target);
            return to !== from && (to === undefined || !table.get(from)!.includes(to));
          })
          .map((target) => `${path} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('make no circle', () => {
    const edges = new Map(
      files.map(({ path, text }) => [
        path,
        importsOf(withoutTypes(text))
          .filter((name) => name.startsWith('.'))
          .map((name) => relative(ROOT, resolve(ROOT, dirname(path), name))),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      else if (!done.has(path)) {
        for (const next of edges.get(path) ?? []) visit(next, [...way, path]);
        done.add(path);
      }
    };
    for (const path of edges.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });
});

describe('the domain', () => {
  const domain = files.filter(
    ({ path }) => !isTest(path) && /^src\/(?:kernel|check|playbook|report)\//.test(path),
  );

  it('does no I/O', () => {
    const doing = domain.filter(({ text }) =>
      importsOf(text).some((name) =>
        /^(?:node:(?:fs|child_process|http|https|net|worker_threads|os|process|tty)|undici)(?:\/|$)/.test(
          name,
        ),
      ),
    );
    expect(doing.map(({ path }) => path)).toEqual([]);
  });

  it('reads no clock, no environment and no console', () => {
    const doing = domain.filter(({ text }) =>
      /\bnew Date\(\)|\bDate\.now\(|\bprocess\.(?:env|argv|exit|std)|\bconsole\./.test(withoutComments(text)),
    );
    expect(doing.map(({ path }) => path)).toEqual([]);
  });
});

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

describe('the size of files', () => {
  it('is printed, largest first, as information', () => {
    const largest = files
      .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
      .sort((a, b) => b.lines - a.lines)
      .slice(0, 10);
    console.log(largest.map(({ path, lines }) => `${String(lines).padStart(5)} ${path}`).join('\n'));
    expect(largest.length).toBe(10);
  });
});
