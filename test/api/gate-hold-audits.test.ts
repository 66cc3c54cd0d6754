import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pseudonymOf } from '../../src/app/server/gate/gate-secrets.ts';
import type { AuditJson } from '../../src/report/audit/schema.ts';
import { addGateDecisions } from '../../src/stores/sql/repositories/gate-decisions.ts';
import { newId } from '../../src/stores/sql/repositories/new-id.ts';
import { asJson } from '../../src/stores/sql/tables/column-types.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

const PEOPLE = Array.from({ length: 400 }, (_, number) => `p${number}`);
const groupOf = (number: number): string => (number % 2 === 0 ? 'older' : 'younger');
/** Of the older 40 % are held back, of the younger 10 %; half of these by the cap, half by what must not be told. */
const isHeld = (number: number): boolean =>
  number % 2 === 0 ? (number / 2) % 10 < 4 : ((number - 1) / 2) % 10 < 1;

describe.each(ENGINES)('an audit of the gate’s own holds, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let ana: Somebody;
  let olga: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    const ada = await server.administrator();
    ana = await server.person(ada, 'Ana', ['analyst'], { reportsTo: null });
    olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: null });
    world = await GateWorld.in(server, ada);
    await world.use('spring');
    must(
      await server.context.store.write(async ({ db, at }) => {
        const { id } = await db
          .selectFrom('useVersions')
          .select('id')
          .where('useId', '=', 'spring')
          .executeTakeFirstOrThrow();
        await db.updateTable('uses').set({ latestVersionId: id }).where('id', '=', 'spring').execute();
        const row = (name: string, outcome: string, codes: string) => ({
          id: newId('decision', at),
          pseudonym: pseudonymOf(server.context.gate.parts.gate, world.subject(name)),
          useId: 'spring',
          channel: 'email',
          outcome,
          codes,
          reasons: asJson([]),
          shadow: asJson([]),
          inputs: asJson({}),
          door: 'single',
          decidedAt: at,
          loggedAt: at,
        });
        await addGateDecisions(db, [
          ...PEOPLE.map((name, number) =>
            isHeld(number)
              ? row(name, 'hold', number % 4 < 2 ? 'contact-cap' : 'protected')
              : row(name, 'permit', ''),
          ),
          // A wish of their own is no hold of ours, and a second message that went out makes up for one that did not.
          ...['w1', 'w2'].map((name) => row(name, 'deny', 'contact-cap said-no')),
          row('p3', 'hold', 'contact-cap'),
        ]);
      }),
    );
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const attribute = {
    name: 'age_band',
    source: 'voluntary survey, March 2026',
    ground: 'equality monitoring, DPIA-17',
    date: '2026-03-01',
    retention: 'P2Y',
  };
  const grouped = (names: readonly string[], group: (number: number) => string) =>
    names.map((name) => ({
      subject: `email:${name}@customer.example`,
      group: group(Number(name.slice(1))),
    }));
  const ask = (who: Somebody, people: ReturnType<typeof grouped>, over: object = {}) =>
    who.ask('/v1/gate/audits', {
      method: 'POST',
      body: {
        use: 'spring',
        from: new Date(server.now.getTime() - 86_400_000).toISOString(),
        to: new Date(server.now.getTime() + 86_400_000).toISOString(),
        purpose: 'yearly review of the holds',
        attribute,
        people,
        ...over,
      },
    });
  const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  it('counts who is held back by group, and stands first among the audits of the use', async () => {
    const made = await ask(ana, grouped(PEOPLE, groupOf));
    expect([made.status, made.body.verdict, made.body.people]).toEqual([201, 'review', 400]);
    const { latestVersionId } = must(
      await server.context.store.read((db) =>
        db.selectFrom('uses').select('latestVersionId').where('id', '=', 'spring').executeTakeFirstOrThrow(),
      ),
    );
    const { items } = (await ana.ask(`/v1/uses/spring/versions/${latestVersionId}/audits`)).body;
    expect(items).toMatchObject([
      {
        pointer: '/gate/age_band',
        verdict: 'review',
        source: 'gate log',
        figures: {
          isOverVault: true,
          minimumCell: 10,
          reference: { age_band: 'younger' },
          groups: [
            { by: { age_band: 'older' }, people: 200, selected: 120 },
            { by: { age_band: 'younger' }, people: 200, selected: 180 },
          ],
        },
      },
    ]);
    expect((await ana.ask('/v1/audits')).body.items).toMatchObject([
      { name: 'holds of the gate by age_band' },
    ]);
  });

  it('is told before all else of the gate, in words', async () => {
    const { body } = await ana.ask('/v1/gate/audit');
    expect(body.byGroup).toMatchObject([{ use: 'spring', attribute: 'age_band', verdict: 'review' }]);
    expect(body.inWords).toBe('in 1 of 1 audits a group is held back more than others, beyond chance');
    expect((await ana.ask('/v1/gate/audit?use=other')).body.byGroup).toEqual([]);
  });

  it('keeps no group and no pseudonym, and tells of `protected` that word alone', async () => {
    const rows = must(
      await server.context.store.read(async (db) => [
        ...(await db.selectFrom('gateAuditSketches').selectAll().execute()),
        ...(await db.selectFrom('audits').selectAll().execute()),
      ]),
    );
    const text = JSON.stringify(rows);
    expect(text).not.toContain('person-');
    expect(text).not.toContain('@customer.example');
    for (const { sealed } of rows.flatMap((row) => ('sealed' in row ? [row] : [])))
      expect(sealed).toMatch(/^sealed1\./);
    const rules = rows.flatMap((row) => ('report' in row ? [(row.report as AuditJson).asked.rules] : []));
    expect(rules).toEqual([['contact_cap']]);
  });

  it.each<[string, (number: number) => string]>([
    ['with one person in another group', (number) => (number === 8 ? 'younger' : groupOf(number))],
    ['with one person in a group of their own', (number) => (number === 8 ? 'other' : groupOf(number))],
    [
      'with one person in another group, and other words',
      (number) => ((number === 8) === (number % 2 === 0) ? 'x' : 'y'),
    ],
  ])('refuses to be asked again %s', async (_, group) => {
    const refused = await ask(ana, grouped(PEOPLE, group));
    expect(refusal(refused)).toEqual([422, 'audit.too-near']);
  });

  it('logs that somebody asked, also where nothing is answered', async () => {
    const logged = must(
      await server.context.store.read((db) =>
        db.selectFrom('evidenceEntries').selectAll().where('type', '=', 'gate.audited').execute(),
      ),
    );
    const outcomes = logged.map(({ body }) => JSON.parse(body).outcome);
    expect(outcomes).toEqual(['review', 'refused', 'refused', 'refused']);
  });

  it('tells nothing of one person whom everybody else stands against', async () => {
    const alone = await ask(
      ana,
      grouped(['p0', 'p2'], () => 'one'),
      {
        attribute: { ...attribute, name: 'one_person' },
      },
    );
    const text = JSON.stringify(alone.body);
    expect(alone.status === 422 || !text.includes('"selected":1')).toBe(true);
    expect(alone.body.verdict ?? 'refused').not.toBe('pass');
  });

  it.each<[string, () => Promise<{ status: number; body: { code?: string } }>, [number, string]]>([
    ['somebody who may not audit', () => ask(olga, grouped(PEOPLE, groupOf)), [403, 'people.not-allowed']],
    [
      'an attribute beyond its time',
      () => ask(ana, grouped(PEOPLE, groupOf), { attribute: { ...attribute, retention: 'P1M' } }),
      [422, 'audit.ground-missing'],
    ],
    [
      'an attribute without a ground',
      () => ask(ana, grouped(PEOPLE, groupOf), { attribute: { ...attribute, ground: '' } }),
      [400, 'request.invalid'],
    ],
    [
      'somebody twice',
      () => ask(ana, [...grouped(PEOPLE, groupOf), ...grouped(['p1'], groupOf)]),
      [422, 'audit.duplicate-id'],
    ],
    [
      'a use that is not there',
      () => ask(ana, grouped(PEOPLE, groupOf), { use: 'none' }),
      [404, 'store.not-found'],
    ],
    [
      'cells of one person',
      () => ask(ana, grouped(PEOPLE, groupOf), { minimumCell: 1 }),
      [400, 'request.invalid'],
    ],
  ])('is refused for %s', async (_, refused, expected) => {
    expect(refusal(await refused())).toEqual(expected);
  });
});
