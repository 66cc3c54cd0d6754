import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOfUse } from '../../src/app/verify/hash-of-use.ts';
import { writeLog } from '../../src/playbook/5-oversight/evidence/log-file.ts';
import { viewOf } from '../../src/playbook/5-oversight/evidence/view-of.ts';
import type { Revocations } from '../../src/playbook/5-oversight/signatures/revocations.ts';
import { signDocument, writeSigned } from '../../src/playbook/5-oversight/signatures/signed-document.ts';
import { issued } from '../../src/playbook/5-oversight/testing/clearance.ts';
import { testSigner, trusting } from '../../src/playbook/5-oversight/testing/keys.ts';
import { LOG, testLog } from '../../src/playbook/5-oversight/testing/log.ts';
import { emptyFolder, scruple } from './run-scruple.ts';

const signer = testSigner();
const clearance = await issued();
const file = writeSigned(clearance);
const { entries, heads } = await testLog(30, 10);
const whole = { log: LOG, view: null, keys: [signer.publicKey], entries, heads };
const log = [...writeLog(whole)].join('');

async function signed<P extends { readonly schema: string }>(payload: P): Promise<string> {
  const document = await signDocument(payload, signer);
  if (!document.ok) throw new Error('not signed');
  return writeSigned(document.value);
}
const revocations = (over: Partial<Revocations> = {}): Promise<string> =>
  signed({
    schema: 'scruple.revocations/1' as const,
    number: 1,
    issuedAt: '2026-11-30T00:00:00.000Z',
    clearances: [],
    keys: [],
    ...over,
  });

const none = await revocations();
const revoked = await revocations({
  clearances: [{ id: clearance.payload.id, at: '2026-11-25T00:00:00.000Z', because: 'changed' }],
});

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await emptyFolder();
  for (const [name, text] of Object.entries({ 'trust.json': JSON.stringify(trusting(signer)), ...files }))
    await writeFile(join(folder, name), text);
  return folder;
}
const AT = ['--at', '2026-12-01T00:00:00Z'];

describe('scruple verify', () => {
  const run = async (files: Readonly<Record<string, string>>, ...more: string[]) =>
    scruple(['verify', 'c.json', '--trust', 'trust.json', ...AT, ...more], {
      cwd: await folderWith({ 'c.json': file, ...files }),
    });

  it('says who approved what, on which conditions, until when', async () => {
    const { status, stdout, stderr } = await run({ 'r.json': none }, '--revocations', 'r.json');
    expect(stderr).toBe('');
    expect(stdout).toBe(`holds at 2026-12-01T00:00:00.000Z

clearance:abcdefgh of winback-spring (marketing)
  content    ${clearance.payload.contentHash}
  approved   person:bea, reviewer, inside the owner’s line, 2026-11-20T09:10:00.000Z
  approved   person:cam, customer-advocate, outside the owner’s line, 2026-11-20T09:10:00.000Z
  owner      person:alice
  condition  by mail alone
  review     review-1 ${clearance.payload.review.hash}
  from       2026-11-20T09:30:00.000Z
  until      2027-01-31T00:00:00.000Z
  stopped by person:bea
  signed     ${signer.publicKey.id} of Harbor Outfitters (fictional)
  revoked    no, as of 2026-11-30T00:00:00.000Z
`);
    expect(status).toBe(0);
  });

  it('gives the same as JSON', async () => {
    const { status, stdout } = await run({}, '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      schema: 'scruple.verification/1',
      valid: true,
      checkedAt: '2026-12-01T00:00:00.000Z',
      reason: null,
      clearance: clearance.payload,
      key: signer.publicKey.id,
      organisation: 'Harbor Outfitters (fictional)',
      notRevokedAsOf: null,
      content: 'not-compared',
      problems: [],
    });
  });

  it.each<[string, Record<string, string>, string[], number, string]>([
    ['changed by one byte', { 'c.json': file.replace('winback', 'winbach') }, [], 1, 'signature.invalid'],
    ['indented', { 'c.json': JSON.stringify(JSON.parse(file), null, 2) }, [], 1, 'signature.not-canonical'],
    ['cut', { 'c.json': file.slice(0, -5) }, [], 1, 'signature.unreadable'],
    ['ended', {}, ['--at', '2027-01-31T00:00:00Z'], 1, 'clearance.expired'],
    [
      'signed by a stranger',
      { 'trust.json': JSON.stringify(trusting(testSigner(2))) },
      [],
      1,
      'signature.unknown-key',
    ],
    ['revoked', { 'r.json': revoked }, ['--revocations', 'r.json'], 1, 'clearance.revoked'],
    ['no clearance at all', { 'c.json': 'hello' }, [], 2, 'signature.unreadable'],
    ['held against no trust roots', { 'trust.json': '{}' }, [], 2, 'trust.invalid'],
    [
      'held against forged revocations',
      { 'r.json': none.replace(':1,', ':2,') },
      ['--revocations', 'r.json'],
      2,
      'signature.invalid',
    ],
    ['held against revocations that are not there', {}, ['--revocations', 'none.json'], 2, 'file.missing'],
  ])('answers for one that is %s', async (_, files, more, expected, code) => {
    const { status, stdout, stderr } = await run(files, '--format', 'json', ...more);
    expect(stderr).toBe('');
    const answer = JSON.parse(stdout) as {
      valid: boolean;
      reason: { code: string } | null;
      problems: Array<{ code: string }>;
    };
    expect(answer.valid).toBe(false);
    expect([answer.reason?.code, ...answer.problems.map((one) => one.code)]).toContain(code);
    expect(status).toBe(expected);
  });

  it('says in words what does not hold', async () => {
    const { status, stdout } = await run({}, '--at', '2027-01-31T00:00:00Z');
    expect(stdout).toBe(
      'does not hold: the clearance ended on 2027-01-31T00:00:00.000Z\n  ask for a new review\n',
    );
    expect(status).toBe(1);
  });

  it('holds the use of a workspace against what was cleared', async () => {
    const folder = await emptyFolder();
    const workspace = join(folder, 'shop');
    await scruple(['init', workspace, '--yes']);
    const [use = ''] = await readdir(join(workspace, 'uses'));
    const hash = await hashOfUse(workspace, use);
    if (!hash.ok) throw new Error(hash.problem.message);
    await writeFile(join(folder, 'trust.json'), JSON.stringify(trusting(signer)));
    await writeFile(
      join(folder, 'c.json'),
      await signed({ ...clearance.payload, use, contentHash: hash.value }),
    );
    const verify = () =>
      scruple(['verify', 'c.json', '--trust', 'trust.json', '--workspace', workspace, ...AT], {
        cwd: folder,
      });
    const same = await verify();
    expect(same.stdout).toContain(`${hash.value}, as it is in the workspace`);
    expect(same.status).toBe(0);
    const card = join(workspace, 'uses', use, 'use.yaml');
    await writeFile(card, (await readFile(card, 'utf8')).replace(/^intent: .*$/m, 'intent: collect'));
    const differs = await verify();
    expect(differs.stdout).toContain('is not what was cleared');
    expect(differs.status).toBe(1);
  });

  it('needs trust roots', async () => {
    const { status, stderr } = await scruple(['verify', 'c.json'], { cwd: await folderWith({}) });
    expect(stderr).toContain('--trust');
    expect(status).toBe(2);
  });
});

