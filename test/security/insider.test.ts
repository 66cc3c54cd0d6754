import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, type EvidenceEntry, hashOf } from '../../src/playbook/5-oversight/evidence/entry.ts';
import { readLog } from '../../src/playbook/5-oversight/evidence/log-file.ts';
import { verifyChain } from '../../src/playbook/5-oversight/evidence/verify-chain.ts';
import { readTrustRoots } from '../../src/playbook/5-oversight/signatures/trust-roots.ts';
import { type Somebody, TestServer } from '../api/harness.ts';
import { ENGINES } from '../contract/store-engines.ts';

type Named = Somebody & { key: string };

describe.each(ENGINES)('an insider, $name', (engine) => {
  let server: TestServer;
  let ada: Somebody;
  let aud: Named;
  let rita: Named;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    aud = await server.person(ada, 'Aud', ['auditor']);
    rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: null });
    await aud.ask('/v1/evidence/heads', { method: 'POST' });
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const logAsExported = async () => {
    const text = (await aud.ask('/v1/evidence/log')).body as unknown as string;
    const read = readLog(text.trimEnd().split('\n'));
    if (!read.ok) throw new Error(read.problem.message);
    return read.value;
  };
  const trust = async () => {
    const roots = readTrustRoots(JSON.stringify((await aud.ask('/v1/trust')).body));
    if (!roots.ok) throw new Error(roots.problem.message);
    return roots.value;
  };
  /** What somebody does who has the database itself, where no trigger hinders them. */
  async function withoutTriggers(work: () => Promise<void>): Promise<void> {
    const { plain } = server.context.store;
    for (const table of ['evidence_entries', 'evidence_head', 'signed_heads'])
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(plain);
    await work();
    for (const table of ['evidence_entries', 'evidence_head', 'signed_heads'])
      await sql`alter table ${sql.table(table)} enable trigger user`.execute(plain);
  }

  it('who administers gives roles, and judges and clears nothing', async () => {
    for (const [path, body] of [
      ['/v1/reviews/nothing/steps', { type: 'joined', conflict: null }],
      ['/v1/clearances/clearance:aaaaaaaa/revocation', {}],
      ['/v1/stops/nothing/lift', { reason: 'x' }],
    ] as const) {
      const { status } = await ada.ask(path, { method: 'POST', body, headers: { 'if-match': '"1"' } });
      expect([path, status]).toEqual([path, 403]);
    }
    // Nor by giving themselves the role: the two do not go together.
    const me = (await ada.ask('/v1/me')).body;
    const people = (await ada.ask('/v1/people')).body.items as Array<{ key: string; version: number }>;
    const { version } = people.find(({ key }) => key === me.key)!;
    const both = await ada.ask(`/v1/people/${me.key}`, {
      method: 'PATCH',
      headers: { 'if-match': `"${version}"` },
      body: { roles: ['administrator', 'reviewer'] },
    });
    expect(both.status).toBeGreaterThanOrEqual(400);
  });

  it('who makes up a reviewer leaves the making in the log, and cannot take it out', async () => {
    const puppet = await server.person(ada, 'Puppet', ['reviewer']);
    const { items } = (await aud.ask('/v1/evidence?type=person.role-given')).body;
    expect(items.map(({ body }: { body: { person: string } }) => body.person)).toContain(puppet.key);
    await ada.ask(`/v1/people/${puppet.key}`, { method: 'DELETE' });
    const after = (await aud.ask('/v1/evidence?type=person.role-given')).body.items;
    expect(after.map(({ body }: { body: { person: string } }) => body.person)).toContain(puppet.key);
    await aud.ask('/v1/evidence/heads', { method: 'POST' });
  });

  it('who has the database rewrites the whole log with good hashes, and is found by what was signed', async () => {
    const { plain } = server.context.store;
    const before = await logAsExported();
    const whole = before.entries as readonly EvidenceEntry[];
    // From the third entry on a new history, every hash right.
    const rewritten: EvidenceEntry[] = [];
    for (const [index, entry] of whole.entries()) {
      const content = index === 2 ? { ...entry, at: '2026-01-01T00:00:00.000Z' } : { ...entry };
      const previous = rewritten.at(-1)?.hash ?? null;
      const hash = hashOf({ ...content, previous, digest: digestOf(content) });
      rewritten.push({ ...content, previous, hash });
    }
    expect(rewritten.at(-1)!.hash).not.toBe(whole.at(-1)!.hash);
    const put = async (entries: readonly EvidenceEntry[]): Promise<void> => {
      for (const { sequence, at, previous, hash } of entries)
        await sql`update evidence_entries set at = ${at}, previous = ${previous}, hash = ${hash}
          where sequence = ${sequence}`.execute(plain);
      await sql`update evidence_head set hash = ${entries.at(-1)!.hash}`.execute(plain);
    };
    await withoutTriggers(() => put(rewritten));
    const found = (await aud.ask('/v1/evidence/verification')).body;
    expect(found.intact).toBe(false);
    expect(found.damages.map(({ type }: { type: string }) => type)).toContain('rewritten');
    // Offline as well, by a head that somebody kept elsewhere, even where the heads were thrown away with the log.
    const after = await logAsExported();
    expect(verifyChain(after.entries, before.heads, await trust(), before.log).intact).toBe(false);
    await withoutTriggers(() => put(whole));
    expect((await aud.ask('/v1/evidence/verification')).body.intact).toBe(true);
  });

  it('who copies the signing key out of the database cannot sign with it', async () => {
    const { plain } = server.context.store;
    const { rows } = await sql<{
      sealed: string;
    }>`select sealed_private_key as sealed from signing_keys`.execute(plain);
    const { createPrivateKey } = await import('node:crypto');
    for (const { sealed } of rows)
      for (const format of ['der', 'pem'] as const)
        expect(() =>
          createPrivateKey({ key: Buffer.from(sealed, 'base64url'), format, type: 'pkcs8' }),
        ).toThrow();
  });

  it('who reviews sees no figures of a colleague', async () => {
    for (const path of ['/v1/statistics/own', '/v1/statistics/group']) {
      const { status, body } = await rita.ask(path);
      expect([path, status, body.code]).toEqual([
        path,
        expect.any(Number),
        expect.stringMatching(/^statistics\./),
      ]);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  it('who cuts the end of the log, or goes back to an older store, is found by a head that was kept', async () => {
    const { plain } = server.context.store;
    const kept = await logAsExported();
    const last = kept.entries.at(-1)! as EvidenceEntry;
    await withoutTriggers(async () => {
      await sql`delete from signed_heads where sequence = ${last.sequence}`.execute(plain);
      await sql`delete from evidence_entries where sequence = ${last.sequence}`.execute(plain);
      await sql`update evidence_head set sequence = ${last.sequence - 1}, hash = ${last.previous}`.execute(
        plain,
      );
    });
    const cut = await logAsExported();
    const verdict = verifyChain(cut.entries, kept.heads, await trust(), kept.log);
    expect([verdict.intact, verdict.damages.map(({ type }) => type)]).toEqual([false, ['truncated']]);
  });
});
