import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStory } from '../../src/app/server/story/read-story.ts';
import { type Somebody, TestServer } from './harness.ts';

const story = await readStory();

describe('GET /v1/story', () => {
  const servers: TestServer[] = [];
  let [telling, silent]: Somebody[] = [];
  beforeAll(async () => {
    for (const options of [{ story: story! }, {}]) servers.push(await TestServer.start(options));
    [telling, silent] = await Promise.all(servers.map((server) => server.administrator()));
  }, 60_000);
  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  it('answers the year as its file holds it, to who may read uses', async () => {
    expect(story).not.toBeNull();
    expect(await telling!.ask('/v1/story')).toMatchObject({ status: 200, body: story });
    expect((await telling!.ask('/v1/me')).body.hasStory).toBe(true);
    const body = { name: 'esp', roles: ['intake'], days: 9 };
    const key = await telling!.ask('/v1/keys', { method: 'POST', body });
    expect((await servers[0]!.withKey(key.body.secret).ask('/v1/story')).status).toBe(403);
  });

  it('says what to do on a server that shows no example', async () => {
    const { status, body } = await silent!.ask('/v1/story');
    expect([status, body.code]).toEqual([404, 'store.not-found']);
    expect(body.hint).toContain('serve --demo');
    expect((await silent!.ask('/v1/me')).body.hasStory).toBe(false);
  });
});
