import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GateWorld } from '../api/gate-world.ts';
import { TestServer } from '../api/harness.ts';
import { askServer, startServer } from '../api/running-server.ts';
import { must, open } from '../contract/store-engines.ts';
import { emptyDatabase, hasPostgres, type PostgresServer, startPostgres } from '../harness/postgres.ts';

const PEOPLE = 200;
const ROUNDS = 4;

describe.skipIf(!hasPostgres)('a server that is killed in the middle of batches', () => {
  let postgres: PostgresServer;
  let databaseUrl = '';
  let secret = '';
  let world: GateWorld;
  let subjects: readonly string[];
  let folder = '';
  beforeAll(async () => {
    postgres = await startPostgres();
    databaseUrl = await emptyDatabase(postgres);
    folder = await mkdtemp(join(tmpdir(), 'scruple-killed-'));
    const server = await TestServer.start({ location: { databaseUrl } });
    server.now = new Date();
    const ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    secret = world.secret;
    for (let use = 0; use < ROUNDS; use += 1) await world.use(`use-${use}`);
    subjects = await Promise.all(Array.from({ length: PEOPLE }, (_, number) => world.person(`p${number}`)));
    await server.stop();
  }, 120_000);
  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('has set nobody’s contact aside twice, and every permit that it gave stands in its log', async () => {
    const permitted: Array<{ id: string; use: string; subject: string }> = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const running = await startServer(['--data', folder], {
        DATABASE_URL: databaseUrl,
        SCRUPLE_KEY_AT_REST: 'a'.repeat(64),
      });
      let isOver = false;
      const senders = Array.from({ length: 6 }, async (_, sender) => {
        for (let batch = 0; !isOver; batch += 1) {
          const from = ((sender * 3 + batch) * 20) % PEOPLE;
          const asked = subjects.slice(from, from + 20);
          const answer = await askServer(running.url, '/v1/gate/decisions:batch', {
            method: 'POST',
            headers: { authorization: `Bearer ${secret}` },
            body: { decisions: asked.map((subject) => world.question(`use-${round}`, subject)) },
          });
          if (answer === null) return;
          const decisions = answer.body.decisions as Array<{ decision: string; id: string }>;
          for (const [place, { decision, id }] of decisions.entries())
            if (decision === 'permit') permitted.push({ id, use: `use-${round}`, subject: asked[place]! });
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 250 + round * 150));
      await running.end('SIGKILL');
      isOver = true;
      await Promise.all(senders);
    }
    expect(permitted.length).toBeGreaterThan(0);
    const store = await open({ databaseUrl });
    const { logged, contacts } = must(
      await store.read(async (db) => ({
        logged: await db.selectFrom('gateDecisions').select(['id', 'outcome']).execute(),
        contacts: await db.selectFrom('gateContacts').selectAll().execute(),
      })),
    );
    await store.close();
    const outcomes = new Map(logged.map(({ id, outcome }) => [id, outcome]));
    expect(permitted.filter(({ id }) => outcomes.get(id) !== 'permit')).toEqual([]);
    const names = contacts.map(({ useId, subject, dispatch }) => `${useId} ${subject} ${dispatch}`);
    expect(new Set(names).size).toBe(names.length);
    // As many contacts as different messages were permitted, and none that no permit in the log is for.
    expect(contacts.every(({ decisionId }) => outcomes.get(decisionId ?? '') === 'permit')).toBe(true);
    expect(contacts.length).toBeGreaterThanOrEqual(
      new Set(permitted.map(({ use, subject }) => use + subject)).size,
    );
  }, 180_000);
});
