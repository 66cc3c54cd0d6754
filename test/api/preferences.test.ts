import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkMessages } from '../../src/app/check-messages.ts';
import { MemoryMailer } from '../../src/connectors/mail/memory-mailer.ts';
import { TEXTS, type TextKey } from '../../src/preferences/texts/index.ts';
import { ENGINES } from '../contract/store-engines.ts';
import { buttonsOf, Customer, press, SETTINGS, setUpPages } from './customer-pages.ts';
import { type Somebody, TestServer } from './harness.ts';

const later = (server: TestServer, seconds: number): void => {
  server.now = new Date(server.now.getTime() + seconds * 1000);
};

describe.each(ENGINES)('the preference page, $name', (engine) => {
  let server: TestServer;
  const mailer = new MemoryMailer();
  beforeAll(async () => {
    await engine.start();
    server = await TestServer.start({ location: await engine.place() });
    Object.assign(server.context, { mailer });
    await setUpPages(await server.administrator());
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await engine.stop();
  });

  let count = 0;
  const somebody = () => {
    count += 1;
    const customer = new Customer(server, `somebody-${count}`);
    const path = `/preferences/${customer.token('preferences')}`;
    const choose = async (what: string): Promise<string> => {
      const kept = await press(server, path, { do: what });
      expect(kept.status, what).toBe(303);
      later(server, 1);
      return (await server.ask<string>(String(kept.headers.location))).body;
    };
    return { customer, path, choose, show: async () => (await server.ask<string>(path)).body };
  };
  const pressed = (page: string): string[] =>
    buttonsOf(page).flatMap(({ value, isPressed }) => (isPressed ? [value] : []));

  it('has nothing ticked before, says so first, and loads nothing', async () => {
    const { path } = somebody();
    const { status, body, headers } = await server.ask<string>(path);
    expect(status).toBe(200);
    expect(body).toMatch(/<h1>You decide what we send\.<\/h1>/);
    expect(pressed(body)).toEqual([]);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).not.toMatch(/<script|<img|<link|\bsrc=|@import|url\(/);
  });

  it('keeps a yes and a no at once, each for its channel and topic alone', async () => {
    const { customer, choose } = somebody();
    expect(await choose('yes:email:shoes')).toContain('Saved. You said yes: Running shoes, By email.');
    expect(await customer.answer({ topics: ['shoes'] })).toMatchObject({ permitted: true, because: 'given' });
    expect((await customer.answer({ topics: ['events'] })).because).toBe('unknown');
    const page = await choose('no:email:shoes');
    expect(page).toContain('Saved. You said no: Running shoes, By email.');
    expect(pressed(page)).toContain('no:email:shoes');
    expect((await customer.answer({ topics: ['shoes'] })).because).toBe('withdrawn');
  });

  it('comes back to where the person was, and tells there what was saved', async () => {
    const { customer, path, choose } = somebody();
    const { headers } = await press(server, path, { do: 'yes:sms:events' });
    expect(String(headers.location)).toMatch(/&saved=[a-f0-9-]{36}#said$/);
    /** The last button before what is said, and the first one after it that does something else. */
    const around = (page: string): readonly (string | undefined)[] => {
      const [before, after, ...more] = page.split('<div class="said" id="said" tabindex="-1" role="status">');
      expect(more).toEqual([]);
      const next = buttonsOf(after!).find(({ value }) => !value.startsWith('undo:'));
      return [buttonsOf(before!).at(-1)?.value, next?.value];
    };
    expect(around(await choose('no:email:shoes'))).toEqual(['no:email:shoes', 'yes:sms:shoes']);
    const page = await choose('yes:sms:shoes');
    expect(around(page)).toEqual(['no:sms:shoes', 'yes:email:events']);
    const undo = /value="(undo:[a-f0-9-]+)"/.exec(page)![1]!;
    expect(around(await choose(undo))).toEqual(['no:sms:shoes', 'yes:email:events']);
    expect(around(await choose('rhythm:weekly'))).toEqual(['no:sms:events', 'rhythm:any']);
    expect(around(await choose('pause:1'))).toEqual(['rhythm:monthly', 'pause:1']);
    expect(around(await choose('all-off'))).toEqual([undefined, 'all-off']);
    expect(around(await choose('undo:00000000-0000-4000-8000-000000000000'))).toEqual([undefined, 'all-off']);
    // Where it stands would show which theme it was, to whoever opens the address later.
    expect(around(await choose('spare:debt'))).toEqual(['resume', 'spare:mothers-day']);
    const proven = `/preferences/${customer.token('facts', 'preferences ')}`;
    const spared = await press(server, proven, { do: 'spare:alcohol' });
    const shown = await server.ask<string>(String(spared.headers.location));
    expect(around(shown.body)).toEqual(['welcome:alcohol', 'spare:gambling']);
  });

  it('ends everything with one button, and one press within a minute brings back what was before', async () => {
    const { customer, choose } = somebody();
    await choose('yes:email:shoes');
    const page = await choose('all-off');
    expect(page).toContain('Saved. We send you nothing more that you can choose.');
    const anything = { topics: ['shoes'], needsConsent: false } as const;
    expect(await customer.answer(anything)).toMatchObject({ permitted: false, because: 'objected' });
    const undo = /value="(undo:[a-f0-9-]+)"/.exec(page)?.[1];
    expect(await choose(undo!)).toContain('Undone. All is as it was before.');
    expect((await customer.answer({ topics: ['shoes'] })).permitted).toBe(true);
    expect((await customer.answer({ topics: ['events'] })).permitted).toBe(false);
  });

  it('offers no undo after the minute, and takes none', async () => {
    const { customer, choose, path } = somebody();
    await choose('yes:email:shoes');
    const page = await choose('all-off');
    const undo = /value="(undo:[a-f0-9-]+)"/.exec(page)![1]!;
    later(server, 120);
    expect((await server.ask<string>(`${path}?saved=${undo.slice(5)}`)).body).not.toContain('undo:');
    expect(await choose(undo)).toContain('The minute to undo is over.');
    expect((await customer.answer({ topics: ['shoes'] })).permitted).toBe(false);
  });

  it('pauses for months of the calendar, and ends a pause', async () => {
    const { customer, choose } = somebody();
    await choose('yes:email:shoes');
    const before = server.now;
    expect(await choose('pause:3')).toContain('Your break lasts until');
    const paused = await customer.answer({ topics: ['shoes'] });
    expect(paused.because).toBe('paused');
    expect(paused.until?.getUTCMonth()).toBe((before.getUTCMonth() + 3) % 12);
    expect(await choose('resume')).toContain('Saved. Your break has ended.');
    expect((await customer.answer({ topics: ['shoes'] })).permitted).toBe(true);
  });

  it('keeps how often, and brings it back', async () => {
    const { choose, show } = somebody();
    const page = await choose('rhythm:monthly');
    expect(pressed(page)).toEqual(['rhythm:monthly']);
    await choose(/value="(undo:[a-f0-9-]+)"/.exec(page)![1]!);
    expect(pressed(await show())).toEqual(['rhythm:any']);
  });

  it('spares themes without showing which on a page that others may open, and shows them after a fresh proof', async () => {
    const { customer, choose, show } = somebody();
    const untouched = await show();
    const saved = await choose('spare:loss');
    expect(saved).toContain('Saved. Your choice of subjects counts from now on.');
    expect(await show()).toBe(untouched);
    const welcome = await customer.answer({ needsConsent: false, themes: ['baby'] });
    const spared = await customer.answer({ needsConsent: false, themes: ['loss'] });
    expect([welcome.permitted, spared.because]).toEqual([true, 'theme-spared']);
    const proven = await server.ask<string>(`/preferences/${customer.token('facts', 'preferences ')}`);
    expect(pressed(proven.body)).toContain('spare:loss');
    // No list can be made of those who are spared a theme: it is another text for each of them.
    const others = [somebody(), somebody(), somebody()];
    for (const other of others) await other.choose('spare:loss');
    const rows = await server.context.store.read((db) =>
      db
        .selectFrom('choices')
        .select((one) => ['theme', one.fn.countAll<number>().as('times')])
        .where('theme', 'is not', null)
        .groupBy('theme')
        .execute(),
    );
    const times = rows.ok ? rows.value.map((row) => Number(row.times)) : [];
    expect([times.length >= 4, new Set(times)]).toEqual([true, new Set([1])]);
  });

  it('sends the second link only to the address that the first belongs to, and answers all alike', async () => {
    const { customer, path } = somebody();
    mailer.sent.length = 0;
    const answers: string[] = [];
    for (const email of ['stranger@elsewhere.example', customer.address.toUpperCase()]) {
      answers.push((await press(server, `${path}/proof`, { email })).body);
    }
    await expect.poll(() => mailer.sent.length).toBe(1);
    expect(answers[0]).toBe(answers[1]);
    expect(mailer.sent[0]!.to).toBe(customer.address);
    const link = /http\S+/.exec(mailer.sent[0]!.text)![0];
    const shown = async () => (await server.ask<string>(new URL(link).pathname)).body;
    expect(await shown()).toContain('This is your private page. Its link works for another 1');
    later(server, 14 * 60 + 30);
    expect(await shown()).toContain('Its link works for another 1 minute.');
    later(server, 30);
    expect((await server.ask(new URL(link).pathname)).status).toBe(404);
  });

  it('tells a stranger nothing: whoever asks for a link gets the same answer and the same mail', async () => {
    const { customer, choose } = somebody();
    await choose('yes:email:shoes');
    mailer.sent.length = 0;
    const known = await press(server, '/preferences', { email: customer.address });
    const stranger = await press(server, '/preferences', { email: 'nobody@elsewhere.example' });
    expect(known.body).toBe(stranger.body);
    await expect.poll(() => mailer.sent.length).toBe(2);
    const plain = mailer.sent.map(({ subject, text }) => subject + text.replace(/http\S+/, ''));
    expect(plain[0]).toBe(plain[1]);
    expect((await press(server, '/preferences', { email: 'no address' })).status).toBe(400);
  });

  it('opens for no changed, foreign or expired link, and shows all of them the same page', async () => {
    const { customer, path, choose } = somebody();
    await choose('yes:email:shoes');
    const kept = await customer.kept();
    const good = path.split('/').at(-1)!;
    const { body: expected } = await server.ask<string>('/preferences/x');
    const refused = async (token: string): Promise<void> => {
      const shown = await server.ask<string>(`/preferences/${token}`);
      const chosen = await press(server, `/preferences/${token}`, { do: 'all-off' });
      expect([shown.status, chosen.status], token).toEqual([404, 404]);
      expect(shown.body.replaceAll(token, 'x')).toBe(expected);
      expect(chosen.body.replaceAll(token, 'x')).toBe(expected);
    };
    for (const purpose of ['one-click', 'why', 'opt-in', 'rights'] as const)
      await refused(customer.token(purpose));
    await refused(customer.token('facts', 'why winback'));
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.constantFrom(...'AZaz09-_'), async (at, letter) => {
        fc.pre(good[at] !== letter);
        await refused(`${good.slice(0, at)}${letter}${good.slice(at + 1)}`);
      }),
      { numRuns: 40 },
    );
    later(server, 30 * 86_400);
    await refused(good);
    later(server, -30 * 86_400);
    expect(await customer.kept()).toBe(kept);
  });

  it('takes nothing that is not on the page', async () => {
    const { customer, path } = somebody();
    for (const what of [
      'yes:post:shoes',
      'yes:email:unknown',
      'pause:99',
      'undo:x',
      'yes',
      '',
      'spare:football',
    ])
      expect((await press(server, path, { do: what })).status, what).toBeGreaterThanOrEqual(400);
    expect(await customer.kept()).toBe('[]');
  });

  it('answers 503 in a page while the store is slow, and says nothing was promised', async () => {
    const { path } = somebody();
    const { store } = server.context;
    const never = () => new Promise<never>(() => {});
    Object.assign(server.context, { store: { ...store, read: never, write: never } });
    try {
      const [shown, chosen] = await Promise.all([
        server.ask<string>(path),
        press(server, path, { do: 'all-off' }),
      ]);
      for (const { status, body, headers } of [shown, chosen]) {
        expect(status).toBe(503);
        expect(headers['retry-after']).toBe('60');
        expect(body).toContain('We cannot tell if your choice was saved.');
      }
    } finally {
      Object.assign(server.context, { store });
    }
    expect((await server.ask(path)).status).toBe(200);
  }, 20_000);
});

