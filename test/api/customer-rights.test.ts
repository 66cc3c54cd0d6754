import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCopies } from '../../src/app/server/access/make-copies.ts';
import { joinKeys } from '../../src/app/server/ledger/join-keys.ts';
import { subjectOf } from '../../src/app/server/ledger/subject-of.ts';
import { ENGINES, must } from '../contract/store-engines.ts';
import { buttonsOf, Customer, press, setUpPages } from './customer-pages.ts';
import { type Somebody, TestServer } from './harness.ts';
import { PostOffice } from './post-office.ts';

describe.each(ENGINES)('rights of customers, $name', (engine) => {
  let server: TestServer;
  let post: PostOffice;
  let cora: Somebody;
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    const ada = await server.administrator();
    await setUpPages(ada);
    cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    post = new PostOffice(server);
  }, 180_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  let count = 0;
  const somebody = () => new Customer(server, `rights-${++count}`);
  const later = (minutes: number): void => {
    server.now = new Date(server.now.getTime() + minutes * 60_000);
  };
  /** Asks on the public page and opens the private page by the letter. */
  const privatePage = async (customer: Customer, kind = 'access'): Promise<string> => {
    const before = post.sent.length;
    await press(server, '/rights', { email: customer.address, do: kind });
    await expect.poll(() => post.sent.length).toBeGreaterThan(before);
    return post.lastLink(customer.address).split('?')[0]!;
  };
  const lastTo = ({ address }: Customer) => post.sent.findLast(({ to }) => to === address);
  const show = async (path: string) => (await server.ask<string>(path)).body;
  const queue = async (filter = '') =>
    (await cora.ask(`/v1/requests?sort=asked&direction=desc${filter}`)).body.items;
  const act = async (id: string, body: object) => {
    const { body: request } = await cora.ask(`/v1/requests/${id}`);
    const done = await cora.ask(`/v1/requests/${id}/actions`, {
      method: 'POST',
      headers: { 'if-match': `"${request.version}"` },
      body,
    });
    expect([done.status, done.body.code]).toEqual([200, undefined]);
  };

  it('says of each what happens and by when, to everyone, in the clock of the law that holds', async () => {
    const page = await show('/rights');
    expect(buttonsOf(page).map(({ value }) => value)).toEqual([
      'access',
      'portability',
      'correct',
      'erase',
      'restrict',
      'object',
      'opt-out-sale',
      'opt-out-profiling',
      'talk',
    ]);
    const due = new Date(
      Date.UTC(server.now.getUTCFullYear(), server.now.getUTCMonth() + 1, server.now.getUTCDate()),
    );
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(due);
    expect(page.split(`You hear from us by ${day}.`)).toHaveLength(7);
    expect(page).not.toMatch(/<script|checked|selected/);
  });

  it('gives a stranger the same answer and the same letter as a customer', async () => {
    const known = somebody();
    await press(server, `/preferences/${known.token('preferences')}`, { do: 'all-off' });
    const unknown = somebody();
    for (const kind of ['access', 'erase', 'object'] as const) {
      const before = post.sent.length;
      const [mine, theirs] = [
        await press(server, '/rights', { email: known.address, do: kind }),
        await press(server, '/rights', { email: unknown.address, do: kind }),
      ];
      expect([mine.status, mine.body]).toEqual([theirs.status, theirs.body]);
      await post.deliver();
      await expect.poll(() => post.sent.length).toBe(before + 2);
      const [a, b] = post.sent
        .slice(before)
        .map(({ text, subject }) => subject + text.replace(/rights\/\S+|preferences\/\S+/, ''));
      expect(a).toBe(b);
    }
    expect((await press(server, '/rights', { email: 'no address', do: 'access' })).status).toBe(400);
  });

  it('takes an objection at once, without any proof, and tells the address that it did', async () => {
    const ann = somebody();
    const answer = await press(server, '/rights', { email: ann.address.toUpperCase(), do: 'object' });
    expect(answer.body).toContain('It counts from now on.');
    expect(await ann.answer({ needsConsent: false })).toMatchObject({ because: 'objected' });
    await post.deliver();
    expect(lastTo(ann)?.subject).toBe('We have saved your choice');
    const before = post.sent.length;
    await press(server, '/rights', { email: ann.address, do: 'object' });
    await post.deliver();
    expect(post.sent.length).toBe(before);
    const undo = post.lastLink(ann.address);
    expect((await server.ask(undo)).status).toBe(200);
  });

  it('begins nothing before the private link is opened and a button pressed', async () => {
    const bob = somebody();
    const page = await privatePage(bob, 'erase');
    expect(await show(page)).toContain('You wanted this: Delete your data. One more press, and it begins.');
    for (const method of ['HEAD', 'GET'] as const) await server.app.inject({ method, url: page });
    expect(await queue('&kind=erase')).toEqual([]);
    expect((await press(server, page, { do: 'erase' })).status).toBe(303);
    const after = await show(page);
    expect(after).toContain('It waits for you: we need to be sure that it is you.');
    expect(after).not.toContain('One more press');
    await post.deliver();
    const told = lastTo(bob)!;
    expect(told.subject).toBe('We have what you asked for');
    expect(told.text).not.toMatch(/delete|erase/i);
    expect(post.lastLink(bob.address)).toBe('/rights?lang=en');
    later(16);
    expect((await server.ask(page)).status).toBe(404);
    expect((await press(server, page, { do: 'access' })).status).toBe(404);
  });

  it('hands a copy to who has proven two things, and to nobody else', async () => {
    const cid = somebody();
    const number = { kind: 'phone', value: '+49 30 901820' } as const;
    must(
      await server.context.store.write((work) =>
        joinKeys(work, [cid.subject, subjectOf(server.context.ledger, number)]),
      ),
    );
    const page = await privatePage(cid);
    await press(server, page, { do: 'access' });
    const [{ id }] = await queue('&kind=access');
    const step = (fields: Record<string, string>) => press(server, `${page}/requests/${id}`, fields);
    await step({ do: 'second', kind: 'phone', value: '+49 30 999999' });
    expect(await show(page)).toContain('It waits for you');
    await step({ do: 'second', kind: 'phone', value: number.value });
    must(await makeCopies(server.context));
    await expect.poll(() => show(page)).toContain('Download my copy');
    const link = /href="([^"]*\/copies\/[^"]*)"/.exec(await show(page))![1]!;
    const taken = await server.app.inject({ method: 'GET', url: link });
    expect([taken.statusCode, taken.headers['content-type']]).toEqual([200, 'application/zip']);
    expect(taken.headers['cache-control']).toBe('no-store');
    expect(taken.rawPayload.subarray(0, 2).toString()).toBe('PK');

    const eve = somebody();
    const theirs = await privatePage(eve);
    const copy = link.split('/').at(-1)!;
    expect((await server.ask(`${theirs}/copies/${copy}`)).status).toBe(404);
    for (const fields of [{ do: 'withdraw' }, { do: 'prove' }])
      expect((await press(server, `${theirs}/requests/${id}`, fields)).status).toBe(404);
    expect(await show(theirs)).toContain('You have not asked us for anything yet.');
  });

  it('lets people take back what they asked, pressed twice or not', async () => {
    const dan = somebody();
    const page = await privatePage(dan, 'talk');
    await press(server, page, { do: 'talk', words: 'About my order of March' });
    const [{ id }] = await queue('&kind=talk');
    for (let times = 0; times < 2; times += 1)
      expect((await press(server, `${page}/requests/${id}`, { do: 'withdraw' })).status).toBe(303);
    expect(await show(page)).toContain('You took it back.');
  });

  it('corrects only what is said to be wrong and right, and brings the answer back', async () => {
    const eva = somebody();
    const page = await privatePage(eva, 'correct');
    const half = await press(server, page, { do: 'correct', wrong: 'my <b>name', right: ' ' });
    expect([half.status, half.body.includes('>\nmy &lt;b&gt;name</textarea>')]).toEqual([400, true]);
    expect(half.body).toContain('Please fill in both fields.');
    await press(server, page, { do: 'correct', wrong: 'my name', right: 'Eva' });
    const [{ id }] = await queue('&kind=correct');
    await act(id, { do: 'answer', outcome: 'done', words: 'Your name is Eva now.' });
    await post.deliver();
    expect(lastTo(eva)!.subject).toBe('There is an answer for you');
    expect(lastTo(eva)!.text).not.toContain('Eva now');
    const shown = await show(page);
    expect(shown).toContain('We wrote to you: Your name is Eva now.');
    expect(shown).toContain('Done.');
  });

  it('gives back what was written when the private link has ended, and takes it with a new one', async () => {
    const hal = somebody();
    const words = `${'I paid, and you say "no".\r\n'.repeat(20)}</textarea><script>`;
    const page = await privatePage(hal, 'talk');
    expect(await show(page)).toContain('Its link works for another 15 minutes. If you need longer to write');
    later(16);
    const lost = await press(server, page, { do: 'talk', words });
    expect([lost.status, lost.body.includes('<script>')]).toEqual([404, false]);
    const carried = /<textarea id="words"[^>]*>\n([^<]*)<\/textarea>/.exec(lost.body)![1]!;
    const back = carried.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    expect(back).toBe(words.replaceAll('\r\n', '\n'));
    expect(await queue('&kind=talk&state=open')).toEqual([]);

    const before = post.sent.length;
    const mailed = await press(server, page, { do: 'talk', words: back, step: 'mail' });
    expect([mailed.status, mailed.body.includes(carried)]).toEqual([200, true]);
    await expect.poll(() => post.sent.length).toBe(before + 1);
    expect(lastTo(hal)!.text).not.toContain('I paid');
    const wrong = await press(server, page, { do: 'talk', words: back, step: 'send', link: page });
    expect([wrong.status, wrong.body.includes(carried)]).toEqual([404, true]);
    expect(wrong.body).toContain('This link does not work here.');
    const link = `https://shop.example${post.lastLink(hal.address)}`;
    const sent = await press(server, page, { do: 'talk', words: back, step: 'send', link });
    const [{ id }] = await queue('&kind=talk');
    expect(sent.headers.location).toBe(`${new URL(link).pathname}?lang=en#${id}`);
    const said = await cora.ask(`/v1/requests/${id}/person`, {
      method: 'POST',
      body: { purpose: 'their request' },
    });
    expect(said.body.statement).toBe(back);
    expect(await show(String(sent.headers.location))).toContain(
      `<h2 id="${id}" tabindex="-1">Talk to a person`,
    );
  });

  it('gives back what was written of a decision, whatever the link was, and takes it about the same use alone', async () => {
    const scope = { purpose: 'marketing', channel: 'email', topic: null } as const;
    const ina = somebody();
    const forged = `/why/${ina.token('facts', 'why winback', scope).slice(0, -1)}x/ask`;
    const other = somebody();
    const foreign = `/why/${other.token('facts', 'preferences ', scope)}/ask`;
    await press(server, `/why/${ina.token('why', 'winback', scope)}/proof`, { email: ina.address });
    await expect.poll(() => lastTo(ina)).toBeDefined();
    const proven = post.lastLink(ina.address).split('?')[0]!;
    later(16);
    const fields = { do: 'contest', words: 'I paid in time.' };
    const pages = await Promise.all(
      [`${proven}/ask`, forged, foreign].map(async (path) => {
        const { status, body } = await press(server, path, fields);
        const asked = await press(server, path, { ...fields, step: 'mail' });
        return [status, body.replaceAll(path, 'x'), asked.status, asked.body.replaceAll(path, 'x')];
      }),
    );
    expect(pages[1]).toEqual(pages[0]);
    expect(pages[2]).toEqual(pages[0]);
    expect(pages[0]![1]).toContain('I paid in time.');
    expect(pages[0]![1]).not.toContain('?lang=de');
    await expect.poll(() => post.lastLink(ina.address).split('?')[0]).not.toBe(proven);
    const send = (link: string) =>
      press(server, `${proven}/ask`, { ...fields, step: 'send', link, words: 'I paid in time.' });
    expect((await send(ina.token('facts', 'why other-use', scope))).status).toBe(404);
    expect((await send(ina.token('why', 'winback', scope))).status).toBe(404);
    expect(await queue('&kind=contest&state=open')).toEqual([]);
    expect((await send(post.lastLink(ina.address).replaceAll('.', '%2E'))).status).toBe(303);
    expect((await queue('&kind=contest'))[0].state).toBe('open');
    later(31 * 24 * 60);
    const sent = post.sent.length;
    await press(server, `${proven}/ask`, { ...fields, step: 'mail' });
    await post.deliver();
    expect(post.sent.slice(sent).map(({ subject }) => subject)).not.toContain('Your private link');
  });

  it('brings what came of a contest to the private why page, and a letter to who typed their own address', async () => {
    const fay = somebody();
    const open = `/why/${fay.token('why', 'winback', { purpose: 'marketing', channel: 'email', topic: null })}`;
    const asked = await press(server, `${open}/ask`, { do: 'contest', email: 'somebody@elsewhere.example' });
    await press(server, `${open}/ask`, { do: 'talk', email: fay.address });
    await post.deliver();
    expect(post.sent.some(({ to }) => to === 'somebody@elsewhere.example')).toBe(false);
    expect(lastTo(fay)?.subject).toBe('We have what you asked for');
    expect(await show(String(asked.headers.location))).toContain(
      'Contest this: we need to be sure that it is you.',
    );
    const before = post.sent.length;
    await press(server, `${open}/proof`, { email: fay.address });
    await expect.poll(() => post.sent.length).toBe(before + 1);
    const proven = post.lastLink(fay.address).split('?')[0]!;
    await press(server, `${proven}/ask`, { do: 'contest', words: 'I paid in time.' });
    const [{ id }] = await queue('&kind=contest');
    await act(id, { do: 'decide', changed: true, facts: 'the bank says so', words: 'You were right.' });
    await post.deliver();
    expect(lastTo(fay)?.subject).toBe('There is an answer for you');
    const page = await show(proven);
    expect(page).toContain('You asked for this: Contest a decision. A person looked again and changed it.');
    expect(page).toContain('We wrote to you: You were right.');
    expect(page).not.toContain('the bank says so');
    expect(await show(open)).not.toContain('You were right.');
  });

  it('lets somebody known by a number alone follow what they asked, once a person saw that it is theirs', async () => {
    const jo = somebody();
    const number = { kind: 'phone', value: `+49 30 90182${count}` } as const;
    const email = { kind: 'email', value: jo.address } as const;
    const asked = await cora.ask('/v1/requests', {
      method: 'POST',
      body: { kind: 'correct', identifiers: [number, email], proofs: ['address', 'person-checked'] },
    });
    expect([asked.status, asked.body.detail]).toEqual([201, undefined]);
    await post.deliver();
    const page = await privatePage(jo, 'talk');
    expect(await show(page)).toContain('You have not asked us for anything yet.');
    const body = { identifiers: [number, email] };
    expect((await cora.ask('/v1/ledger/person/keys', { method: 'POST', body })).status).toBe(204);
    expect(await show(page)).toContain(`<h2 id="${asked.body.id}" tabindex="-1">Correct something</h2>`);
    await act(asked.body.id, { do: 'answer', outcome: 'done', words: 'Your street is right now.' });
    await post.deliver();
    expect(lastTo(jo)!.subject).toBe('There is an answer for you');
    expect(await show(page)).toContain('We wrote to you: Your street is right now.');
  });

  it('tells who was erased by a letter, as no page can', async () => {
    const gus = somebody();
    const page = await privatePage(gus, 'erase');
    await press(server, page, { do: 'erase' });
    const [{ id }] = await queue('&kind=erase');
    await act(id, { do: 'confirm-person' });
    await act(id, { do: 'carry-out' });
    await post.deliver();
    expect(lastTo(gus)?.subject).toBe('We have done what you asked');
    expect(await show(page)).toContain('You have not asked us for anything yet.');
    expect((await post.owed()).filter(({ subject }) => subject === gus.subject)).toEqual([]);
  });
});
