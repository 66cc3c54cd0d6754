import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SourceText } from './source-text.ts';
import { readYaml } from './yaml-document.ts';

const schema = z.strictObject({
  name: z.string(),
  kind: z.enum(['campaign', 'journey']).optional(),
  audience: z.strictObject({ segment: z.string().optional(), exclude: z.string().optional() }).optional(),
  messages: z
    .array(z.union([z.string(), z.strictObject({ file: z.string(), subject: z.string().optional() })]))
    .optional(),
});
const read = (text: string) => readYaml(new SourceText('use.yaml', text), schema, 'card');

describe('readYaml', () => {
  it.each<[string, string, string, [number, number], string]>([
    ['an unknown key', 'name: a\nknd: campaign\n', 'card.unknown-key', [2, 1], 'write `kind`'],
    [
      'an unknown key deep inside',
      'name: a\naudience:\n  segmnt: x.sql\n',
      'card.unknown-key',
      [3, 3],
      'write `segment`',
    ],
    [
      'an unknown key in one form of two',
      'name: a\nmessages:\n  - { file: a.html, subjct: Hi }\n',
      'card.unknown-key',
      [3, 21],
      'write `subject`',
    ],
    ['a missing key', 'kind: campaign\n', 'card.missing-key', [1, 1], 'add `name`'],
    ['an unknown value', 'name: a\nkind: campain\n', 'card.invalid-value', [2, 7], 'write `campaign`'],
    ['the wrong type', 'name: [a]\n', 'card.invalid-value', [1, 7], 'write text'],
    ['no value', 'name:\n', 'card.invalid-value', [1, 6], 'write a value'],
    ['a tab', 'kind: campaign\nname:\n\ta: b\n  c: d\n', 'yaml.invalid', [3, 1], 'spaces'],
    ['broken YAML', 'name: "a\n', 'yaml.invalid', [2, 1], 'add the sign'],
    ['the same key twice', 'name: a\nname: b\n', 'yaml.duplicate-key', [2, 1], 'keep one'],
    ['an empty file', '', 'card.invalid-value', [1, 1], 'fill it'],
    ['deep nesting', `name: ${'['.repeat(100)}`, 'yaml.too-deep', [1, 71], 'flatter'],
    ['deep nesting in blocks', `name: a\n${'- '.repeat(200)}x\n`, 'yaml.too-deep', [2, 1], 'flatter'],
  ])('names the place and the mend of %s', (_, text, code, [line, column], hint) => {
    const { value, problems } = read(text);
    expect(value).toBeNull();
    expect(problems[0]).toMatchObject({ code, at: { line, column } });
    expect(problems[0]?.hint).toContain(hint);
  });

  it('tells one mistake once, whatever follows from it', () => {
    expect(read('kind: campaign\nname:\n\ta: b\n  c: d\n').problems).toHaveLength(1);
    expect(read('name: a\n  kind: b\nmessages: x\n').problems).toHaveLength(1);
  });

  it('names the key that stands twice', () => {
    expect(read('name: a\n"name" : b\n').problems).toMatchObject([
      { message: 'the key `"name"` stands here twice', at: { line: 2, column: 1, endColumn: 7 } },
    ]);
  });

  it('refuses aliases that explode', () => {
    const lines = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
    ];
    expect(read(lines.join('\n')).problems[0]?.code).toBe('yaml.too-deep');
  });

  it('finds the way back from a value to its place', () => {
    const { value, at, keyAt } = read('name: a\naudience: { segment: x.sql }\n');
    expect(value?.audience?.segment).toBe('x.sql');
    expect(at('/audience/segment')).toMatchObject({ line: 2, column: 22, endColumn: 27 });
    expect(keyAt('/audience/segment')).toMatchObject({ line: 2, column: 13 });
    expect(at('/audience/exclude')).toMatchObject({ line: 2, column: 11 });
    expect(at('/nothing')).toMatchObject({ line: 1, column: 1 });
  });

  it('reads dates as text and keeps columns right behind astral characters', () => {
    const { value, at } = read('name: "😀"\nkind: campaign\n');
    expect(value?.name).toBe('😀');
    expect(at('/name')).toMatchObject({ column: 7, endColumn: 11 });
  });
});
