import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainForm } from '../../src/app/gate/ask-rows.ts';
import { BatchEngine } from '../../src/app/gate/batch-engine.ts';
import { hashBeginnings } from '../../src/app/gate/subject-hash.ts';
import { keyOfSubject } from '../../src/gate/batch/people-rows.ts';
import { IDENTIFIER_KINDS, normalIdentifier } from '../../src/playbook/6-control/ledger/subject-key.ts';
import { byMail, gateFolder, keyOf, SECRET } from './snapshot-file.ts';

const ADA = byMail('ada@people.example');
const WORLD = { people: { [ADA]: {} } };
const rowsOf = (text: string, delimiter = ',') =>
  parse(text, { columns: true, delimiter, relax_quotes: false }) as Record<string, string>[];

describe('a hostile list', () => {
  it.each([
    ['nothing', '', 'gate.unreadable-audience'],
    ['a header of nothing', '\n\n', 'gate.unreadable-audience'],
    ['the same column twice', 'email,Email\na,b\n', 'gate.unreadable-audience'],
    ['a column of ours', 'email,reasons\na,b\n', 'gate.unreadable-audience'],
    ['a column without a name', 'email,\na,b\n', 'gate.unreadable-audience'],
    ['no column of keys', 'mail\na\n', 'gate.unknown-column'],
    ['a row that is too long', 'email,n\nada@people.example,1,2\n', 'gate.unreadable-audience'],
    ['a row that is too short', 'email,n\nada@people.example\n', 'gate.unreadable-audience'],
    ['a quote that does not end', 'email,n\nada@people.example,"1\n', 'gate.unreadable-audience'],
    ['NUL', 'email\nada@people.example\u0000\n', 'file.encoding'],
  ])('with %s is refused as a whole, and names no address', async (_what, text, code) => {
    const folder = await gateFolder(text, WORLD);
    const refused = await folder.gate();
    expect(refused).toMatchObject({ ok: false, problem: { code } });
    expect(JSON.stringify(refused)).not.toContain('ada@');
    expect(await folder.names()).toEqual(['gate.jsonl', 'list.csv', 'trust.json']);
  });

  it('in another encoding is refused', async () => {
    for (const bytes of [
      Buffer.from('\uFEFFemail\nada@people.example\n', 'utf16le'),
      Buffer.from('email,name\nada@people.example,Zo\xeb\n', 'latin1'),
    ])
      expect((await (await gateFolder(bytes, WORLD)).gate()).ok).toBe(false);
  });

  it('with a byte order mark, CRLF, semicolons or names of SQL in its columns is split as any other', async () => {
    for (const [text, delimiter] of [
      ['\uFEFFemail,n\nada@people.example,1\nx,2\n', ','],
      ['email,n\r\nada@people.example,1\r\nx,2\r\n', ','],
      ['email;n\nada@people.example;1\nx;2\n', ';'],
      ['email,rowid,answer,"a ""b"" $1; drop table outcome --"\nada@people.example,1,1,1\nx,2,2,2\n', ','],
    ] as const) {
      const folder = await gateFolder(text, WORLD);
      expect(await folder.gate()).toMatchObject({ ok: true, value: { allowed: 1, held: 1 } });
      const [allowed] = rowsOf(await folder.read('allowed.csv'), delimiter);
      expect(Object.values(allowed!)).toContain('ada@people.example');
      expect(Object.keys(allowed!)).toEqual(Object.keys(rowsOf(text.replace('\uFEFF', ''), delimiter)[0]!));
    }
  });

  it('gives back every cell as it stood, whatever is in it', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '=cmd|1',
        '+1',
        '-1',
        '@SUM',
        '"',
        '""',
        '\n',
        '\r\n',
        ' ',
        'NULL',
        'null',
        '\\',
        "'",
        ',',
        '',
      ),
    );
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), cell), { minLength: 1, maxLength: 20 }),
        async (rows) => {
          const clean = rows.map(([isAda, text]) => [isAda, text.replaceAll('\u0000', '')] as const);
          const list = clean.map(([isAda, text], index) =>
            [isAda ? 'ada@people.example' : 'x', quoted(text), index].join(','),
          );
          const folder = await gateFolder(`email,cell,n\n${list.join('\n')}\n`, WORLD);
          expect(await folder.gate()).toMatchObject({ ok: true });
          const back = [
            ...rowsOf(await folder.read('allowed.csv')),
            ...rowsOf(await folder.read('held.csv')),
          ].sort((a, b) => Number(a.n) - Number(b.n));
          expect(back.map((row) => row.cell)).toEqual(clean.map(([, text]) => text));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('with a cell of a megabyte is split; with one of twenty it is refused', async () => {
    const withCell = async (size: number) =>
      (await gateFolder(`email,n\nada@people.example,${'x'.repeat(size)}\n`, WORLD)).gate();
    expect(await withCell(1_000_000)).toMatchObject({ value: { allowed: 1 } });
    expect(await withCell(20_000_000)).toMatchObject({ problem: { code: 'gate.unreadable-audience' } });
  });

  it('with NUL far down means nobody by it', async () => {
    const folder = await gateFolder(`email\n${'x\n'.repeat(600_000)}ada@people.example\u0000\n`, WORLD);
    expect(await folder.gate()).toMatchObject({ value: { rows: 600_001, allowed: 0 } });
    expect((await folder.read('held.csv')).trimEnd().endsWith('explanation')).toBe(false);
  });

  it('is read under its own name, whatever patterns that would be', async () => {
    const folder = await gateFolder('email\nada@people.example\n', WORLD, 'list[1]*?.csv');
    await writeFile(folder.path('list1xx.csv'), 'email\nother@people.example\nother@people.example\n');
    expect(await folder.gate()).toMatchObject({ value: { rows: 1, allowed: 1 } });
  });

  it('of JSON or Parquet is split in its own format', async () => {
    const json = [
      { email: 'ada@people.example', tags: ['a', { b: 1 }], n: 1.5 },
      { email: 'x', n: null, more: 'yes' },
    ];
    const folder = await gateFolder(json.map((row) => JSON.stringify(row)).join('\n'), WORLD, 'list.jsonl');
    expect(await folder.gate({ allowed: folder.path('allowed.jsonl') })).toMatchObject({
      value: { allowed: 1 },
    });
    expect(JSON.parse(await folder.read('allowed.jsonl'))).toEqual({ ...json[0], more: null });
    expect(rowsOf(await folder.read('held.csv'))[0]).toMatchObject({ email: 'x', more: 'yes', n: '' });

    const engine = await BatchEngine.open({ temporaryFolder: '', threads: 1 });
    const parquet = await gateFolder('', WORLD, 'list.parquet');
    await engine.run(
      `COPY (SELECT 'ada@people.example' AS email, 1 AS n, DATE '2026-11-24' AS day UNION ALL SELECT 'x', 2, NULL) TO '${parquet.path('list.parquet')}' (FORMAT parquet)`,
    );
    expect(await parquet.gate({ allowed: parquet.path('allowed.parquet') })).toMatchObject({
      value: { allowed: 1 },
    });
    expect(await engine.rows(`SELECT email, n FROM '${parquet.path('allowed.parquet')}'`)).toEqual([
      ['ada@people.example', 1],
    ]);
    engine.close();
  });

  it('whose answers cannot be written allows nobody', async () => {
    const folder = await gateFolder('email\nada@people.example\n', WORLD);
    await mkdir(folder.path('locked'));
    await chmod(folder.path('locked'), 0o500);
    const refused = await folder.gate({ allowed: folder.path('absent/allowed.csv') });
    expect(refused).toMatchObject({ problem: { code: 'gate.unwritable' } });
    expect(await folder.names()).toEqual(['gate.jsonl', 'list.csv', 'locked', 'trust.json']);
  });
});

