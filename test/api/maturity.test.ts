import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/app/server/load-demo.ts';
import { measureMaturity } from '../../src/app/server/maturity/show-maturity.ts';
import { REQUIREMENTS } from '../../src/maturity/ladder/index.ts';
import type { MaturityJson } from '../../src/report/maturity/schema.ts';
import { type Somebody, TestServer } from './harness.ts';

const FILE = `sha256:${'a'.repeat(64)}`;

describe('maturity', () => {
  let server: TestServer;
  let ada: Somebody;
  let aud: Somebody;
  let olga: Somebody;
  let rita: Somebody;
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.administrator();
    aud = await server.person(ada, 'Aud', ['auditor']);
    olga = await server.person(ada, 'Olga', ['operator']);
    rita = await server.person(ada, 'Rita', ['reviewer']);
  }, 60_000);
  afterAll(() => server.stop());

  const read = async (): Promise<MaturityJson> => (await aud.ask('/v1/maturity')).body;
  const found = ({ practices }: MaturityJson, id: string) =>
    practices
      .flatMap(({ levels }) => levels.flatMap(({ requires }) => requires))
      .find((one) => one.id === id)!;

  it('sees nothing where nothing was done, and says so of each thing', async () => {
    const maturity = await read();
    expect(maturity.practices.map(({ level }) => level)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(maturity.minimum).toBe(0);
    expect(maturity.next).toHaveLength(5);
    expect(found(maturity, 'uses-with-card')).toMatchObject({ standing: 'unknown', value: null });
  });

  it('asks for each thing that is counted, in words that anybody can ask again', async () => {
    const maturity = await read();
    const asked = REQUIREMENTS.filter(({ kind }) => kind === 'counted')
      .map(({ id }) => found(maturity, id))
      .filter(({ query }) => query === null)
      .map(({ id }) => id);
    expect(asked).toEqual([]);
  });

  it('counts what was pushed', async () => {
    const loaded = await loadDemo(server.context, { onStart: () => {} });
    if (!loaded.ok) throw new Error(loaded.problem.message);
    const maturity = await read();
    expect(maturity.practices.map(({ level }) => level)).toEqual([1, 2, 1, 1, 0, 0, 0]);
    expect(found(maturity, 'boundaries-written').value).toBeGreaterThan(0);
    expect(found(maturity, 'fields-with-origin')).toMatchObject({ standing: 'met' });
  }, 90_000);

  it('falls when evidence ages', async () => {
    const before = server.now;
    server.now = new Date(before.getTime() + 100 * 86_400_000);
    const maturity = await read();
    expect(found(maturity, 'messages-read').standing).toBe('stale');
    expect(maturity.practices[3]!.level).toBe(0);
    server.now = before;
  });

  it('lets nobody raise a level, and whoever reviews lower one', async () => {
    const lower = (who: Somebody, level: number | null) =>
      who.ask('/v1/maturity/lowerings', {
        method: 'POST',
        body: { step: 2, level, reason: 'the map lacks the shop' },
      });
    expect((await lower(rita, 4)).body).toMatchObject({ code: 'maturity.not-lower' });
    expect((await lower(olga, 0)).status).toBe(403);
    expect((await lower(rita, 1)).status).toBe(204);
    expect((await read()).practices[1]).toMatchObject({
      level: 1,
      computed: 2,
      lowered: { reason: 'the map lacks the shop' },
    });
    expect((await lower(rita, null)).status).toBe(204);
    expect((await read()).practices[1]).toMatchObject({ level: 2, lowered: null });
  });

  it('takes a signature for what time must prove, and for nothing else', async () => {
    const attest = (who: Somebody, requirement: string, value = 0.96) =>
      who.ask('/v1/maturity/attestations', { method: 'POST', body: { requirement, value, fileHash: FILE } });
    expect((await attest(aud, 'reviews-closed', 5)).body).toMatchObject({ code: 'maturity.not-attested' });
    expect((await attest(olga, 'map-sample-right')).status).toBe(403);
    expect((await attest(aud, 'map-sample-right')).status).toBe(204);
    expect(found(await read(), 'map-sample-right')).toMatchObject({
      standing: 'met',
      value: 0.96,
      attested: { file: FILE },
    });
    server.now = new Date(server.now.getTime() + 60_000);
    await attest(aud, 'map-sample-right', 0.5);
    expect(found(await read(), 'map-sample-right')).toMatchObject({ standing: 'not-met', value: 0.5 });
  });

  it('keeps a day once, as it was looked at last', async () => {
    await measureMaturity.run(server.context);
    await measureMaturity.run(server.context);
    expect((await read()).trend).toEqual([{ day: '2026-11-20', levels: [1, 2, 1, 1, 0, 0, 0] }]);
  });
});
