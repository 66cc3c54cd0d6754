import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('people', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
  }, 90_000);
  afterAll(() => console?.stop());

  it('are invited by keyboard alone, and the link is shown once', async () => {
    const sight = await console.open('ada', '/people');
    const { page } = sight;
    await page.getByRole('button', { name: 'Invite somebody' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Name', exact: true }).focus();
    await page.keyboard.type('Gus Agency');
    await page.keyboard.press('Tab');
    await page.keyboard.type('gus@agency.example');
    await page.getByRole('checkbox', { name: 'guest' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await sight.violations()).toEqual([]);
    await page.getByLabel('Last day').fill('2026-12-31');
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.getByText('/invitation/').waitFor();
    await sight.shoot('people-invited');
    await page.getByRole('button', { name: 'I have it' }).click();
    const row = page.getByRole('row', { name: /Gus Agency/ });
    await row.getByText('invited').waitFor();
    await expect.poll(() => page.getByText('/invitation/').count()).toBe(0);
    await sight.close();
  });

  it('are changed from the version that was seen, and erased once the name is typed', async () => {
    const sight = await console.open('ada', '/people?query=Anna');
    const { page } = sight;
    await page.getByRole('link', { name: 'Anna' }).click();
    await page.getByRole('heading', { level: 1, name: 'Anna' }).waitFor();
    await page.getByRole('checkbox', { name: 'auditor' }).check();
    await page.getByLabel('Reports to').selectOption({ label: 'Rita' });
    const { key } = console.as('anna');
    const { body } = await console.as('ada').ask(`/v1/people/${key}`);
    const faster = await console.as('ada').ask(`/v1/people/${key}`, {
      method: 'PATCH',
      headers: { 'if-match': `"${body.version}"` },
      body: { name: 'Anna' },
    });
    expect(faster.status).toBe(200);
    await page.getByRole('button', { name: 'Keep the changes' }).click();
    await page.getByRole('alert').waitFor();
    await page.reload();
    await page.getByRole('checkbox', { name: 'auditor' }).check();
    await page.getByLabel('Reports to').selectOption({ label: 'Rita' });
    await page.getByRole('button', { name: 'Keep the changes' }).click();
    await page.getByText('analyst, auditor').waitFor();
    const erase = page.getByRole('button', { name: 'Erase' });
    expect(await erase.isDisabled()).toBe(true);
    await page.getByLabel('Type “Anna” to go on').fill('Anna');
    await erase.click();
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    expect((await console.as('ada').ask(`/v1/people/${key}`)).status).toBe(404);
    await sight.close();
  });

  it('make keys for machines and for themselves, whose secret is shown once', async () => {
    const sight = await console.open('ada', '/people');
    const { page } = sight;
    await page.getByRole('button', { name: 'Make a key' }).first().click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('the sender');
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByText('shown this once').waitFor();
    await page.getByRole('button', { name: 'I have it' }).click();
    await page
      .getByRole('row', { name: /the sender/ })
      .getByText('never')
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Revoke the sender' }).click();
    await page
      .getByRole('row', { name: /the sender/ })
      .getByText('revoked')
      .waitFor();
    await sight.close();
  });

  it('show a reviewer who holds which role, and nothing to change', async () => {
    const sight = await console.open('rita', '/people');
    const { page } = sight;
    await page.getByRole('table', { name: 'People' }).waitFor();
    expect(await page.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Keys of machines' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Cara' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cara' }).waitFor();
    expect(await page.getByRole('button', { name: 'Erase' }).count()).toBe(0);
    await sight.close();
    const operator = await console.open('lifecycle', '/people');
    await operator.page.getByText('This page is not for your roles').waitFor();
    await operator.close();
  });

  it.each(LOOKS)('are sound in $name', async ({ name, looks }) => {
    for (const [page, path, heading] of [
      ['people', '/people', 'People'],
      ['person', `/people/${console.as('cara').key}`, 'Cara'],
    ] as const) {
      const sight = await console.open('ada', path, looks);
      await sight.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await sight.shoot(`${page}-${name}`);
      expect([page, await sight.faults()]).toEqual([page, []]);
      await sight.close();
    }
  });
});
