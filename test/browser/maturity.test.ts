import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureMaturity } from '../../src/app/server/maturity/show-maturity.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('maturity', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  }, 180_000);
  afterAll(() => console?.stop());

  it('names the weakest, and leads from a step to its evidence and the question that was asked', async () => {
    const { page, ...sight } = await console.open('anna', '/maturity');
    await page.getByRole('navigation').getByRole('link', { name: 'Maturity' }).first().waitFor();
    await page.getByText(/^Weakest: human oversight, .*at level 0 of 5$/).waitFor();
    await page.getByRole('heading', { name: 'No day was kept yet' }).waitFor();
    await page.getByRole('link', { name: 'human oversight' }).first().click();
    expect(page.url()).toContain('#reviews-closed');
    const point = page.locator('#reviews-closed');
    expect(await point.textContent()).toContain('not met');
    await point.getByText('How reviews-closed was asked').click();
    await point.getByText('from reviews where outcome is not null').waitFor();
    expect(await page.getByRole('button', { name: /^Sign for/ }).count()).toBe(0);
    expect(sight.complaints).toEqual([]);
    await page.context().close();
  });

  it('is signed for with the fingerprint of a file that stays, and put lower with a reason', async () => {
    await measureMaturity.run(console.server.context);
    const sight = await console.open('aud', '/maturity');
    const { page } = sight;
    await page.getByText('Level 5, not met: Somebody outside found the map right').click();
    await page.getByRole('button', { name: 'Sign for it: map-sample-right' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Value, in per cent').fill('96');
    const content = Buffer.from('40 fields drawn, 39 right');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await dialog
      .getByLabel('File that proves it')
      .setInputFiles({ name: 'sample.txt', mimeType: 'text/plain', buffer: content });
    const hash = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    await dialog.getByText(hash).waitFor();
    await dialog.getByRole('button', { name: 'Sign for it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const point = page.locator('#map-sample-right');
    await point.getByText('96 %').waitFor();
    expect(sent.filter((body) => body.includes(hash))).toHaveLength(1);
    expect(sent.join()).not.toContain('39 right');

    await page.getByRole('button', { name: 'Put it lower: data map' }).click();
    await dialog.getByLabel('Why').fill('The shop is missing in it.');
    await dialog.getByRole('button', { name: 'Say so' }).click();
    await page.getByText('The shop is missing in it.').waitFor();
    await page.getByText('Level 1 of 5: informal').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download it signed' }).click(),
    ]);
    const { payload } = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(payload.maturity.practices[1].lowered.reason).toBe('The shop is missing in it.');
    expect(await page.locator('figcaption').textContent()).toContain('One day was kept, 20 November 2026');
    expect(sight.complaints).toEqual([]);
    await sight.close();
  });

  it('shows the board of a quarter, by its address', async () => {
    const sight = await console.open('aud', '/maturity/board?quarter=2026-Q4');
    await sight.page.getByRole('heading', { name: 'Board, 2026-Q4' }).waitFor();
    await sight.page.getByText('nothing to look at').first().waitFor();
    await sight.page.emulateMedia({ media: 'print' });
    expect(await sight.page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    await sight.page.emulateMedia({ media: 'screen' });
    await sight.page.getByLabel('Quarter').selectOption('2026-Q3');
    await sight.page.waitForURL(/quarter=2026-Q3/);
    await sight.page.getByRole('heading', { name: 'Board, 2026-Q3' }).waitFor();
    await sight.close();
  });

  it('is not there for who may not see it, and says so where the server fails', async () => {
    const operator = await console.open('lifecycle', '/');
    expect(await operator.page.getByRole('link', { name: 'Maturity' }).count()).toBe(0);
    await operator.close();
    const sight = await console.open('aud', '/evidence');
    await sight.page.route('**/v1/maturity', (route) => route.abort());
    await sight.page.getByRole('link', { name: 'Maturity' }).first().click();
    await sight.page.getByRole('button', { name: /again/i }).waitFor();
    await sight.close();
  });

  it.each(LOOKS)('has no faults, $name', async ({ name, looks }) => {
    for (const path of ['/maturity', '/maturity/board']) {
      const sight = await console.open('aud', path, looks);
      await sight.page.getByRole('heading', { level: 2 }).first().waitFor();
      await sight.shoot(`maturity${path.slice(9).replace('/', '-')}-${name}`);
      expect(await sight.faults()).toEqual([]);
      await sight.close();
    }
  });
});
