import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTICE, SETTINGS, setUpPages } from './customer-pages.ts';
import { type Somebody, TestServer } from './harness.ts';

const email = (name: string) => ({ kind: 'email', value: `${name}@customer.example` });
const MAIL = { purpose: 'marketing.communications', channel: 'email', topic: null };

let server: TestServer;
let ada: Somebody;
let cora: Somebody;
let rita: Somebody;
let notice: { version: string; language: string; hash: string };

const said = (kind: string, scope: object, over: object = {}) => ({
  id: `${kind} ${Object.values(scope).join(' ')}`.trim().replaceAll(' ', '-'),
  kind,
  scope,
  at: '2026-11-19T10:00:00Z',
  proof: {
    notice: kind === 'given' ? notice : null,
    uiHash: null,
    language: 'en',
    method: 'phone',
    actor: 'advocate',
    jurisdiction: 'eu',
    sourceSystem: 'test',
  },
  ...over,
});
const record = async (identifier: object, ...choices: object[]) => {
  const { status, body } = await cora.ask('/v1/ledger/choices', {
    method: 'POST',
    body: { identifier, choices },
  });
  expect([status, body.detail]).toEqual([201, undefined]);
};
const read = (identifier: object) =>
  cora.ask('/v1/ledger/person', { method: 'POST', body: { identifier, purpose: 'letter 17' } });

beforeAll(async () => {
  server = await TestServer.start();
  ada = await server.administrator();
  cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
  rita = await server.person(ada, 'Rita', ['reviewer'], { reportsTo: null });
  await setUpPages(ada);
  const { hash } = (await ada.ask('/v1/ledger/notices')).body.items[0];
  notice = { version: NOTICE.version, language: NOTICE.language, hash };
}, 60_000);
afterAll(() => server.stop());

describe('a person by pseudonym', () => {
  it('is who the address leads to, for reading, choices and holds', async () => {
    await record(email('ann'), said('given', MAIL));
    const byAddress = (await read(email('ann'))).body;
    const pseudonym = { kind: 'pseudonym', value: byAddress.subject };
    expect((await read(pseudonym)).body).toEqual(byAddress);
    await record(pseudonym, said('objected', { ...MAIL, purpose: null, channel: null }));
    const after = (await read(email('ann'))).body;
    expect(after.choices.map(({ kind }: { kind: string }) => kind)).toEqual(['given', 'objected']);
    const hold = { scope: { purpose: null, channel: null }, until: '2026-12-20T00:00:00Z' };
    for (const [path, body] of [
      ['/v1/ledger/holds', hold],
      ['/v1/ledger/holds/end', {}],
    ] as const)
      expect(
        (await cora.ask(path, { method: 'POST', body: { identifier: pseudonym, ...body } })).status,
      ).toBe(204);
  });

  it.each(['subject:short', `subject:${'a'.repeat(44)}`, `person:${'a'.repeat(43)}`, 'ann@customer.example'])(
    'is nobody as %s',
    async (value) => {
      expect((await read({ kind: 'pseudonym', value })).status).toBe(400);
    },
  );

  it('that nobody has leads to an empty ledger, as an address does that nobody has', async () => {
    const { status, body } = await read({ kind: 'pseudonym', value: `subject:${'a'.repeat(43)}` });
    expect(status).toBe(200);
    expect(body.choices).toEqual([]);
    expect(body.answers.every(({ because }: { because: string }) => because === 'unknown')).toBe(true);
  });

  it('opens nothing to another role', async () => {
    const body = {
      identifier: { kind: 'pseudonym', value: `subject:${'a'.repeat(43)}` },
      purpose: 'to look',
    };
    expect((await rita.ask('/v1/ledger/person', { method: 'POST', body })).status).toBe(403);
  });
});

describe('what counts now', () => {
  it.each([
    { name: 'yes', says: ['given'], isPermitted: true, because: 'given' },
    {
      name: 'yes and then no to everything',
      says: ['given', 'objected'],
      isPermitted: false,
      because: 'objected',
    },
    { name: 'nothing', says: [], isPermitted: false, because: 'unknown' },
  ])('is told for what the page offers: $name', async ({ name, says, isPermitted, because }) => {
    const who = email(name.replaceAll(' ', '-'));
    const shoes = { ...MAIL, topic: 'shoes' };
    const everything = { purpose: null, channel: null, topic: null };
    for (const kind of says) await record(who, said(kind, kind === 'given' ? shoes : everything));
    const { answers } = (await read(who)).body;
    expect(answers).toHaveLength(SETTINGS.topics.length * SETTINGS.channels.length);
    const about = answers.find(
      ({ scope }: { scope: object }) => JSON.stringify(scope) === JSON.stringify(shoes),
    );
    expect(about).toMatchObject({ isPermitted, because });
    expect(about.choice).toEqual(says.length === 0 ? null : expect.stringContaining(says.at(-1)!));
  });
});

