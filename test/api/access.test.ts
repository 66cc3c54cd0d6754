import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOwnCopy } from '../../src/app/server/access/ask-copy.ts';
import { sealOrder } from '../../src/app/server/access/copy-order.ts';
import { copiesMade, makeCopies } from '../../src/app/server/access/make-copies.ts';
import { ownCopies, takeOwnCopy } from '../../src/app/server/access/take-copy.ts';
import { erasePerson } from '../../src/app/server/ledger/erase.ts';
import { subjectOf } from '../../src/app/server/ledger/subject-of.ts';
import { openRequest } from '../../src/app/server/requests/open.ts';
import { removeWhatIsOver } from '../../src/app/server/retention.ts';
import type { AccessDocument } from '../../src/playbook/6-control/access/access-document.ts';
import { accessDocumentSchema } from '../../src/playbook/6-control/access/access-document.ts';
import type { Identifier } from '../../src/playbook/6-control/ledger/subject-key.ts';
import type { Proof } from '../../src/playbook/6-control/requests/proof.ts';
import type { Work } from '../../src/stores/sql/store.ts';
import { fiveSources, PEOPLE, WORKSPACE } from '../access/five-sources.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { sayWithoutPostgres } from '../harness/postgres.ts';
import { clear } from './clear-use.ts';
import { setUpPages } from './customer-pages.ts';
import { type Answer, type Somebody, TestServer } from './harness.ts';

sayWithoutPostgres('copies of what is known of a person, on PostgreSQL');

const PURPOSE = { purpose: 'the person asked for a copy' };