describe('what an administrator sets', () => {
  let server: TestServer;
  let ada: Somebody;
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.administrator();
    await setUpPages(ada);
  }, 60_000);
  afterAll(() => server.stop());
  const set = (over: object) =>
    ada.ask('/v1/settings/customer-pages', {
      method: 'PUT',
      headers: { 'if-match': '"1"' },
      body: { ...SETTINGS, ...over },
    });

  it('is refused where colours cannot be read, or a notice is not there', async () => {
    const { light, dark } = SETTINGS.colours;
    const pale = await set({ colours: { dark, light: { ...light, accent: '#aaccff' } } });
    expect([pale.status, pale.body.code]).toEqual([422, 'preferences.unreadable-colour']);
    expect(pale.body.detail).toContain('colours.light.accent');
    expect((await set({ notice: 'unknown' })).body.code).toBe('preferences.unknown-notice');
  });

  it('shows in the page, in its own colours', async () => {
    const light = { page: '#fffdf5', text: '#221100', accent: '#7a1f3d' };
    expect((await set({ colours: { light, dark: SETTINGS.colours.dark } })).status).toBe(200);
    const page = await server.ask<string>(
      `/preferences/${new Customer(server, 'ann').token('preferences')}?lang=de`,
    );
    expect(page.body).toContain('--accent: #7a1f3d');
    expect(page.body).toContain('Laufschuhe');
    expect(page.body).toMatch(/<html lang="de">/);
  });
});

