import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { GateWorld } from './gate-world.ts';
import { type Somebody, TestServer } from './harness.ts';

sayWithoutPostgres('the gate on PostgreSQL');

/** A Friday, ten in the morning in Berlin. */
const MORNING = new Date('2026-11-20T09:00:00Z');
const DAY_MS = 86_400_000;

describe.each(ENGINES)('the gate over HTTP, $name', (engine) => {
  let server: TestServer;
  let world: GateWorld;
  let ada: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    ada = await server.administrator();
    world = await GateWorld.in(server, ada);
    const { version, ...policy } = (await ada.ask('/v1/settings/gate')).body;
    const set = await ada.ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, restShare: 0, caps: { all: { count: 2, days: 7 }, channels: {} } },
    });
    expect([set.status, set.body.detail]).toEqual([200, undefined]);
    await world.use('spring');
    await world.use('autumn');
    await world.essential('recall');
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  it('permits what was cleared to somebody who said yes, and says until when', async () => {
    const lee = await world.person('lee');
    const { status, body } = await world.ask('spring', lee);
    expect([status, body.decision, body.reasons]).toEqual([200, 'permit', []]);
    expect(body.clearance).toMatch(/^clearance:/);
    expect(Date.parse(body.expiresAt) - MORNING.getTime()).toBe(120_000);
    expect(body.id).toMatch(/^decision_/);
  });

  it('gives the same answer and sets one contact aside, however often one sending asks', async () => {
    const max = await world.person('max');
    const first = (await world.ask('spring', max)).body;
    const again = await Promise.all(Array.from({ length: 5 }, () => world.ask('spring', max)));
    for (const { body } of again) expect(body).toEqual(first);
    expect(await world.codes('spring', max, { dispatch: 'tuesday' })).toEqual(['permit']);
    expect(await world.codes('autumn', max)).toEqual(['hold', 'contact-cap']);
    expect(await world.codes('spring', max)).toEqual(['permit']);
  });

  it('says when a cap is over, and permits from then on', async () => {
    const kim = await world.person('kim');
    await world.ask('spring', kim, { dispatch: 'one' });
    await world.ask('spring', kim, { dispatch: 'two' });
    const held = (await world.ask('autumn', kim, { channel: 'sms', dispatch: 'three' })).body;
    expect(held).toMatchObject({ decision: 'hold', waitsFor: 'time' });
    // From the end of the permits, since they may have been used until then.
    expect(Date.parse(held.retryAfter)).toBe(MORNING.getTime() + 120_000 + 7 * DAY_MS);
    server.now = new Date(held.retryAfter);
    expect(await world.codes('autumn', kim, { channel: 'sms', dispatch: 'three' })).toEqual(['permit']);
    server.now = MORNING;
  });

  it('heeds a withdrawal at the next decision', async () => {
    const noa = await world.person('noa');
    expect(await world.codes('spring', noa, { dispatch: 'a' })).toEqual(['permit']);
    await world.choose('noa', 'withdrawn');
    expect(await world.codes('spring', noa, { dispatch: 'b' })).toEqual(['deny', 'said-no']);
    expect(await world.codes('spring', noa, { dispatch: 'a' })).toEqual(['deny', 'said-no']);
  });

  it('heeds a stop, and a clearance that was taken back, at the next decision', async () => {
    const use = await world.use('short-lived');
    const ida = await world.person('ida');
    expect(await world.codes(use, ida, { dispatch: 'a' })).toEqual(['permit']);
    const stopped = await ada.ask(`/v1/uses/${use}/stops`, {
      method: 'POST',
      body: { reason: 'a wrong price' },
    });
    expect(stopped.status).toBe(201);
    expect(await world.codes(use, ida, { dispatch: 'a' })).toEqual(['hold', 'use-stopped']);
    await world.takeBack(use);
    expect((await world.codes(use, ida, { dispatch: 'a' }))[1]).toBe('clearance-revoked');
  });

  it('lets through what is owed, whatever the person chose, and counts it as no contact', async () => {
    const ola = await world.person('ola');
    await world.choose('ola', 'withdrawn', null, { scope: { purpose: null, channel: null, topic: null } });
    for (const dispatch of ['a', 'b', 'c', 'd'])
      expect(await world.codes('recall', ola, { dispatch })).toEqual(['permit']);
    expect(await world.codes('recall', 'email:nobody', { dispatch: 'a' })).toEqual(['permit']);
  });

  it.each([
    ['whoever a template left empty', { subject: '' }],
    ['a number for a person', { subject: 7 }],
    ['a zone that a template left empty', { facts: { timeZone: '' } }],
    ['no facts', { facts: null }],
    ['a sending that a template left empty', { dispatch: '' }],
    ['the name of a sending of ten thousand letters', { dispatch: 'x'.repeat(10_000) }],
  ])('lets through what is owed beside %s, and nothing else', async (_what, over) => {
    for (const [use, decision] of [
      ['recall', 'permit'],
      ['spring', 'deny'],
    ] as const) {
      const body = world.question(use, 'email:lee@customer.example', over as object);
      const answer = await world.gate.ask('/v1/gate/decisions', { method: 'POST', body });
      expect([answer.status, answer.body.decision]).toEqual([200, decision]);
    }
  });

  it('keeps the hours that law sets for texts, where the person is, also for what is owed', async () => {
    await world.person('far');
    await world.tell('far', { zones: ['America/New_York'], places: ['us-ny'], isAdult: true });
    const far = 'email:far@customer.example';
    // Four in the morning there.
    expect(await world.codes('recall', far, { channel: 'sms' })).toEqual(['hold', 'quiet-hours']);
    expect(await world.codes('recall', far)).toEqual(['permit']);
    expect(await world.codes('recall', await world.person('near'), { channel: 'sms' })).toEqual(['permit']);
  });

  it.each([
    ['nothing', {}],
    ['a use that is none', { use: 'spring\u0000' }],
    ['a text without a hash', { contentHash: 'sha256:1' }],
    ['a channel that there is not', { channel: 'pigeon' }],
    ['a key that it does not know', { vip: true }],
    ['a fact that it does not know', { facts: { age: 12 } }],
    ['a number for a person', { subject: 7 }],
  ])('denies %s', async (_what, over) => {
    const body = _what === 'nothing' ? {} : world.question('spring', 'email:lee@customer.example', over);
    const answer = await world.gate.ask('/v1/gate/decisions', { method: 'POST', body });
    expect([answer.status, answer.body.decision, answer.body.reasons[0].code]).toEqual([
      200,
      'deny',
      'question-invalid',
    ]);
  });

  it('denies a use that it does not know, a text that was not cleared, and a person that it cannot tell', async () => {
    const eva = await world.person('eva');
    expect(await world.codes('winter', eva)).toEqual(['deny', 'use-unknown']);
    expect(await world.codes('spring', eva, { contentHash: `sha256:${'0'.repeat(64)}` })).toEqual([
      'deny',
      'content-not-cleared',
    ]);
    expect(await world.codes('spring', 'email:nobody')).toContain('person-unknown');
    expect((await world.codes('spring', 'email:stranger@customer.example'))[0]).toBe('deny');
  });

  it('answers a batch in its order, and holds caps across it', async () => {
    const uma = await world.person('uma');
    const asked = [1, 2, 3].map((number) => world.question('spring', uma, { dispatch: `d${number}` }));
    const { status, body } = await world.gate.ask('/v1/gate/decisions:batch', {
      method: 'POST',
      body: { decisions: [...asked, { nothing: true }] },
    });
    expect(status).toBe(200);
    expect(body.decisions.map(({ decision }: { decision: string }) => decision)).toEqual([
      'permit',
      'permit',
      'hold',
      'deny',
    ]);
  });

  it('gives the first answer to a repeated key', async () => {
    const ben = await world.person('ben');
    const asking = {
      method: 'POST' as const,
      body: world.question('spring', ben, { dispatch: null }),
      headers: { 'idempotency-key': 'ben-1' },
    };
    const first = await world.gate.ask('/v1/gate/decisions', asking);
    expect(first.body.decision).toBe('permit');
    expect((await world.gate.ask('/v1/gate/decisions', asking)).body).toEqual(first.body);
    expect(await world.codes('spring', ben, { dispatch: null })).toEqual(['permit']);
    expect(await world.codes('spring', ben, { dispatch: null })).toEqual(['hold', 'contact-cap']);
  });
});
