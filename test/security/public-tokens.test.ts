import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TokenPurpose } from '../../src/playbook/6-control/tokens/token.ts';
import { TOKEN_LIFE_MS } from '../../src/playbook/6-control/tokens/token.ts';
import { Customer, press, setUpPages } from '../api/customer-pages.ts';
import { TestServer } from '../api/harness.ts';
import { must } from '../contract/store-engines.ts';

const SCOPE = { purpose: 'marketing.communications', channel: 'email', topic: 'shoes' } as const;

/** Every public page behind a link: which links open it, and what a press on it sends. */
const PAGES: ReadonlyArray<{
  readonly path: string;
  readonly opens: readonly TokenPurpose[];
  readonly posts: ReadonlyArray<{ readonly to: string; readonly fields: Readonly<Record<string, string>> }>;
}> = [
  { path: '/u', opens: ['one-click'], posts: [{ to: '', fields: { 'List-Unsubscribe': 'One-Click' } }] },
  {
    path: '/preferences',
    opens: ['preferences', 'facts'],
    posts: [
      { to: '', fields: { do: 'all-off' } },
      { to: '/proof', fields: { email: 'ann@customer.example' } },
    ],
  },
  {
    path: '/why',
    opens: ['why', 'facts'],
    posts: [
      { to: '/ask', fields: { do: 'stop' } },
      { to: '/expected', fields: { answer: 'no' } },
      { to: '/proof', fields: { email: 'ann@customer.example' } },
    ],
  },
  { path: '/opt-in', opens: ['opt-in'], posts: [{ to: '', fields: {} }] },
  {
    path: '/rights',
    opens: ['rights'],
    posts: [
      { to: '', fields: { do: 'erase' } },
      { to: '/requests/request_1', fields: { do: 'withdraw' } },
    ],
  },
];
const PURPOSES = Object.keys(TOKEN_LIFE_MS) as TokenPurpose[];

