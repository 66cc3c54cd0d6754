import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { check, type Files, makeWorkspace, useFiles } from '../harness/workspace.ts';

const CARD = {
  kind: 'campaign',
  messages: ['message.txt', 'other.txt'],
  audience: { segment: 'segment.sql', exclude: 'exclude.yaml', dialect: 'postgres' },
  claims: [{ says: 'ends Sunday', fact: 'sale' }],
  scores: [{ name: 's', model: 'model.json' }],
  rules: [{ name: 'r', sql: 'rule.sql', reason: 'an open return', expires: '2027-01-31' }],
};
const FILES: Files = {
  'use.yaml': stringify(CARD),
  'segment.sql': "select email from crm.customers where city = 'Harbor'\n",
  'exclude.yaml': 'all:\n  - { field: crm.customers.city, is: Harbor }\n',
  'message.txt': 'Café\nNew boots.\n',
  'other.txt': 'Old boots.\n',
  'model.json': '{ "coefficients": { "a": 1, "b": 2 } }',
  'rule.sql': 'select customer_id from shop.orders where returned\n',
  'boundaries/a.cedar':
    '@id("a")\n@because("b")\n@instead("c")\nforbid (principal, action, resource) when { resource.sells };\n',
  'facts.yaml': 'sale: { type: deadline, at: 2026-12-06T23:59:00Z, owner: m@harbor.example }\n',
};
const hashOf = async (files: Files): Promise<string> => {
  const report = await check(await makeWorkspace(useFiles(files)), { noFacts: true });
  return report.uses[0]!.hash!;
};
const edit = (file: string, change: (text: string) => string): Files => ({
  ...FILES,
  [file]: change(String(FILES[file])),
});
const editCard = (change: (card: Record<string, unknown>) => void): Files => {
  const card = parse(String(FILES['use.yaml']));
  change(card);
  return { ...FILES, 'use.yaml': stringify(card) };
};

describe('the content hash of a use', () => {
  it.each<[string, Files]>([
    [
      'key order of the card',
      { ...FILES, 'use.yaml': stringify(Object.fromEntries(Object.entries(CARD).reverse())) },
    ],
    ['comments in the card', edit('use.yaml', (text) => `# a comment\n${text}`)],
    ['line ends', edit('segment.sql', (text) => text.replaceAll('\n', '\r\n'))],
    ['the Unicode form of letters', edit('message.txt', (text) => text.normalize('NFD'))],
    ['key order and layout of a model', edit('model.json', () => '{"coefficients":{"b":2,"a":1}}')],
    ['comments in a rule tree', edit('exclude.yaml', (text) => `# why\n${text}`)],
    [
      'comments and layout of a boundary',
      edit('boundaries/a.cedar', (text) => `// why\n${text.replace(' when', '\n  when')}`),
    ],
    [
      'the name of a boundary file',
      Object.fromEntries(
        Object.entries(FILES).map(([path, text]) => [path.replace('a.cedar', 'z.cedar'), text]),
      ),
    ],
    ['the value of a fact', edit('facts.yaml', (text) => text.replace('12-06', '12-13'))],
    [
      'a waiver',
      {
        ...FILES,
        'waivers.yaml':
          '- { check: seg-min-size, use: test, reason: r, owner: o@harbor.example, until: 2027-01-31 }\n',
      },
    ],
  ])('does not change with %s', async (_, files) => expect(await hashOf(files)).toBe(await hashOf(FILES)));

  it.each<[string, Files]>([
    ['segment', edit('segment.sql', (text) => text.replace('Harbor', 'Hamburg'))],
    ['exclusion', edit('exclude.yaml', (text) => text.replace('Harbor', 'Hamburg'))],
    ['message', edit('message.txt', (text) => text.replace('New', 'Newer'))],
    ['second message', edit('other.txt', (text) => text.replace('Old', 'Older'))],
    ['model', edit('model.json', (text) => text.replace('2', '3'))],
    ['rule', edit('rule.sql', (text) => text.replace('returned', 'not returned'))],
    ['boundary', edit('boundaries/a.cedar', (text) => text.replace('resource.sells', '!resource.sells'))],
    ['reason of a boundary', edit('boundaries/a.cedar', (text) => text.replace('"b"', '"d"'))],
    [
      'claim',
      editCard((card) => {
        card.claims = [{ says: 'ends Monday', fact: 'sale' }];
      }),
    ],
    [
      'price',
      editCard((card) => {
        card.terms = { price: '1 EUR' };
      }),
    ],
    [
      'subject',
      editCard((card) => {
        card.messages = [{ file: 'message.txt', subject: 'Hello' }, 'other.txt'];
      }),
    ],
  ])('changes with a %s', async (_, files) => expect(await hashOf(files)).not.toBe(await hashOf(FILES)));

  it('changes with any letter of any definition', async () => {
    const whole = await hashOf(FILES);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('segment.sql', 'message.txt', 'rule.sql'),
        fc.nat(30),
        fc.constantFrom('q', '7', 'ü'),
        async (file, at, letter) => {
          const text = String(FILES[file]);
          const place = at % (text.length - 1);
          fc.pre(text[place] !== letter && text[place] !== '\n');
          expect(
            await hashOf({ ...FILES, [file]: text.slice(0, place) + letter + text.slice(place + 1) }),
          ).not.toBe(whole);
        },
      ),
      { numRuns: 15 },
    );
  });
});
