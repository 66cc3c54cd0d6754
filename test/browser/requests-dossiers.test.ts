import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('dossiers', () => {
  let console: ConsoleUnderTest;
  let path: string;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
  }, 120_000);
  afterAll(() => console?.stop());

  it('are asked for by an advocate, who cannot agree to them', async () => {
    const sight = await console.open('cara', '/dossiers');
    const { page } = sight;
    await page.getByText('No dossier was asked for').waitFor();
    await page.getByRole('button', { name: 'Ask for a dossier' }).click();
    await page.getByRole('textbox', { name: 'Mail address' }).fill('hal@customer.example');
    await page.getByLabel('From').fill('2026-11-10');
    await page.getByLabel('Until the end of').fill('2026-11-01');
    await page.getByLabel('For whom and why').fill('the authority at the harbour, file 12');
    await page.getByRole('button', { name: 'Ask a second person to agree' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    expect(await sight.violations()).toEqual([]);
    await page.getByLabel('Until the end of').fill('2026-11-19');
    await page.getByRole('button', { name: 'Ask a second person to agree' }).click();
    await page.getByRole('heading', { level: 1, name: 'A dossier' }).waitFor();
    path = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Agree: have it made' }).click();
    await page.getByRole('alert').getByText('Nobody agrees to a dossier that they asked for').waitFor();
    expect(await page.content()).not.toContain('hal@');
    await sight.close();
  });

  it('are made once a second person agreed, who reads what for and not of whom', async () => {
    const sight = await console.open('rita', '/dossiers');
    const { page } = sight;
    await page.getByRole('link', { name: '10 Nov 2026 to 19 Nov 2026' }).click();
    await page.getByText('the authority at the harbour, file 12').waitFor();
    expect(await page.content()).not.toContain('hal@');
    await page.getByRole('button', { name: 'Agree: have it made' }).click();
    await page.getByRole('heading', { name: 'The file' }).waitFor();
    await page.getByText(/\d of \d parts/).waitFor();
    expect(await page.getByRole('button', { name: 'Take the ZIP' }).count()).toBe(0);
    await sight.close();
    const advocate = await console.open('cara', path);
    await advocate.page.getByLabel('What for').fill('file 12');
    const [file] = await Promise.all([
      advocate.page.waitForEvent('download'),
      advocate.page.getByRole('button', { name: 'Take the ZIP' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
    await advocate.close();
  });

  it.each(LOOKS)('are sound in $name', async ({ name, looks }) => {
    for (const [view, at, heading] of [
      ['dossiers', '/dossiers', 'Dossiers'],
      ['dossier', path, 'A dossier'],
    ] as const) {
      const sight = await console.open('cara', at, looks);
      await sight.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await sight.shoot(`${view}-${name}`);
      expect([view, await sight.faults()]).toEqual([view, []]);
      await sight.close();
    }
  });

  it('are removed before their end', async () => {
    const sight = await console.open('cara', path);
    await sight.page.getByRole('button', { name: 'Remove it now' }).click();
    await sight.page.getByText('No dossier was asked for').waitFor();
    await sight.close();
  });
});
