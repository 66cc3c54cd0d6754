/**
 * What the console costs who opens it, with 10,000 uses in the store: the first load of its pages on a slow line and a
 * slow machine, and the time from a pasted message to its verdict. Run: npm run build:console && node
 * bench/console/run.ts. Writes results/run.json.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import { open } from '../../test/contract/store-engines.ts';
import { load } from '../server/load.ts';
import { addPeople, keyOf, type ROLES } from '../server/people.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const USES = 10_000;
const RUNS = 5;
/** The whole one that is looked at. */
const USE = 'winback-spring';
const QUIET_MS = 1000;
const GIVE_UP_MS = 90_000;
/** "Slow 4G" and a middling telephone, as Lighthouse takes them for its simulated throttling. */
const SLOW = { latency: 150, kilobitsDown: 1638, kilobitsUp: 675, cpu: 4 } as const;

type Role = (typeof ROLES)[number];

const PASTED = `<html><body><p>Hello {{ first_name }},</p>
<p>Hurry! Only 3 pairs left. Everyone is buying them.</p>
<p><a href="https://shop.example/boots">Get mine</a> <a href="https://shop.example/no">No thanks, I like cold feet</a></p>
<p>${'The boots are back, and they are dry and warm. '.repeat(40)}</p>
<p><a href="https://shop.example/u/token">Unsubscribe</a></p></body></html>`;

/** Notes when a page shows its heading and waits for nothing more, and how long anything kept the browser busy. */
const WATCH = `(() => {
  globalThis.watched = { shown: null, busyUntil: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watched.busyUntil = Math.max(watched.busyUntil, startTime + duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const waits = [...document.querySelectorAll('[role=status]')].some(({ textContent }) => /^Loading/.test(textContent));
    if (!waits && document.querySelector('[role=alert]') === null && document.querySelector('main h1') !== null && document.querySelectorAll('main *').length > 20)
      watched.shown ??= performance.now();
    else watched.shown = null;
  };
  document.addEventListener('DOMContentLoaded', () =>
    new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true, characterData: true }));
})()`;

const rounded = (value: number): number => Math.round(value);
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const spread = (values: readonly number[]) => {
  const ordered = sorted(values);
  return {
    median: rounded(ordered[Math.floor(ordered.length / 2)]!),
    least: rounded(ordered[0]!),
    most: rounded(ordered.at(-1)!),
  };
};

async function pageOf(
  browser: Browser,
  role: Role,
): Promise<{ readonly page: Page; readonly wire: CDPSession }> {
  // A window of its own: nothing is in its cache.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    extraHTTPHeaders: { authorization: `Bearer ${keyOf(role)}` },
  });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  return { page, wire };
}

async function firstLoad(browser: Browser, role: Role, url: string) {
  const { page, wire } = await pageOf(browser, role);
  await wire.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW.latency,
    downloadThroughput: (SLOW.kilobitsDown * 1000) / 8,
    uploadThroughput: (SLOW.kilobitsUp * 1000) / 8,
  });
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
  let bytes = 0;
  let requests = 0;
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await page.addInitScript(WATCH);
  await page.goto(url);
  const isQuiet = `watched.shown !== null && performance.now() - Math.max(watched.shown, watched.busyUntil) > ${QUIET_MS}`;
  // Asked from outside: the policy of the page lets nothing be made of text within it.
  for (const begun = performance.now(); !((await page.evaluate(isQuiet)) as boolean); await setTimeout(250))
    if (performance.now() - begun > GIVE_UP_MS)
      throw new Error(`${url} does not come to rest: ${await page.locator('body').innerText()}`);
  const { shown, busyUntil } = (await page.evaluate('watched')) as {
    readonly shown: number;
    readonly busyUntil: number;
  };
  await page.context().close();
  return { bytes, requests, shown, interactive: Math.max(shown, busyUntil) };
}

async function loads(browser: Browser, role: Role, url: string) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await firstLoad(browser, role, url));
  console.warn(url, JSON.stringify(runs));
  return {
    kilobytes: spread(runs.map(({ bytes }) => bytes / 1000)),
    requests: spread(runs.map(({ requests }) => requests)),
    shownMilliseconds: spread(runs.map(({ shown }) => shown)),
    interactiveMilliseconds: spread(runs.map(({ interactive }) => interactive)),
  };
}

/** From the moment a message stands in the field to its verdict with the findings marked in it, on this machine. */
async function pasteToVerdict(browser: Browser, url: string): Promise<number> {
  const { page } = await pageOf(browser, 'operator');
  await page.goto(`${url}/new-use`);
  const message = page.getByRole('textbox', { name: 'Message', exact: true });
  await message.waitFor();
  const begun = performance.now();
  await message.fill(PASTED);
  await page.frameLocator('iframe[title^="The message"]').locator('mark[data-finding]').first().waitFor();
  const took = performance.now() - begun;
  await page.context().close();
  return took;
}

async function serve(location: {
  readonly folder: string;
}): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'bench/server/serve-loaded.ts'), JSON.stringify(location)],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  process.once('exit', () => child.kill('SIGKILL'));
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, url: String(line).trim() };
}

async function post(url: string, role: Role, body: object): Promise<{ readonly id: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${keyOf(role)}` },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`${url}: ${await answer.text()}`);
  return (await answer.json()) as { readonly id: string };
}

/** The example among the many, so that a whole use is shown and there is something to judge by; gives its open review. */
async function pushExample(url: string): Promise<string> {
  const read = await definitionFiles(join(ROOT, 'examples/harbor'));
  if (!read.ok) throw new Error(read.problem.message);
  await post(`${url}/v1/pushes`, 'operator', { workspace: 'harbor', files: read.value });
  return (await post(`${url}/v1/uses/${USE}/reviews`, 'operator', {})).id;
}

const folder = await mkdtemp(join(tmpdir(), 'scruple-bench-'));
try {
  const location = { folder: join(folder, 'loaded') };
  const store = await open(location);
  await addPeople(store);
  await load(store, USES);
  await store.maintain();
  await store.close();
  const loadBefore = loadavg()[0]!;
  const { child, url } = await serve(location);
  const review = await pushExample(url);
  const browser = await chromium.launch({
    executablePath: process.env.SCRUPLE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const results = {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
    node: process.version,
    chromium: browser.version(),
    loadBefore: Number(loadBefore.toFixed(2)),
    uses: USES,
    runs: RUNS,
    slow: SLOW,
    firstLoad: {
      overview: await loads(browser, 'operator', `${url}/`),
      uses: await loads(browser, 'operator', `${url}/uses`),
      use: await loads(browser, 'operator', `${url}/uses/${USE}`),
      review: await loads(browser, 'reviewer', `${url}/reviews/${review}`),
      newUse: await loads(browser, 'operator', `${url}/new-use`),
    },
    pasteToVerdictMilliseconds: spread(
      await Array.from({ length: RUNS }).reduce<Promise<number[]>>(
        async (before) => [...(await before), await pasteToVerdict(browser, url)],
        Promise.resolve([]),
      ),
    ),
  };
  await browser.close();
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  await writeFile(
    join(ROOT, 'bench/console/results/run.json'),
    `${JSON.stringify({ ...results, loadAfter: Number(loadavg()[0]!.toFixed(2)) }, null, 2)}\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
