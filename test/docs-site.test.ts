import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteFiles } from '../scripts/site/site-files.ts';
import { allChecks } from '../src/app/checks.ts';
import { PROBLEMS } from '../src/kernel/problems.ts';

const files = await siteFiles();
const pages = [...files].filter(([address]) => address.endsWith('.html'));
const anchorsIn = (text: string) => new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
const attributesIn = (text: string) =>
  [...text.matchAll(/<(?:a|link|script|img)\b[^>]*? (?:href|src)="([^"]*)"/g)].map(([, value]) => value!);

describe('the documentation as a site', () => {
  it('has every check, problem, schema and route', () => {
    for (const { id } of allChecks)
      expect(pages.filter(([address]) => address.endsWith(`/checks/${id}/README.html`))).toHaveLength(1);
    for (const code of Object.keys(PROBLEMS)) expect(files.get('docs/problems.html')).toContain(code);
    expect(files.get('docs/api.html')).toContain('POST /v1/gate/decisions');
    expect(files.has('docs/schemas/use.schema.html')).toBe(true);
  });

  it('has no link inside it that leads nowhere', () => {
    const lost = pages.flatMap(([address, text]) =>
      attributesIn(text)
        .filter((to) => !/^[a-z]+:/.test(to))
        .filter((to) => {
          const [file, anchor] = to.split('#') as [string, string?];
          const at = file === '' ? address : posix.normalize(posix.join(dirname(address), decodeURI(file)));
          const there = files.get(at);
          return there === undefined || (anchor !== undefined && !anchorsIn(there).has(anchor));
        })
        .map((to) => `${address} → ${to}`),
    );
    expect(lost).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    const loaded = pages.flatMap(([, text]) =>
      [...text.matchAll(/<(?:link|script|img)\b[^>]*? (?:href|src)="([^"]*)"/g)].map(([, from]) => from!),
    );
    expect(loaded.length).toBeGreaterThan(pages.length);
    expect(loaded.filter((from) => /^[a-z]*:?\/\//.test(from))).toEqual([]);
  });

  it('shows nobody what speaks to our tests', () => {
    expect(files.get('docs/answers/leaders.html')).not.toContain('prints:');
    expect(files.get('index.html')).not.toContain('made by: scruple');
  });
});

describe('in a browser', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scruple-site-'));
    for (const [address, text] of files) {
      await mkdir(dirname(join(folder, address)), { recursive: true });
      await writeFile(join(folder, address), text);
    }
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  const open = async (address: string, colorScheme: 'light' | 'dark' = 'light') => {
    const page = await browser.newPage({ bypassCSP: true, colorScheme });
    await page.goto(pathToFileURL(join(folder, address)).href);
    return page;
  };

  it.each([
    ['index.html', 'light'],
    ['docs/answers/marketers.html', 'dark'],
    ['docs/checks.html', 'light'],
    ['docs/works-council.html', 'dark'],
    ['docs/schemas/use.schema.html', 'light'],
  ] as const)(
    '%s has nothing that axe finds (%s)',
    async (address, scheme) => {
      const page = await open(address, scheme);
      await page.addScriptTag({
        content: await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
      });
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
      });
      expect(found).toEqual([]);
      await page.close();
    },
    60_000,
  );

  it('finds a page by words of its title', async () => {
    const page = await open('index.html');
    await page.getByLabel('Find a page by its title').fill('answers mark');
    const found = page.getByRole('navigation').getByRole('link');
    expect(await found.allTextContents()).toEqual(['Answers for marketers']);
    await found.click();
    expect(await page.title()).toBe('Answers for marketers – Scruple');
    await page.close();
  }, 60_000);
});
