import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellByMail } from '../../src/app/server/hooks/tell-by-mail.ts';
import { oweHooks } from '../../src/app/server/hooks/tell-hooks.ts';
import { must } from '../contract/store-engines.ts';
import { type Somebody, TestServer } from './harness.ts';
import { PostOffice } from './post-office.ts';

let server: TestServer;
let post: PostOffice;
let ada: Somebody;
let rita: Somebody;
beforeAll(async () => {
  server = await TestServer.start();
  post = new PostOffice(server);
  ada = await server.administrator();
  rita = await server.person(ada, 'Rita', ['reviewer']);
  await server.person(ada, 'Lea', ['operator']);
}, 60_000);
afterAll(() => server.stop());

const set = async (body: object, who = ada) => {
  const { headers } = await ada.ask('/v1/settings/alarm-mail');
  return who.ask('/v1/settings/alarm-mail', {
    method: 'PUT',
    headers: { 'if-match': String(headers.etag) },
    body,
  });
};
/** Owes and tells of an alarm; whom it reached, in order. */
const alarm = async (id: string, action: string): Promise<readonly string[]> => {
  const before = post.sent.length;
  const body = { use: 'spring', alarm: id, monitor: 'complaints', action, afterSends: 4_000 };
  must(
    await server.context.store.write(({ db, at }) =>
      oweHooks(db, server.context, { id, topic: 'alarm.raised', body }, at),
    ),
  );
  await tellByMail(server.context);
  return post.sent
    .slice(before)
    .map(({ to }) => to.toLowerCase())
    .sort();
};

describe('mail of alarms', () => {
  it('goes to nobody unasked', async () => {
    expect(await alarm('alarm_0', 'pause')).toEqual([]);
  });

  it('goes to roles and addresses, each address once, from the step that is set', async () => {
    const addresses = ['Ops@harbor.example', 'ops@harbor.example', 'RITA@harbor.example'];
    expect((await set({ from: 'review', roles: ['reviewer', 'administrator'], addresses })).status).toBe(200);
    expect(await alarm('alarm_1', 'pause')).toEqual([
      'ada@harbor.example',
      'ops@harbor.example',
      'rita@harbor.example',
    ]);
    expect(await alarm('alarm_2', 'review')).toHaveLength(3);
    expect(await alarm('alarm_3', 'warn')).toEqual([]);
    // The same alarm again is told once.
    expect(await alarm('alarm_1', 'pause')).toEqual([]);
  });

  it('says what happened and where to look, and nothing of people', async () => {
    const mail = post.sent.find(({ subject }) => subject === 'Scruple paused spring');
    expect(mail?.text).toContain('/uses/spring/outcomes');
    expect(mail?.text).toContain('complaints, after 4000 sends');
    const kept = JSON.stringify(
      must(
        await server.context.store.read(async (db) => [
          await db.selectFrom('outbox').selectAll().execute(),
          await db.selectFrom('settings').selectAll().execute(),
        ]),
      ),
    );
    expect(kept).not.toMatch(/@harbor\.example/i);
  });

  it('goes to nobody who lost the role, and again later where a mail server fails', async () => {
    await set({ from: 'pause', roles: ['operator'], addresses: [] });
    post.breaks('mail.not-sent');
    expect(await alarm('alarm_4', 'pause')).toEqual([]);
    post.works();
    server.now = new Date(server.now.getTime() + 60_000);
    await tellByMail(server.context);
    expect(post.sent.at(-1)?.to).toBe('lea@harbor.example');
    post.breaks('mail.not-sent');
    await alarm('alarm_5', 'pause');
    post.works();
    await set({ from: 'pause', roles: [], addresses: [] });
    server.now = new Date(server.now.getTime() + 60_000);
    const before = post.sent.length;
    await tellByMail(server.context);
    expect(post.sent).toHaveLength(before);
  });

  it('is set by administrators alone, and its addresses are seen by them alone', async () => {
    expect((await rita.ask('/v1/settings/alarm-mail')).status).toBe(403);
    expect((await set({ from: 'pause', roles: [], addresses: [] }, rita)).status).toBe(403);
    expect((await set({ from: 'pause', roles: ['gate'], addresses: [] })).status).toBe(400);
  });
});
