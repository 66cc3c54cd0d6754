import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('boundaries', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  }, 90_000);
  afterAll(() => console?.stop());

  it('say in words what they forbid, why, and whom they speak to now', async () => {
    const { body } = await console.as('anna').ask('/v1/boundaries');
    const spoken = body.items.find(({ uses }: { uses: string[] }) => uses.length > 0);
    const sight = await console.open('anna', '/boundaries');
    const { page } = sight;
    const card = page.getByRole('article', { name: spoken.id });
    await card.getByText(spoken.words).waitFor();
    await card.getByRole('definition').getByText(spoken.because).waitFor();
    await card.getByRole('link', { name: spoken.uses[0], exact: true }).waitFor();
    expect(await card.locator('pre').isVisible()).toBe(false);
    await card.locator('summary').focus();
    await page.keyboard.press('Enter');
    await card.locator('pre').waitFor({ state: 'visible' });
    await sight.close();
  });

  it('are found by their words, here and in the palette', async () => {
    const sight = await console.open('anna', '/boundaries');
    const { page } = sight;
    await page.getByRole('article').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Find a page, a use, a person').fill('no-broker');
    await page.getByRole('dialog').getByText('no-broker-for-sales').first().click();
    await page.waitForURL(/query=no-broker-for-sales/);
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
    await page.getByLabel('Name, or what it speaks of').fill('nothing like that');
    await page.getByText('No boundary has that in its words.').waitFor();
    await sight.close();
  });

  it.each(LOOKS)('are sound in $name', async ({ name, looks }) => {
    const sight = await console.open('anna', '/boundaries', looks);
    await sight.page.getByRole('article').first().waitFor();
    await sight.shoot(`boundaries-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
