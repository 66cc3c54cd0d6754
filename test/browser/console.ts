import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { AskableWarehouses } from '../../src/app/server/access/askable-warehouses.ts';
import { loadDemo } from '../../src/app/server/load-demo.ts';
import { readStory } from '../../src/app/server/story/read-story.ts';
import { type Somebody, TestServer } from '../api/harness.ts';

const CHROMIUM = process.env.SCRUPLE_CHROMIUM ?? '/usr/bin/chromium';
const BUILT = new URL('../../dist/console/index.html', import.meta.url);
const SHOTS = new URL('../../coverage/screenshots/', import.meta.url);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const CONSOLE_IS_BUILT = existsSync(BUILT);

/** The addresses that the built console has, as patterns of routes. */
export const ADDRESSES: readonly string[] = CONSOLE_IS_BUILT
  ? JSON.parse(await readFile(new URL('addresses.json', BUILT), 'utf8'))
  : [];

/** Why these tests cannot run here; `null` where they can. */
export const CANNOT_RUN: string | null = !existsSync(CHROMIUM)
  ? 'Chromium is not installed'
  : !CONSOLE_IS_BUILT
    ? 'the console is not built: run `npm run build:console`'
    : null;
if (CANNOT_RUN !== null) console.warn(`tests in a browser are skipped: ${CANNOT_RUN}`);

/** One account of each role; `lifecycle` owns the uses of the example workspace. */
const CAST = {
  lifecycle: ['operator'],
  rita: ['reviewer'],
  cara: ['customer-advocate'],
  anna: ['analyst'],
  aud: ['auditor'],
} as const;
export type Actor = keyof typeof CAST | 'ada';

export interface Looks {
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** 2 shows what a window of this width shows at 200 %. */
  readonly zoom?: number;
  readonly reducedMotion?: boolean;
}

/** How every page is looked at: in both lights, on a small phone, and at 200 %. */
export const LOOKS: ReadonlyArray<{ readonly name: string; readonly looks: Looks }> = [
  { name: 'light', looks: {} },
  { name: 'dark', looks: { dark: true, reducedMotion: true } },
  { name: 'narrow', looks: { width: 320, height: 640 } },
  { name: 'large', looks: { zoom: 2 } },
];

/** A real server with the example workspace and people of several roles, and a real browser before it. */
export class ConsoleUnderTest {
  readonly server: TestServer;
  readonly url: string;
  readonly #browser: Browser;
  readonly #people: ReadonlyMap<Actor, Somebody & { readonly key?: string }>;

  private constructor(
    server: TestServer,
    url: string,
    browser: Browser,
    people: ReadonlyMap<Actor, Somebody & { readonly key?: string }>,
  ) {
    this.server = server;
    this.url = url;
    this.#browser = browser;
    this.#people = people;
  }

  static async start({
    demo = true,
    warehouses,
  }: {
    readonly demo?: boolean;
    readonly warehouses?: AskableWarehouses;
  } = {}): Promise<ConsoleUnderTest> {
    const story = demo ? await readStory() : null;
    const server = await TestServer.start({
      ...(warehouses === undefined ? {} : { warehouses }),
      ...(story === null ? {} : { story }),
    });
    const ada = await server.administrator();
    const people = new Map<Actor, Somebody & { readonly key?: string }>([['ada', ada]]);
    for (const [name, roles] of Object.entries(CAST)) {
      const spelled = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      people.set(name as Actor, await server.person(ada, spelled, roles, { reportsTo: null }));
    }
    if (demo) {
      const loaded = await loadDemo(server.context, { onStart: () => {} });
      if (!loaded.ok) throw new Error(loaded.problem.message);
    }
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.app.server.address() as AddressInfo;
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    return new ConsoleUnderTest(server, `http://127.0.0.1:${port}`, browser, people);
  }

  /** Somebody's way to the API, to bring about what a page shows. */
  as(actor: Actor): Somebody & { readonly key?: string } {
    return this.#people.get(actor)!;
  }

  /** A page in a window of its own, signed in as somebody or as nobody. What the browser complains of fails the test. */
  async open(actor: Actor | null, path: string, looks: Looks = {}): Promise<Sight> {
    const { dark = false, width = 1280, height = 800, zoom = 1, reducedMotion = false } = looks;
    const context = await this.#browser.newContext({
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
    });
    if (actor !== null)
      await context.addCookies(
        this.as(actor)
          .cookie.split('; ')
          .map((pair) => ({
            name: pair.slice(0, pair.indexOf('=')),
            value: pair.slice(pair.indexOf('=') + 1),
            url: this.url,
          })),
      );
    const page = await context.newPage();
    await page.clock.setFixedTime(this.server.now);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // A refused request is the server's answer, and the page says what it means. The clock above is a script that
      // frames with messages refuse, as they refuse every script.
      if (
        message.type() === 'error' &&
        !/^(?:Failed to load resource|Blocked script execution in 'about:srcdoc')/.test(message.text())
      )
        complaints.push(message.text());
    });
    await page.goto(`${this.url}${path}`);
    await page.waitForLoadState('networkidle');
    return new Sight(context, page, complaints);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.server.stop();
  }
}

/** A page as somebody sees it, and what must hold of every page. */
export class Sight {
  readonly page: Page;
  /** Errors in the browser's console, blocked by our own policy or thrown. */
  readonly complaints: readonly string[];
  readonly #context: BrowserContext;

  constructor(context: BrowserContext, page: Page, complaints: readonly string[]) {
    this.#context = context;
    this.page = page;
    this.complaints = complaints;
  }

  /** All that must not be on any page: what axe finds, what the browser complains of, and scrolling sideways. */
  async faults(): Promise<readonly string[]> {
    const overflow = await this.overflow();
    return [
      ...(await this.violations()),
      ...this.complaints,
      ...(overflow > 0 ? [`the page is ${overflow} pixels wider than the window`] : []),
    ];
  }

  /** What axe finds wrong (WCAG 2.2 A and AA, best practices), each with the first place. */
  async violations(): Promise<readonly string[]> {
    await this.page.evaluate(axe);
    const found = (await this.page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
      readonly violations: ReadonlyArray<{
        readonly id: string;
        readonly help: string;
        readonly nodes: ReadonlyArray<{ readonly html: string; readonly failureSummary: string }>;
      }>;
    };
    return found.violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
    );
  }

  /** By how many pixels the page is wider than the window: nothing should have to be scrolled sideways. */
  async overflow(): Promise<number> {
    return (await this.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )) as number;
  }

  /** The name of what has the focus, as a screen reader says it: its label, or its text. */
  async focused(): Promise<string> {
    return (await this.page.evaluate(
      "(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim()",
    )) as string;
  }

  /** A picture for people to look at, in a folder that git does not see. */
  async shoot(name: string): Promise<void> {
    await mkdir(SHOTS, { recursive: true });
    await this.page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, SHOTS)), fullPage: true });
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
