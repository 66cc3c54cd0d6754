import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { oweHooks, tellHooks } from '../../src/app/server/hooks/tell-hooks.ts';
import { outboxOf } from '../../src/stores/sql/repositories/outbox.ts';
import { must } from '../contract/store-engines.ts';
import { type Somebody, TestServer } from './harness.ts';

interface Got {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: TestServer;
let ada: Somebody;
let receiver: Server;
let address: string;
let got: Got[];
let status: number;
beforeAll(async () => {
  server = await TestServer.start();
  ada = await server.administrator();
  receiver = createServer((request, answer) => {
    let body = '';
    request.on('data', (piece: Buffer) => {
      body += piece.toString();
    });
    request.on('end', () => {
      got.push({ path: request.url!, headers: request.headers, body });
      answer
        .writeHead(status, status === 302 ? { location: '/elsewhere' } : {})
        .end('what it says is not read');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  await server.stop();
  receiver.close();
});
beforeEach(() => {
  got = [];
  status = 200;
});

const set = async (hooks: readonly object[]) => {
  const { version } = (await ada.ask('/v1/settings/hooks')).body;
  const headers = { 'if-match': `"${version}"` };
  return ada.ask('/v1/settings/hooks', { method: 'PUT', headers, body: { hooks } });
};
const owe = (id: string) =>
  server.context.store.write(({ db, at }) =>
    oweHooks(
      db,
      server.context,
      {
        id,
        topic: 'alarm.raised',
        body: { use: 'spring', alarm: id, monitor: 'complaints', action: 'pause', afterSends: 4000 },
      },
      at,
    ),
  );
const standard = () => ({ id: 'ops', url: `${address}/ops?key=1`, form: 'standard' });

describe('webhooks', () => {
  it('are signed so that a receiver can tell, and told once', async () => {
    const { body } = await set([standard()]);
    const [{ secret, host }] = body.hooks;
    expect([secret, host]).toEqual([expect.stringMatching(/^whsec_/), new URL(address).host]);
    must(await owe('alarm_1'));
    expect(must(await tellHooks(server.context))).toBe(1);
    expect(must(await tellHooks(server.context))).toBe(0);
    const [one] = got;
    const id = one!.headers['webhook-id'];
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const signed = `${id}.${one!.headers['webhook-timestamp']}.${one!.body}`;
    expect(one!.headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    );
    expect([id, one!.path, JSON.parse(one!.body)]).toEqual([
      'alarm_1.ops',
      '/ops?key=1',
      {
        type: 'alarm.raised',
        timestamp: server.now.toISOString(),
        data: { use: 'spring', alarm: 'alarm_1', monitor: 'complaints', action: 'pause', afterSends: 4000 },
      },
    ]);
  });

  it('show their secret once, and keep it when they are set again', async () => {
    const [again] = (await set([standard()])).body.hooks;
    expect(again.secret).toBeNull();
    expect(JSON.stringify((await ada.ask('/v1/settings/hooks')).body)).not.toMatch(/whsec_|key=1/);
  });

  it('are a sentence for a chat program', async () => {
    await set([{ id: 'chat', url: `${address}/chat`, form: 'slack' }]);
    must(await owe('alarm_2'));
    must(await tellHooks(server.context));
    expect(JSON.parse(got[0]!.body).text).toMatch(
      /^Scruple paused spring: complaints, after 4000 sends\. http/,
    );
    expect(got[0]!.headers['webhook-signature']).toBeUndefined();
  });

  it('are tried again for three days, under the same id, and then kept for a person', async () => {
    await set([standard()]);
    status = 503;
    must(await owe('alarm_3'));
    for (let day = 0; day < 40; day += 1) {
      await tellHooks(server.context);
      server.now = new Date(server.now.getTime() + 4 * 3_600_000);
    }
    expect(got.length).toBe(10);
    expect(new Set(got.map(({ headers }) => headers['webhook-id']))).toEqual(new Set(['alarm_3.ops']));
    const dead = must(await server.context.store.read((db) => outboxOf(db).deadLetters(10)));
    expect(dead).toMatchObject([{ id: 'alarm_3.ops', lastFailure: 'hook.not-delivered', attempts: 10 }]);
  });

  it('follow no redirect', async () => {
    status = 302;
    must(await owe('alarm_4'));
    expect((await tellHooks(server.context)).ok).toBe(false);
    expect(got.map(({ path }) => path)).toEqual(['/ops?key=1']);
  });

  it.each([
    'ftp://hooks.example/',
    'https://name:word@hooks.example/',
    'javascript:alert(1)',
    'not an address',
  ])('refuses %s', async (url) => {
    expect([400, 422]).toContain((await set([{ ...standard(), url }])).status);
  });
});
