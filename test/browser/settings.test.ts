import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('settings', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
  }, 90_000);
  afterAll(() => console?.stop());

  it('are changed by an administrator, from the version that was seen', async () => {
    const sight = await console.open('ada', '/settings');
    const { page } = sight;
    await page.getByLabel('Judged blind first').fill('45');
    await page.getByLabel('Two people approve from').selectOption('review');
    await page.getByRole('button', { name: 'Keep it' }).first().click();
    await expect
      .poll(async () => (await console.as('ada').ask('/v1/settings/reviews')).body)
      .toMatchObject({ blindShare: 0.45, twoApproversFrom: 'review' });
    const { version, ...policy } = (await console.as('ada').ask('/v1/settings/reviews')).body;
    const faster = await console.as('ada').ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, blindShare: 0.5 },
    });
    expect(faster.status).toBe(200);
    await page.getByLabel('Judged blind first').fill('10');
    await page.getByRole('button', { name: 'Keep it' }).first().click();
    await page.getByRole('alert').waitFor();
    expect((await console.as('ada').ask('/v1/settings/reviews')).body.blindShare).toBe(0.5);
    await page.getByLabel('Answers to practice cases').fill('30');
    await page.getByRole('button', { name: 'Keep it' }).last().click();
    await expect
      .poll(async () => (await console.as('ada').ask('/v1/settings/retention')).body.kept.practice)
      .toBe(30);
    await sight.close();
  });

  it('record what statistics about reviews rest on', async () => {
    const sight = await console.open('ada', '/settings');
    const { page } = sight;
    await page.getByText('No agreement is recorded').waitFor();
    await page.getByLabel('Agreement or notice').fill('works agreement of 3 November 2026');
    await page.keyboard.press('Enter');
    await page.getByText('They rest on:').waitFor();
    await sight.close();
    const read = await console.as('rita').ask('/v1/settings/review-statistics');
    expect(read.body.reference).toBe('works agreement of 3 November 2026');
  });

  it('sign with a new key, and void the old one only after a question', async () => {
    const sight = await console.open('ada', '/settings');
    const { page } = sight;
    const rows = page.getByRole('table', { name: 'Signing keys' }).locator('tbody tr');
    await rows.first().waitFor();
    const before = await rows.count();
    await page.getByRole('button', { name: 'Sign with a new key from here on' }).click();
    await expect.poll(() => rows.count()).toBe(before + 1);
    await page
      .getByRole('button', { name: /^Revoke ed25519/ })
      .last()
      .click();
    await page.getByText('This cannot be undone.').waitFor();
    expect(await sight.violations()).toEqual([]);
    await page.getByRole('button', { name: /^It is in wrong hands/ }).click();
    await page.getByRole('table', { name: 'Signing keys' }).getByText('revoked').waitFor();
    await sight.close();
  });

  it('are read and not changed by anybody else', async () => {
    const sight = await console.open('rita', '/settings');
    const { page } = sight;
    await page.getByLabel('Judged blind first').waitFor();
    expect(await page.getByLabel('Judged blind first').isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Keep it' }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Signing keys' }).count()).toBe(0);
    await sight.close();
  });

  it.each(LOOKS)('are sound in $name', async ({ name, looks }) => {
    const sight = await console.open('ada', '/settings', looks);
    await sight.page.getByLabel('Judged blind first').waitFor();
    await sight.page.getByRole('table', { name: 'Signing keys' }).waitFor();
    await sight.shoot(`settings-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
