import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../src/app/check-workspace.ts';
import { NOW } from '../../src/check/testing/builders.ts';
import { check, DATA_MAP, type Files, makeWorkspace, useFiles } from '../harness/workspace.ts';

const SEGMENT = "select email from crm.customers where city = 'Harbor'\n";
const GOOD = useFiles(
  {
    'segment.sql': SEGMENT,
    'message.txt':
      'New boots are here.\nUnsubscribe: https://x.example/u\nHarbor (fictional), Quay 1, 12345 Harbor\n',
  },
  'good',
);
/** A use that is whole but for one broken part, beside one that is whole. */
const withBroken = (files: Files): Promise<string> => makeWorkspace({ ...GOOD, ...files });
const own = (files: Files): Files =>
  useFiles({ 'segment.sql': SEGMENT, 'message.txt': 'Hello.\n', ...files });

describe('bad input names the file, the line and the mend, and the other uses are still checked', () => {
  it.each<[string, Files, { code: string; file: string; line: number; hint: RegExp }]>([
    [
      'a card that is no YAML',
      { 'uses/test/use.yaml': 'use: test\nkind: [campaign\n' },
      { code: 'yaml.invalid', file: 'uses/test/use.yaml', line: 3, hint: /indent/ },
    ],
    [
      'a card with an unknown key',
      own({ 'use.yaml': 'kind: campaign\nowners: a@b.example\n' }),
      { code: 'card.unknown-key', file: 'uses/test/use.yaml', line: 15, hint: /`owner`/ },
    ],
    [
      'a card with an unknown kind',
      own({ 'use.yaml': 'kind: campain\n' }),
      { code: 'card.invalid-value', file: 'uses/test/use.yaml', line: 1, hint: /`campaign`/ },
    ],
    [
      'a card in a jurisdiction that no law knows',
      own({ 'use.yaml': 'jurisdictions: [ue]\n' }),
      { code: 'card.invalid-value', file: 'uses/test/use.yaml', line: 1, hint: /as eu, eu-de/ },
    ],
    [
      'a card in a member state by itself',
      own({ 'use.yaml': 'jurisdictions: [de]\n' }),
      { code: 'card.invalid-value', file: 'uses/test/use.yaml', line: 1, hint: /`eu-de`/ },
    ],
    [
      'a card that takes all law out of scope',
      own({ 'use.yaml': 'jurisdictions: []\n' }),
      { code: 'card.invalid-value', file: 'uses/test/use.yaml', line: 1, hint: /at least one jurisdiction/ },
    ],
    [
      'a card that ends on a day that does not exist',
      own({ 'use.yaml': 'expires: 2027-02-31\n' }),
      { code: 'card.invalid-value', file: 'uses/test/use.yaml', line: 1, hint: /a date that exists/ },
    ],
    [
      'a card with another id',
      { 'uses/test/use.yaml': 'use: tset\nkind: campaign\n' },
      { code: 'card.id-differs', file: 'uses/test/use.yaml', line: 1, hint: /`use: test`/ },
    ],
    [
      'a purpose that nobody knows',
      own({ 'use.yaml': 'purpose: marketing.comunications.email\n' }),
      {
        code: 'card.unknown-purpose',
        file: 'uses/test/use.yaml',
        line: 1,
        hint: /marketing\.communications\.email/,
      },
    ],
    [
      'a field that the data map lacks',
      own({ 'use.yaml': 'fields: [crm.customers.emial]\n' }),
      { code: 'card.unknown-field', file: 'uses/test/use.yaml', line: 1, hint: /crm\.customers\.email/ },
    ],
    [
      'a fact that facts.yaml lacks',
      own({ 'use.yaml': 'claims: [{ says: "ends Sunday", fact: sale-end }]\n' }),
      { code: 'card.unknown-fact', file: 'uses/test/use.yaml', line: 1, hint: /facts\.yaml/ },
    ],
    [
      'a segment that does not exist',
      own({ 'use.yaml': 'audience: { segment: nowhere.sql }\n' }),
      { code: 'file.missing', file: 'uses/test/use.yaml', line: 1, hint: /path/ },
    ],
    [
      'a message that does not exist',
      own({ 'use.yaml': 'messages: [nowhere.html]\n' }),
      { code: 'file.missing', file: 'uses/test/use.yaml', line: 1, hint: /path/ },
    ],
    [
      'decisions that do not exist',
      own({ 'use.yaml': 'scores: [{ name: s, decisions: nowhere.csv }]\n' }),
      { code: 'file.missing', file: 'uses/test/use.yaml', line: 1, hint: /path/ },
    ],
    [
      'a path that leads out',
      own({ 'use.yaml': 'audience: { segment: ../../../etc/passwd }\n' }),
      { code: 'file.outside', file: 'uses/test/use.yaml', line: 1, hint: /inside/ },
    ],
    [
      'SQL that does not parse',
      own({ 'segment.sql': 'select email from\nwhere x = = 1\n' }),
      { code: 'segment.invalid', file: 'uses/test/segment.sql', line: 2, hint: /./ },
    ],
    [
      'a Liquid tag that is not closed',
      own({ 'message.txt': 'Hello\n{{ first_name \n' }),
      { code: 'message.invalid', file: 'uses/test/message.txt', line: 2, hint: /./ },
    ],
    [
      'a merge tag with a slip',
      own({ 'message.txt': 'Hello\n{{ frist_name }},\n' }),
      { code: 'card.unknown-field', file: 'uses/test/message.txt', line: 2, hint: /`first_name`/ },
    ],
    [
      'MJML that is not closed',
      own({
        'use.yaml': 'messages: [m.mjml]\n',
        'm.mjml': '<mjml>\n<mj-body>\n<mj-section>\n</mj-body></mjml>',
      }),
      { code: 'message.invalid', file: 'uses/test/m.mjml', line: 3, hint: /./ },
    ],
    [
      'a Cedar policy that does not parse',
      {
        ...own({}),
        'boundaries/a.cedar': '@id("a")\nforbid (principal, action, resource)\nwhen { resource. };\n',
      },
      { code: 'boundary.invalid', file: 'boundaries/a.cedar', line: 3, hint: /./ },
    ],
    [
      'a Cedar policy about something unknown',
      {
        ...own({}),
        'boundaries/a.cedar':
          '@id("a")\nforbid (principal, action, resource)\nwhen { resource.porpose == "x" };\n',
      },
      { code: 'boundary.invalid', file: 'boundaries/a.cedar', line: 3, hint: /./ },
    ],
    [
      'a data map with an unknown key',
      { ...own({}), 'datamap/b.yaml': 'source: b\norigins: provided\ndatasets: []\n' },
      { code: 'config.unknown-key', file: 'datamap/b.yaml', line: 2, hint: /`origin`/ },
    ],
    [
      'facts of an unknown type',
      { ...own({}), 'facts.yaml': 'a: { type: deadlne, at: 2026-12-01, owner: a@b.example }\n' },
      { code: 'config.invalid-value', file: 'facts.yaml', line: 1, hint: /./ },
    ],
    [
      'a waiver for a check that is none',
      {
        ...own({}),
        'waivers.yaml': '- { check: seg-min-sise, use: test, reason: r, owner: o, until: 2027-01-31 }\n',
      },
      { code: 'waiver.unknown-check', file: 'waivers.yaml', line: 1, hint: /`seg-min-size`/ },
    ],
    [
      'a waiver for a use that is none',
      {
        ...own({}),
        'waivers.yaml': '- { check: seg-min-size, use: tset, reason: r, owner: o, until: 2027-01-31 }\n',
      },
      { code: 'waiver.unknown-use', file: 'waivers.yaml', line: 1, hint: /`test`/ },
    ],
    [
      'a folder without a card',
      { 'uses/test/segment.sql': SEGMENT },
      { code: 'file.missing', file: '', line: 0, hint: /add the file/ },
    ],
    [
      'a card that nests too deep',
      { 'uses/test/use.yaml': `use: test\nkind: ${'['.repeat(5000)}\n` },
      { code: 'yaml.too-deep', file: 'uses/test/use.yaml', line: 2, hint: /flatter/ },
    ],
    [
      'a picture for a message',
      own({ 'message.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) }),
      { code: 'file.binary', file: 'uses/test/message.txt', line: 1, hint: /UTF-8/ },
    ],
    [
      'a message in Latin-1',
      own({ 'message.txt': Buffer.from('Caf\u00e9', 'latin1') }),
      { code: 'file.encoding', file: 'uses/test/message.txt', line: 1, hint: /UTF-8/ },
    ],
    [
      'a message of 50 MB',
      own({ 'message.txt': Buffer.alloc(50_000_000, 'a') }),
      { code: 'file.too-large', file: 'uses/test/use.yaml', line: 1, hint: /split/ },
    ],
  ])('%s', async (_, files, { code, file, line, hint }) => {
    const report = await check(await withBroken(files));
    const found = report.problems.find((one) => one.code === code);
    expect(found, JSON.stringify(report.problems)).toBeDefined();
    expect(found!.hint).toMatch(hint);
    expect(found!.at?.file ?? '').toBe(file);
    if (file.endsWith('use.yaml')) expect(found!.at!.line).toBeGreaterThanOrEqual(1);
    else expect(found!.at?.line ?? 0).toBe(line);
    const good = report.uses.find(({ use }) => use === 'good')!;
    expect(good.checksRun).toBeGreaterThan(30);
    expect(good.hash).not.toBeNull();
  });

  it('never gives `allow` to a use of which something could not be read', async () => {
    for (const files of [
      own({ 'segment.sql': 'select from from' }),
      own({ 'message.txt': '{{ open' }),
      own({ 'message.txt': 'Hello {{ frist_name }}' }),
      own({ 'message.txt': '' }),
      { ...own({}), 'boundaries/broken.cedar': 'forbidd (principal, action, resource);' },
      { 'uses/test/use.yaml': 'use: test\nkind: 5\n' },
    ]) {
      const report = await check(await withBroken(files));
      expect(report.uses.find(({ use }) => use === 'test')!.verdict).not.toBe('allow');
    }
  });

  it('judges nothing of a field whose category it does not know, and everything of the others', async () => {
    const broken = DATA_MAP.replace('user.contact.address.city', 'user.contact.adress.citty');
    const report = await check(
      await makeWorkspace({
        ...own({ 'message.txt': 'Hello.\n' }),
        ...useFiles({ 'segment.sql': "select email from crm.customers where first_name = 'Bea'\n" }, 'other'),
        'datamap/shop.yaml': broken,
      }),
    );
    expect(report.problems).toMatchObject([{ code: 'datamap.unknown-category' }]);
    const unread = (id: string) =>
      report.uses.find(({ use }) => use === id)!.notAssessed.filter((one) => one.check === 'use-declared');
    expect(unread('test')).toEqual([
      {
        check: 'use-declared',
        missing: ['category `user.contact.adress.citty` of crm.customers.city'],
        required: true,
      },
    ]);
    expect(unread('other')).toEqual([]);
    expect(report.uses.find(({ use }) => use === 'test')!.verdict).not.toBe('allow');
  });

  it('refuses a workspace without scruple.yaml, and one whose scruple.yaml is broken', async () => {
    const options = { at: NOW, only: [], since: null, noFacts: true, allowHosts: [], allowPaths: [] };
    const folder = await makeWorkspace({ 'scruple.yaml': 'organisaton: x\njurisdictions: [eu]\n' });
    expect(await checkWorkspace(folder, options)).toMatchObject({
      ok: false,
      problem: { code: 'config.unknown-key', at: { line: 1, column: 1 }, hint: 'write `organisation`' },
    });
    expect(await checkWorkspace(join(folder, 'uses'), options)).toMatchObject({
      ok: false,
      problem: { code: 'workspace.not-found' },
    });
  });
});

describe('a hostile workspace', () => {
  it('cannot read outside itself through a link', async () => {
    const folder = await withBroken(own({ 'use.yaml': 'messages: [link.txt]\n' }));
    await writeFile(join(folder, '..', 'scruple-secret.txt'), 'a secret');
    await symlink(join(folder, '..', 'scruple-secret.txt'), join(folder, 'uses/test/link.txt'));
    const report = await check(folder);
    expect(report.problems.map(({ code }) => code)).toContain('file.outside');
    expect(JSON.stringify([...report.sources.values()].map(({ text }) => text))).not.toContain('a secret');
  });

  it('cannot read outside itself through a link to a folder', async () => {
    const folder = await makeWorkspace(GOOD);
    await symlink('/etc', join(folder, 'uses', 'etc'));
    const report = await check(folder);
    expect([...report.sources.keys()].filter((file) => file.includes('etc/'))).toEqual([]);
  });

  it('cannot make the check wait on a pipe', async () => {
    const folder = await withBroken(own({ 'use.yaml': 'messages: [pipe.txt]\n' }));
    const { execFileSync } = await import('node:child_process');
    execFileSync('mkfifo', [join(folder, 'uses/test/pipe.txt')]);
    expect((await check(folder)).problems.map(({ code }) => code)).toContain('workspace.unreadable');
  });
});

describe('files as people save them', () => {
  const findings = async (files: Files) => {
    const report = await check(await makeWorkspace(useFiles(files)));
    expect(report.problems).toEqual([]);
    return report.uses[0]!;
  };
  const text = 'Grüße 😀\nHurry, only 3 left in stock!\n';

  it.each<[string, Uint8Array]>([
    ['line ends of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('reads %s, finds the same words on the same line, and gives the same hash', async (_, bytes) => {
    const [plain, saved] = [
      await findings({ 'message.txt': text, 'segment.sql': SEGMENT }),
      await findings({ 'message.txt': bytes, 'segment.sql': SEGMENT }),
    ];
    expect(saved.hash).toBe(plain.hash);
    const places = (use: typeof plain) =>
      use.findings.map(({ check: id, at, quote }) => [id, at.line, at.column, quote]);
    expect(places(saved)).toEqual(places(plain));
    expect(plain.findings.filter(({ at }) => at.file.endsWith('message.txt') && at.line === 2)).not.toEqual(
      [],
    );
  });
});
