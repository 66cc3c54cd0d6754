import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Somebody } from '../api/harness.ts';
import { press, write } from './by-keyboard.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const DAY_MS = 86_400_000;
// So long ago that what was sent without a clearance is history, and no incident.
const FIRST = Date.parse('2026-10-15T08:00:00Z');
const BANDS = ['18-34', '35-64', '65+'];
const EACH_DAY = 900;

/** Uses of the example workspace: one that does harm, one that does not, and one that was never sent. */
const HARMFUL = 'winback-spring';
const CALM = 'winback-spring-repaired';
const UNSENT = 'trail-ad-repaired';

/** A day of sends to three groups; every so-manieth person of the oldest complains within the hour, 0 for nobody. */
const sendsOf = (use: string, day: number, every: number): readonly object[] =>
  Array.from({ length: EACH_DAY }, (_, index) => {
    const band = BANDS[index % BANDS.length]!;
    const event = (type: string, minutes: number) => ({
      id: `${use}-${type}-${day}-${index}`,
      type,
      use,
      at: new Date(FIRST + day * DAY_MS + 4_000 * index + 60_000 * minutes).toISOString(),
      subject: `k${day}-${index}`,
      ...(type === 'send' ? { groups: { age_band: band } } : {}),
    });
    return every > 0 && band === '65+' && index % every < BANDS.length
      ? [event('send', 0), event('complaint', 45)]
      : [event('send', 0)];
  }).flat();

