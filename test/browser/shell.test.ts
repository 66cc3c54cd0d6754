import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../api/harness.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('the shell of the console', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  }, 90_000);
  afterAll(() => console?.stop());

  it('asks who is there, keeps the address, and lets in who has the password', async () => {
    const sight = await console.open(null, '/uses?verdict=block');
    const { page } = sight;
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in');
    await page.getByLabel('Mail address').fill('rita@harbor.example');
    await page.locator('input[name=password]').fill('not this one at all');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The address or the password is not right.').waitFor();
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Uses' }).waitFor();
    expect(new URL(page.url()).search).toBe('?verdict=block');
    await page.getByRole('button', { name: /account and appearance/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(sight.complaints).toEqual([]);
    await sight.close();
  });

  it('leads with the keyboard: past the navigation, and into the search', async () => {
    const sight = await console.open('rita', '/uses');
    const { page } = sight;
    await page.keyboard.press('Tab');
    expect(await sight.focused()).toBe('Skip to the page');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Find a page, a use, a person').fill('overv');
    await page.getByRole('dialog').getByText('Overview').waitFor();
    await sight.shoot('palette-light');
    expect(await sight.violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(sight.complaints).toEqual([]);
    await sight.close();
  });

  it('says so where a page is not there', async () => {
    const sight = await console.open('rita', '/uses');
    await sight.page.evaluate(
      "history.pushState({}, '', '/nowhere'); dispatchEvent(new PopStateEvent('popstate'))",
    );
    await sight.page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });

  it.each(LOOKS)('lets people in, in $name', async ({ name, looks }) => {
    const sight = await console.open(null, '/', looks);
    await sight.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await sight.shoot(`sign-in-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
