import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpPages } from '../api/customer-pages.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('what customers see', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
    await setUpPages(console.as('ada'));
  }, 90_000);
  afterAll(() => console?.stop());

  it('is shown in each language and look, and nothing in it leads anywhere', async () => {
    const sight = await console.open('rita', '/customer-pages');
    const { page } = sight;
    for (const [language, label, word] of [
      ['en', 'English', 'Running shoes'],
      ['de', 'German', 'Laufschuhe'],
      ['es', 'Spanish', 'Zapatillas'],
      ['fr', 'French', 'Chaussures de course'],
    ] as const)
      for (const look of ['light', 'dark'] as const) {
        await page.getByLabel('Language').selectOption(language);
        await page.getByLabel('Look').selectOption(look);
        const name = `Choices, ${label}, ${look}`;
        const frame = page.frameLocator(`iframe[title="${name}"]`);
        await frame.getByRole('heading', { name: word }).waitFor();
        await expect
          .poll(() =>
            frame.locator('html').evaluate('getComputedStyle(document.documentElement).backgroundColor'),
          )
          .toBe(look === 'light' ? 'rgb(255, 255, 255)' : 'rgb(18, 21, 28)');
      }
    const frame = page.frameLocator('iframe');
    await frame.getByRole('link').first().click({ force: true });
    await frame.getByRole('button').first().click();
    await frame.getByRole('heading', { name: 'Chaussures de course' }).waitFor();
    expect(sight.complaints.filter((one) => !/form submission/i.test(one))).toEqual([]);
    expect(await page.getByRole('button', { name: 'Show it to customers' }).count()).toBe(0);
    expect(await page.getByLabel('Who writes').isDisabled()).toBe(true);
    await sight.close();
  });

  it('is tried before it is kept, and what cannot be read is not', async () => {
    const sight = await console.open('ada', '/customer-pages');
    const { page } = sight;
    const frame = page.frameLocator('iframe');
    await page.getByLabel('Who writes').fill('Harbor & Sons');
    await frame.getByText('Harbor & Sons').waitFor();
    expect((await console.as('ada').ask('/v1/settings/customer-pages')).body.organisation).not.toBe(
      'Harbor & Sons',
    );
    const text = page.getByRole('group', { name: 'Colours in light' }).getByLabel('Text');
    await text.fill('#dddddd');
    await page.getByText(/^Text 1\.\d : 1, less than 4\.5 : 1$/).waitFor();
    await page.getByRole('button', { name: 'Show it to customers' }).click();
    await page
      .getByRole('alert')
      .getByText(/contrast/)
      .first()
      .waitFor();
    await text.fill('#111111');
    await page.getByRole('button', { name: 'Show it to customers' }).click();
    await expect
      .poll(async () => (await console.as('ada').ask('/v1/settings/customer-pages')).body)
      .toMatchObject({ organisation: 'Harbor & Sons', colours: { light: { text: '#111111' } } });
    await sight.close();
  });

  it.each(LOOKS)('is sound in $name', async ({ name, looks }) => {
    const sight = await console.open('ada', '/customer-pages', looks);
    await sight.page.locator('iframe').scrollIntoViewIfNeeded();
    await sight.page.frameLocator('iframe').getByRole('heading', { name: 'Running shoes' }).waitFor();
    await sight.shoot(`page-preview-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