describe.skipIf(CANNOT_RUN !== null)('outcomes in the console', () => {
  let console: ConsoleUnderTest;
  let intake: Somebody;
  const deliver = async (events: readonly object[]) => {
    const { body } = await intake.ask('/v1/outcomes', { method: 'POST', body: events });
    expect(body).toMatchObject({ refused: [], quarantined: 0 });
  };
  const paused = async () =>
    (await console.as('aud').ask('/v1/outcomes/paused')).body.items.map(({ use }: { use: string }) => use);
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    const key = await console.as('ada').ask('/v1/keys', {
      method: 'POST',
      body: { name: 'esp', roles: ['intake'], days: 9 },
    });
    intake = console.server.withKey(key.body.secret);
    for (const day of [0, 1, 2, 3]) {
      await deliver(sendsOf(HARMFUL, day, day < 2 ? 300 : 30));
      await deliver(sendsOf(CALM, day, 0));
    }
    await vi.waitFor(async () => expect(await paused()).toEqual([HARMFUL]), 20_000);
  }, 120_000);
  afterAll(() => console?.stop());

  it('lists what is paused and why, and every alarm', async () => {
    const sight = await console.open('lifecycle', '/outcomes');
    const { page } = sight;
    const row = page.getByRole('table', { name: 'What is paused' }).getByRole('row', { name: HARMFUL });
    await row.getByText(/of everybody it went to complained, after .* 0\.1\s% is tolerated/).waitFor();
    const alarms = page.getByRole('table', { name: 'Alarms', exact: true }).locator('tbody tr');
    await expect.poll(() => alarms.count()).toBeGreaterThan(2);
    await page.getByLabel('What it did').selectOption('pause');
    await expect.poll(() => alarms.filter({ hasText: 'warning' }).count()).toBe(0);
    await alarms.filter({ hasText: 'age band 65+' }).getByText('paused').first().waitFor();
    await row.getByRole('link', { name: HARMFUL }).click();
    await page.waitForURL(/\/uses\/winback-spring\/outcomes$/);
    await page.getByRole('heading', { name: 'Why it is paused, and what to do' }).waitFor();
    await sight.close();
  });

  it('says on every part of the use that it is paused', async () => {
    const sight = await console.open('lifecycle', `/uses/${HARMFUL}/history`);
    const { page } = sight;
    const said = page.getByRole('status').filter({ hasText: 'Paused. Nothing of it is sent.' });
    await said.getByText(/complained, after/).waitFor();
    await said.getByRole('link', { name: 'Why, and what to do' }).click();
    await page.getByRole('region', { name: 'Why it is paused, and what to do' }).waitFor();
    expect(await said.count()).toBe(0);
    await sight.close();
  });

  it('shows groups in one order, with a table that says what the charts say', async () => {
    const sight = await console.open('lifecycle', `/uses/${HARMFUL}/outcomes`);
    const { page } = sight;
    const figures = page.locator('figure');
    await expect.poll(() => figures.locator('[aria-hidden] > svg').count()).toBe(16);
    const who = await figures.locator('strong').allTextContents();
    const order = ['everybody', ...BANDS.map((band) => `age band ${band}`)];
    expect(who).toEqual([...order, ...order, ...order, ...order]);
    const { streams } = (await console.as('lifecycle').ask(`/v1/uses/${HARMFUL}/outcomes`)).body;
    const all = streams.find(
      ({ monitor, group }: { monitor: string; group: unknown }) => monitor === 'complaints' && group === null,
    );
    await figures.first().getByText(`${all.events} of 3,600 sends to everybody it went to:`).waitFor();
    await figures.first().getByText('tolerated: 0.1 %').waitFor();
    await figures
      .first()
      .getByText(/⚑ paused/)
      .waitFor();
    await page.getByText('The same as a table').first().click();
    const table = page.getByRole('table', { name: 'Complaints, so far by day' });
    await expect.poll(() => table.locator('tbody tr').count()).toBe(16);
    await table.getByRole('row', { name: /^everybody 18 October 3,600/ }).waitFor();
    await sight.close();
  });

  it('says of a quiet monitor what it would have seen, and teaches where nothing came in', async () => {
    const sight = await console.open('lifecycle', `/uses/${CALM}/outcomes`);
    const { page } = sight;
    await page
      .getByText(/Harm of .* times what is tolerated would have been seen by now/)
      .first()
      .waitFor();
    await page
      .getByText(/To see a doubling of what is tolerated takes about .* more sends/)
      .first()
      .waitFor();
    expect(await page.getByRole('heading', { name: /Why it is paused/ }).count()).toBe(0);
    await page.goto(`${console.url}/uses/${UNSENT}/outcomes`);
    await page.getByText('Nothing was told yet of what followed its sends').waitFor();
    await page.getByText('POST /v1/outcomes').waitFor();
    await sight.close();
  });

  it.each(LOOKS)('is sound in $name', async ({ name, looks }) => {
    for (const [view, path] of [
      ['outcomes', '/outcomes'],
      ['outcome', `/uses/${HARMFUL}/outcomes`],
      ['outcome-paused-use', `/uses/${HARMFUL}`],
      ['outcome-calm', `/uses/${CALM}/outcomes`],
    ] as const) {
      const sight = await console.open('rita', path, looks);
      await sight.page.getByRole('heading', { level: 1 }).waitFor();
      if (view.startsWith('outcome-calm') || view === 'outcome')
        await sight.page.locator('figure [aria-hidden] > svg').first().waitFor();
      await sight.shoot(`${view}-${name}`);
      expect([view, await sight.faults()]).toEqual([view, []]);
      await sight.close();
    }
  });

  it('lets it run again by a reviewer who does not own it, by keyboard, and watches it anew', async () => {
    const owner = await console.open('lifecycle', `/uses/${HARMFUL}/outcomes`);
    await owner.page.getByRole('heading', { name: 'What to do', exact: true }).waitFor();
    expect(await owner.page.getByRole('button', { name: 'Let it run again' }).count()).toBe(0);
    await owner.close();
    const sight = await console.open('rita', `/uses/${HARMFUL}/outcomes`);
    const { page } = sight;
    await press(page.getByRole('button', { name: 'Let it run again' }));
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Evidence begins anew').waitFor();
    expect(await sight.violations()).toEqual([]);
    await write(dialog.getByLabel('Reason'), 'the list was wrong and is mended');
    await press(dialog.getByRole('button', { name: 'Let it run again' }));
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Evidence began anew/).waitFor();
    expect(await page.getByRole('heading', { name: /Why it is paused/ }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Let it run again' }).count()).toBe(0);
    expect(await paused()).toEqual([]);
    await page.goto(`${console.url}/outcomes`);
    await page.getByText('No use is paused.').waitFor();
    await sight.close();
    const { items } = (await console.as('aud').ask('/v1/evidence?limit=500')).body;
    expect(items.filter(({ type }: { type: string }) => type === 'use.unpaused')).toHaveLength(1);
  });
});
