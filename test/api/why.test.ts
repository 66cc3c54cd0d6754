import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasePerson } from '../../src/app/server/ledger/erase.ts';
import { loadDemo } from '../../src/app/server/load-demo.ts';
import type { Scope } from '../../src/playbook/6-control/ledger/scope.ts';
import type { SubjectKey } from '../../src/playbook/6-control/ledger/subject-key.ts';
import { clockOf, dueAt } from '../../src/playbook/6-control/requests/request-clock.ts';
import { REQUEST_KINDS } from '../../src/playbook/6-control/requests/request-kind.ts';
import { listExpectationCounts } from '../../src/stores/sql/repositories/expectation-counts.ts';
import { ENGINES } from '../contract/store-engines.ts';
import { clear } from './clear-use.ts';
import { Customer, press, setUpPages } from './customer-pages.ts';
import { TestServer } from './harness.ts';

const USE = 'winback-spring';
/** Its segment looks for people who missed a payment. */
const DELICATE = 'pay-later-offer';
const EMAIL: Scope = { purpose: 'marketing.communications.email', channel: 'email', topic: null };

describe.each(ENGINES)('the why page, $name', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    const ada = await server.administrator();
    await setUpPages(ada);
    await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    const loaded = await loadDemo(server.context, { onStart: () => {} });
    if (!loaded.ok) throw new Error(loaded.problem.message);
    for (const use of [USE, DELICATE]) await clear(server, use);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  let count = 0;
  const somebody = () => {
    count += 1;
    return new Customer(server, `why-${count}`);
  };
  const open = (customer: Customer) => `/why/${customer.token('why', USE, EMAIL)}`;

  it('says what was used and where it is from, and nothing that others should not read', async () => {
    const page = await server.ask<string>(open(somebody()));
    expect(page.status).toBe(200);
    expect(page.body).toContain('Whoever gets this message gets it because of');
    expect(page.body).toMatch(/We saw it in what you did with us\.|You told us\./);
    expect(page.body).toContain('It helps to decide who gets the message.');
    expect(page.body).toContain('There may be more than this page shows.');
    expect(page.body).not.toContain('<script');
    const delicate = await server.ask<string>(`/why/${somebody().token('why', DELICATE, EMAIL)}`);
    expect(delicate.body).toContain('There may be more than this page shows.');
    for (const { body } of [page, delicate])
      expect(body).not.toMatch(/missed_payment|crm\.|shop\.|Your money/);
  });

  it('shows all of it after a fresh proof: fields, and the rule that ran', async () => {
    const customer = somebody();
    const page = await server.ask<string>(`/why/${customer.token('facts', `why ${DELICATE}`, EMAIL)}`);
    expect(page.body).toContain('shop.payments.last_missed_payment');
    expect(page.body).toMatch(/The rule: (?:p\.)?last_missed_payment &gt; current_date - 30/);
    expect(page.body).toContain('Your money');
  });

  it('comes from what ran and not from what the card tells of it', async () => {
    const { store } = server.context;
    const card = await store.read((db) =>
      db.selectFrom('useVersions').select('card').where('useId', '=', USE).executeTakeFirstOrThrow(),
    );
    const { explanation } = (card.ok ? card.value.card : {}) as { explanation?: string };
    const page = await server.ask<string>(open(somebody()));
    expect(explanation).toBeTruthy();
    expect(page.body).not.toContain(explanation!);
  });

  it('says calmly that it cannot say more where nothing ran, and still leads to a person', async () => {
    const customer = somebody();
    const page = await server.ask<string>(`/why/${customer.token('why', 'never-cleared', EMAIL)}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('We cannot say more on this page.');
    expect(page.body).toContain('value="talk"');
  });

  it('counts what people expected by kind of data alone, once for each link', async () => {
    const counts = async () => {
      const read = await server.context.store.read(listExpectationCounts);
      return read.ok ? read.value : [];
    };
    const path = open(somebody());
    for (const answer of ['no', 'no', 'yes'])
      expect((await press(server, `${path}/expected`, { answer })).status).toBe(303);
    await press(server, `${open(somebody())}/expected`, { answer: 'unsure' });
    const all = await counts();
    expect(all.length).toBeGreaterThan(1);
    expect(Object.keys(all[0]!).sort()).toEqual([
      'answer',
      'category',
      'channel',
      'origin',
      'people',
      'purpose',
    ]);
    expect(new Set(all.map(({ answer }) => answer))).toEqual(new Set(['no', 'unsure']));
    expect(new Set(all.map(({ people }) => people))).toEqual(new Set([1]));
    expect((await press(server, `${open(somebody())}/expected`, { answer: 'maybe' })).status).toBe(400);
  });

  it('stops the use of data for a purpose at once, on every channel', async () => {
    const customer = somebody();
    const answered = await press(server, `${open(customer)}/ask`, { do: 'stop' });
    expect(answered.status).toBe(303);
    const page = await server.ask<string>(String(answered.headers.location));
    expect(page.body).toContain('If you pressed “Stop using this”, it counts from now on');
    // Whoever has the link, as by a forwarded mail, learns nothing of who said stop, whatever they add to it.
    const other = somebody();
    const shown = async (one: Customer, done: string) => {
      const { body } = await server.ask<string>(`${open(one)}?lang=en${done}`);
      return body.replaceAll(open(one), '/why/x');
    };
    for (const done of ['', '&done=stop', '&done=talk'])
      expect(await shown(customer, done)).toBe(await shown(other, done));
    const proven = await server.ask<string>(`/why/${customer.token('facts', `why ${USE}`, EMAIL)}`);
    expect(proven.body).toContain('We have stopped.');
    for (const channel of ['email', 'sms'] as const)
      expect(await customer.answer({ channel, needsConsent: false })).toMatchObject({
        because: 'objected',
      });
  });

  it('opens one request of a kind, with its clock, however often it is asked', async () => {
    const customer = somebody();
    const path = `${open(customer)}/ask`;
    const first = await press(server, path, { do: 'contest' });
    server.now = new Date(server.now.getTime() + 1000);
    await press(server, path, { do: 'contest' });
    await press(server, path, { do: 'correct' });
    const page = await server.ask<string>(String(first.headers.location));
    expect(page.body).toContain('Contest this: we need to be sure that it is you.');
    // Whoever opens the link later, from a shared inbox, does not read what was asked.
    expect((await server.ask<string>(open(customer))).body).not.toMatch(/Contest this:|Correct this:/);
    const proven = `/why/${customer.token('facts', `why ${USE}`, EMAIL)}`;
    await press(server, `${proven}/ask`, { do: 'contest' });
    expect((await server.ask<string>(proven)).body).toContain(
      'A person looks at this again. You hear from us by 20 December 2026.',
    );
    const asked = async () => {
      const rows = await server.context.store.read((db) =>
        db.selectFrom('customerRequests').selectAll().where('subject', '=', customer.subject).execute(),
      );
      return rows.ok ? rows.value : null;
    };
    const rows = await asked();
    expect(rows?.map(({ kind }) => kind).sort()).toEqual(['contest', 'correct']);
    expect(rows?.[0]?.clock).toEqual({ count: 1, unit: 'month', norm: 'eu-gdpr-12' });
    await server.context.store.write((work) => erasePerson(work, customer.subject as SubjectKey));
    expect(await asked()).toEqual([]);
  });

  it('opens for no link of another kind or another page', async () => {
    const customer = somebody();
    for (const token of [
      customer.token('preferences', USE),
      customer.token('one-click', USE, EMAIL),
      customer.token('facts', 'preferences '),
      'x',
    ]) {
      expect((await server.ask(`/why/${token}`)).status).toBe(404);
      expect((await press(server, `/why/${token}/ask`, { do: 'stop' })).status).toBe(404);
      expect((await press(server, `/why/${token}/expected`, { answer: 'no' })).status).toBe(404);
    }
    expect(await customer.kept()).toBe('[]');
  });
});

describe('the clock of a request', () => {
  const friday = new Date('2026-11-20T09:00:00Z');

  it.each([
    ['contest', 'eu-de', '2026-12-20'],
    ['contest', 'us-co', '2026-12-20'],
    ['stop', 'us-ca', '2026-12-11'],
    ['stop', 'eu', '2026-12-20'],
    ['stop', null, '2026-12-11'],
    ['talk', 'uk', '2026-11-27'],
  ] as const)('%s in %s is due by %s', (kind, jurisdiction, day) => {
    expect(dueAt(clockOf(kind, jurisdiction, friday), friday).toISOString()).toBe(`${day}T23:59:59.000Z`);
  });

  it('ends a month on its last day where it is shorter', () => {
    expect(dueAt({ count: 1, unit: 'month' }, new Date('2027-01-31T10:00:00Z')).toISOString()).toBe(
      '2027-02-28T23:59:59.000Z',
    );
  });

  it('is never longer where it is not known whose law holds', () => {
    for (const kind of REQUEST_KINDS)
      for (const jurisdiction of ['eu', 'uk', 'us-ca', 'us-co', 'jp'])
        expect(dueAt(clockOf(kind, null, friday), friday).getTime()).toBeLessThanOrEqual(
          dueAt(clockOf(kind, jurisdiction, friday), friday).getTime(),
        );
  });
});