describe('scruple evidence verify', () => {
  const run = async (text: string, ...more: string[]) =>
    scruple(['evidence', 'verify', 'evidence.jsonl', ...more], {
      cwd: await folderWith({ 'evidence.jsonl': text }),
    });

  it('says how much is intact, and through which entry it is signed', async () => {
    const { status, stdout, stderr } = await run(log, '--trust', 'trust.json');
    expect(stderr).toBe('');
    expect(stdout).toBe(`intact

log:harbor-test: 30 entries, all of it
  signed through entry 30 by a key of Harbor Outfitters (fictional)
`);
    expect(status).toBe(0);
  });

  it('shows damage without trust roots, and says what was not looked at', async () => {
    const { status, stdout } = await run(log);
    expect(stdout).toContain('give --trust');
    expect(status).toBe(0);
    expect((await run(log.replace('state-7', 'state-8'))).status).toBe(1);
  });

  it('verifies the view of one use', async () => {
    const view = [...writeLog(viewOf(whole, entries, heads, 'vip-dinner'))].join('');
    const { status, stdout } = await run(view, '--trust', 'trust.json');
    expect(stdout).toContain('what concerns vip-dinner, 20 others sealed');
    expect(status).toBe(0);
  });

  const lines = log.split('\n');
  const noHeads = lines.filter((line) => !line.startsWith('{"head"')).join('\n');
  it.each<[string, string, number, string]>([
    ['an edit', log.replace('state-7', 'state-8'), 1, 'edited'],
    ['a deletion', lines.toSpliced(7, 1).join('\n'), 1, 'missing'],
    ['a swap', lines.with(7, lines[8]!).with(8, lines[7]!).join('\n'), 1, 'reordered'],
    ['a cut', lines.toSpliced(28, 3).join('\n'), 1, 'truncated'],
    ['a forged head', log.replace(/"value":"./, '"value":"-'), 1, 'head'],
  ])('finds %s', async (_, text, expected, damage) => {
    const { status, stdout } = await run(text, '--trust', 'trust.json', '--format', 'json');
    const answer = JSON.parse(stdout) as {
      schema: string;
      intact: boolean;
      damages: Array<{ type: string }>;
    };
    expect(answer).toMatchObject({ schema: 'scruple.evidence-verification/1', intact: false });
    expect(answer.damages.map(({ type }) => type)).toContain(damage);
    expect(status).toBe(expected);
  });

  it('calls a log without any trusted head not intact once trust roots are given', async () => {
    const { status, stdout } = await run(noHeads, '--trust', 'trust.json');
    expect(stdout).toContain('no trusted head stands for any entry');
    expect(status).toBe(1);
    expect((await run(noHeads)).stdout).toContain('30 behind the last head');
  });

  it.each<[string, string, number]>([
    ['a broken line', log.replace('{"entry"', '{"entr'), 1],
    ['other line ends', log.replaceAll('\n', '\r\n'), 1],
    ['a file of another kind', 'a,b\n1,2\n', 2],
    ['an empty file', '', 2],
  ])('answers for %s', async (_, text, expected) => {
    const { status, stdout } = await run(text, '--trust', 'trust.json');
    expect(stdout).toMatch(/line 1|line 2/);
    expect(status).toBe(expected);
  });

  it.each([
    [['evidence'], 'needs another word'],
    [['evidence', 'verifyy', 'x'], 'write verify'],
    [['evidence', 'verify'], 'missing required argument'],
  ])('%o is explained', async (args, says) => {
    const { status, stderr } = await scruple(args);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain('outputHelp');
    expect(status).toBe(2);
  });
});
