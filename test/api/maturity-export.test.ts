import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyMaturityFile } from '../../src/app/verify/verify-maturity-file.ts';
import { scruple } from '../cli/run-scruple.ts';
import { type Somebody, TestServer } from './harness.ts';

const AT = new Date('2026-12-01T00:00:00Z');

describe('an exported maturity', () => {
  let server: TestServer;
  let aud: Somebody;
  let cwd: string;
  let text: string;
  const trust = () => join(cwd, 'trust.json');
  beforeAll(async () => {
    server = await TestServer.start();
    const ada = await server.administrator();
    aud = await server.person(ada, 'Aud', ['auditor']);
    cwd = server.folder;
    text = (await aud.ask('/v1/maturity/export')).body;
    await writeFile(join(cwd, 'maturity.json'), text);
    await writeFile(trust(), JSON.stringify((await aud.ask('/v1/trust')).body));
    const rita = await server.person(ada, 'Rita', ['reviewer']);
    expect((await rita.ask('/v1/maturity/export')).status).toBe(403);
  }, 60_000);
  afterAll(() => server.stop());

  const verified = async (statement: string, at = AT, file = 'changed.json') => {
    await writeFile(join(cwd, file), statement);
    return verifyMaturityFile({ statement: join(cwd, file), trust: trust(), revocations: null }, at);
  };

  it('is verified without us, with every query, value and time', async () => {
    const ran = await scruple(
      ['verify', 'maturity.json', '--trust', 'trust.json', '--at', AT.toISOString()],
      {
        cwd,
      },
    );
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^drawn up at 2026-11-20T09:00:00.000Z, signed by \S+ of 127\.0\.0\.1/);
    expect(ran.stdout).toContain('Weakest');
    const asJson = await scruple(
      ['verify', 'maturity.json', '--trust', 'trust.json', '--at', AT.toISOString(), '--format', 'json'],
      { cwd },
    );
    const { valid, maturity } = JSON.parse(asJson.stdout);
    expect(valid).toBe(true);
    expect(maturity.practices[0].levels[1].requires[0].query).toContain('select distinct use_id as id');
  });

  it('holds no more where one byte of it was changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom('0', '9', 'a', '"', ' '),
        async (place, byte) => {
          fc.pre(text[place] !== byte);
          const { isValid, reason } = await verified(text.slice(0, place) + byte + text.slice(place + 1));
          expect([isValid, reason === null]).toEqual([false, false]);
        },
      ),
      { numRuns: 60 },
    );
    await writeFile(join(cwd, 'raised.json'), text.replace('"minimum":0', '"minimum":5'));
    const ran = await scruple(['verify', 'raised.json', '--trust', 'trust.json', '--at', AT.toISOString()], {
      cwd,
    });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain('the document was changed after it was signed');
  });

  it('holds not before it was drawn up, and under no key but those that are trusted', async () => {
    expect((await verified(text, new Date('2026-11-19T00:00:00Z'))).reason?.code).toBe('maturity.not-yet');
    const other = await TestServer.start();
    try {
      const ada = await other.administrator();
      const roots = JSON.stringify((await ada.ask('/v1/trust')).body);
      await writeFile(join(cwd, 'other.json'), roots);
      const request = { statement: join(cwd, 'maturity.json'), trust: join(cwd, 'other.json') };
      const { isValid, reason } = await verifyMaturityFile({ ...request, revocations: null }, AT);
      expect([isValid, reason?.code]).toEqual([false, 'signature.unknown-key']);
    } finally {
      await other.stop();
    }
  }, 60_000);
});
