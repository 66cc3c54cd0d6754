import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subjectKeyOf } from '../../src/playbook/6-control/ledger/subject-key.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

const [embedded] = ENGINES;

describe('the secret of the list door', () => {
  const engine = embedded!;
  let server: TestServer;
  let world: GateWorld;
  let ada: Somebody;
  let olga: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    olga = await server.person(ada, 'Olga', ['operator', 'analyst'], { reportsTo: null });
    world = await GateWorld.in(server, ada);
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const ask = (who: Somebody, body: object) => who.ask('/v1/gate/subjects-secret', { method: 'POST', body });
  const logged = async () =>
    must(
      await server.context.store.read((db) =>
        db.selectFrom('evidenceEntries').selectAll().where('type', '=', 'gate.secret-shown').execute(),
      ),
    );

  it('is shown to an administrator, hashes as the ledger does, and every showing is logged without it', async () => {
    const { status, body } = await ask(ada, { purpose: 'list door on mail-3' });
    expect(status).toBe(200);
    const key = must(subjectKeyOf(body.secret, { kind: 'email', value: 'Lee@customer.example' }));
    expect(key).toBe(world.subject('lee'));
    expect((await ask(ada, { purpose: 'again' })).body.secret).toBe(body.secret);
    const entries = await logged();
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toContain(body.secret);
    expect(JSON.stringify(entries)).not.toContain('mail-3');
  });

  it.each<[string, () => Promise<{ status: number }>, number]>([
    ['an operator who audits', () => ask(olga, { purpose: 'curious' }), 403],
    ['a sender', () => ask(world.gate, { purpose: 'curious' }), 403],
    ['nobody', () => ask(server.withKey('scruple_key_wrong'), { purpose: 'curious' }), 401],
    ['an administrator who does not say why', () => ask(ada, { purpose: '' }), 400],
  ])('is not shown to %s', async (_, asked, status) => {
    const before = (await logged()).length;
    expect((await asked()).status).toBe(status);
    expect(await logged()).toHaveLength(before);
  });
});
