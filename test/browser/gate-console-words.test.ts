import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ALWAYS_BIND, GATE_RULES } from '../../src/console/pages/gate/gate-words.ts';

const rows = [
  ...(await readFile(new URL('../../docs/gate.md', import.meta.url), 'utf8')).matchAll(
    /^\| ([a-z-]+) \|.*\| (yes|no) \|$/gm,
  ),
].map(([, rule, mayBeTried]) => ({ rule: rule!, mayBeTried: mayBeTried === 'yes' }));

describe('the rules of the gate in the console', () => {
  it('are those that the documents name, in their order', () => {
    expect(Object.keys(GATE_RULES)).toEqual(rows.map(({ rule }) => rule));
  });

  it.each(rows)('say of $rule whether it can be tried out', ({ rule, mayBeTried }) => {
    expect((ALWAYS_BIND as ReadonlySet<string>).has(rule)).toBe(!mayBeTried);
  });
});
