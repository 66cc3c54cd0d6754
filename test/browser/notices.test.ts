import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Customer, NOTICE, press, setUpPages } from '../api/customer-pages.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('notices', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
  }, 90_000);
  afterAll(() => console?.stop());

  it('teach what they are for where there is none, and who publishes them', async () => {
    const sight = await console.open('rita', '/notices');
    await sight.page.getByText('No notice was published yet').waitFor();
    expect(await sight.page.getByRole('link', { name: 'Publish a notice' }).count()).toBe(0);
    await sight.page.goto(`${console.url}/notices/new`);
    await sight.page.getByText('This page is not for your roles').waitFor();
    await sight.close();
  });

  it('are begun from the one before, refused in words, and published for good', async () => {
    await setUpPages(console.as('ada'));
    const sight = await console.open('ada', '/notices');
    const { page } = sight;
    await page.getByRole('link', { name: NOTICE.version }).click();
    await page.getByRole('heading', { level: 1, name: `${NOTICE.version}, English` }).waitFor();
    await page.getByRole('link', { name: 'Write the next one from it' }).click();
    const words = page.getByLabel('What people read');
    await expect.poll(() => words.inputValue()).toBe(NOTICE.text);
    await page.getByRole('textbox', { name: 'Version' }).fill(NOTICE.version);
    await page.getByLabel('Holds from').fill('2026-12-01');
    await words.fill('We write about shoes, and nothing else. You can say no at any time.');
    await page.getByRole('button', { name: 'Publish it for good' }).click();
    await page.getByRole('alert').waitFor();
    expect(await words.inputValue()).toContain('nothing else');
    await page.getByRole('textbox', { name: 'Version' }).fill('privacy-2026-12');
    await page.getByRole('button', { name: 'Publish it for good' }).click();
    await page.getByRole('heading', { level: 1, name: 'privacy-2026-12, English' }).waitFor();
    await page.getByText('We write about shoes, and nothing else.').first().waitFor();
    await page.getByRole('deletion').filter({ hasText: 'running' }).waitFor();
    await page.getByRole('insertion').filter({ hasText: 'nothing else' }).waitFor();
    await sight.shoot('notice-changed');
    expect(await sight.faults()).toEqual([]);
    await page.getByText('Nobody has chosen under it yet').waitFor();
    await sight.close();
    const { items } = (await console.as('rita').ask('/v1/ledger/notices?version=privacy-2026-12')).body;
    expect(items).toHaveLength(1);
    expect(items[0].terms).toEqual(NOTICE.terms);
  });

  it('tell how many chose under them, and nothing of a few', async () => {
    const { hash } = (await console.as('ada').ask(`/v1/ledger/notices?version=${NOTICE.version}`)).body
      .items[0];
    const sight = await console.open('rita', `/notices/${encodeURIComponent(hash)}`);
    const { page } = sight;
    await page.getByText('Nobody has chosen under it yet').waitFor();
    const say = async (name: string) => {
      const customer = new Customer(console.server, name);
      await press(console.server, `/preferences/${customer.token('preferences')}?lang=en`, {
        do: 'yes:email:shoes',
      });
      await page.reload();
    };
    for (const name of ['a', 'b', 'c', 'd']) await say(name);
    await page.getByRole('row', { name: 'said yes fewer than 5' }).waitFor();
    await say('e');
    await page.getByRole('row', { name: 'said yes 5' }).waitFor();
    await sight.close();
  });

  it.each(LOOKS)('are sound in $name', async ({ name, looks }) => {
    const { hash } = (await console.as('ada').ask(`/v1/ledger/notices?version=${NOTICE.version}`)).body
      .items[0];
    for (const [view, path, heading] of [
      ['notices', '/notices', 'Notices'],
      ['notice', `/notices/${encodeURIComponent(hash)}`, `${NOTICE.version}, English`],
      ['notice-new', `/notices/new?from=${encodeURIComponent(hash)}`, 'Publish a notice'],
    ] as const) {
      const sight = await console.open('ada', path, looks);
      await sight.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await sight.shoot(`${view}-${name}`);
      expect([view, await sight.faults()]).toEqual([view, []]);
      await sight.close();
    }
  });
});
