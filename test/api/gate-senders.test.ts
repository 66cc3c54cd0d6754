import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../contract/store-engines.ts';
import { GateWorld, TEXT_HASH } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

const MORNING = new Date('2026-11-20T09:00:00Z');
const DAY_MS = 86_400_000;

describe.each(ENGINES)('what senders tell the gate, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let ada: Somebody;
  let olga: Somebody;
  let intake: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    olga = await server.person(ada, 'Olga', ['operator'], { reportsTo: null });
    world = await GateWorld.in(server, ada);
    intake = await world.machine(['intake']);
    const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
    const set = await ada.ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, restShare: 0, caps: { all: { count: 2, days: 7 }, channels: {} } },
    });
    expect(set.status).toBe(200);
    for (const use of ['spring', 'autumn']) await world.use(use);
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  const post = async (who: Somebody, path: string, body: object, expected = 204) => {
    const answer = await who.ask(path, { method: 'POST', body });
    expect([answer.status, answer.body?.detail], path).toEqual([expected, undefined]);
    return answer.body;
  };
  const settle = (what: 'sent' | 'release', subject: string, dispatch: string) =>
    post(world.gate, `/v1/gate/contacts:${what}`, { contacts: [{ use: 'spring', subject, dispatch }] });

  it('frees the contact of a message that was not sent, and not of one that was', async () => {
    const lee = await world.person('lee');
    for (const dispatch of ['a', 'b'])
      expect(await world.codes('spring', lee, { dispatch })).toEqual(['permit']);
    await settle('sent', lee, 'a');
    await settle('release', lee, 'a');
    expect(await world.codes('autumn', lee, { dispatch: 'c' })).toEqual(['hold', 'contact-cap']);
    await settle('release', lee, 'b');
    await settle('release', lee, 'nothing-of-the-sort');
    expect(await world.codes('autumn', lee, { dispatch: 'c' })).toEqual(['permit']);
  });

  it('lets one contact carry one message: not one more when it was sent, or on another channel', async () => {
    const [eve, ivo] = [await world.person('eve'), await world.person('ivo')];
    expect(await world.codes('spring', eve, { dispatch: 'a' })).toEqual(['permit']);
    await settle('sent', eve, 'a');
    expect(await world.codes('spring', eve, { dispatch: 'a' })).toEqual(['hold', 'contact-cap']);
    expect(await world.codes('spring', eve, { dispatch: 'b' })).toEqual(['permit']);

    expect(await world.codes('spring', ivo, { dispatch: 'a' })).toEqual(['permit']);
    expect(await world.codes('spring', ivo, { dispatch: 'a', channel: 'sms' })).toEqual([
      'hold',
      'contact-cap',
    ]);
    expect(await world.codes('spring', ivo, { dispatch: 'a' })).toEqual(['permit']);
  });

  it('leases contacts that count at once, and frees those that nobody drew on', async () => {
    const [max, kim] = [await world.person('max'), await world.person('kim')];
    await world.ask('autumn', kim, { dispatch: 'x' });
    await world.ask('autumn', kim, { dispatch: 'y' });
    const order = { use: 'spring', channel: 'email', dispatch: 'leased', people: [max, kim, 'email:none'] };
    const { lease, people } = await post(world.gate, '/v1/gate/leases', order, 201);
    expect(people).toMatchObject([
      { subject: max, refused: null },
      { subject: kim, refused: { code: 'contact-cap', retryAfter: expect.any(String) } },
      { refused: { code: 'person-unknown' } },
    ]);
    expect(await world.codes('autumn', max, { dispatch: 'one' })).toEqual(['permit']);
    expect(await world.codes('autumn', max, { dispatch: 'two' })).toEqual(['hold', 'contact-cap']);
    // A second sender of the same sending gets nothing for the same person.
    const again = await post(world.gate, '/v1/gate/leases', { ...order, people: [max] }, 201);
    expect(again.people[0].refused).not.toBeNull();
    const other = await world.machine(['gate']);
    const refused = await other.ask(`/v1/gate/leases/${lease}/return`, { method: 'POST', body: {} });
    expect(refused.status).toBe(403);
    expect(await post(world.gate, `/v1/gate/leases/${lease}/return`, {}, 200)).toEqual({
      drawn: 0,
      released: 1,
    });
    expect(await world.codes('autumn', max, { dispatch: 'two' })).toEqual(['permit']);
    const leases = (await olga.ask('/v1/gate/leases?isOpen=false')).body.items;
    expect(leases).toMatchObject([{ id: lease, granted: 1, drawn: 0 }]);
  });

  it('keeps a contact on which a single permit was given when its lease goes back', async () => {
    const ana = await world.person('ana');
    const order = { use: 'spring', channel: 'email', dispatch: 'list', people: [ana] };
    const { lease } = await post(world.gate, '/v1/gate/leases', order, 201);
    expect(await world.codes('spring', ana, { dispatch: 'list' })).toEqual(['permit']);
    expect(await post(world.gate, `/v1/gate/leases/${lease}/return`, {}, 200)).toEqual({
      drawn: 1,
      released: 0,
    });
  });

  it('takes decisions of another process into the log, each once, and keeps what they drew on', async () => {
    const noa = await world.person('noa');
    const order = { use: 'spring', channel: 'email', dispatch: 'far', people: [noa] };
    const { lease } = await post(world.gate, '/v1/gate/leases', order, 201);
    const report = {
      decisions: ['permit', 'hold'].map((outcome, number) => ({
        id: `gate-1:${number}`,
        at: MORNING.toISOString(),
        use: 'spring',
        subject: noa,
        channel: 'email',
        dispatch: 'far',
        contentHash: TEXT_HASH,
        outcome,
        codes: outcome === 'hold' ? ['protected'] : [],
        shadow: [],
        clearance: null,
        lease,
        knownUpTo: null,
      })),
    };
    expect(await post(world.gate, '/v1/gate/reports', report, 200)).toEqual({ added: 2 });
    expect(await post(world.gate, '/v1/gate/reports', report, 200)).toEqual({ added: 0 });
    expect(await post(world.gate, `/v1/gate/leases/${lease}/return`, {}, 200)).toEqual({
      drawn: 1,
      released: 0,
    });
    const listed = (await olga.ask('/v1/gate/decisions?use=spring&limit=500')).body.items;
    expect(listed.filter(({ door }: { door: string }) => door === 'library')).toHaveLength(2);
    expect(
      (await world.gate.ask('/v1/gate/reports', { method: 'POST', body: { decisions: [{ id: 'x' }] } }))
        .status,
    ).toBe(400);
  });

  it('leaves out who is on a list, with its reason told, or hidden where the list tells something', async () => {
    const [ida, eva] = [await world.person('ida'), await world.person('eva')];
    const list = {
      id: 'complained',
      owner: 'Olga',
      reason: 'complained about the last mailing',
      standsForNo: false,
      scope: { purpose: 'marketing', channel: null, topic: null },
      isProtected: false,
      endsAt: new Date(MORNING.getTime() + 10 * DAY_MS).toISOString(),
    };
    const made = await post(olga, '/v1/suppression-lists', list, 201);
    await post(olga, '/v1/suppression-lists', { ...list, id: 'in-care', isProtected: true }, 201);
    await post(olga, '/v1/suppression-lists/complained/people', { people: [ida] });
    await post(olga, '/v1/suppression-lists/in-care/people', { people: [eva] });
    const held = (await world.ask('spring', ida)).body;
    expect(held).toMatchObject({ decision: 'hold', reasons: [{ code: 'suppressed' }] });
    expect(held.retryAfter).toBe(list.endsAt);
    expect((await world.ask('spring', eva)).body.reasons).toMatchObject([
      { code: 'protected', retryAfter: null },
    ]);
    const shown = (await olga.ask('/v1/suppression-lists')).body.items;
    expect(shown.map(({ id, people }: { id: string; people: number | null }) => [id, people])).toEqual([
      ['complained', 1],
      ['in-care', null],
    ]);
    const imported = await post(
      olga,
      '/v1/suppression-lists/complained/imports',
      { csv: `subject\n${eva}\nemail:nonsense\n` },
      200,
    );
    expect(imported).toEqual({ lines: 2, bad: 1 });
    await post(olga, '/v1/suppression-lists/complained/people/removal', { people: [ida] });
    expect(await world.codes('spring', ida)).toEqual(['permit']);
    const changed = await olga.ask('/v1/suppression-lists/complained', {
      method: 'PUT',
      headers: { 'if-match': `"${made.version}"` },
      body: { ...list, id: undefined, standsForNo: undefined, reason: 'asked for a pause' },
    });
    expect([changed.status, changed.body.reason]).toEqual([200, 'asked for a pause']);
  });

  it.each([
    ['without an end', { endsAt: null }],
    ['that ended', { endsAt: '2026-11-01T00:00:00Z' }],
    ['for ten years', { endsAt: '2036-11-01T00:00:00Z' }],
    ['that is a no and has an end', { standsForNo: true }],
    ['that is a no and hides it', { standsForNo: true, endsAt: null, isProtected: true }],
  ])('makes no list %s', async (_what, over) => {
    const answer = await olga.ask('/v1/suppression-lists', {
      method: 'POST',
      body: {
        id: 'wrong',
        owner: 'Olga',
        reason: 'a test',
        standsForNo: false,
        scope: { purpose: null, channel: null, topic: null },
        isProtected: false,
        endsAt: '2026-12-01T00:00:00Z',
        ...over,
      },
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'gate.invalid-list']);
  });

  it('asks for the place, and takes it from a system of the organisation, not from a sender', async () => {
    await world.choose('zoe', 'given');
    const zoe = 'email:zoe@customer.example';
    expect(await world.codes('spring', zoe)).toContain('place-unknown');
    expect(await world.codes('spring', zoe, { facts: { jurisdiction: 'eu-fr' } })).toContain('place-unknown');
    const told = { subject: zoe, zones: ['Europe/Paris'], places: ['eu-fr'], isAdult: false };
    expect(
      (await world.gate.ask('/v1/gate/people', { method: 'POST', body: { people: [told] } })).status,
    ).toBe(403);
    await post(intake, '/v1/gate/people', { people: [told] });
    expect(await world.codes('spring', zoe)).toEqual(['permit']);
    expect(await world.codes('spring', zoe, { facts: { jurisdiction: 'au' } })).toEqual([
      'deny',
      'place-not-cleared',
    ]);
    for (const wrong of [{ zones: ['Mars/North'] }, { places: ['atlantis'] }]) {
      const answer = await intake.ask('/v1/gate/people', {
        method: 'POST',
        body: { people: [{ ...told, ...wrong }] },
      });
      expect([answer.status, answer.body.code]).toEqual([422, 'gate.invalid-place']);
    }
  });

  it('sends a claim while somebody who is not its owner says that it is true', async () => {
    const use = await world.use('ends-sunday', { claims: [{ says: 'ends Sunday', fact: 'sale-end' }] });
    const uma = await world.person('uma');
    expect(await world.codes(use, uma)).toEqual(['deny', 'claim-unknown']);
    const facts = (state: string, hours: number) => ({
      facts: [
        {
          fact: 'sale-end',
          state,
          freshUntil: new Date(MORNING.getTime() + hours * 3_600_000).toISOString(),
        },
      ],
    });
    const path = `/v1/uses/${use}/facts`;
    expect((await olga.ask(path, { method: 'POST', body: facts('true', 1) })).status).toBe(403);
    await post(intake, path, facts('true', 1));
    const { body } = await world.ask(use, uma);
    expect(body.decision).toBe('permit');
    server.now = new Date(MORNING.getTime() + 2 * 3_600_000);
    expect(await world.codes(use, uma)).toEqual(['deny', 'claim-unknown']);
    await post(intake, path, facts('not-true', 5));
    expect(await world.codes(use, uma)).toEqual(['deny', 'claim-not-true']);
    server.now = MORNING;
    const far = await intake.ask(path, { method: 'POST', body: facts('true', 24 * 30) });
    expect(far.body.code).toBe('gate.invalid-claim');
    expect((await olga.ask(`/v1/uses/${use}/running`)).body.claims).toMatchObject([{ fact: 'sale-end' }]);
  });

  it('sends no more than the stage of a roll-out lets, whoever asks at once', async () => {
    const use = await world.use('in-stages');
    const { store } = server.context;
    await store.write(async ({ db }) => {
      const { personId } = await db
        .selectFrom('personKeys')
        .innerJoin('people', 'people.id', 'personKeys.personId')
        .select('personId')
        .where('people.email', '=', 'olga@harbor.example')
        .executeTakeFirstOrThrow();
      await db.updateTable('uses').set({ ownerId: personId }).where('id', '=', use).execute();
    });
    const set = await olga.ask(`/v1/uses/${use}/running`, {
      method: 'PUT',
      headers: { 'if-match': '"0"' },
      body: { stageSize: 3 },
    });
    expect([set.status, set.body.stageSize, set.body.stageSent]).toEqual([200, 3, 0]);
    const people = await Promise.all(
      Array.from({ length: 8 }, (_, number) => world.person(`stage${number}`)),
    );
    const answers = await Promise.all(people.map((person) => world.codes(use, person, { dispatch: 's' })));
    expect(answers.filter(([decision]) => decision === 'permit')).toHaveLength(3);
    expect(answers.filter(([, code]) => code === 'stage-full')).toHaveLength(5);
    const permitted = people[answers.findIndex(([decision]) => decision === 'permit')]!;
    await post(world.gate, '/v1/gate/contacts:release', {
      contacts: [{ use, subject: permitted, dispatch: 's' }],
    });
    expect((await olga.ask(`/v1/uses/${use}/running`)).body.stageSent).toBe(2);
  });
});
