import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { writeLog } from '../../src/playbook/5-oversight/evidence/log-file.ts';
import { viewOf } from '../../src/playbook/5-oversight/evidence/view-of.ts';
import { signDocument, writeSigned } from '../../src/playbook/5-oversight/signatures/signed-document.ts';
import { issued } from '../../src/playbook/5-oversight/testing/clearance.ts';
import { testSigner, trusting } from '../../src/playbook/5-oversight/testing/keys.ts';
import { LOG, testLog } from '../../src/playbook/5-oversight/testing/log.ts';
import { emptyFolder, scruple } from './run-scruple.ts';

// UPDATE_GOLDEN=1 npx vitest run test/cli/verify-golden.test.ts writes what is printed now; the difference shows in review.
const isUpdating = process.env.UPDATE_GOLDEN === '1';
const golden = fileURLToPath(new URL('../golden/verify/', import.meta.url));
const schemas = new URL('../../docs/schemas/', import.meta.url);

const signer = testSigner();
const clearance = writeSigned(await issued());
const { entries, heads } = await testLog(30, 10);
const whole = { log: LOG, view: null, keys: [signer.publicKey], entries, heads };
const log = [...writeLog(whole)].join('');
const none = await signDocument(
  {
    schema: 'scruple.revocations/1' as const,
    number: 1,
    issuedAt: '2026-11-30T00:00:00.000Z',
    clearances: [],
    keys: [],
  },
  signer,
);
if (!none.ok) throw new Error('not signed');

const FILES = {
  'trust.json': JSON.stringify(trusting(signer)),
  'revocations.json': writeSigned(none.value),
  'clearance.json': clearance,
  'changed-clearance.json': clearance.replace('by mail alone', 'by any way'),
  'other.json': '{}',
  'evidence.jsonl': log,
  'view.jsonl': [...writeLog(viewOf(whole, entries, heads, 'vip-dinner'))].join(''),
  'changed.jsonl': log.replace('state-7', 'state-8').replace(/\{"entry":[^\n]*"to":"state-20"[^\n]*\n/, ''),
  'broken.jsonl': log.replace('{"entry"', '{"entr'),
};
const TRUST = ['--trust', 'trust.json', '--format', 'json'];
const AT = ['--at', '2026-12-01T00:00:00Z'];
type Case = readonly [name: string, schema: string, args: readonly string[], status: number];
const CASES: readonly Case[] = [
  [
    'clearance-holds',
    'verification',
    ['verify', 'clearance.json', ...TRUST, ...AT, '--revocations', 'revocations.json'],
    0,
  ],
  ['clearance-changed', 'verification', ['verify', 'changed-clearance.json', ...TRUST, ...AT], 1],
  ['clearance-unreadable', 'verification', ['verify', 'other.json', ...TRUST, ...AT], 2],
  ['evidence-intact', 'evidence-verification', ['evidence', 'verify', 'evidence.jsonl', ...TRUST], 0],
  ['evidence-of-one-use', 'evidence-verification', ['evidence', 'verify', 'view.jsonl', ...TRUST], 0],
  ['evidence-changed', 'evidence-verification', ['evidence', 'verify', 'changed.jsonl', ...TRUST], 1],
  ['evidence-broken', 'evidence-verification', ['evidence', 'verify', 'broken.jsonl', ...TRUST], 1],
  ['evidence-missing', 'evidence-verification', ['evidence', 'verify', 'none.jsonl', ...TRUST], 2],
];

describe('golden answers of verification', () => {
  it.each(CASES)('%s', async (name, schema, args, expected) => {
    const folder = await emptyFolder();
    for (const [file, text] of Object.entries(FILES)) await writeFile(join(folder, file), text);
    const { status, stdout, stderr } = await scruple(args, { cwd: folder });
    expect([status, stderr]).toEqual([expected, '']);
    const path = join(golden, `${name}.json`);
    if (isUpdating) await writeFile(path, stdout);
    expect(stdout).toBe(await readFile(path, 'utf8'));

    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const text = await readFile(new URL(`${schema}.schema.json`, schemas), 'utf8');
    const validate = ajv.compile(JSON.parse(text));
    const answer = JSON.parse(stdout) as object;
    expect(validate(answer), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...answer, later: 1 })).toBe(true);
    for (const key of Object.keys(answer))
      expect([key, validate({ ...answer, [key]: undefined })]).toEqual([key, false]);
  });

  it('are all looked at', async () => {
    expect((await readdir(golden)).sort()).toEqual(CASES.map(([name]) => `${name}.json`).sort());
  });
});
