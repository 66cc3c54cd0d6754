import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../api/harness.ts';
import { CANNOT_RUN, ConsoleUnderTest } from './console.ts';

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
    expect(await sight.violations()).toEqual([]);
    await sight.shoot('sign-in-light');
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
    await page.getByPlaceholder('Find a page, a use, a person').fill('winback');
    await page
      .getByRole('button', { name: /winback-spring/ })
      .first()
      .waitFor()
      .catch(() => {});
    await sight.shoot('palette-light');
    expect(sight.complaints).toEqual([]);
    await sight.close();
  });

  it.each([
    ['uses', '/uses'],
    ['overview', '/'],
  ])('shows %s in light and dark, narrow and large, without a complaint', async (name, path) => {
    for (const [look, looks] of [
      ['light', {}],
      ['dark', { dark: true }],
      ['narrow', { width: 320, height: 640 }],
      ['large', { zoom: 2 }],
    ] as const) {
      const sight = await console.open('rita', path, looks);
      await sight.page.getByRole('heading', { level: 1 }).waitFor();
      await sight.shoot(`${name}-${look}`);
      expect(await sight.violations(), look).toEqual([]);
      expect(await sight.overflow(), look).toBeLessThanOrEqual(0);
      expect(sight.complaints, look).toEqual([]);
      await sight.close();
    }
  });
});
