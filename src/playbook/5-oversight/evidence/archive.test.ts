import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyClearance } from '../clearances/verify-clearance.ts';
import { recordOf } from '../reviews/review-record.ts';
import { approvedReview, issued } from '../testing/clearance.ts';
import { testSigner, trusting } from '../testing/keys.ts';
import { LOG, testLog } from '../testing/log.ts';
import { type ArchiveFile, evidenceArchive, sha256, type UseEvidence } from './archive.ts';
import { readLog } from './log-file.ts';
import { verifyChain } from './verify-chain.ts';
import { viewOf } from './view-of.ts';

const signer = testSigner();
const { entries, heads } = await testLog(30, 10);
const clearance = await issued();
const evidence = (over: Partial<UseEvidence> = {}): UseEvidence => ({
  use: 'winback-spring',
  exportedAt: '2026-12-01T00:00:00.000Z',
  organisation: 'Harbor Outfitters (fictional)',
  files: new Map([
    ['use.yaml', 'use: winback-spring\n'],
    ['messages/email.mjml', '<mjml></mjml>'],
  ]),
  report: { verdict: 'review' },
  reviews: [recordOf(approvedReview())],
  clearances: [clearance],
  revocations: null,
  decisions: [{ decision: 'permit', count: 41_231 }],
  outcomes: [{ what: 'complaints', count: 12, of: 41_231 }],
  log: viewOf({ log: LOG, keys: [signer.publicKey] }, entries, heads, 'winback-spring'),
  trustRoots: trusting(signer),
  ...over,
});
const textOf = (files: readonly ArchiveFile[], path: string): string =>
  String(files.find((file) => file.path === path)!.content);

const has = (tool: string, ...args: string[]): boolean => spawnSync(tool, args).status === 0;
const folders: string[] = [];
async function unpacked(files: readonly ArchiveFile[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scruple-archive-'));
  folders.push(folder);
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

describe('evidenceArchive', () => {
  const files = evidenceArchive(evidence());

  it('holds what an auditor needs', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'use/use.yaml',
      'use/messages/email.mjml',
      'report.json',
      'reviews/review-1.json',
      'clearances/clearance-abcdefgh.json',
      'clearances/clearance-abcdefgh.signed-bytes',
      'clearances/clearance-abcdefgh.signature',
      'decisions.jsonl',
      'outcomes.jsonl',
      'evidence.jsonl',
      'check-log.py',
      'heads/last.signed-bytes',
      'heads/last.signature',
      'trust.json',
      expect.stringMatching(/^keys\/ed25519-[\w-]{43}\.pem$/),
      'index.html',
      'SHA256SUMS',
    ]);
  });

  it('gives each review in the bytes that the clearance’s hash stands for', () => {
    expect(clearance.payload.review.hash).toBe(`sha256:${sha256(textOf(files, 'reviews/review-1.json'))}`);
    expect(textOf(files, 'index.html')).toContain(clearance.payload.review.hash);
  });

  it('is the same whenever it is made of the same', () => expect(evidenceArchive(evidence())).toEqual(files));

  it.skipIf(!has('sha256sum', '--version'))('is checked by sha256sum alone', async () => {
    const folder = await unpacked(files);
    const check = () =>
      spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
    expect(check().status).toBe(0);
    await writeFile(join(folder, 'outcomes.jsonl'), '');
    expect(check().status).toBe(1);
  });

  it.skipIf(!has('openssl', 'version'))(
    'lets openssl alone verify each clearance and the last head, by the commands on its page',
    async () => {
      const folder = await unpacked(files);
      const commands = textOf(files, 'index.html').match(/openssl pkeyutl [^<\n]*/g)!;
      expect(commands).toHaveLength(2);
      for (const command of commands) {
        const [program, ...args] = command.split(' ');
        const verify = () => spawnSync(program!, args, { cwd: folder, encoding: 'utf8' });
        expect(verify().stdout).toContain('Signature Verified Successfully');
        await writeFile(join(folder, args[args.indexOf('-in') + 1]!), 'other bytes');
        expect(verify().status).not.toBe(0);
      }
    },
  );

  it('says that there are no decisions and no outcomes until there are any', () => {
    expect(textOf(files, 'index.html')).not.toContain('None is recorded');
    const page = textOf(evidenceArchive(evidence({ decisions: [], outcomes: [] })), 'index.html');
    expect(page).toContain('None is recorded: <code>decisions.jsonl</code> is empty.');
    expect(page).toContain('None is recorded: <code>outcomes.jsonl</code> is empty.');
  });

  it('has a page that runs nothing and asks nothing of elsewhere, whatever the names', () => {
    const hostile = '<script>alert(1)</script>"\'&';
    const page = textOf(
      evidenceArchive(
        evidence({ use: hostile, organisation: hostile, files: new Map([[`${hostile}.yaml`, '']]) }),
      ),
      'index.html',
    );
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:|javascript:|\/\/)/);
    expect(page).toContain('&lt;script&gt;');
  });

  it('leads no path out of its folder', () => {
    const paths = ['../../etc/passwd', '/etc/passwd', 'C:\\Windows\\x', 'a/./b', 'a\u0000b', 'A-B', '..'];
    const made = evidenceArchive(evidence({ files: new Map(paths.map((path) => [path, 'x'])) }));
    expect(new Set(made.map(({ path }) => path.toLowerCase())).size).toBe(made.length);
    for (const { path } of made) {
      expect(path).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)|[\\:]/);
      expect(path).toMatch(/^[\p{L}\p{N}._ /-]+$/u);
    }
    const review = { ...recordOf(approvedReview()), id: '../../x' };
    expect(evidenceArchive(evidence({ reviews: [review] })).map(({ path }) => path)).toContain(
      'reviews/------x.json',
    );
  });
});

