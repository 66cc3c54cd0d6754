import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEPT_DAYS, removeWhatIsOver } from '../../src/app/server/retention.ts';
import { asJson } from '../../src/stores/sql/tables/column-types.ts';
import { ENGINES } from '../contract/store-engines.ts';
import { cookieOf, PASSWORD, type Somebody, TestServer } from './harness.ts';

const START = new Date('2026-11-20T09:00:00Z');
const later = (days: number): Date => new Date(START.getTime() + days * 86_400_000);

describe.each(ENGINES)('what is over, on $name', (engine) => {
  let server: TestServer;
  let ada: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  it('goes when its days are over, and not before', async () => {
    const rita = await server.person(ada, 'Rita', ['reviewer']);
    await ada.ask('/v1/people', {
      method: 'POST',
      headers: { 'idempotency-key': 'one-and-only' },
      body: { name: 'Otto', email: 'otto@harbor.example', roles: ['operator'] },
    });
    const { store } = server.context;
    await store.write(async ({ db }) => {
      const { personId } = await db
        .selectFrom('personKeys')
        .select('personId')
        .where('key', '=', rita.key)
        .executeTakeFirstOrThrow();
      await db
        .insertInto('practiceCases')
        .values({ id: 'c1', title: 't', material: asJson({}), expected: asJson({}), createdAt: START })
        .execute();
      await db
        .insertInto('practiceAnswers')
        .values({ caseId: 'c1', reviewerId: personId, answer: asJson({}), isCaught: true, answeredAt: START })
        .execute();
      await db
        .insertInto('outbox')
        .values({ id: 'o1', topic: 't', body: asJson({}), createdAt: START, deliveredAt: START })
        .execute();
      return null;
    });
    const counts = async (): Promise<Record<string, number>> => {
      const found: Record<string, number> = {};
      for (const table of [
        'practiceAnswers',
        'outbox',
        'idempotencyKeys',
        'oneTimeTokens',
        'people',
      ] as const) {
        const rows = await store.read((db) => db.selectFrom(table).selectAll().execute());
        found[table] = rows.ok ? rows.value.length : -1;
      }
      return found;
    };
    const before = await counts();
    expect(before).toMatchObject({ practiceAnswers: 1, outbox: 1, idempotencyKeys: 1 });
    expect(before.oneTimeTokens).toBeGreaterThan(0);

    server.now = later(KEPT_DAYS.delivered - 1);
    await removeWhatIsOver(server.context);
    expect(await counts()).toEqual({ ...before, idempotencyKeys: 0 });
    server.now = later(KEPT_DAYS.practice - 1);
    await removeWhatIsOver(server.context);
    expect(await counts()).toMatchObject({ practiceAnswers: 1, outbox: 0, oneTimeTokens: 0 });
    server.now = later(KEPT_DAYS.practice + 1);
    await removeWhatIsOver(server.context);
    expect(await counts()).toMatchObject({ practiceAnswers: 0, people: before.people });
  });

  it('is a session too, once it has ended', async () => {
    server.now = START;
    const signedIn = await server.ask('/auth/sign-in', {
      method: 'POST',
      body: { email: 'ada@harbor.example', password: PASSWORD },
    });
    const again = server.by(cookieOf(signedIn));
    expect((await again.ask('/v1/me')).status).toBe(200);
    // Sessions end by the clock of the machine.
    server.now = new Date(Date.now() + 86_400_000);
    const removed = await removeWhatIsOver(server.context);
    expect(removed.ok && removed.value).toBeGreaterThan(0);
    expect((await again.ask('/v1/me')).status).toBe(401);
  });
});
