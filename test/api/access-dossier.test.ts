import { createHash, createPublicKey, verify } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../../src/app/server/access/collect.ts';
import { copiesMade } from '../../src/app/server/access/make-copies.ts';
import { fiveSources, WORKSPACE } from '../access/five-sources.ts';
import { NOTICE, setUpPages } from './customer-pages.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';
import { proveWithCommandsOfThePage } from './prove-archive.ts';

const ASKED = {
  identifiers: [
    { kind: 'email', value: 'ann@customer.example' },
    { kind: 'customer', value: '007' },
  ],
  from: '2026-11-01T00:00:00Z',
  until: '2026-11-30T00:00:00Z',
  purpose: 'Data protection authority, reference 4711, complaint about a campaign',
};
const EMAIL = { purpose: 'marketing.communications.email', channel: 'email', topic: null };

describe('a dossier about one person for an authority', () => {
  let server: TestServer;
  let ada: Somebody;
  let cora: Somebody;
  let carl: Somebody;
  let rita: Somebody;
  let olga: Somebody;
  let aud: Somebody;
  let sources: Awaited<ReturnType<typeof fiveSources>>;

  beforeAll(async () => {
    sources = await fiveSources();
    server = await TestServer.start({ warehouses: sources.warehouses });
    ada = await server.administrator();
    await setUpPages(ada);
    olga = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    carl = await server.person(ada, 'Carl', ['customer-advocate'], { reportsTo: null });
    rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: null });
    aud = await server.person(ada, 'Aud', ['auditor']);
    const key = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'shop', roles: ['intake'], days: 30 },
    });
    const intake = server.withKey(key.body.secret);
    const must = async (by: Somebody, path: string, body: object): Promise<void> => {
      const answer = await by.ask(path, { method: 'POST', body });
      expect([path, answer.status, answer.body.detail]).toEqual([path, 201, undefined]);
    };
    await must(olga, '/v1/uses/come-back/versions', { workspace: 'harbor', files: WORKSPACE });
    const [notice] = (await cora.ask('/v1/ledger/notices')).body.items;
    for (const [id, value, kind] of [
      ['a', 'ann@customer.example', 'given'],
      ['b', 'ann@customer.example', 'withdrawn'],
      ['c', 'home@customer.example', 'refused'],
    ] as const)
      await must(cora, '/v1/ledger/choices', {
        identifier: { kind: 'email', value },
        choices: [
          {
            id,
            kind,
            scope: EMAIL,
            at: kind === 'given' ? '2026-11-10T09:00:00Z' : '2026-11-12T09:00:00Z',
            proof: {
              notice: { version: notice.version, language: notice.language, hash: notice.hash },
              uiHash: null,
              language: 'en',
              method: 'phone',
              actor: 'person',
              jurisdiction: 'eu',
              sourceSystem: id,
            },
          },
        ],
      });
    for (const [subject, outcome] of [
      ['007', 'left-out'],
      ['8', 'other-person'],
    ])
      await must(intake, '/v1/explanations', {
        use: 'come-back',
        decider: 'paid-little',
        subject,
        outcome,
        decidedAt: '2026-11-15T09:00:00Z',
      });
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await sources.remove();
  });

  const ask = (by = cora, more: object = {}) =>
    by.ask('/v1/access/dossiers', { method: 'POST', body: { ...ASKED, ...more } });
  const decide = (id: string, by: Somebody, agrees = true) =>
    by.ask(`/v1/access/dossiers/${id}/decision`, { method: 'POST', body: { agrees } });
  const take = (id: string, by = cora) =>
    by.ask(`/v1/access/exports/${id}/download`, { method: 'POST', body: { purpose: 'to hand it on' } });

  const filesOf = async (id: string): Promise<Readonly<Record<string, Uint8Array>>> => {
    const answer = await server.app.inject({
      method: 'POST',
      url: `/v1/access/exports/${id}/download`,
      headers: {
        cookie: cora.cookie,
        origin: 'http://127.0.0.1:4600',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
      },
      payload: '{"purpose":"to hand it on"}',
    });
    return unzipSync(answer.rawPayload);
  };
  const partOf = (files: Readonly<Record<string, Uint8Array>>, folder: string) =>
    Object.fromEntries(
      Object.entries(files).flatMap(([path, bytes]) =>
        path.startsWith(folder) ? [[path.slice(folder.length), bytes]] : [],
      ),
    );

  it('is made once somebody else than who asked has agreed, who sees what for and not of whom', async () => {
    const asked = await ask();
    expect(asked.body).toMatchObject({ kind: 'dossier', state: 'asked', from: '2026-11-01T00:00:00.000Z' });
    const { id } = asked.body;
    expect((await take(id)).body.code).toBe('access.not-ready');
    expect((await decide(id, cora)).body.code).toBe('people.not-allowed');
    for (const by of [olga, aud]) expect((await decide(id, by)).status).toBe(403);
    const seen = await rita.ask(`/v1/access/exports/${id}`);
    expect(seen.body.purpose).toBe(ASKED.purpose);
    expect(JSON.stringify(seen.body)).not.toContain('customer.example');
    expect((await aud.ask(`/v1/access/exports/${id}`)).body).toMatchObject({
      kind: 'dossier',
      purpose: null,
    });
    expect((await decide(id, rita)).body.state).toBe('collecting');
    expect((await decide(id, carl)).body.code).toBe('access.decided');
    await copiesMade(server.context);
    expect((await take(id, rita)).status).toBe(403);
    expect((await take(id, carl)).status).toBe(200);
    const log = (await aud.ask('/v1/evidence?subject=access&limit=500')).body.items as Array<{
      type: string;
    }>;
    expect(log.map(({ type }) => type)).toEqual([
      'access.asked',
      'access.decided',
      'access.made',
      'access.taken',
    ]);
    expect(JSON.stringify(log)).not.toMatch(/reference 4711|customer\.example/);
  });

  it('is not made where the other refuses, or where its time is none', async () => {
    const { id } = (await ask()).body;
    expect((await decide(id, carl, false)).body.state).toBe('refused');
    await copiesMade(server.context);
    expect((await take(id)).body.code).toBe('access.not-ready');
    expect((await ask(cora, { until: '2026-10-01T00:00:00Z' })).body.code).toBe('access.invalid-period');
    expect((await ask(cora, { from: '2027-01-01T00:00:00Z', until: '2027-02-01T00:00:00Z' })).body.code).toBe(
      'access.invalid-period',
    );
    for (const by of [olga, rita, aud]) expect((await ask(by)).status).toBe(403);
  });

  it('holds what is on record of that person, nothing of others, and is checked without us', async () => {
    const { id } = (await ask()).body;
    await decide(id, carl);
    await copiesMade(server.context);
    const files = await filesOf(id);
    const text = (path: string): string => Buffer.from(files[path]!).toString('utf8');
    const choices = JSON.parse(text('person/choices.json')) as Array<{
      kind: string;
      proof: { notice: { hash: string } };
    }>;
    expect(choices.map(({ kind }) => kind)).toEqual(['given', 'withdrawn']);
    const notice = JSON.parse(text(`notices/${choices[0]!.proof.notice.hash.replace(':', '-')}.json`));
    expect(notice.text).toBe(NOTICE.text);
    expect(JSON.parse(text('person/decisions.json'))).toMatchObject([
      { use: 'come-back', decidedBy: 'paid-little', outcome: 'left-out', clearance: null },
    ]);
    const whole = Object.keys(files).map(text).join('\n');
    for (const canary of ['other-person', 'home@customer.example', 'Cora'])
      expect([canary, whole.includes(canary)]).toEqual([canary, false]);
    await proveWithCommandsOfThePage(partOf(files, 'uses/come-back/'));
    expect(text('index.html')).toContain('sha256sum -c SHA256SUMS');
    const sums = text('SHA256SUMS')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  ') as [string, string]);
    expect(sums.map(([, path]) => path).sort()).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'SHA256SUMS')
        .sort(),
    );
    for (const [sum, path] of sums)
      expect([path, createHash('sha256').update(files[path]!).digest('hex')]).toEqual([path, sum]);
    expect(Object.keys(JSON.parse(text('manifest.json')))).toContain('files');
  });

  it('holds what the gate decided and what was sent, by the clearance, whose signature anyone can verify', async () => {
    const world = await GateWorld.in(server, ada);
    await world.use('spring');
    const pushed = await server.context.store.write(async ({ db }) => {
      const { id: latestVersionId } = await db
        .selectFrom('useVersions')
        .select('id')
        .where('useId', '=', 'spring')
        .executeTakeFirstOrThrow();
      await db.updateTable('uses').set({ latestVersionId }).where('id', '=', 'spring').execute();
    });
    expect(pushed.ok).toBe(true);
    // Some are left to rest by lot, so that no hold is seen: two are looked for who are not.
    const permitted: string[] = [];
    for (let number = 0; permitted.length < 2; number += 1) {
      const name = `lea-${number}`;
      const { decision } = (await world.ask('spring', await world.person(name))).body;
      if (decision === 'permit') permitted.push(name);
    }
    const { id } = (
      await ask(cora, { identifiers: [{ kind: 'email', value: `${permitted[0]}@customer.example` }] })
    ).body;
    const copy = await server.context.store.read((db) =>
      collect(
        db,
        server.context,
        { identifiers: [{ kind: 'email', value: `${permitted[0]}@customer.example` }], request: null },
        async () => {},
      ),
    );
    const partsOfCopy = new Map(copy.ok ? copy.value.own.map(({ part, data }) => [part, data]) : []);
    expect(partsOfCopy.get('gate')).toMatchObject([{ use: 'spring', outcome: 'permit' }]);
    expect(partsOfCopy.get('sends')).toMatchObject([{ use: 'spring', what: 'reserved' }]);
    expect(partsOfCopy.get('whereabouts')).toMatchObject([{ zones: ['Europe/Berlin'], places: ['eu-de'] }]);
    await decide(id, carl);
    await copiesMade(server.context);
    const files = await filesOf(id);
    const told = (path: string) => JSON.parse(Buffer.from(files[path]!).toString('utf8'));
    expect(told('person/gate.json')).toMatchObject([
      { use: 'spring', channel: 'email', outcome: 'permit', clearance: expect.stringMatching(/^clearance:/) },
    ]);
    expect(told('person/sends.json')).toMatchObject([{ use: 'spring', what: 'reserved', channel: 'email' }]);
    const evidence = partOf(files, 'uses/spring/');
    const one = Object.keys(evidence).find((path) => path.endsWith('.signature'))!;
    const bytes = evidence[one.replace('.signature', '.signed-bytes')]!;
    const { key } = JSON.parse(
      Buffer.from(evidence[one.replace('.signature', '.json')]!).toString(),
    ).signature;
    const pem = Buffer.from(evidence[`keys/${key.replace(/[^A-Za-z0-9_-]/g, '-')}.pem`]!);
    expect(one).toMatch(/^clearances\//);
    expect(verify(null, bytes, createPublicKey(pem), evidence[one]!)).toBe(true);
    expect(verify(null, Buffer.from(bytes).fill(0x20, 0, 1), createPublicKey(pem), evidence[one]!)).toBe(
      false,
    );
  });

  it('names the clearance that was in force when a machine decided', async () => {
    const { gatherDossier } = await import('../../src/app/server/access/dossier.ts');
    const { clear } = await import('./clear-use.ts');
    server.now = new Date('2026-11-14T12:00:00Z');
    await clear(server, 'come-back');
    server.now = new Date('2026-11-20T09:00:00Z');
    const gathered = await server.context.store.read((db) =>
      gatherDossier(db, server.context, [], ['007'], {
        organisation: 'Harbor',
        madeAt: server.now.toISOString(),
        purpose: 'test',
        from: new Date(ASKED.from),
        until: new Date(ASKED.until),
      }),
    );
    expect(gathered.ok && gathered.value.decisions).toMatchObject([{ clearance: 'clearance_come-back' }]);
    const earlier = await server.context.store.read((db) =>
      gatherDossier(db, server.context, [], ['007'], {
        organisation: 'Harbor',
        madeAt: server.now.toISOString(),
        purpose: 'test',
        from: new Date(ASKED.from),
        until: new Date('2026-11-15T09:00:00Z'),
      }),
    );
    expect(earlier.ok && earlier.value.decisions).toEqual([]);
  });
});