describe('the way to no', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await setUpPages(await server.administrator());
  }, 60_000);
  afterAll(() => server.stop());

  /** Presses from the page that a link opens until the ledger says what is wanted, tried breadth first. */
  async function steps(name: string, isWanted: (customer: Customer) => Promise<boolean>): Promise<number> {
    const first = new Customer(server, name);
    const { body } = await server.ask<string>(`/preferences/${first.token('preferences')}`);
    const choices = buttonsOf(body).map(({ value }) => value);
    let ways: readonly string[][] = [[]];
    for (let depth = 1; depth <= 2; depth += 1) {
      ways = ways.flatMap((way) => choices.map((choice) => [...way, choice]));
      for (const [index, way] of ways.entries()) {
        const customer = new Customer(server, `${name}-${depth}-${index}`);
        for (const choice of way) {
          await press(server, `/preferences/${customer.token('preferences')}`, { do: choice });
          later(server, 1);
        }
        if (await isWanted(customer)) return depth;
      }
    }
    return Number.POSITIVE_INFINITY;
  }

  it('is never longer than the way to yes', async () => {
    const one = { topics: ['shoes'] } as const;
    const toYes = await steps('yes', async (customer) => (await customer.answer(one)).permitted);
    const toNo = await steps('no', async (customer) => {
      const { because } = await customer.answer(one);
      return because === 'withdrawn' || because === 'objected';
    });
    const toNothing = await steps('nothing', async (customer) => {
      const all = await Promise.all(
        SETTINGS.topics.flatMap(({ id }) =>
          SETTINGS.channels.map((channel) =>
            customer.answer({ purpose: 'marketing', topics: [id], channel, needsConsent: false }),
          ),
        ),
      );
      return all.every(({ permitted }) => !permitted);
    });
    expect([toYes, toNo, toNothing]).toEqual([1, 1, 1]);
  });
});