describe('a notice', () => {
  const chosenUnder = async () => {
    const { body } = await rita.ask(`/v1/ledger/notices/${notice.hash}/choices`);
    return body.kinds.find(({ kind }: { kind: string }) => kind === 'given')?.people;
  };

  it('is read by the hash that choices name, and is not there by another', async () => {
    expect((await rita.ask(`/v1/ledger/notices/${notice.hash}`)).body).toMatchObject({ text: NOTICE.text });
    const other = `sha256:${'0'.repeat(64)}`;
    expect((await rita.ask(`/v1/ledger/notices/${other}`)).status).toBe(404);
    expect((await rita.ask(`/v1/ledger/notices/${other}/choices`)).status).toBe(404);
  });

  it('is compared with the one before it in the same language, and the first with none', async () => {
    const difference = async (hash: string) => (await rita.ask(`/v1/ledger/notices/${hash}/difference`)).body;
    expect(await difference(notice.hash)).toEqual({ since: null, changes: [] });
    server.now = new Date(server.now.getTime() + 1000);
    const publish = async (over: object) =>
      (await ada.ask('/v1/ledger/notices', { method: 'POST', body: { ...NOTICE, ...over } })).body.hash;
    await publish({ version: 'de', language: 'de', text: 'Wir schreiben.' });
    const next = await publish({ version: 'next', text: NOTICE.text.replace('running shoes', 'shoes') });
    const { since, changes } = await difference(next);
    expect(since).toEqual({ version: NOTICE.version, hash: notice.hash });
    expect(changes.filter(({ type }: { type: string }) => type !== 'same')).toEqual([
      { type: 'removed', words: ['running'] },
    ]);
    expect((await rita.ask(`/v1/ledger/notices/sha256:${'0'.repeat(64)}/difference`)).status).toBe(404);
  });

  it('tells no count of fewer than five people, and counts a person with two keys once', async () => {
    for (const name of ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9']) {
      const before = await chosenUnder();
      if (typeof before === 'number') expect(before).toBeGreaterThanOrEqual(5);
      await record(email(name), said('given', MAIL));
    }
    const before = await chosenUnder();
    expect(before).toBeGreaterThanOrEqual(9);
    const body = { identifiers: [email('u1'), email('u2')] };
    expect((await cora.ask('/v1/ledger/person/keys', { method: 'POST', body })).status).toBe(204);
    expect(await chosenUnder()).toBe(before - 1);
  });
});

describe('a preview of the customers’ pages', () => {
  const preview = (who: Somebody, over: object = {}) =>
    who.ask('/v1/settings/customer-pages/previews', {
      method: 'POST',
      body: { settings: SETTINGS, language: 'en', look: 'light', page: 'preferences', ...over },
    });

  it.each([
    { language: 'en', word: 'Running shoes' },
    { language: 'de', word: 'Laufschuhe' },
    { language: 'es', word: 'Zapatillas' },
    { language: 'fr', word: 'Chaussures de course' },
  ])('is in $language as the real page is, and leads nowhere', async ({ language, word }) => {
    const { status, body } = await preview(rita, { language });
    expect(status).toBe(200);
    expect(body.document).toContain(`<html lang="${language}">`);
    expect(body.document).toContain(word);
    expect(body.document.match(/href=|action="(?!#)/g)).toBeNull();
  });

  it('has the colours of the look that is asked for, and says how well they are read', async () => {
    const { body } = await preview(rita, { look: 'dark' });
    expect(body.document).toContain(SETTINGS.colours.dark.page);
    expect(body.document).not.toContain(SETTINGS.colours.light.page);
    const faint = { ...SETTINGS.colours.light, text: '#eeeeee' };
    const { body: poor } = await preview(rita, {
      settings: { ...SETTINGS, colours: { ...SETTINGS.colours, light: faint } },
    });
    expect(poor.contrast.text).toBeLessThan(1.5);
    expect(poor.contrast.accent).toBe((await preview(rita)).body.contrast.accent);
  });

  it('keeps nothing', async () => {
    const before = (await ada.ask('/v1/settings/customer-pages')).body;
    await preview(ada, { settings: { ...SETTINGS, organisation: 'Somebody else' } });
    expect((await ada.ask('/v1/settings/customer-pages')).body).toEqual(before);
  });
});
