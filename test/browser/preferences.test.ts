import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/app/server/choices/page-settings.ts';
import { loadDemo } from '../../src/app/server/load-demo.ts';
import { TEXTS } from '../../src/preferences/texts/index.ts';
import { clear } from '../api/clear-use.ts';
import { Customer, setUpPages } from '../api/customer-pages.ts';
import { TestServer } from '../api/harness.ts';

const CHROMIUM = process.env.SCRUPLE_CHROMIUM ?? '/usr/bin/chromium';
const SHOTS = new URL('../../coverage/screenshots/', import.meta.url);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const isMissing = !existsSync(CHROMIUM);
if (isMissing) console.warn('SKIPPED: the customers’ pages in a browser, as Chromium is not installed');

const AXE = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`;

/** How every yes and every no looks, one text each. */
const WEIGHTS = `[...document.querySelectorAll('button[value^="yes:"], button[value^="no:"]')].map((one) => {
  const { width, height } = one.getBoundingClientRect();
  const { color, backgroundColor, fontSize, fontWeight, borderColor } = getComputedStyle(one);
  return JSON.stringify({ width, height, color, backgroundColor, fontSize, fontWeight, borderColor });
})`;

const LOOKS = [
  { name: 'light', width: 1000, height: 900, zoom: 1, dark: false },
  { name: 'dark', width: 1000, height: 900, zoom: 1, dark: true },
  { name: 'narrow', width: 320, height: 640, zoom: 1, dark: false },
  { name: 'large', width: 640, height: 450, zoom: 2, dark: true },
] as const;

describe.skipIf(isMissing)('the customers’ pages in a browser without a script', () => {
  let server: TestServer;
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    server = await TestServer.start();
    const ada = await server.administrator();
    await setUpPages(ada);
    await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    const loaded = await loadDemo(server.context, { onStart: () => {} });
    if (!loaded.ok) throw new Error(loaded.problem.message);
    await clear(server, 'winback-spring');
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Opens a page; every request that it makes is written down. */
  async function open(
    path: string,
    { width = 1000, height = 900, zoom = 1, dark = false, script = false } = {},
  ): Promise<{ page: Page; asked: string[] }> {
    const context = await browser.newContext({
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom,
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: script,
      bypassCSP: script,
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(url + path);
    return { page, asked };
  }

  const paths = () => {
    const ann = new Customer(server, 'ann');
    const scope = { purpose: 'marketing.communications.email', channel: 'email', topic: 'shoes' } as const;
    return [
      ['preferences', `/preferences/${ann.token('preferences')}`],
      ['proven', `/preferences/${ann.token('facts', 'preferences ')}`],
      ['unsubscribe', `/u/${ann.token('one-click', 'winback-spring', scope)}`],
      ['why', `/why/${ann.token('why', 'winback-spring', scope)}`],
      ['why-proven', `/why/${ann.token('facts', 'why winback-spring', scope)}`],
      ['ask', '/preferences'],
      ['rights', '/rights'],
      ['own-rights', `/rights/${ann.token('rights', 'restrict')}`],
      ['gone', '/preferences/x'],
    ] as const;
  };

  it.each(LOOKS)(
    'are readable by everyone, in four languages: $name',
    async (look) => {
      // Every language where it is narrow and where it is plain; in the others the longest.
      for (const [name, path] of paths())
        for (const language of look.name === 'dark' || look.name === 'large'
          ? (['de'] as const)
          : LANGUAGES) {
          // A script is let in for axe alone; the pages have none of their own.
          const { page, asked } = await open(`${path}?lang=${language}`, { ...look, script: true });
          await page.screenshot({
            path: new URL(`customer-${name}-${language}-${look.name}.png`, SHOTS).pathname,
            fullPage: true,
          });
          expect(await page.locator('html').getAttribute('lang')).toBe(language);
          const wide = await page.evaluate<number>(
            'document.documentElement.scrollWidth - window.innerWidth',
          );
          expect(wide, `${name} ${language} scrolls sideways`).toBeLessThanOrEqual(0);
          expect(
            asked.filter((one) => !one.startsWith(url)),
            name,
          ).toEqual([]);
          await page.addScriptTag({ content: axe });
          const found = await page.evaluate<string[]>(AXE);
          expect(found, `${name} ${language} ${look.name}`).toEqual([]);
          await page.context().close();
        }
    },
    180_000,
  );

  it('let somebody choose, undo and end all with the keyboard alone', async () => {
    const bea = new Customer(server, 'bea');
    const { page, asked } = await open(`/preferences/${bea.token('preferences')}`);
    const pressNamed = async (name: string): Promise<void> => {
      for (let tries = 0; tries < 80; tries += 1) {
        await page.keyboard.press('Tab');
        const focused = page.locator(':focus');
        // Behind the last control of the page nothing has the focus, once.
        if ((await focused.count()) === 0) continue;
        const label = (await focused.getAttribute('aria-label')) ?? (await focused.textContent()) ?? '';
        if (label.trim() !== name) continue;
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        return;
      }
      throw new Error(`no way to ${name} by Tab`);
    };
    await pressNamed('Yes: Running shoes, By email');
    await expect.poll(() => page.getByRole('status').textContent()).toContain('You said yes: Running shoes');
    await expect.poll(() => page.locator(':focus').textContent()).toContain('You said yes: Running shoes');
    expect((await bea.answer({ topics: ['shoes'] })).permitted).toBe(true);
    server.now = new Date(server.now.getTime() + 1000);
    await pressNamed(TEXTS.en['stop-all.button']);
    expect((await bea.answer({ topics: ['shoes'] })).permitted).toBe(false);
    server.now = new Date(server.now.getTime() + 1000);
    await pressNamed('Undo');
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Undone.');
    expect((await bea.answer({ topics: ['shoes'] })).permitted).toBe(true);
    expect(asked.every((one) => one.startsWith(url))).toBe(true);
  }, 60_000);

  it('come back to where somebody was, where it is narrow and large: with the focus, in sight', async () => {
    const deb = new Customer(server, 'deb');
    const paths = ['preferences', 'facts'] as const;
    for (const purpose of paths) {
      const path = `/preferences/${deb.token(purpose, purpose === 'facts' ? 'preferences ' : null)}`;
      const { page } = await open(path, { width: 640, height: 450, zoom: 2 });
      const buttons = ['yes:sms:events', 'rhythm:monthly', 'pause:3', 'spare:debt'];
      for (const value of buttons) {
        server.now = new Date(server.now.getTime() + 1000);
        await Promise.all([page.waitForNavigation(), page.locator(`button[value="${value}"]`).click()]);
        const said = page.getByRole('status');
        await expect.poll(() => page.locator('#said:focus').count()).toBe(1);
        const { y, height } = (await said.locator('p').first().boundingBox())!;
        expect([purpose, value, y >= 0, y + height <= 225]).toEqual([purpose, value, true, true]);
        await page.screenshot({
          path: new URL(`customer-said-${purpose}-${value.replaceAll(':', '-')}.png`, SHOTS).pathname,
        });
      }
      await page.context().close();
    }
  }, 60_000);

  it('give back what was typed on a private page that ended, and send it by a new link, in German, narrow and large', async () => {
    const eve = new Customer(server, 'eve');
    const ended = `/rights/${eve.token('rights', 'talk')}?lang=de`;
    const { page } = await open(ended, { width: 640, height: 900, zoom: 2, dark: true });
    await page.locator('#words-wanted').fill('Ich habe bezahlt.\nAm 3. Mai.');
    server.now = new Date(server.now.getTime() + 16 * 60_000);
    await Promise.all([page.waitForNavigation(), page.locator('button[value="talk"]').first().click()]);
    expect(await page.locator('h1').textContent()).toBe(TEXTS.de['written.title']);
    expect(await page.locator('#words').inputValue()).toBe('Ich habe bezahlt.\nAm 3. Mai.');
    await page.screenshot({ path: new URL('customer-written-de.png', SHOTS).pathname, fullPage: true });
    await page.locator('#words').press('Tab');
    expect(await page.locator(':focus').textContent()).toBe(TEXTS.de['written.mail']);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await expect.poll(() => page.locator('#said:focus').textContent()).toBe(TEXTS.de['written.mailed']);
    expect(await page.locator('#words').inputValue()).toBe('Ich habe bezahlt.\nAm 3. Mai.');
    await page.locator('#link').fill(`${url}/rights/${eve.token('rights', 'talk')}?lang=de`);
    await Promise.all([page.waitForNavigation(), page.locator('button[value="send"]').click()]);
    expect(await page.locator('h2:focus').textContent()).toBe(TEXTS.de['right.talk']);
    expect(page.url()).not.toMatch(/bezahlt/);
    await page.context().close();
  }, 60_000);

  it('give yes and no the same weight: size, colour, letters', async () => {
    const { page } = await open(`/preferences/${new Customer(server, 'cid').token('preferences')}`, {
      script: true,
    });
    const looks = await page.evaluate<string[]>(WEIGHTS);
    expect(looks.length).toBe(8);
    expect(new Set(looks).size).toBe(1);
    const top = async (value: string) => (await page.locator(`[value="${value}"]`).boundingBox())!.y;
    const tops = [await top('all-off'), await top('yes:email:shoes')] as const;
    expect(tops[0]).toBeLessThan(tops[1]);
    expect(tops[0]).toBeLessThan(900);
  }, 30_000);

  it('unsubscribe by the one button of the page, and tell of the four ways on the why page, all alike', async () => {
    const [, , [, leave], [, why]] = paths();
    const { page } = await open(leave);
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Unsubscribe' }).click()]);
    expect(await page.locator('h1').textContent()).toBe('You are unsubscribed.');
    const { page: reasons } = await open(why, { script: true });
    const sizes: string[] = [];
    for (const act of ['correct', 'stop', 'contest', 'talk']) {
      const { width, height } = (await reasons.locator(`button[value="${act}"]`).boundingBox())!;
      sizes.push(`${Math.round(width)}x${Math.round(height)}`);
    }
    expect(new Set(sizes).size).toBe(1);
    await Promise.all([
      reasons.waitForNavigation(),
      reasons.getByRole('button', { name: TEXTS.en['do.contest'] }).click(),
    ]);
    expect(await reasons.getByRole('status').textContent()).toContain(
      'Contest this: we need to be sure that it is you.',
    );
  }, 30_000);
});
