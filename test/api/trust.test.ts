import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrustIndicator } from '../../src/playbook/6-control/trust/trust-indicators.ts';
import { asJson } from '../../src/stores/sql/tables/column-types.ts';
import { type Somebody, TestServer } from './harness.ts';

const DAY_MS = 86_400_000;
/** How each of twelve people goes on, over and over. */
const PEOPLE = 36;

describe('trust indicators', () => {
  let server: TestServer;
  let aud: Somebody;
  let olga: Somebody;
  beforeAll(async () => {
    server = await TestServer.start();
    const ada = await server.administrator();
    aud = await server.person(ada, 'Aud', ['auditor']);
    olga = await server.person(ada, 'Olga', ['operator']);
  }, 60_000);
  afterAll(() => server.stop());

  const read = async (): Promise<Record<string, TrustIndicator>> => {
    const { status, body } = await aud.ask('/v1/trust-indicators');
    expect(status).toBe(200);
    return Object.fromEntries(body.indicators.map((one: TrustIndicator) => [one.id, one]));
  };

  it('say that they cannot tell before anything happened', async () => {
    const all = Object.values(await read());
    expect(all.length).toBeGreaterThan(8);
    expect(all.filter(({ measure }) => measure.status !== 'cannot-tell')).toEqual([]);
  });

  it('count what people did, and what was sent to them after it', async () => {
    await server.context.store.write(async ({ db, at }) => {
      const daysAgo = (days: number) => new Date(at.getTime() - days * DAY_MS);
      const choice = (person: number, day: number, more: object) => ({
        subject: `s${person}`,
        id: `c${person}-${day}`,
        at: daysAgo(day),
        recordedAt: daysAgo(day),
        method: 'preference-page',
        actor: 'person',
        sourceSystem: 'scruple',
        ...more,
      });
      const sent = (person: number, id: string, when: Date, isEssential = false) => ({
        source: 'own',
        id: `${id}-${person}`,
        type: 'send',
        useId: 'news',
        at: when,
        subject: `s${person}`,
        isEssential,
        groups: asJson({ age_band: person % 2 === 0 ? '65+' : '18-64' }),
        receivedAt: when,
      });
      for (let person = 0; person < PEOPLE; person += 1) {
        await db
          .insertInto('choiceStates')
          .values({ subject: `s${person}`, person: `s${person}`, state: asJson({}), changedAt: at })
          .execute();
        const third = person % 3;
        // A third leaves altogether, a third narrows, a third pauses for thirty days and stays.
        const said =
          third === 0
            ? choice(person, 100, { kind: 'objected' })
            : third === 1
              ? choice(person, 100, { kind: 'withdrawn', purpose: 'marketing', channel: 'sms' })
              : choice(person, 100, { kind: 'paused', pausedUntil: daysAgo(70) });
        await db
          .insertInto('choices')
          .values(said as never)
          .execute();
        await db
          .insertInto('outcomeEvents')
          .values(sent(person, 'first', daysAgo(110)))
          .execute();
        // What is essential is owed; one marketing send comes two hours too late, to those over 65 alone.
        await db
          .insertInto('outcomeEvents')
          .values(sent(person, 'owed', daysAgo(90), true))
          .execute();
        if (person % 2 === 0)
          await db
            .insertInto('outcomeEvents')
            .values(sent(person, 'late', new Date(daysAgo(100).getTime() + 7_200_000)))
            .execute();
      }
    });
    const all = await read();
    const [third, n] = [PEOPLE / 3, PEOPLE];
    expect(all['stayed-after-choosing']!.measure).toMatchObject({ value: 2 / 3, n });
    expect(all.narrowed!.measure).toMatchObject({ value: 2 / 3, n });
    expect(all.returned!.measure).toMatchObject({ value: 1, n: third });
    expect(all['silent-at-once']!.measure).toMatchObject({ value: 0.5, n: third });
    expect(all['time-to-silence']!.measure).toMatchObject({ value: 2, n: third });
    // Six of each age band left: too few to be told apart.
    expect(all['silent-at-once']!.parts).toEqual([]);
    expect(all['silent-at-once']!.withoutGroups).toMatch(/^cannot tell/);
  });

  it('take an undo back, and let who comes to leave after a pause count as gone', async () => {
    await server.context.store.write(async ({ db, at }) => {
      const at99 = new Date(at.getTime() - 99 * DAY_MS);
      const common = { recordedAt: at, actor: 'person', sourceSystem: 'scruple' };
      const undone = {
        ...common,
        id: 'u',
        at: at99,
        subject: 's0',
        kind: 'given',
        method: 'preference-page-undo',
      };
      const gone = {
        ...common,
        id: 'g',
        at: at99,
        subject: 's2',
        kind: 'objected',
        method: 'preference-page',
      };
      await db
        .insertInto('choices')
        .values([undone, gone] as never)
        .execute();
    });
    const all = await read();
    expect(all['stayed-after-choosing']!.measure).toMatchObject({ value: 2 / 3 });
    expect(all.returned!.measure).toMatchObject({ value: 11 / 12 });
  });

  it('are for those who may see results by group, and name nobody', async () => {
    expect((await olga.ask('/v1/trust-indicators')).status).toBe(403);
    expect(JSON.stringify((await aud.ask('/v1/trust-indicators')).body)).not.toMatch(/"s\d+"/);
  });
});
