import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/app/server/load-demo.ts';
import { requestsForPerson, withdrawRequest } from '../../src/app/server/requests/for-person.ts';
import { type NewRequest, openRequest } from '../../src/app/server/requests/open.ts';
import { letterIsSettled, owedLetters } from '../../src/app/server/requests/owed-letters.ts';
import { proveBySecond, proveRequest } from '../../src/app/server/requests/prove.ts';
import { columnsOf, foldOf } from '../../src/app/server/requests/stored-request.ts';
import { removeWhatIsOver } from '../../src/app/server/retention.ts';
import { listEventsOfRequests } from '../../src/stores/sql/repositories/customer-requests.ts';
import { readKnownPeople } from '../../src/stores/sql/repositories/gate-known-people.ts';
import { addUseMember } from '../../src/stores/sql/repositories/uses.ts';
import type { Work } from '../../src/stores/sql/store.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { Customer, setUpPages } from './customer-pages.ts';
import { type Somebody, TestServer } from './harness.ts';

const USE = 'winback-spring';

describe.each(ENGINES)('what customers ask, $name', (engine) => {
  let server: TestServer;
  let cora: Somebody;
  let olga: Somebody;
  let aud: Somebody;
  let intake: Somebody;

  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    const ada = await server.administrator();
    await setUpPages(ada);
    olga = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    aud = await server.person(ada, 'Aud', ['auditor']);
    const key = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'shop', roles: ['intake'], days: 30 },
    });
    intake = server.withKey(key.body.secret);
    must(await loadDemo(server.context, { onStart: () => {} }));
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  let count = 0;
  const somebody = () => {
    count += 1;
    return new Customer(server, `asks-${count}`);
  };
  const write = async <T>(work: (work: Work) => Promise<T>): Promise<T> =>
    must(await server.context.store.write(work));
  const asks = (customer: Customer, over: Partial<NewRequest> = {}) =>
    write((work) =>
      openRequest(work, server.context, {
        kind: 'access',
        subject: customer.subject,
        identifiers: [{ kind: 'email', value: customer.address }],
        jurisdiction: 'eu',
        proofs: ['address', 'person-checked'],
        through: 'preferences',
        actor: 'person',
        language: 'en',
        ...over,
      }),
    );
  const read = async (id: string, by = cora) => (await by.ask(`/v1/requests/${id}`)).body;
  const act = async (id: string, action: object, by = cora) => {
    const { headers } = await by.ask(`/v1/requests/${id}`);
    return by.ask(`/v1/requests/${id}/actions`, {
      method: 'POST',
      headers: { 'if-match': String(headers.etag ?? '"1"') },
      body: action,
    });
  };
  const acknowledge = (id: string, destination: string, outcome = 'done', by = intake) =>
    by.ask(`/v1/requests/${id}/acknowledgements`, { method: 'POST', body: { destination, outcome } });
  const evidence = async (type: string) =>
    (await aud.ask(`/v1/evidence?type=${type}&limit=500`)).body.items as Array<{ body: object }>;
  const forPerson = async (customer: Customer) =>
    must(await server.context.store.read((db) => requestsForPerson(db, server.context, customer.subject)));

  const tablesThatName = async (subject: string): Promise<readonly string[]> => {
    const { plain, schema } = server.context.store;
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = ${schema}`.execute(plain);
    const found: string[] = [];
    for (const { name } of rows) {
      const hits = await sql`
        select 1 from ${sql.table(name)} t where row_to_json(t)::text like ${`%${subject}%`} limit 1`.execute(
        plain,
      );
      if (hits.rows.length > 0) found.push(name);
    }
    return found.sort();
  };

  it('stands in the queue with its clock, and with nothing of who asks', async () => {
    const customer = somebody();
    const { row } = await asks(customer, { statement: 'I moved to Kiel.' });
    const listed = await cora.ask('/v1/requests?open=true&kind=access&jurisdiction=eu&limit=500');
    const found = listed.body.items.find(({ id }: { id: string }) => id === row.id);
    expect(found).toMatchObject({
      state: 'open',
      dueAt: '2026-12-20T23:59:59.000Z',
      urgency: 'in-time',
      clock: { count: 1, unit: 'month', norm: 'eu-gdpr-12' },
      proof: { needed: 'address-and-second', missing: [] },
    });
    const text = JSON.stringify([listed.body, await read(row.id)]);
    for (const secret of [customer.subject, customer.address, 'Kiel']) expect(text).not.toContain(secret);
  });

  it('is seen by advocates and auditors alone, and who asks by advocates with a purpose that is logged', async () => {
    const customer = somebody();
    const { row } = await asks(customer, { statement: 'I moved to Kiel.' });
    const person = (by: Somebody, body: object = { purpose: 'to answer the request' }) =>
      by.ask(`/v1/requests/${row.id}/person`, { method: 'POST', body });
    expect((await olga.ask('/v1/requests')).status).toBe(403);
    expect((await olga.ask(`/v1/requests/${row.id}`)).status).toBe(403);
    for (const by of [olga, aud, intake]) expect((await person(by)).status).toBe(403);
    expect((await person(cora, {})).status).toBe(400);
    expect((await evidence('request.person-read')).length).toBe(0);
    expect((await person(cora)).body).toEqual({
      subject: customer.subject,
      identifiers: [{ kind: 'email', value: customer.address }],
      statement: 'I moved to Kiel.',
      correction: null,
    });
    expect(await evidence('request.person-read')).toHaveLength(1);
    await act(row.id, { do: 'answer', outcome: 'done', words: 'Your copy is on your page.' });
    expect((await read(row.id)).events.at(-1).words).toBe('Your copy is on your page.');
    expect((await read(row.id, aud)).events.at(-1).words).toBeNull();
    expect(JSON.stringify((await aud.ask('/v1/evidence?limit=500')).body)).not.toContain(customer.subject);
  });

  it('of an objection counts at once and is answered by itself, however often', async () => {
    const customer = somebody();
    const first = await asks(customer, { kind: 'object', proofs: [] });
    expect(first.request).toMatchObject({ state: 'answered', outcome: 'done', effects: ['objected'] });
    expect(await customer.answer({ needsConsent: false })).toMatchObject({ because: 'objected' });
    const again = await asks(customer, { kind: 'object', proofs: [] });
    expect([again.isNew, again.row.id]).toEqual([false, first.row.id]);
    const out = await asks(somebody(), { kind: 'opt-out-profiling', proofs: [], jurisdiction: 'us-ca' });
    expect(out.request).toMatchObject({ state: 'answered', clock: { norm: 'us-ca-ccpa-7221' } });
    // To a use that is no marketing a person answers, and until then it counts as well.
    const other = somebody();
    const weighed = await asks(other, { kind: 'object', purpose: 'analytics', proofs: [] });
    expect(weighed.request.state).toBe('open');
    expect(await other.answer({ purpose: 'analytics', needsConsent: false })).toMatchObject({
      because: 'objected',
    });
  });

  it('is not answered before it is proven who asks, and nobody is asked for more than is needed', async () => {
    const customer = somebody();
    const { row } = await asks(customer, { proofs: [] });
    const early = await act(row.id, { do: 'answer', outcome: 'done', words: 'Here.' });
    expect([early.status, early.body.code]).toEqual([422, 'rights.not-proven']);
    await write((work) => proveRequest(work, server.context, row.id, 'address'));
    expect(await read(row.id)).toMatchObject({ state: 'needs-proof', proof: { missing: ['second'] } });
    const phone = { kind: 'phone', value: '+49 30 901820' } as const;
    for (const identifier of [phone, { kind: 'email', value: customer.address } as const])
      await write((work) => proveBySecond(work, server.context, row.id, identifier));
    expect((await read(row.id)).state).toBe('needs-proof');
    await intake.ask('/v1/ledger/person/keys', {
      method: 'POST',
      body: { identifiers: [phone, { kind: 'email', value: customer.address }] },
    });
    await write((work) => proveBySecond(work, server.context, row.id, phone));
    expect((await read(row.id)).state).toBe('open');
    const asked = await act(row.id, { do: 'ask-for-proof' });
    expect([asked.status, asked.body.code]).toEqual([422, 'rights.not-proven']);
  });

  it('gives up on second identifiers after five that were none of theirs', async () => {
    const customer = somebody();
    const { row } = await asks(customer, { proofs: ['address'] });
    const right = { kind: 'customer', value: `c-${count}` } as const;
    await intake.ask('/v1/ledger/person/keys', {
      method: 'POST',
      body: { identifiers: [right, { kind: 'email', value: customer.address }] },
    });
    const guess = (value: string) =>
      write((work) => proveBySecond(work, server.context, row.id, { kind: 'customer', value }));
    for (let wrong = 0; wrong < 5; wrong += 1) await guess(`nobody-${wrong}`);
    await guess(right.value);
    expect((await read(row.id)).proof.missing).toEqual(['second']);
    expect((await act(row.id, { do: 'confirm-person' })).body.proof.missing).toEqual([]);
  });

  it('is extended once, with a reason, inside its first time, and overdue when that is over', async () => {
    const { row } = await asks(somebody());
    const extended = await act(row.id, { do: 'extend', words: 'We ask four shops, and two are slow.' });
    expect(extended.body).toMatchObject({ dueAt: '2027-02-20T23:59:59.000Z', isExtended: true });
    expect((await act(row.id, { do: 'extend', words: 'And again.' })).body.code).toBe('rights.cannot-extend');
    const late = await asks(somebody());
    const now = server.now;
    server.now = new Date('2026-12-21T00:00:00Z');
    const listed = await cora.ask('/v1/requests?urgency=overdue&limit=500');
    const ids = listed.body.items.map(({ id }: { id: string }) => id);
    expect(ids).toContain(late.row.id);
    expect(ids).not.toContain(row.id);
    expect((await act(late.row.id, { do: 'extend', words: 'Too late.' })).body.code).toBe(
      'rights.cannot-extend',
    );
    server.now = now;
  });

  it('takes an action only at the version that was read', async () => {
    const { row } = await asks(somebody());
    const at = (version: string) =>
      cora.ask(`/v1/requests/${row.id}/actions`, {
        method: 'POST',
        headers: { 'if-match': version },
        body: { do: 'take' },
      });
    expect((await at(`"${row.version}"`)).body).toMatchObject({ state: 'in-progress' });
    expect((await at(`"${row.version}"`)).status).toBe(412);
    const without = await cora.ask(`/v1/requests/${row.id}/actions`, {
      method: 'POST',
      body: { do: 'take' },
    });
    expect(without.status).toBe(428);
  });

  it('to be erased is done here at once, asks every system, and ends with the last of them', async () => {
    const customer = somebody();
    await asks(customer, { kind: 'object', proofs: [] });
    const other = await asks(customer, { kind: 'contest', use: USE });
    const { row } = await asks(customer, { kind: 'erase' });
    const done = await act(row.id, { do: 'carry-out' });
    expect(done.status).toBe(200);
    const systems: string[] = done.body.destinations.map(({ name }: { name: string }) => name);
    expect(systems).toEqual(expect.arrayContaining(['CRM', 'Mailer', 'Shop']));
    expect(await customer.kept()).toBe('[]');
    expect(await customer.answer({ needsConsent: false })).toMatchObject({ permitted: false });
    expect((await cora.ask(`/v1/requests/${other.row.id}`)).status).toBe(404);
    const person = await cora.ask(`/v1/requests/${row.id}/person`, {
      method: 'POST',
      body: { purpose: 'to delete in the CRM' },
    });
    expect(person.body).toMatchObject({ subject: null, identifiers: [{ value: customer.address }] });
    const early = await act(row.id, { do: 'answer', outcome: 'done', words: 'All is gone.' });
    expect(early.body.code).toBe('rights.open-destinations');
    expect((await acknowledge(row.id, 'Fax')).body.code).toBe('rights.unknown-destination');
    for (const name of systems.slice(1)) expect((await acknowledge(row.id, name)).status).toBe(200);
    const now = server.now;
    server.now = new Date('2026-12-21T00:00:00Z');
    expect((await read(row.id)).destinations[0]).toMatchObject({ isOverdue: true, acknowledgedAt: null });
    const overdue = await cora.ask('/v1/requests?destinationsOverdue=true&limit=500');
    expect(overdue.body.items.map(({ id }: { id: string }) => id)).toContain(row.id);
    server.now = now;
    expect((await acknowledge(row.id, systems[0]!, 'not-held', cora)).body.state).toBe('answered');
    // Every no stays, and gates are told for a day that something changed.
    expect(await tablesThatName(customer.subject)).toEqual(['choice_states', 'gate_changes', 'suppressions']);
    expect(await evidence('ledger.erased')).toHaveLength(1);
    const closed = (await evidence('request.closed')).map(({ body }) => body);
    expect(closed).toContainEqual(
      expect.objectContaining({ request: row.id, outcome: 'done', inTime: true }),
    );
  });

  it('of which a source keeps data is answered in part, by a person with words', async () => {
    const { row } = await asks(somebody(), {
      kind: 'correct',
      correction: { wrong: 'Kiehl', right: 'Kiel', system: 'CRM' },
    });
    await act(row.id, { do: 'carry-out' });
    expect((await acknowledge(row.id, 'CRM', 'kept')).body.state).toBe('in-progress');
    expect((await act(row.id, { do: 'answer', outcome: 'done', words: 'Done.' })).body.code).toBe(
      'rights.wrong-state',
    );
    const partly = await act(row.id, { do: 'answer', outcome: 'partly', words: 'The bill stays as it was.' });
    expect(partly.body).toMatchObject({ state: 'answered', outcome: 'partly' });
  });

  it('contested is judged by an advocate who does not own the use, on more than the machine had', async () => {
    const customer = somebody();
    const { row } = await asks(customer, { kind: 'contest', use: USE, statement: 'I did buy, in the shop.' });
    const contested = async () => {
      const known = await server.context.store.read((db) =>
        readKnownPeople(db, [customer.subject], {
          now: server.now,
          contestsSince: server.now,
          contactsSince: server.now,
        }),
      );
      return must(known).contests.filter(({ useId, closedAt }) => useId === USE && closedAt === null).length;
    };
    expect(await contested()).toBe(1);
    const answer = await act(row.id, { do: 'answer', outcome: 'done', words: 'It stays.' });
    expect(answer.body.code).toBe('rights.wrong-state');
    const decided = await act(row.id, {
      do: 'decide',
      changed: true,
      facts: 'The receipt from the shop in Kiel.',
      words: 'You were right: we had not counted what you bought in the shop.',
    });
    expect(decided.body).toMatchObject({
      state: 'answered',
      outcome: 'changed',
      review: {
        trainedAt: '2026-10-01T00:00:00.000Z',
        hasStatement: true,
        isChanged: true,
        daysToDecide: 0,
        facts: 'The receipt from the shop in Kiel.',
      },
    });
    expect(await contested()).toBe(0);
    const [seen] = await forPerson(customer);
    expect(seen).toMatchObject({ state: 'answered', outcome: 'changed' });
    expect(seen!.steps.at(-1)!.words).toContain('You were right');
    expect(JSON.stringify(seen)).not.toContain('receipt');
  });

  it('is neither judged by somebody who works on the use, nor are they told who asks', async () => {
    const owned = await write(async ({ db, at }) => {
      const { personId } = await db
        .selectFrom('personKeys')
        .select('personId')
        .where('key', '=', (cora as unknown as { key: string }).key)
        .executeTakeFirstOrThrow();
      const use = await db.selectFrom('uses').select('id').orderBy('id').executeTakeFirstOrThrow();
      await addUseMember(db, use.id, personId!, at);
      return use.id;
    });
    const { row } = await asks(somebody(), { kind: 'contest', use: owned });
    expect((await act(row.id, { do: 'take' })).status).toBe(403);
    const person = await cora.ask(`/v1/requests/${row.id}/person`, {
      method: 'POST',
      body: { purpose: 'to see who it is' },
    });
    expect(person.status).toBe(403);
  });

  it('is refused with a reason and words, opened again with a new clock, and withdrawn by the person', async () => {
    const customer = somebody();
    const { row } = await asks(customer);
    const refused = await act(row.id, { do: 'refuse', reason: 'no-match', words: 'We know nobody by that.' });
    expect(refused.body).toMatchObject({ state: 'refused', outcome: 'no-match', possible: ['reopen'] });
    const now = server.now;
    server.now = new Date('2026-12-01T09:00:00Z');
    const reopened = await act(row.id, { do: 'reopen', words: 'We found you under your old name.' });
    expect(reopened.body).toMatchObject({ state: 'in-progress', dueAt: '2027-01-01T23:59:59.000Z' });
    await write((work) => withdrawRequest(work, server.context, row.id));
    expect(await forPerson(customer)).toMatchObject([{ state: 'withdrawn' }]);
    expect((await act(row.id, { do: 'reopen', words: 'No.' })).body.code).toBe('rights.wrong-state');
    server.now = now;
  });

  it('owes a letter for each step that the person must hear of, and forgets the address after the last', async () => {
    const customer = somebody();
    const { row } = await asks(customer, { statement: 'I moved to Kiel.' });
    const owed = async () => {
      const letters = await server.context.store.read((db) => owedLetters(db, server.context, 500));
      return must(letters).filter(({ request }) => request === row.id);
    };
    expect(await owed()).toMatchObject([{ type: 'opened', address: customer.address, event: 1 }]);
    await act(row.id, { do: 'answer', outcome: 'done', words: 'Your copy is on your page.' });
    const [last] = await owed();
    expect(last).toMatchObject({ type: 'answered', words: 'Your copy is on your page.' });
    const person = await cora.ask(`/v1/requests/${row.id}/person`, {
      method: 'POST',
      body: { purpose: 'to see what is left' },
    });
    expect(person.body).toMatchObject({ statement: null, identifiers: [{ value: customer.address }] });
    await write(({ db }) => letterIsSettled(db, row.id, last!.event));
    expect(await owed()).toEqual([]);
  });

  it('is taken by phone by an advocate, and from a machine that vouches for nobody', async () => {
    const body = (over: object = {}) => ({
      kind: 'access',
      identifiers: [{ kind: 'email', value: somebody().address }],
      ...over,
    });
    const open = (by: Somebody, over?: object) =>
      by.ask('/v1/requests', { method: 'POST', body: body(over) });
    expect((await open(cora, { proofs: ['address', 'person-checked'] })).body.state).toBe('open');
    expect((await open(intake)).body.state).toBe('needs-proof');
    expect((await open(intake, { proofs: ['address'] })).status).toBe(403);
    expect((await open(olga)).status).toBe(403);
  });

  it('opens at most twenty of one person, and takes every objection', async () => {
    const customer = somebody();
    for (let number = 0; number < 20; number += 1)
      await asks(customer, {
        kind: 'correct',
        correction: { wrong: `${number}`, right: 'none', system: null },
      });
    const { store } = server.context;
    const more = await store.write((work) =>
      openRequest(work, server.context, {
        kind: 'talk',
        subject: customer.subject,
        jurisdiction: 'eu',
        proofs: [],
        through: 'why-page',
        actor: 'person',
      }),
    );
    expect(more.ok ? null : more.problem.code).toBe('rights.too-many');
    const objected = await asks(customer, { kind: 'object', proofs: [] });
    expect(objected.request.state).toBe('answered');
    expect(await customer.answer({ needsConsent: false })).toMatchObject({ because: 'objected' });
  });

  it('asked five times at once is one, and objected to five times at once is one, too', async () => {
    const customer = somebody();
    for (const kind of ['contest', 'object'] as const) {
      const all = await Promise.all(
        [1, 2, 3, 4, 5].map(() => asks(customer, { kind, ...(kind === 'contest' ? { use: USE } : {}) })),
      );
      expect(new Set(all.map(({ row }) => row.id)).size).toBe(1);
      expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    }
    expect(JSON.parse(await customer.kept())).toHaveLength(1);
  });

  it('is of whoever has proven most: what they say stands in the place of what was said before', async () => {
    const customer = somebody();
    const contest = { kind: 'contest', use: USE } as const;
    const first = await asks(customer, { ...contest, proofs: [], statement: 'From a forwarded mail.' });
    const said = async () =>
      (
        await cora.ask(`/v1/requests/${first.row.id}/person`, {
          method: 'POST',
          body: { purpose: 'to decide the contest' },
        })
      ).body.statement;
    await asks(customer, { ...contest, proofs: ['address'], statement: 'I did buy.' });
    expect(await said()).toBe('I did buy.');
    const last = await asks(customer, { ...contest, proofs: [], statement: 'No, I did not.' });
    expect([last.row.id, last.request.state, await said()]).toEqual([first.row.id, 'open', 'I did buy.']);
  });

  it('is found by where its law holds', async () => {
    const { row } = await asks(somebody(), { jurisdiction: 'us-ca' });
    const found = async (law: string) =>
      (await cora.ask(`/v1/requests?jurisdiction=${law}&limit=500`)).body.items.some(
        ({ id }: { id: string }) => id === row.id,
      );
    expect([await found('us'), await found('us-ca'), await found('us-co'), await found('eu')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is forgotten in steps: the address after 30 days, all of it after 730, and nothing that is open', async () => {
    const [ended, contest, open] = [
      await asks(somebody()),
      await asks(somebody(), { kind: 'contest', use: USE, statement: 'I did buy.' }),
      await asks(somebody()),
    ];
    await act(ended.row.id, { do: 'refuse', reason: 'other', words: 'No.' });
    await act(contest.row.id, { do: 'decide', changed: false, facts: 'The receipt.', words: 'It stays.' });
    const now = server.now;
    const daysLater = async (days: number): Promise<void> => {
      server.now = new Date(now.getTime() + days * 86_400_000);
      must(await removeWhatIsOver(server.context));
    };
    const kept = async (id: string) =>
      must(
        await server.context.store.read((db) =>
          db
            .selectFrom('customerRequests')
            .select(['sealed', 'statement'])
            .where('id', '=', id)
            .executeTakeFirst(),
        ),
      );
    expect((await kept(ended.row.id))?.sealed).toBeTruthy();
    await daysLater(31);
    expect(await kept(ended.row.id)).toEqual({ sealed: null, statement: null });
    expect(await kept(contest.row.id)).toEqual({ sealed: null, statement: expect.any(String) });
    await daysLater(731);
    expect([await kept(ended.row.id), await kept(contest.row.id)]).toEqual([undefined, undefined]);
    expect((await kept(open.row.id))?.sealed).toBeTruthy();
    server.now = now;
  });

  it('cannot be lost or changed behind the server’s back', async () => {
    const { row } = await asks(somebody());
    const { store } = server.context;
    const attempts: ReadonlyArray<(work: Work) => Promise<unknown>> = [
      ({ db }) => db.deleteFrom('customerRequests').where('id', '=', row.id).execute(),
      ({ db }) => db.deleteFrom('customerRequestEvents').where('requestId', '=', row.id).execute(),
      ({ db }) =>
        db
          .updateTable('customerRequestEvents')
          .set({ type: 'withdrawn' } as never)
          .where('requestId', '=', row.id)
          .execute(),
    ];
    for (const attempt of attempts) {
      const tried = await store.write(attempt);
      expect(tried.ok ? null : tried.problem.code).toBe('store.refused');
    }
  });

  it('is in the queue always what its steps come to', async () => {
    const { store } = server.context;
    const rows = must(await store.read((db) => db.selectFrom('customerRequests').selectAll().execute()));
    const ids = rows.map(({ id }) => id);
    const events = must(await store.read((db) => listEventsOfRequests(db, ids)));
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const { clock, ...columns } = columnsOf(foldOf(events.get(row.id)!));
      expect(row).toMatchObject(columns);
      expect(row.clock).toEqual(JSON.parse(String(clock)));
    }
  });
});
