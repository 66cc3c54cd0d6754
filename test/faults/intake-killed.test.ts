import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUse } from '../../src/stores/sql/repositories/uses.ts';
import { askServer, type Running, setUp, startServer } from '../api/running-server.ts';
import { ENGINES, must, open } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';

sayWithoutPostgres('deliveries while a server on PostgreSQL is killed');

const USE = 'winback-spring';
const SECRET = 'a-secret-of-this-test-alone';
const CLIENTS = 4;
/** Small ones and such as are copied in. */
const SIZES = [1, 40, 300];

/** What another system delivers: sends, a complaint among them. The same number makes the same delivery. */
function delivery(number: number) {
  const size = SIZES[number % SIZES.length]!;
  const ids = Array.from({ length: size }, (_, index) => `d${number}-${index}`);
  const at = new Date().toISOString();
  if (number % 2 === 0)
    return {
      ids: ids.map((id) => `own ${id}`),
      path: '/v1/outcomes',
      body: ids.map((id, index) => ({
        id,
        type: index === 7 ? 'complaint' : 'send',
        use: USE,
        at,
        subject: `k-${id}`,
      })),
    };
  return {
    ids: ids.map((id) => `segment ${id}`).slice(0, 1),
    path: '/v1/intake/segment',
    body: {
      type: 'track',
      messageId: ids[0],
      event: 'Email Delivered',
      timestamp: at,
      properties: { email: `${ids[0]}@example.org`, scruple_use: USE },
    },
  };
}

describe.each(ENGINES)('deliveries while the server is killed, $name', (engine) => {
  let folder: string;
  let place: Awaited<ReturnType<typeof engine.place>>;
  let start: () => Promise<Running>;
  beforeAll(async () => {
    await engine.start();
    folder = await mkdtemp(join(tmpdir(), 'scruple-intake-killed-'));
    place = await engine.place();
    const store = await open(place);
    must(
      await store.write(({ db, at }) =>
        addUse(db, {
          id: USE,
          workspace: 'harbor',
          kind: 'campaign',
          owner: 'lifecycle@harbor.example',
          state: 'cleared',
          verdict: 'allow',
          verdictRank: 0,
          createdAt: at,
          changedAt: at,
        }),
      ),
    );
    await store.close();
    const env = { SCRUPLE_KEY_AT_REST: 'd'.repeat(64) };
    const data = 'folder' in place ? place.folder : folder;
    const database: Record<string, string> = 'folder' in place ? {} : { DATABASE_URL: place.databaseUrl };
    start = () => startServer(['--data', data], { ...env, ...database });
  }, 60_000);
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await engine.stop();
  });

  it('are there, every one that was acknowledged, and each counts once', async () => {
    let server = await start();
    const { administrator } = await setUp(server);
    const machine = await askServer(server.url, '/v1/keys', {
      method: 'POST',
      headers: administrator,
      body: { name: 'mailer', roles: ['intake'], days: 9 },
    });
    expect(machine?.status).toBe(201);
    const set = await askServer(server.url, '/v1/settings/intake/segment', {
      method: 'PUT',
      headers: { ...administrator, 'if-match': '"0"' },
      body: { secret: SECRET },
    });
    expect(set?.status).toBe(200);
    const deliver = ({ path, body }: ReturnType<typeof delivery>) =>
      askServer(server.url, path, {
        method: 'POST',
        headers: path.startsWith('/v1/intake')
          ? { 'x-signature': createHmac('sha1', SECRET).update(JSON.stringify(body)).digest('hex') }
          : { authorization: `Bearer ${machine!.body.secret}` },
        body,
      });

    const acknowledged: string[] = [];
    const unanswered: Array<ReturnType<typeof delivery>> = [];
    let number = 0;
    for (let round = 1; round <= 3; round += 1) {
      const before = acknowledged.length;
      let isGone = false;
      const client = async (): Promise<void> => {
        while (!isGone) {
          number += 1;
          const one = delivery(number);
          const answer = await deliver(one);
          if (answer === null) {
            unanswered.push(one);
            return;
          }
          expect([answer.status, answer.body.accepted]).toEqual([200, one.ids.length]);
          acknowledged.push(...one.ids);
        }
      };
      const clients = Promise.all(Array.from({ length: CLIENTS }, client));
      // Never at a quiet moment: every client has something under way.
      while (acknowledged.length < before + 700) await setTimeout(2);
      await server.end('SIGKILL');
      isGone = true;
      await clients;
      server = await start();
    }
    // Whoever was not answered delivers again, and whoever was, too: neither counts twice.
    for (const one of unanswered) {
      const again = await deliver(one);
      expect(again?.body.accepted + again?.body.duplicates).toBe(one.ids.length);
      acknowledged.push(...one.ids);
    }
    for (const one of Array.from({ length: 12 }, (_, index) => delivery(index + 1)))
      expect((await deliver(one))?.body).toMatchObject({ accepted: 0, duplicates: one.ids.length });
    const shown = await askServer(server.url, `/v1/uses/${USE}/outcomes`, { headers: administrator });
    await server.end('SIGTERM');

    const store = await open(place);
    const rows = must(
      await store.read((db) => db.selectFrom('outcomeEvents').select(['source', 'id', 'type']).execute()),
    );
    await store.close();
    const kept = rows.map(({ source, id }) => `${source} ${id}`);
    expect(acknowledged.length).toBeGreaterThan(2_000);
    expect(unanswered.length).toBeGreaterThan(0);
    const all = new Set(kept);
    expect(acknowledged.filter((id) => !all.has(id))).toEqual([]);
    expect(kept.length).toBe(new Set(acknowledged).size);
    const complaints = shown?.body.streams.find(
      ({ monitor, group }: { monitor: string; group: unknown }) => monitor === 'complaints' && group === null,
    );
    expect(complaints?.sends).toBe(rows.filter(({ type }) => type === 'send').length);
  }, 240_000);
});
