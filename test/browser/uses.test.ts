import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('the list of uses', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  }, 90_000);
  afterAll(() => console?.stop());

  it('filters and sorts on the server and keeps both in the address', async () => {
    const sight = await console.open('rita', '/uses');
    const { page } = sight;
    const rows = page.getByRole('table', { name: 'Uses' }).locator('tbody tr');
    await page.getByLabel('Name or owner').fill('winback');
    await page.waitForURL(/query=winback/);
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByLabel('Verdict').selectOption('block');
    await page.waitForURL(/verdict=block/);
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByLabel('Name or owner').fill('');
    await page.waitForURL((url) => !url.search.includes('query'));
    await page.getByRole('columnheader', { name: 'Use' }).getByRole('button').click();
    await page.waitForURL(/sort=id&direction=asc/);
    await expect
      .poll(async () => {
        const shown = await rows.locator('[data-row]').allTextContents();
        return shown.length > 2 && shown.join() === [...shown].sort().join();
      })
      .toBe(true);
    const address = page.url();
    const first = await rows.first().textContent();
    await page.goto('about:blank');
    await page.goto(address);
    await expect.poll(() => rows.first().textContent()).toBe(first);
    expect(await page.getByLabel('Verdict').inputValue()).toBe('block');
    await sight.close();
  });

  it('says that filters hide everything, and takes them away', async () => {
    const sight = await console.open('rita', '/uses?query=no-such-use');
    await sight.page.getByText('Nothing matches these filters.').waitFor();
    await sight.page.getByRole('button', { name: 'Clear them' }).click();
    await sight.page.getByRole('link', { name: 'winback-spring', exact: true }).waitFor();
    await sight.close();
  });

  it('goes from row to row with the arrow keys', async () => {
    const sight = await console.open('rita', '/uses?sort=id&direction=asc');
    const { page } = sight;
    const links = await page.locator('[data-row]').allTextContents();
    await page.locator('[data-row]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await sight.focused()).toBe(links[2]);
    await page.keyboard.press('End');
    expect(await sight.focused()).toBe(links.at(-1));
    await sight.close();
  });

  it('says what happened where the server does not answer, and tries again', async () => {
    const sight = await console.open('rita', '/');
    const { page } = sight;
    await page.route('**/v1/uses?*', (route) => route.abort());
    await page.getByRole('link', { name: 'Uses' }).click();
    await page.getByRole('heading', { name: 'The server did not answer.' }).waitFor();
    await sight.shoot('error');
    expect(await sight.violations()).toEqual([]);
    await page.unroute('**/v1/uses?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('table', { name: 'Uses' }).waitFor();
    await sight.close();
  });

  it.each(LOOKS)('is sound in $name', async ({ name, looks }) => {
    const sight = await console.open('rita', '/uses', looks);
    await sight.page.getByRole('table', { name: 'Uses' }).waitFor();
    await sight.shoot(`uses-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});

describe.skipIf(CANNOT_RUN !== null)('the list of uses on the first day', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
  }, 90_000);
  afterAll(() => console?.stop());

  it('teaches what will be there', async () => {
    const sight = await console.open('rita', '/uses');
    await sight.page.getByRole('heading', { name: 'No use has been checked yet' }).waitFor();
    await sight.shoot('uses-empty');
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