describe('keys that the engine makes', () => {
  it('are those of the ledger, and plain spellings have the normal form that it gives them', async () => {
    const engine = await BatchEngine.open({ temporaryFolder: '', threads: 1 });
    await engine.createTable('cells', { cell: 'VARCHAR' });
    const anyCell = fc.oneof(
      fc.emailAddress(),
      fc.tuple(fc.string({ maxLength: 8 }), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
      fc.constantFrom(
        'A.B@X.example',
        'a@1.2.3.4',
        'a@xn--a.example',
        'a@b@c.example',
        '+49 30 901820',
        '+4930901820',
        'C-1',
        '<a@b.example>',
        'ADA@PEOPLE.EXAMPLE',
        'a@b..c',
        '0x7f@0x7f.1',
      ),
      fc.string({ maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCell, { maxLength: 20 }),
        fc.constantFrom(...IDENTIFIER_KINDS),
        async (cells, kind) => {
          await engine.run('DELETE FROM cells');
          const appender = await engine.appender('cells', ['VARCHAR']);
          const texts = cells.map((cell) => cell.replaceAll('\u0000', '').trim());
          for (const text of texts) appender.add([text]);
          appender.close();
          const { inner, outer } = hashBeginnings(SECRET, kind);
          const literal = (bytes: Uint8Array): string => `unhex('${Buffer.from(bytes).toString('hex')}')`;
          const rows = await engine.rows(
            `SELECT cell, ${plainForm(kind, 'cell')} AS normal, CAST(CAST(substr(sha256(${literal(outer)} || unhex(sha256(${literal(inner)} || encode(${plainForm(kind, 'cell')})))), 1, 32) AS UUID) AS VARCHAR) FROM cells`,
          );
          for (const [cell, normal, key] of rows) {
            if (normal === null) continue;
            const expected = normalIdentifier({ kind, value: String(cell) });
            expect(expected).toMatchObject({ ok: true, value: { value: normal } });
            expect(key).toBe(keyOfSubject(keyOf({ kind, value: String(cell) })));
          }
        },
      ),
      { numRuns: 60 },
    );
    engine.close();
  });
});
