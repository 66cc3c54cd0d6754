/**
 * What the customers' pages weigh and when something stands on them, on a slow line and a slow machine: a real server
 * answers a real Chromium without a cache and without scripts. Run: node bench/customer/pages.ts. Writes results/pages.json.
 */
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { Customer, setUpPages } from '../../test/api/customer-pages.ts';
import { TestServer } from '../../test/api/harness.ts';

const RUNS = 5;
/** "Slow 4G" and a middling telephone, as Lighthouse takes them for its simulated throttling. */
const SLOW = { latency: 150, kilobitsDown: 1638, kilobitsUp: 675, cpu: 4 } as const;
const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const server = await TestServer.start();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  await setUpPages(await server.administrator());
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  const ann = new Customer(server, 'ann');
  const pages = {
    preferences: `/preferences/${ann.token('preferences')}`,
    'preferences, private': `/preferences/${ann.token('facts', 'preferences ')}`,
    rights: '/rights',
  };
  const results: Record<string, object> = {};
  for (const [name, path] of Object.entries(pages)) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await once(origin + path));
    results[name] = {
      bytes: middle(runs.map(({ bytes }) => bytes)),
      requests: middle(runs.map(({ requests }) => requests)),
      firstPaintMilliseconds: Math.round(middle(runs.map(({ painted }) => painted))),
    };
    console.warn(name, JSON.stringify(results[name]));
  }
  const document = {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
    node: process.version,
    chromium: browser.version(),
    loadBefore: Number(loadavg()[0]!.toFixed(2)),
    slow: SLOW,
    runs: RUNS,
    pages: results,
  };
  await writeFile(new URL('results/pages.json', import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
} finally {
  await browser.close();
  await server.stop();
}

/** One visit in a window of its own: what went over the line, and when the first content was painted. */
async function once(url: string): Promise<{ bytes: number; requests: number; painted: number }> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW.latency,
    downloadThroughput: (SLOW.kilobitsDown * 1024) / 8,
    uploadThroughput: (SLOW.kilobitsUp * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
  let [bytes, requests] = [0, 0];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  const answer = await page.goto(url, { waitUntil: 'load' });
  if (answer?.status() !== 200) throw new Error(`${url} answers ${answer?.status()}`);
  await setTimeout(500);
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  await context.close();
  return { bytes, requests, painted };
}
