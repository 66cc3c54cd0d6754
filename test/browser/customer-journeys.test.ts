import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCopies } from '../../src/app/server/access/make-copies.ts';
import { LANGUAGES, type Language } from '../../src/app/server/choices/page-settings.ts';
import { joinKeys } from '../../src/app/server/ledger/join-keys.ts';
import { subjectOf } from '../../src/app/server/ledger/subject-of.ts';
import { loadDemo } from '../../src/app/server/load-demo.ts';
import { TEXTS, type TextKey } from '../../src/preferences/texts/index.ts';
import { clear } from '../api/clear-use.ts';
import { Customer, SETTINGS, setUpPages } from '../api/customer-pages.ts';
import { type Somebody, TestServer } from '../api/harness.ts';
import { PostOffice } from '../api/post-office.ts';
import { must } from '../contract/store-engines.ts';

const CHROMIUM = process.env.SCRUPLE_CHROMIUM ?? '/usr/bin/chromium';
const SHOTS = new URL('../../coverage/screenshots/', import.meta.url);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const isMissing = !existsSync(CHROMIUM);
if (isMissing) console.warn('SKIPPED: journeys of customers in a browser, as Chromium is not installed');

const AXE = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`;
const USE = 'winback-spring';
const EMAIL = { purpose: 'marketing.communications.email', channel: 'email', topic: null } as const;
const PHONE = '+49 30 901820';

/** One look for each language, so that every page is seen narrow, zoomed, dark and plain. */
const LOOKS: Readonly<Record<Language, { width: number; height: number; zoom: number; dark: boolean }>> = {
  en: { width: 1000, height: 900, zoom: 1, dark: false },
  de: { width: 320, height: 640, zoom: 1, dark: false },
  es: { width: 640, height: 450, zoom: 2, dark: true },
  fr: { width: 320, height: 640, zoom: 1, dark: true },
};

describe.skipIf(isMissing)('customers in a browser', () => {
  let server: TestServer;
  let post: PostOffice;
  let cora: Somebody;
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    server = await TestServer.start();
    const ada = await server.administrator();
    await setUpPages(ada, { ...SETTINGS, charter: true });
    cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    const loaded = await loadDemo(server.context, { onStart: () => {}, version: '0.0.0' });
    if (!loaded.ok) throw new Error(loaded.problem.message);
    await clear(server, USE);
    post = new PostOffice(server);
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const later = (): void => {
    server.now = new Date(server.now.getTime() + 1000);
  };

  /** A browser of somebody, without scripts; what it asks for elsewhere is held against it. */
  class Visitor {
    readonly language: Language;
    readonly #context: BrowserContext;
    readonly #elsewhere: string[] = [];
    page!: Page;

    private constructor(language: Language, context: BrowserContext) {
      this.language = language;
      this.#context = context;
    }

    static async arrive(language: Language): Promise<Visitor> {
      const { width, height, zoom, dark } = LOOKS[language];
      const visitor = new Visitor(
        language,
        await browser.newContext({
          viewport: { width: width / zoom, height: height / zoom },
          deviceScaleFactor: zoom,
          colorScheme: dark ? 'dark' : 'light',
          javaScriptEnabled: false,
          acceptDownloads: true,
        }),
      );
      visitor.page = await visitor.#context.newPage();
      visitor.page.on('request', (request) => {
        if (!request.url().startsWith(url)) visitor.#elsewhere.push(request.url());
      });
      return visitor;
    }

    say(key: TextKey, holes: Readonly<Record<string, string>> = {}): string {
      return TEXTS[this.language][key].replaceAll(
        /\{(\w+)\}/g,
        (whole, name: string) => holes[name] ?? whole,
      );
    }

    async open(path: string): Promise<void> {
      await this.page.goto(`${url}${path.split('?')[0]}?lang=${this.language}`);
    }

    /** By the keyboard alone, to the control of this name. */
    async tabTo(name: string): Promise<void> {
      const focused = this.page.locator(':focus');
      for (let tries = 0; tries < 120; tries += 1) {
        await this.page.keyboard.press('Tab');
        const label =
          (await focused.getAttribute('aria-label')) ??
          ((await focused.evaluate('document.activeElement.labels?.[0]?.textContent').catch(() => null)) as
            | string
            | null) ??
          (await focused.textContent()) ??
          '';
        if (label.trim() === name) return;
      }
      throw new Error(`no way by Tab to ${name}`);
    }

    async press(name: string): Promise<void> {
      await this.tabTo(name);
      later();
      await Promise.all([this.page.waitForNavigation(), this.page.keyboard.press('Enter')]);
    }

    /** Looks at the page as it is: language, width, and the rules of axe, with a script that is let in for axe alone. */
    async look(name: string): Promise<void> {
      const { width, height, zoom, dark } = LOOKS[this.language];
      await this.page.screenshot({
        path: new URL(`journey-${name}-${this.language}.png`, SHOTS).pathname,
        fullPage: true,
      });
      const content = await this.page.content();
      const context = await browser.newContext({
        viewport: { width: width / zoom, height: height / zoom },
        deviceScaleFactor: zoom,
        colorScheme: dark ? 'dark' : 'light',
      });
      const copy = await context.newPage();
      await copy.setContent(content);
      expect([name, await copy.locator('html').getAttribute('lang')]).toEqual([name, this.language]);
      const wide = await copy.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect([name, this.language, wide <= 0]).toEqual([name, this.language, true]);
      await copy.addScriptTag({ content: axe });
      expect([name, this.language, await copy.evaluate<string[]>(AXE)]).toEqual([name, this.language, []]);
      expect(content).not.toMatch(/<script/);
      await context.close();
    }

    async leave(): Promise<void> {
      expect(this.#elsewhere).toEqual([]);
      expect(await this.#context.cookies()).toEqual([]);
      await this.#context.close();
    }
  }

  const letterTo = async (customer: Customer, after: number): Promise<string> => {
    await expect
      .poll(() => post.sent.slice(after).some(({ to }) => to === customer.address), { timeout: 20_000 })
      .toBe(true);
    return post.lastLink(customer.address);
  };
  const act = async (id: string, body: object): Promise<void> => {
    const { version } = (await cora.ask(`/v1/requests/${id}`)).body;
    const done = await cora.ask(`/v1/requests/${id}/actions`, {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
      body,
    });
    expect([done.status, done.body.code]).toEqual([200, undefined]);
  };
  const lastRequest = async (kind: string): Promise<string> =>
    (await cora.ask(`/v1/requests?kind=${kind}&sort=asked&direction=desc`)).body.items[0].id;

  it.each(LANGUAGES)(
    'ask for a copy, prove who they are, and take it: %s',
    async (language) => {
      const ann = new Customer(server, `ann-${language}`);
      must(
        await server.context.store.write((work) =>
          joinKeys(work, [
            ann.subject,
            subjectOf(server.context.ledger, {
              kind: 'phone',
              value: `${PHONE}${LANGUAGES.indexOf(language)}`,
            }),
          ]),
        ),
      );
      const visitor = await Visitor.arrive(language);
      const { say } = { say: visitor.say.bind(visitor) };
      await visitor.open('/preferences');
      await visitor.press(say('rights.link'));
      await visitor.look('rights');
      await visitor.tabTo(say('ask.label'));
      await visitor.page.keyboard.type(ann.address);
      const before = post.sent.length;
      await visitor.press(`${say('ask.button')}: ${say('right.access')}`);
      expect(await visitor.page.locator('main').textContent()).toContain(say('rights.sent'));
      await visitor.open(await letterTo(ann, before));
      await visitor.look('own-wanted');
      await visitor.press(`${say('own.begin')}: ${say('right.access')}`);
      expect(await visitor.page.locator('main').textContent()).toContain(say('state.needs-proof'));
      await visitor.look('own-proof');
      await visitor.tabTo(say('own.second.value'));
      await visitor.page.keyboard.type(`${PHONE}${LANGUAGES.indexOf(language)}`);
      await visitor.page.keyboard.press('Tab');
      later();
      await Promise.all([visitor.page.waitForNavigation(), visitor.page.keyboard.press('Enter')]);
      must(await makeCopies(server.context));
      await expect
        .poll(
          async () => {
            await visitor.page.reload();
            return visitor.page.locator('main').textContent();
          },
          { timeout: 30_000 },
        )
        .toContain(say('own.download'));
      await visitor.look('own-ready');
      const [download] = await Promise.all([
        visitor.page.waitForEvent('download'),
        visitor.page.getByRole('link', { name: say('own.download') }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('my-data.zip');
      expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
      await visitor.leave();
    },
    180_000,
  );

  it.each(LANGUAGES)(
    'ask why, contest, and read what came of it: %s',
    async (language) => {
      const bob = new Customer(server, `bob-${language}`);
      const visitor = await Visitor.arrive(language);
      const { say } = { say: visitor.say.bind(visitor) };
      await visitor.open(`/why/${bob.token('why', USE, EMAIL)}`);
      await visitor.look('why');
      await visitor.press(say('do.contest'));
      expect(await visitor.page.locator('main').textContent()).toContain(
        say('done.needs-proof', { what: say('do.contest') }),
      );
      await visitor.look('why-needs-proof');
      const before = post.sent.length;
      await visitor.page.locator('#email').fill(bob.address);
      await visitor.press(say('proof.button'));
      await visitor.open(await letterTo(bob, before));
      await visitor.page.locator('#words').fill('I paid in time.');
      await visitor.press(say('do.contest'));
      expect(await visitor.page.getByRole('status').textContent()).toContain(
        say('done.contest').split('{')[0],
      );
      const id = await lastRequest('contest');
      await act(id, { do: 'decide', changed: true, facts: 'the bank says so', words: 'Sí, oui, ja, yes.' });
      await post.deliver();
      await visitor.page.reload();
      expect(await visitor.page.getByRole('status').textContent()).toContain(say('outcome.changed'));
      await visitor.look('why-answered');
      await visitor.leave();
    },
    180_000,
  );

  it.each(LANGUAGES)(
    'have themselves erased, and hear of it by mail alone: %s',
    async (language) => {
      const cid = new Customer(server, `cid-${language}`);
      const visitor = await Visitor.arrive(language);
      const { say } = { say: visitor.say.bind(visitor) };
      await visitor.open('/rights');
      await visitor.tabTo(say('ask.label'));
      await visitor.page.keyboard.type(cid.address);
      const before = post.sent.length;
      await visitor.press(`${say('ask.button')}: ${say('right.erase')}`);
      const link = await letterTo(cid, before);
      await visitor.open(link);
      await visitor.press(`${say('own.begin')}: ${say('right.erase')}`);
      await visitor.look('own-erase');
      const id = await lastRequest('erase');
      await act(id, { do: 'confirm-person' });
      await act(id, { do: 'carry-out' });
      const { destinations = [] } = (await cora.ask(`/v1/requests/${id}`)).body;
      for (const { name } of destinations)
        await cora.ask(`/v1/requests/${id}/destinations/${encodeURIComponent(name)}`, {
          method: 'POST',
          body: { outcome: 'done' },
        });
      await post.deliver();
      await visitor.page.reload();
      expect(await visitor.page.locator('main').textContent()).toContain(say('own.nothing'));
      await visitor.leave();
    },
    180_000,
  );

  it.each(LANGUAGES)(
    'confirm a double opt-in, and read the charter: %s',
    async (language) => {
      const dan = new Customer(server, `dan-${language}`);
      const [notice] = (await cora.ask('/v1/ledger/notices')).body.items;
      const visitor = await Visitor.arrive(language);
      const { say } = { say: visitor.say.bind(visitor) };
      const asked = await cora.ask('/v1/ledger/choices', {
        method: 'POST',
        body: {
          identifier: { kind: 'email', value: dan.address },
          choices: [
            {
              id: `asked-${language}`,
              kind: 'opt-in-requested',
              scope: { purpose: 'marketing.communications', channel: 'email', topic: 'shoes' },
              at: server.now.toISOString(),
              proof: {
                notice: { version: notice.version, language: notice.language, hash: notice.hash },
                uiHash: null,
                language,
                method: 'phone',
                actor: 'advocate',
                jurisdiction: null,
                sourceSystem: 'shop',
              },
            },
          ],
        },
      });
      expect([asked.status, asked.body.detail]).toEqual([201, undefined]);
      const before = post.sent.length;
      await post.deliver();
      later();
      await visitor.open(await letterTo(dan, before));
      await visitor.look('opt-in');
      await visitor.press(say('opt-in.button'));
      expect(await visitor.page.locator('h1').textContent()).toBe(say('opt-in.done.title'));
      await visitor.look('opt-in-done');
      await visitor.press(say('charter.link'));
      expect(await visitor.page.locator('h1').textContent()).toBe(say('charter.title'));
      await visitor.look('charter');
      await visitor.leave();
    },
    180_000,
  );
});
