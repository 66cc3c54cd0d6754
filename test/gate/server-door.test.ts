import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GateFilesRequest, gateFiles } from '../../src/app/gate/gate-files.ts';
import { trustRootsOf } from '../../src/app/server/signing.ts';
import { GateWorld, TEXT_HASH } from '../api/gate-world.ts';
import { TestServer } from '../api/harness.ts';
import { ENGINES, must } from '../contract/store-engines.ts';

describe.each(ENGINES)('lists beside a server, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let folder: string;
  let address: string;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    const ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
    await ada.ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, restShare: 0, caps: { all: { count: 1, days: 7 }, channels: {} } },
    });
    await world.use('spring');
    await world.use('autumn');
    await world.essential('recall');
    for (const name of ['lee', 'max', 'noa']) await world.person(name);
    await world.choose('noa', 'withdrawn');
    folder = await mkdtemp(join(tmpdir(), 'scruple-gate-door-'));
    const trust = must(await server.context.store.read((db) => trustRootsOf(db, 'Harbor (fictional)')));
    await writeFile(join(folder, 'trust.json'), JSON.stringify(trust));
    await writeFile(
      join(folder, 'list.csv'),
      [
        'email',
        ...['lee', 'max', 'noa', 'stranger'].map((name) => `${name}@customer.example`),
        'nobody',
        '',
      ].join('\n'),
    );
    address = await server.app.listen({ port: 0, host: '127.0.0.1' });
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const gate = (use: string, over: Partial<GateFilesRequest> = {}) =>
    gateFiles(
      {
        use,
        channel: 'email',
        contentHash: TEXT_HASH,
        dispatch: 'monday',
        audience: join(folder, 'list.csv'),
        decidesThere: false,
        columns: { key: { kind: 'email', column: 'email' }, timeZone: null, jurisdiction: null },
        allowed: join(folder, 'allowed.csv'),
        held: join(folder, 'held.csv'),
        from: { server: address, token: world.secret },
        trust: join(folder, 'trust.json'),
        imports: null,
        environment: { SCRUPLE_KEY_AT_REST: 'a'.repeat(64) },
        at: server.now,
        ...over,
      },
      { threads: 1 },
    );
  const held = async () =>
    (parse(await readFile(join(folder, 'held.csv')), { columns: true }) as Record<string, string>[]).map(
      ({ email, decision, reasons }) => [email!.split('@')[0], decision, reasons],
    );

  it('allow whom single questions permit, and hold the others for the same reasons', async () => {
    const summary = await gate('spring');
    expect(summary).toMatchObject({ ok: true, value: { rows: 5, allowed: 2, isReserved: true } });
    const answers = await held();
    for (const name of ['lee', 'max', 'noa', 'stranger']) {
      const [decision, ...codes] = await world.codes('spring', `email:${name}@customer.example`);
      const row = answers.find(([who]) => who === name);
      expect([name, row?.[1] ?? 'permit', row?.[2] ?? '']).toEqual([name, decision, codes.join(';')]);
    }
    expect(answers.at(-1)).toEqual(['nobody', 'deny', 'person-unknown']);
  });

  it('set contacts aside, so that nobody else uses them up, and tell the log', async () => {
    expect(await world.codes('autumn', 'email:lee@customer.example', { dispatch: 'other' })).toEqual([
      'hold',
      'contact-cap',
    ]);
    expect(await gate('autumn', { dispatch: 'tuesday' })).toMatchObject({ value: { allowed: 0 } });
    expect((await held()).slice(0, 2)).toEqual([
      ['lee', 'hold', 'contact-cap'],
      ['max', 'hold', 'contact-cap'],
    ]);
    const logged = must(
      await server.context.store.read((db) =>
        db
          .selectFrom('gateDecisions')
          .select(['outcome', 'codes'])
          .where('dispatch', '=', 'tuesday')
          .orderBy('codes')
          .execute(),
      ),
    );
    expect(logged.map(({ outcome, codes }) => `${outcome} ${codes}`)).toEqual([
      'hold contact-cap',
      'hold contact-cap',
      'deny no-consent place-unknown',
      'deny said-no',
    ]);
  });

  it('send what is owed to everybody who can be told', async () => {
    expect(await gate('recall', { dispatch: 'notice' })).toMatchObject({
      value: { allowed: 5, isReserved: false },
    });
  });

  it('allow nobody without a server, a credential, or a name of the sending', async () => {
    for (const over of [
      { from: { server: 'http://127.0.0.1:9', token: world.secret } },
      { from: { server: address, token: 'scruple_key_wrong' } },
      { dispatch: null },
    ]) {
      const refused = await gate('spring', over);
      expect(refused.ok).toBe(false);
      await expect(readFile(join(folder, 'allowed.csv'))).rejects.toThrow('ENOENT');
    }
  });
});
