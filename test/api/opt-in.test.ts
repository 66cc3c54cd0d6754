import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasePerson } from '../../src/app/server/ledger/erase.ts';
import type { Scope } from '../../src/playbook/6-control/ledger/scope.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { Customer, press, setUpPages } from './customer-pages.ts';
import { type Somebody, TestServer } from './harness.ts';
import { PostOffice } from './post-office.ts';

const SHOES: Scope = { purpose: 'marketing.communications', channel: 'email', topic: 'shoes' };
const DAY_MS = 86_400_000;

describe.each(ENGINES)('a double opt-in, $name', (engine) => {
  let server: TestServer;
  let post: PostOffice;
  let shop: Somebody;
  let notice: object;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    const ada = await server.administrator();
    await setUpPages(ada);
    post = new PostOffice(server);
    const key = await ada.ask('/v1/keys', {
      method: 'POST',
      body: { name: 'shop', roles: ['intake'], days: 200 },
    });
    shop = server.withKey(key.body.secret);
    const [{ version, language, hash }] = (await ada.ask('/v1/ledger/notices')).body.items;
    notice = { version, language, hash };
  }, 180_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  let count = 0;
  const later = (seconds: number): void => {
    server.now = new Date(server.now.getTime() + seconds * 1000);
  };
  const asked = { topics: ['shoes'], purpose: 'marketing.communications' } as const;
  /** A form of a shop in which somebody typed an address. */
  const request = (customer: Customer, over: object = {}) =>
    shop.ask('/v1/ledger/choices', {
      method: 'POST',
      body: {
        identifier: { kind: 'email', value: customer.address },
        choices: [
          {
            id: `asked-${++count}`,
            kind: 'opt-in-requested',
            scope: SHOES,
            at: server.now.toISOString(),
            proof: {
              notice,
              uiHash: null,
              language: 'de',
              method: 'web-form',
              actor: 'person',
              jurisdiction: 'eu-de',
              sourceSystem: 'shop',
            },
            ...over,
          },
        ],
      },
    });
  const somebody = async () => {
    const customer = new Customer(server, `opt-in-${++count}`);
    expect((await request(customer)).status).toBe(201);
    await post.deliver();
    later(1);
    return { customer, link: post.lastLink(customer.address) };
  };

  it('is a letter with a link, in the language of the form, and nothing before its button is pressed', async () => {
    const { customer, link } = await somebody();
    const mail = post.sent.at(-1)!;
    expect(mail).toMatchObject({
      to: customer.address,
      language: 'de',
      subject: 'Möchten Sie Nachrichten von uns?',
    });
    expect(link).toMatch(/^\/opt-in\/[\w.-]+\?lang=de$/);
    const kept = await customer.kept();
    for (const method of ['HEAD', 'GET'] as const)
      expect((await server.app.inject({ method, url: link })).statusCode).toBe(200);
    const { body } = await server.ask<string>(link);
    expect(body).toContain('Mit Ihrer Adresse wurde darum gebeten: Laufschuhe, Per E-Mail.');
    expect(body).toContain('You can say no again at any time.');
    expect([...body.matchAll(/<button/g)]).toHaveLength(1);
    expect(await customer.kept()).toBe(kept);
    expect(await customer.answer(asked)).toMatchObject({ permitted: false, because: 'unknown' });

    const pressed = await press(server, link, {});
    expect(pressed.status).toBe(303);
    expect((await server.ask<string>(String(pressed.headers.location))).body).toContain(
      'Sie haben Ja gesagt.',
    );
    expect(await customer.answer(asked)).toMatchObject({ permitted: true, because: 'given' });
    expect((await customer.answer({ ...asked, topics: ['events'] })).permitted).toBe(false);
    const [first, second] = (JSON.parse(await customer.kept()) as Array<Record<string, unknown>>).sort(
      (a, b) => String(a.at).localeCompare(String(b.at)),
    );
    expect(second).toMatchObject({
      kind: 'opt-in-confirmed',
      confirms: first!.id,
      noticeHash: first!.noticeHash,
      jurisdiction: 'eu-de',
      method: 'double-opt-in',
      actor: 'person',
    });
    expect(await post.owed()).toEqual([]);
  });

  it('is confirmed once: pressed again, and by two at once, it stays one yes', async () => {
    const { customer, link } = await somebody();
    const both = await Promise.all([press(server, link, {}), press(server, link, {})]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    later(60);
    expect((await press(server, link, {})).status).toBe(303);
    expect(JSON.parse(await customer.kept())).toHaveLength(2);
  });

  it('lifts no no that came after it was asked for, or after it was confirmed', async () => {
    for (const isConfirmed of [false, true]) {
      const { customer, link } = await somebody();
      if (isConfirmed) await press(server, link, {});
      later(5);
      await press(server, `/preferences/${customer.token('preferences')}`, { do: 'all-off' });
      later(5);
      const kept = await customer.kept();
      const pressed = await press(server, link, {});
      expect((await server.ask<string>(String(pressed.headers.location))).body).toContain(
        'Sie haben danach Nein gesagt.',
      );
      expect(await customer.kept()).toBe(kept);
      expect(await customer.answer(asked)).toMatchObject({ permitted: false, because: 'objected' });
    }
  });

  it('fills no inbox: one letter a day for what is asked, and none to who has no address', async () => {
    const customer = new Customer(server, `opt-in-${++count}`);
    const before = post.sent.length;
    for (let times = 0; times < 5; times += 1) {
      await request(customer);
      await post.deliver();
    }
    expect(post.sent.length).toBe(before + 1);
    server.now = new Date(server.now.getTime() + DAY_MS);
    await request(customer);
    await post.deliver();
    expect(post.sent.length).toBe(before + 2);
    const byNumber = await shop.ask('/v1/ledger/choices', {
      method: 'POST',
      body: {
        identifier: { kind: 'phone', value: '+49 30 901820' },
        choices: [
          {
            id: 'by-number',
            kind: 'opt-in-requested',
            scope: { ...SHOES, channel: 'sms' },
            at: server.now.toISOString(),
            proof: {
              notice,
              uiHash: null,
              language: 'en',
              method: 'web-form',
              actor: 'person',
              jurisdiction: null,
              sourceSystem: 'shop',
            },
          },
        ],
      },
    });
    expect(byNumber.status).toBe(201);
    await post.deliver();
    expect(post.sent.length).toBe(before + 2);
  });

  it('opens by no link that is old, changed, of another kind or of somebody erased', async () => {
    const { customer, link } = await somebody();
    const [path] = link.split('?') as [string];
    const token = path.slice('/opt-in/'.length);
    const kept = await customer.kept();
    const refused = [
      `${token}=`,
      `${token}%20`,
      token.toUpperCase(),
      token.slice(0, -1),
      customer.token('preferences'),
      customer.token('one-click', 'asked-1', SHOES),
      customer.token('opt-in', 'never-asked', SHOES),
    ];
    for (const one of refused) {
      expect([one, (await server.ask(`/opt-in/${one}`)).status]).toEqual([one, 404]);
      expect([one, (await press(server, `/opt-in/${one}`, {})).status]).toEqual([one, 404]);
    }
    const start = server.now;
    server.now = new Date(start.getTime() + 31 * DAY_MS);
    expect((await press(server, link, {})).status).toBe(404);
    server.now = start;
    expect(await customer.kept()).toBe(kept);
    must(await server.context.store.write((work) => erasePerson(work, customer.subject)));
    expect((await press(server, link, {})).status).toBe(404);
  });
});
