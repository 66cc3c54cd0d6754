import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedSchemas } from '../../scripts/published-schemas.ts';
import { type InputLine, inputLines, MAXIMUM_LINE_BYTES } from '../../src/cli/input-lines.ts';
import { BIN, emptyFolder, objectsOf, scruple } from './run-scruple.ts';

const segmentLineSchema = (): object =>
  JSON.parse(publishedSchemas().find(({ file }) => file === 'segment-line.schema.json')!.text) as object;

async function linesOf(chunks: Iterable<Uint8Array>): Promise<InputLine[]> {
  const found: InputLine[] = [];
  async function* stream() {
    yield* chunks;
  }
  for await (const batch of inputLines(stream())) found.push(...batch);
  return found;
}

describe('inputLines', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['one line without an end', 'a', ['a']],
    ['a final line break adds no line', 'a\n', ['a']],
    ['blank lines count', '\n\na\n\n', ['', '', 'a', '']],
    ['a carriage return before the break goes', 'a\r\nb\r\n\r\n', ['a', 'b', '']],
    ['a carriage return elsewhere stays', 'a\rb\n', ['a\rb']],
    ['no other character breaks a line', 'a\u0085b\u2028c\u2029d\vx\n', ['a\u0085b\u2028c\u2029d\vx']],
    ['a byte order mark at the start goes', '\ufeffa\n\ufeffb\n', ['a', '\ufeffb']],
  ])('%s', async (_title, text, lines) => {
    expect(await linesOf([Buffer.from(text)])).toEqual(lines.map((line) => ({ text: line })));
  });

  it('does not care how the stream is cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '👋', 'é', '\u2028'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(200)), async (all, cuts) => {
        const bytes = Buffer.from(all);
        const places = [
          0,
          ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b),
          bytes.length,
        ];
        const chunks = places.slice(1).map((place, index) => bytes.subarray(places[index], place));
        const expected =
          all === ''
            ? []
            : all
                .replace(/\n$/, '')
                .split('\n')
                .map((line) => ({ text: line.replace(/\r$/, '') }));
        expect(await linesOf(chunks)).toEqual(expected);
      }),
    );
  });

  it('says what is no UTF-8 and what is too long, and goes on', async () => {
    const long = Buffer.alloc(MAXIMUM_LINE_BYTES + 1, 'a');
    expect(await linesOf([Buffer.from([0x61, 0xff, 0x0a]), long, Buffer.from('\nb\n')])).toEqual([
      { unreadable: 'encoding' },
      { unreadable: 'too-long' },
      { text: 'b' },
    ]);
  });
});

describe('--lines and --names', () => {
  const awkward = Buffer.concat([
    Buffer.from('Only 2 left!\n\n\u2028\u0085x\r\n'),
    Buffer.from([0xff, 0xfe, 0x0a]),
    Buffer.from('Hello, your order has shipped'),
  ]);

  it.each([
    ['message', '--lines'],
    ['segment', '--lines'],
    ['segment', '--names'],
  ])('%s %s answers every line, in order, and ends with 0', async (command, option) => {
    const { status, stdout, stderr } = await scruple([command, option, '-'], { input: awkward });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/[\u0085\u2028\u2029\r]/);
    const objects = objectsOf(stdout);
    expect(objects.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
    expect(objects[3]).toMatchObject({ assessed: false, problem: { code: 'file.encoding' } });
  });

  it('has the keys of the contract on every line', async () => {
    const messages = objectsOf(
      (
        await scruple(['message', '--lines', '-'], {
          input: 'Only 2 left, order now!\nYour invoice is attached to this letter.\n',
        })
      ).stdout,
    );
    for (const object of messages)
      expect(Object.keys(object)).toEqual(
        expect.arrayContaining(['line', 'assessed', 'language', 'manipulative', 'score', 'techniques']),
      );
    const names = objectsOf(
      (await scruple(['segment', '--names', '-'], { input: 'Diabetes patients\nRunning shoes\n\n' })).stdout,
    );
    for (const object of names)
      expect(Object.keys(object)).toEqual(
        expect.arrayContaining(['line', 'name', 'assessed', 'level', 'categories']),
      );
    const input = `${JSON.stringify({ id: 'a', dialect: 'postgres', sql: 'select id from crm.customers where plan = 1' })}\nnot json\n{"id":7}\n`;
    const segments = objectsOf((await scruple(['segment', '--lines', '-'], { input })).stdout);
    for (const object of segments)
      expect(Object.keys(object)).toEqual(
        expect.arrayContaining(['id', 'file', 'dialect', 'assessed', 'fields', 'unresolved', 'findings']),
      );
    expect(segments.map(({ assessed }) => assessed)).toEqual([true, false, false]);
    const fits = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(segmentLineSchema());
    for (const object of segments) expect(fits(object), JSON.stringify(fits.errors)).toBe(true);
    for (const object of segments.slice(1))
      expect(object.problem).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  it('neither clears nor condemns a line in a language without measured rules', async () => {
    const input = 'Nog maar drie stuks over, wees er snel bij\nOnly 3 left\n';
    const [dutch, english] = objectsOf((await scruple(['message', '--lines', '-'], { input })).stdout);
    expect(dutch).toMatchObject({
      assessed: false,
      language: 'nl',
      manipulative: null,
      score: null,
      problem: { code: 'message.language-not-measured', at: null },
    });
    expect(english).toMatchObject({ assessed: true, manipulative: true });
  });

  it('reads files one after another, and ends with 2 where one cannot be read', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'a.txt'), 'one\ntwo');
    await writeFile(join(folder, 'b.txt'), 'three\n');
    const both = await scruple(['segment', '--names', 'a.txt', 'b.txt'], { cwd: folder });
    expect(objectsOf(both.stdout).map(({ name }) => name)).toEqual(['one', 'two', 'three']);
    const missing = await scruple(['segment', '--names', 'a.txt', 'gone.txt'], { cwd: folder });
    expect(missing.status).toBe(2);
    expect(objectsOf(missing.stdout).length).toBe(2);
    expect(missing.stderr).toMatch(/^scruple: `gone\.txt` cannot be read \(ENOENT\)\n {2}mend/);
  });

  it('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [BIN, 'segment', '--names', '-']);
    const answered = new Promise<string>((resolve) =>
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
    );
    child.stdin.write('Running shoes\n');
    expect(JSON.parse(await answered)).toMatchObject({ line: 1, name: 'Running shoes' });
    child.stdin.end();
  });

  it('holds no more memory for many lines than for few', async () => {
    const script = `seq 300000 | sed 's|$| pairs of running shoes for people who like to run in the morning|' | "$1" --max-old-space-size=64 "$2" segment --names - | tail -n 1`;
    const child = spawn('bash', ['-o', 'pipefail', '-c', script, 'bash', process.execPath, BIN]);
    let last = '';
    child.stdout.on('data', (chunk: Buffer) => {
      last += chunk.toString();
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(JSON.parse(last)).toMatchObject({ line: 300_000 });
  });

  it('ends without a word when the reader leaves', async () => {
    const child = spawn(process.execPath, [BIN, 'segment', '--names', '-']);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('Running shoes\n'.repeat(200_000));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(said).toBe('');
  });
});