describe('the texts', () => {
  const keys = Object.keys(TEXTS.en) as TextKey[];

  it.each(['de', 'es', 'fr'] as const)(
    'are all there in %s, with the same things filled in, none left in English',
    (language) => {
      expect(Object.keys(TEXTS[language])).toEqual(keys);
      const holes = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
      for (const key of keys) expect(holes(TEXTS[language][key]), key).toEqual(holes(TEXTS.en[key]));
      const same = keys.filter((key) => TEXTS[language][key] === TEXTS.en[key]);
      expect(same.length, same.join(', ')).toBeLessThan(4);
    },
  );

  it('are every one of them used', async () => {
    const folder = new URL('../../src/preferences/', import.meta.url);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
    const code = (await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))).join('\n');
    const unused = keys.filter(
      (key) =>
        !code.includes(`'${key}'`) &&
        ![...code.matchAll(/`([a-z.-]*)\$\{/g)].some(([, start]) => start !== '' && key.startsWith(start!)),
    );
    expect(unused).toEqual(['language']);
  });

  it('press nobody, as our own checks of messages see it', async () => {
    const { messages } = await checkMessages(
      keys.map((key) => ({ file: `${key}.txt`, bytes: new TextEncoder().encode(TEXTS.en[key]) })),
      { at: new Date('2026-11-20T09:00:00Z') },
    );
    expect(messages).toHaveLength(keys.length);
    const found = messages.flatMap(({ file, findings }) =>
      findings.map(({ check, at }) => `${file} ${check} ${at.line}`),
    );
    expect(found).toEqual([]);
  });
});
