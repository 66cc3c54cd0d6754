import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessDocument } from '../../src/app/server/access/take-copy.ts';
import { LANGUAGES } from '../../src/app/server/choices/page-settings.ts';
import { onlyCategories } from '../../src/playbook/6-control/access/only-categories.ts';
import { accessPage } from '../../src/preferences/access-page.ts';
import { ACCESS_TEXTS } from '../../src/preferences/access-texts/index.ts';

const DOCUMENT: AccessDocument = JSON.parse(
  await readFile(new URL('../golden/access/data.json', import.meta.url), 'utf8'),
);

describe('the page beside a copy', () => {
  it.each(LANGUAGES)('says all in %s, and leaves no hole open', (language) => {
    const page = accessPage(DOCUMENT, language);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/\{\w+\}|undefined|\[object/);
    for (const text of ['rows', 'audiences', 'inferences', 'not-answered', 'taken-out', 'rights'] as const)
      expect(page).toContain(`<h2>${ACCESS_TEXTS[language][text]}</h2>`);
  });

  it('has in every language every text with the holes of the English one', () => {
    for (const language of LANGUAGES)
      for (const [key, text] of Object.entries(ACCESS_TEXTS.en)) {
        const holesIn = (one: string): string[] => [...one.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
        expect([language, key, holesIn(ACCESS_TEXTS[language][key as keyof typeof ACCESS_TEXTS.en])]).toEqual(
          [language, key, holesIn(text)],
        );
      }
  });

  it('runs and loads nothing, whatever the data holds', () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'\u202e';
    const page = accessPage(
      {
        ...DOCUMENT,
        organisation: hostile,
        datasets: [
          {
            ...DOCUMENT.datasets[0]!,
            dataset: hostile,
            foundBy: hostile,
            rows: [{ customer_id: hostile, email_sha256: hostile, income_band: hostile }],
          },
        ],
        notAnswered: [{ part: hostile, because: hostile }],
        takenOut: [{ where: hostile, because: hostile, count: 1 }],
      },
      'en',
    );
    expect(page).not.toMatch(/<script|<img|\u202e/);
    expect(page).toContain("default-src 'none'".replaceAll("'", '&#39;'));
  });

  it('of categories shows no value', () => {
    expect(accessPage(onlyCategories(DOCUMENT), 'en')).not.toMatch(/Ann|007|\/boots/);
  });
});

const CHROMIUM = process.env.SCRUPLE_CHROMIUM ?? '/usr/bin/chromium';
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const isMissing = !existsSync(CHROMIUM);
if (isMissing) console.warn('SKIPPED: the page beside a copy in a browser, as Chromium is not installed');
const SHOTS = new URL('../../coverage/screenshots/', import.meta.url);

describe.skipIf(isMissing)('the page beside a copy, opened from a folder', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), 'scruple-read-me-'));
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ...LANGUAGES.map((language) => ({ language, width: 1000, zoom: 1, dark: false })),
    { language: 'en' as const, width: 1000, zoom: 1, dark: true },
    { language: 'de' as const, width: 320, zoom: 1, dark: false },
    { language: 'fr' as const, width: 640, zoom: 2, dark: false },
  ])(
    'is accessible in $language, $width px, $zoom times, dark $dark',
    async ({ language, width, zoom, dark }) => {
      const file = join(folder, `${language}.html`);
      await writeFile(file, accessPage(DOCUMENT, language));
      const context = await browser.newContext({
        viewport: { width: Math.round(width / zoom), height: 900 },
        deviceScaleFactor: zoom,
        colorScheme: dark ? 'dark' : 'light',
        bypassCSP: true,
      });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`file://${file}`);
      expect(asked).toEqual([`file://${file}`]);
      await page.addScriptTag({ content: axe });
      expect(
        await page.evaluate(
          "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
        ),
      ).toEqual([]);
      // Tables scroll by themselves; the page does not.
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await page.screenshot({
        path: new URL(`read-me-${language}-${width}${dark ? '-dark' : ''}.png`, SHOTS).pathname,
        fullPage: true,
      });
      await context.close();
    },
    60_000,
  );
});
