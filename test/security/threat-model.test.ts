import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = await readFile(new URL('docs/threat-model.md', root), 'utf8');

const ATTACKERS = ['Author of a pull request', 'Marketer', 'Mail provider', 'Customer', 'Insider'];
const FIELDS = ['Tries', 'Stopped by', 'Only detected', 'Open', 'Tests'];

interface Attack {
  readonly attacker: string;
  readonly name: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly tests: ReadonlyArray<{ readonly file: string; readonly title: string }>;
}

const attacks: readonly Attack[] = ATTACKERS.flatMap((attacker) => {
  const section = page.split(`\n## ${attacker}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n### ')
    .slice(1)
    .map((part): Attack => {
      const fields = new Map(
        [...part.matchAll(/^- \*([^*]+):\* (.+)$/gm)].map(([, field, says]) => [field!, says!]),
      );
      const tests = [...(fields.get('Tests') ?? '').matchAll(/\]\(\.\.\/([^)]+)\) “([^”]+)”/g)].map(
        ([, file, title]) => ({ file: file!, title: title! }),
      );
      return { attacker, name: part.split('\n')[0]!, fields, tests };
    });
});

describe('docs/threat-model.md', () => {
  it.each(ATTACKERS)('names at least five attacks of: %s', (attacker) => {
    const names = attacks.filter((one) => one.attacker === attacker).map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(5);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(attacks.map((attack) => [attack.name, attack] as const))(
    '%s: says what is tried, what stops it, what is only seen, what stays open',
    (_, { fields }) => {
      expect([...fields.keys()]).toEqual(FIELDS);
      for (const says of fields.values()) expect(says.trim()).not.toBe('');
    },
  );

  it.each(attacks.map((attack) => [attack.name, attack] as const))(
    '%s: is tried by a test that there is',
    async (_, { tests }) => {
      expect(tests.length).toBeGreaterThan(0);
      for (const { file, title } of tests) {
        const text = await readFile(new URL(file, root), 'utf8');
        expect([file, title, isTest(text, title)]).toEqual([file, title, true]);
      }
    },
  );
});

/** Whether a file has a test of this title that is run: not one that is put aside, and not the words alone. */
function isTest(text: string, title: string): boolean {
  const at = [`'${title.replaceAll("'", "\\'")}'`, `"${title}"`]
    .map((one) => text.indexOf(one))
    .find((one) => one >= 0);
  if (at === undefined) return false;
  const before = text.slice(0, at).trimEnd();
  if (/\b(?:it|test)\($/.test(before)) return true;
  // A table: `it.each([ … ])('title'`.
  if (!/\)\($/.test(before)) return false;
  const opened = before.lastIndexOf('it.each');
  return opened >= 0 && !/\bit\((?:'|")/.test(before.slice(opened));
}