describe('links of customers', () => {
  let server: TestServer;
  let ann: Customer;
  let ben: Customer;
  beforeAll(async () => {
    server = await TestServer.start();
    await setUpPages(await server.administrator());
    [ann, ben] = [new Customer(server, 'ann'), new Customer(server, 'ben')];
  }, 180_000);
  afterAll(() => server.stop());

  const aboutOf = (path: string, purpose: TokenPurpose): string =>
    purpose === 'facts' ? `${path.slice(1)} winback` : 'winback';
  const linkOf = (who: Customer, path: string, purpose: TokenPurpose): string =>
    who.token(purpose, aboutOf(path, purpose), SCOPE);

  /** Everything that the store has of choices and requests, to see that nothing came in. */
  const everything = async () =>
    must(
      await server.context.store.read(async (db) =>
        JSON.stringify([
          await db.selectFrom('choices').select(['subject', 'id']).execute(),
          await db.selectFrom('customerRequests').select('id').execute(),
          await db.selectFrom('outbox').select('id').execute(),
          await db.selectFrom('expectationCounts').selectAll().execute(),
        ]),
      ),
    );

  /** Tries a link by every way in, and holds that all it gets is the one page for what opens nothing. */
  async function refused(path: string, token: string, what: string): Promise<void> {
    const { posts } = PAGES.find((page) => page.path === path)!;
    const answers = [
      await server.ask<string>(`${path}/${token}`),
      ...(await Promise.all(posts.map(({ to, fields }) => press(server, `${path}/${token}${to}`, fields)))),
    ];
    for (const { status, body } of answers) {
      expect([what, path, status]).toEqual([what, path, expect.toBeOneOf([400, 404])]);
      expect([what, String(body).includes('This link does not work.')]).toEqual([what, true]);
    }
  }

  it('open what they were made for', async () => {
    for (const { path, opens } of PAGES.filter((one) => one.path !== '/opt-in'))
      for (const purpose of opens)
        expect([path, purpose, (await server.ask(`${path}/${linkOf(ann, path, purpose)}`)).status]).toEqual([
          path,
          purpose,
          200,
        ]);
  });

  it('of another purpose open nothing, nor a proof for another page', async () => {
    const before = await everything();
    for (const { path, opens } of PAGES) {
      for (const purpose of PURPOSES.filter((one) => !opens.includes(one)))
        await refused(path, linkOf(ann, path, purpose), purpose);
      const other = path === '/why' ? '/preferences' : '/why';
      await refused(path, ann.token('facts', aboutOf(other, 'facts'), SCOPE), 'a proof for another page');
    }
    expect(await everything()).toBe(before);
  });

  it('changed in any way open nothing: bytes, padding, case, spelling, length, parts of others', async () => {
    const before = await everything();
    for (const { path, opens } of PAGES) {
      const good = linkOf(ann, path, opens[0]!);
      const theirs = linkOf(ben, path, opens[0]!).split('.');
      const [period, body, mac] = good.split('.') as [string, string, string];
      const raw = Buffer.from(body, 'base64url');
      const flipped = (at: number): string => {
        const bytes = Buffer.from(raw);
        bytes[at]! ^= 1;
        return bytes.toString('base64url');
      };
      const changed: Readonly<Record<string, string>> = {
        'a byte of who it is of': `${period}.${flipped(3)}.${mac}`,
        'a byte of when': `${period}.${flipped(52)}.${mac}`,
        'a byte of what it is about': `${period}.${flipped(raw.length - 4)}.${mac}`,
        'a byte of the signature': `${period}.${body}.${mac.slice(0, 9)}${mac[9] === 'A' ? 'B' : 'A'}${mac.slice(10)}`,
        padding: `${good}=`,
        'padding in the middle': `${period}.${body}==.${mac}`,
        'padding, encoded': `${good}%3D`,
        'large letters': good.toUpperCase(),
        'small letters': good.toLowerCase(),
        'other base64': `${period}.${body}.${Buffer.from(mac, 'base64url').toString('base64').replaceAll('/', '%2F')}`,
        'a dot, encoded twice': good.replaceAll('.', '%252E'),
        'a space behind': `${good}%20`,
        'a NUL behind': `${good}%00`,
        'a line behind': `${good}%0A`,
        'a slash behind': `${good}%2F`,
        'cut by one': good.slice(0, -1),
        'cut in half': good.slice(0, good.length / 2),
        'without its signature': `${period}.${body}.`,
        'without its period': `${body}.${mac}`,
        'of another period': `${Number(period) - 1}.${body}.${mac}`,
        'with a zero before': `0${good}`,
        'somebody else’s words': `${period}.${theirs[1]}.${mac}`,
        'somebody else’s signature': `${period}.${body}.${theirs[2]}`,
        twice: `${good}${good}`,
        'too long': `${period}.${'A'.repeat(900)}.${mac}`,
      };
      for (const [what, token] of Object.entries(changed)) await refused(path, token, what);
    }
    expect(await everything()).toBe(before);
  }, 60_000);

  it('open nothing once they have ended', async () => {
    const made = PAGES.flatMap(({ path, opens }) =>
      opens.map((purpose) => ({ path, purpose, token: linkOf(ann, path, purpose) })),
    );
    const before = await everything();
    const start = server.now;
    for (const { path, purpose, token } of made) {
      server.now = new Date(start.getTime() + TOKEN_LIFE_MS[purpose]);
      await refused(path, token, `${purpose} that ended`);
    }
    server.now = start;
    expect(await everything()).toBe(before);
  });

  it('may be spelled with percent signs by a mail program, as that is the same link', async () => {
    const good = linkOf(ann, '/preferences', 'preferences');
    expect((await server.ask(`/preferences/${good.replaceAll('.', '%2E')}`)).status).toBe(200);
  });

  it('name no one, and hold an address only sealed', async () => {
    const { writeLetter } = await import('../../src/app/server/letters/write-letter.ts');
    const { PLAIN_LETTER } = await import('../../src/app/server/letters/letter.ts');
    const { PLAIN_SETTINGS } = await import('../../src/app/server/choices/page-settings.ts');
    for (const kind of ['rights', 'proof-why', 'proof-preferences'] as const) {
      const letter = {
        ...PLAIN_LETTER,
        kind,
        address: ann.address,
        language: 'en',
        subject: ann.subject,
      } as const;
      const { text } = writeLetter(server.context, PLAIN_SETTINGS, letter);
      const path = new URL(/http\S+/.exec(text)![0]).pathname;
      const [, body = ''] = path.split('/').at(-1)!.split('.');
      const inside = Buffer.from(body, 'base64url').toString();
      expect([kind, inside.includes('sealed1'), /ann|@|customer/.test(inside)]).toEqual([kind, true, false]);
      expect((await server.ask(path)).status).toBe(200);
      expect(path.length).toBeLessThan(700);
    }
  });
});

describe('who tries many', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start({ limits: { signInsPerMinute: 10 } });
    await setUpPages(await server.administrator());
  }, 180_000);
  afterAll(() => server.stop());

  it('of addresses is held up in a minute, and told so in a page', async () => {
    for (const [path, more] of [
      ['/preferences', {}],
      ['/rights', { do: 'access' }],
    ] as const) {
      const statuses: number[] = [];
      for (let number = 0; number < 14; number += 1)
        statuses.push((await press(server, path, { ...more, email: `a${number}@elsewhere.example` })).status);
      expect(statuses).toEqual([...Array(10).fill(200), ...Array(4).fill(429)]);
    }
  });

  it('of second things that we might know somebody by is held up after five, and not told which was right', async () => {
    const eve = new Customer(server, 'eve');
    const page = `/rights/${eve.token('rights')}`;
    await press(server, page, { do: 'erase' });
    const rows = must(
      await server.context.store.read((db) => db.selectFrom('customerRequests').select('id').execute()),
    );
    const answers: string[] = [];
    for (let number = 0; number < 8; number += 1)
      answers.push(
        JSON.stringify(
          await press(server, `${page}/requests/${rows[0]!.id}`, {
            do: 'second',
            kind: 'customer',
            value: `c-${number}`,
          }).then(({ status, body, headers }) => [status, body, headers.location]),
        ),
      );
    expect(new Set(answers).size).toBe(1);
    const failed = must(
      await server.context.store.read((db) =>
        db.selectFrom('customerRequestEvents').select('type').where('type', '=', 'not-proven').execute(),
      ),
    );
    expect(failed).toHaveLength(5);
  });
});