describe.each(ENGINES)('a copy of what is known of a person, $name', (engine) => {
  let server: TestServer;
  let cora: Somebody;
  let rita: Somebody;
  let olga: Somebody;
  let aud: Somebody;
  let sources: Awaited<ReturnType<typeof fiveSources>>;

  beforeAll(async () => {
    await engine.start();
    sources = await fiveSources();
    server = await TestServer.start({ location: await engine.place(), warehouses: sources.warehouses });
    const ada = await server.administrator();
    await setUpPages(ada);
    olga = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: null });
    aud = await server.person(ada, 'Aud', ['auditor']);
    const pushed = await olga.ask('/v1/uses/come-back/versions', {
      method: 'POST',
      body: { workspace: 'harbor', files: WORKSPACE },
    });
    expect([pushed.status, pushed.body.detail]).toEqual([201, undefined]);
    await clear(server, 'come-back');
    await write(({ db }) =>
      db
        .updateTable('uses')
        .set((row) => ({ state: 'cleared', clearedVersionId: row.ref('latestVersionId') }))
        .where('id', '=', 'come-back')
        .execute(),
    );
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
    await sources.remove();
  });

  const write = async <T>(work: (work: Work) => Promise<T>): Promise<T> =>
    must(await server.context.store.write(work));
  const request = async (
    identifiers: readonly Identifier[],
    {
      kind = 'access',
      proofs = ['address', 'person-checked'],
      detail,
    }: {
      kind?: 'access' | 'portability' | 'erase';
      proofs?: readonly Proof[];
      detail?: 'categories' | 'specific';
    } = {},
  ): Promise<string> => {
    const opened = await write((work) =>
      openRequest(work, server.context, {
        kind,
        ...(detail === undefined ? {} : { detail }),
        subject: subjectOf(server.context.ledger, identifiers[0]!),
        identifiers,
        jurisdiction: 'eu',
        proofs,
        through: 'preferences',
        actor: 'person',
        language: 'de',
      }),
    );
    return opened.row.id;
  };
  const ask = (id: string, by = cora, more: object = {}): Promise<Answer> =>
    by.ask('/v1/access/exports', { method: 'POST', body: { request: id, ...PURPOSE, ...more } });
  const take = (id: string, by = cora, body: object = PURPOSE): Promise<Answer> =>
    by.ask(`/v1/access/exports/${id}/download`, { method: 'POST', body });
  const bytesOf = async (id: string): Promise<Readonly<Record<string, Uint8Array>>> => {
    const answer = await server.app.inject({
      method: 'POST',
      url: `/v1/access/exports/${id}/download`,
      headers: {
        cookie: cora.cookie,
        origin: 'http://127.0.0.1:4600',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
      },
      payload: JSON.stringify(PURPOSE),
    });
    expect(answer.statusCode).toBe(200);
    return unzipSync(answer.rawPayload);
  };
  const copyOf = async (
    identifiers: readonly Identifier[],
    how = {},
  ): Promise<{ id: string; document: AccessDocument; files: Readonly<Record<string, Uint8Array>> }> => {
    const asked = await ask(await request(identifiers, how));
    expect([asked.status, asked.body.detail]).toEqual([201, undefined]);
    await copiesMade(server.context);
    const files = await bytesOf(asked.body.id);
    return {
      id: asked.body.id,
      files,
      document: JSON.parse(Buffer.from(files['data.json']!).toString('utf8')),
    };
  };
  const ann: Identifier = { kind: 'email', value: PEOPLE.ann.email };
  const rowsOf = (document: AccessDocument, dataset: string) =>
    document.datasets.find((one) => one.dataset === dataset)?.rows;
  const whyNot = (document: AccessDocument, part: string) =>
    document.notAnswered.find((one) => one.part === part)?.because;

  it('goes over all five sources, each row with what it is, and names what could not be asked', async () => {
    const { document, files } = await copyOf([ann]);
    expect(accessDocumentSchema.safeParse(document).error).toBeUndefined();
    expect(document.datasets.map(({ dataset }) => dataset)).toEqual([
      'broker.profiles',
      'crm.customers',
      'shop.orders',
      'support.tickets',
      'web.sessions',
    ]);
    expect(rowsOf(document, 'crm.customers')).toEqual([
      { customer_id: '007', email: ' Ann@Customer.example', first_name: 'Ann', churn_risk: 0.9 },
    ]);
    expect(rowsOf(document, 'broker.profiles')).toHaveLength(1);
    expect(rowsOf(document, 'web.sessions')).toHaveLength(30);
    expect(document.datasets[0]!.fields.find(({ field }) => field === 'income_band')).toMatchObject({
      category: 'user.financial',
      origin: 'third-party',
      supplier: 'Broker (fictional)',
      purposes: ['marketing'],
      basis: 'legitimate-interest',
      retention: 'P1Y',
      recipients: ['Broker feed'],
    });
    expect(document.knownBy.map(({ kind, from }) => `${kind} ${from}`)).toEqual([
      'email given',
      'email_sha256 derived',
      'customer found',
    ]);
    expect(whyNot(document, 'far.letters')).toMatch(/names no warehouse/);
    expect(whyNot(document, 'crm.archive')).toMatch(/by which field/);
    expect(document.recipients.map(({ name }) => name)).toContain('Mailer');
    expect(document.origins).toContainEqual({
      origin: 'third-party',
      from: 'Broker (fictional)',
      categories: ['user.financial', 'user.unique_id.pseudonymous'],
      acquiredAt: '2026-10-02',
    });
    expect(JSON.parse(Buffer.from(files['portability/crm-customers.json']!).toString())).toEqual([
      { customer_id: '007', email: ' Ann@Customer.example', first_name: 'Ann' },
    ]);
    const page = Buffer.from(files['read-me.html']!).toString('utf8');
    expect(page).toContain('<html lang="de">');
    expect(page).not.toMatch(/<script|src=|href="http/);
  });

  it('says whether a use reaches the person, which rules apply, and what its score is, and why', async () => {
    const { document } = await copyOf([ann]);
    expect(document.audiences).toMatchObject([
      {
        use: 'come-back',
        purpose: 'marketing.communications.email',
        isReached: true,
        isLeftOut: null,
        rules: [{ name: 'paid-little', reason: 'paid less than ten euros', applies: true }],
        fields: expect.arrayContaining(['crm.customers.churn_risk']),
      },
    ]);
    const risk = document.inferences.find(({ name }) => name === 'crm.customers.churn_risk');
    expect(risk).toMatchObject({ value: 0.9, origin: 'inferred', explanation: null });
    const score = document.inferences.find(({ name }) => name === 'churn');
    expect(score).toMatchObject({ model: 'model.json', uses: ['come-back'], unexplained: null });
    // 0.1 + 0.01 · 40 − 0.7 · 3
    expect(Number(score!.value)).toBeCloseTo(-1.6, 9);
    expect(score!.explanation!.reasons.length).toBeGreaterThan(0);
    const dee = await copyOf([{ kind: 'customer', value: PEOPLE.dee.customer }]);
    expect(dee.document.audiences[0]).toMatchObject({ isReached: false, rules: [{ applies: true }] });
  });

  it('gives nobody another person’s rows, nor what others wrote', async () => {
    const { document } = await copyOf([ann]);
    const all = JSON.stringify(document);
    for (const canary of [
      'home@customer.example',
      'bo@elsewhere.example',
      'spoke with Bo',
      'Bo, Cy',
      'agent 12',
      'Dee',
    ])
      expect([canary, all.includes(canary)]).toEqual([canary, false]);
    expect(rowsOf(document, 'support.tickets')).toEqual([
      {
        customer_id: '007',
        wrote: 'Please write to ANN@customer.example and not to [address of somebody else]',
      },
    ]);
    expect(document.takenOut).toEqual(
      expect.arrayContaining([
        { where: 'crm.customers.friends', because: 'about-others', count: 1 },
        { where: 'crm.customers.seen_by', because: 'not-described', count: 1 },
        { where: 'support.tickets.note', because: 'text-of-others', count: 1 },
        { where: 'support.tickets.wrote', because: 'address-of-others', count: 1 },
      ]),
    );
    // `007` is no `7`, whatever an engine makes of it.
    const dee = await copyOf([{ kind: 'customer', value: '7' }]);
    expect(rowsOf(dee.document, 'crm.customers')).toMatchObject([{ first_name: 'Dee' }]);
  });

  it('looks for nothing by an address that two people share, until one is named', async () => {
    const home: Identifier = { kind: 'email', value: PEOPLE.bo.email };
    const { document } = await copyOf([home]);
    expect(document.datasets).toEqual([]);
    expect(whyNot(document, 'crm.customers')).toMatch(/more than one person/);
    expect(whyNot(document, 'broker.profiles')).toMatch(/more than one person/);
    const bo = await copyOf([{ kind: 'customer', value: PEOPLE.bo.customer }, home]);
    expect(rowsOf(bo.document, 'crm.customers')).toMatchObject([{ first_name: 'Bo' }]);
    expect(rowsOf(bo.document, 'shop.orders')).toMatchObject([{ paid_cents: '9007199254740993' }]);
    expect(JSON.stringify(bo.document)).not.toContain('Cy');
    expect(rowsOf(bo.document, 'broker.profiles')).toBeUndefined();
  });

  it('holds kinds alone where kinds were asked for', async () => {
    const { document, files } = await copyOf([{ kind: 'customer', value: PEOPLE.ann.customer }, ann], {
      detail: 'categories',
      proofs: ['address'],
    });
    expect(document.datasets.every(({ rows }) => rows.length === 0)).toBe(true);
    expect(JSON.stringify(document)).not.toMatch(/boots|007|income.*C"/);
    expect(Object.keys(files).filter((path) => path.startsWith('portability/'))).toEqual([]);
  });

  it('names its files with their hashes, and is the same bytes each time', async () => {
    const { id, files } = await copyOf([ann]);
    for (const line of Buffer.from(files.SHA256SUMS!).toString().trim().split('\n')) {
      const [sum, path] = [line.slice(0, 64), line.slice(66)];
      expect([path, createHash('sha256').update(files[path]!).digest('hex')]).toEqual([path, sum]);
    }
    expect(await bytesOf(id)).toEqual(files);
  });

  it('is made for a proven request of that kind, by an advocate, for a stated purpose', async () => {
    const unproven = await request([{ kind: 'email', value: 'one@customer.example' }], {
      proofs: ['address'],
    });
    expect((await ask(unproven)).body.code).toBe('rights.not-proven');
    const erase = await request([{ kind: 'email', value: 'two@customer.example' }], { kind: 'erase' });
    expect((await ask(erase)).body.code).toBe('access.no-request');
    const good = await request([{ kind: 'email', value: 'three@customer.example' }]);
    for (const somebody of [olga, rita, aud]) expect((await ask(good, somebody)).status).toBe(403);
    expect((await ask(good, cora, { purpose: ' ' })).status).toBe(400);
    expect((await ask('request_nothing')).status).toBe(404);
    const { id } = (await ask(good)).body;
    await copiesMade(server.context);
    for (const somebody of [olga, rita, aud]) expect((await take(id, somebody)).status).toBe(403);
    expect((await take(id, cora, {})).status).toBe(400);
    expect((await rita.ask(`/v1/access/exports/${id}`)).body).toMatchObject({
      state: 'ready',
      purpose: null,
    });
    expect((await olga.ask(`/v1/access/exports/${id}`)).status).toBe(403);
    const log = (await aud.ask('/v1/evidence?subject=access&limit=500')).body.items as Array<{
      type: string;
      body: { copy: string };
    }>;
    expect(log.filter(({ body }) => body.copy === id).map(({ type }) => type)).toEqual([
      'access.asked',
      'access.made',
    ]);
    expect(JSON.stringify(log)).not.toContain('customer.example');
  });

  it('shows how far it is, part by part', async () => {
    const asked = await ask(await request([{ kind: 'email', value: 'four@customer.example' }]));
    expect(asked.body).toMatchObject({ state: 'collecting', parts: [] });
    expect((await take(asked.body.id)).body.code).toBe('access.not-ready');
    await copiesMade(server.context);
    const { body } = await cora.ask(`/v1/access/exports/${asked.body.id}`);
    expect(body.parts).toEqual(
      expect.arrayContaining([
        { part: 'our own store', state: 'done' },
        { part: 'crm.customers', state: 'done' },
        { part: 'far.letters', state: 'not-answered' },
        { part: 'use come-back', state: 'done' },
      ]),
    );
    expect(body.parts.some((one: { state: string }) => one.state === 'to-do')).toBe(false);
  });

  it('is the person’s own with a fresh proof, once, and nobody else’s', async () => {
    const five: Identifier = { kind: 'email', value: 'five@customer.example' };
    const [own, other] = [five, ann].map((one) => subjectOf(server.context.ledger, one));
    const id = await request([five]);
    const begin = () => write((work) => askOwnCopy(work, server.context, own!, id, 'fr'));
    const first = await begin();
    expect((await begin()).id).toBe(first.id);
    await expect(write((work) => askOwnCopy(work, server.context, other!, id, 'fr'))).rejects.toThrow();
    must(await makeCopies(server.context));
    expect(await write((work) => ownCopies(work.db, own!, work.at))).toMatchObject([
      { id: first.id, state: 'ready' },
    ]);
    expect((await write((work) => takeOwnCopy(work, server.context, own!, first.id))).language).toBe('fr');
    const stolen = await server.context.store.write((work) =>
      takeOwnCopy(work, server.context, other!, first.id),
    );
    expect(stolen.ok ? null : stolen.problem.code).toBe('store.not-found');
  });

  it('that a process began and did not end is made by the next, and not for ever', async () => {
    const { id } = (await ask(await request([{ kind: 'email', value: 'seven@customer.example' }]))).body;
    await copiesMade(server.context);
    const began = (attempts: number, minutes: number) =>
      write(({ db, at }) =>
        db
          .updateTable('personCopies')
          .set({
            state: 'collecting',
            attempts,
            sealedContent: null,
            sealedOrder: sealOrder(server.context, id, {
              identifiers: [{ kind: 'email', value: 'seven@customer.example' }],
              categoriesOnly: false,
              askedBy: null,
              purpose: 'test',
            }),
            claimedUntil: new Date(at.getTime() + minutes * 60_000),
          })
          .where('id', '=', id)
          .execute(),
      );
    const state = async () => (await cora.ask(`/v1/access/exports/${id}`)).body.state;
    await began(1, 1);
    expect(must(await makeCopies(server.context))).toBe(0);
    expect(await state()).toBe('collecting');
    await began(1, 0);
    expect(must(await makeCopies(server.context))).toBe(1);
    expect(await state()).toBe('ready');
    await began(3, 0);
    must(await makeCopies(server.context));
    expect((await cora.ask(`/v1/access/exports/${id}`)).body).toMatchObject({
      state: 'failed',
      problem: 'access.failed',
    });
  });

  it('lies sealed, and goes at its end, with an erasure, or when it is removed', async () => {
    const { id } = await copyOf([ann]);
    const rows = await write(({ db }) => db.selectFrom('personCopies').selectAll().execute());
    expect(JSON.stringify(rows)).not.toMatch(/customer\.example|income_band|first_name/i);
    expect(rows.every(({ state, sealedOrder }) => state !== 'ready' || sealedOrder === null)).toBe(true);
    expect((await rita.ask(`/v1/access/exports/${id}`, { method: 'DELETE' })).status).toBe(403);
    expect((await cora.ask(`/v1/access/exports/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await take(id)).status).toBe(404);
    const second = await copyOf([ann]);
    await write((work) => erasePerson(work, subjectOf(server.context.ledger, ann)));
    expect((await take(second.id)).status).toBe(404);
    const third = await copyOf([{ kind: 'email', value: 'six@customer.example' }]);
    const before = server.now;
    server.now = new Date(before.getTime() + 14 * 86_400_000 + 1);
    expect(
      (
        await write(({ db, at }) =>
          db.selectFrom('personCopies').select('id').where('endsAt', '>', at).execute(),
        )
      ).length,
    ).toBe(0);
    must(await removeWhatIsOver(server.context));
    expect(
      await write(({ db }) =>
        db.selectFrom('personCopies').select('id').where('id', '=', third.id).execute(),
      ),
    ).toEqual([]);
    server.now = before;
  });
});

it('asks no warehouse that whoever runs the server did not name', async () => {
  const server = await TestServer.start();
  const sources = await fiveSources();
  try {
    const ada = await server.administrator();
    const olga = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    await olga.ask('/v1/uses/come-back/versions', {
      method: 'POST',
      body: { workspace: 'harbor', files: WORKSPACE },
    });
    const { collect } = await import('../../src/app/server/access/collect.ts');
    const document = must(
      await server.context.store.read((db) =>
        collect(
          db,
          server.context,
          { identifiers: [{ kind: 'customer', value: '007' }], request: null },
          async () => {},
        ),
      ),
    );
    expect(document.datasets).toEqual([]);
    expect(document.notAnswered.filter(({ because }) => because.includes('has not let it ask')).length).toBe(
      4,
    );
  } finally {
    await server.stop();
    await sources.remove();
  }
}, 60_000);