describe('an archive that somebody changed', () => {
  const files = evidenceArchive(evidence());
  const trust = trusting(signer);
  const now = new Date('2026-12-01T00:00:00Z');
  const isLogIntact = (text: string): boolean => {
    const read = readLog(text.replace(/\n$/, '').split('\n'));
    if (!read.ok) return false;
    const { log, view, entries: shown, heads: signed } = read.value;
    return verifyChain(shown, signed, trust, log, view).intact;
  };
  const isClearance = (text: string): boolean => verifyClearance(text, trust, now, null).ok;
  const isReview = (text: string): boolean => clearance.payload.review.hash === `sha256:${sha256(text)}`;

  it.each<[string, string, (text: string) => boolean]>([
    ['the log, sealed entries and heads included', 'evidence.jsonl', isLogIntact],
    ['a clearance', 'clearances/clearance-abcdefgh.json', isClearance],
    ['a review', 'reviews/review-1.json', isReview],
  ])('is found by any byte of %s', (_, path, holds) => {
    const bytes = Buffer.from(textOf(files, path));
    expect(holds(bytes.toString('utf8'))).toBe(true);
    // The line break that ends the log is the one byte that says nothing.
    fc.assert(
      fc.property(fc.nat(bytes.length - 2), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const changed = Buffer.from(bytes);
        changed[index] = changed[index]! ^ change;
        expect(holds(changed.toString('latin1'))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('has the program of the page on it, word for word', async () => {
    const page = await readFile(new URL('../../../../docs/verify-without-us.md', import.meta.url), 'utf8');
    expect(page).toContain(`\`\`\`python\n${textOf(files, 'check-log.py')}\`\`\`\n`);
  });

  it.skipIf(!has('python3', '--version'))(
    'is found by the program in it, with Python alone',
    async () => {
      const folder = await unpacked(files);
      const check = async (text: string): Promise<string> => {
        await writeFile(join(folder, 'evidence.jsonl'), text);
        const { status, stderr } = spawnSync('python3', ['check-log.py', 'evidence.jsonl'], {
          cwd: folder,
          encoding: 'utf8',
        });
        return status === 0 ? 'intact' : stderr.trim();
      };
      const text = textOf(files, 'evidence.jsonl');
      expect(await check(text)).toBe('intact');
      const lines = text.trimEnd().split('\n');
      const made = (list: readonly string[]): string => `${list.join('\n')}\n`;
      const own = lines.findIndex((line) => line.includes('"body"'));
      const changed: Array<[string, string]> = [
        ['edited', made(lines.with(own, lines[own]!.replace('state-', 'stage-')))],
        ['missing', made(lines.toSpliced(3, 1))],
        ['missing', made(lines.toSpliced(4, 0, lines[4]!))],
        ['missing', made(lines.with(5, lines[6]!).with(6, lines[5]!))],
        ['before the last head', made(lines.filter((line) => !line.includes('"sequence":30,"subject"')))],
        ['rewritten', text.replace('"entry":{', '"entry": {')],
        ['something else', text.replace(/("hash":")([0-9a-f]|sha256:.)(?=[^}]*"log":)/, '$1sha256:0')],
        ['cut', text.slice(0, -1)],
      ];
      for (const [says, other] of changed) {
        expect(other).not.toBe(text);
        expect(await check(other)).toContain(says);
      }
      // Random bytes of the entries: each is found, or Python cannot even read the file.
      const range = text.indexOf('{"head"');
      const begin = text.indexOf('\n') + 1;
      for (let index = begin; index < range; index += Math.ceil((range - begin) / 12))
        expect(
          await check(`${text.slice(0, index)}${text[index] === '0' ? '1' : '0'}${text.slice(index + 1)}`),
        ).not.toBe('intact');
    },
    30_000,
  );
});
