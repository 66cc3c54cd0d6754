import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW } from '../../src/connectors/intake/testing/sample.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const SECRET = 'a-password-that-only-this-test-knows';

describe.skipIf(CANNOT_RUN !== null)('settings of the intake', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  }, 120_000);
  afterAll(() => console?.stop());

  const deliver = (id: string, campaign: string, password = SECRET) =>
    console.server.ask('/v1/intake/braze', {
      method: 'POST',
      headers: { authorization: `Bearer ${password}` },
      body: {
        events: [
          {
            event_type: 'users.messages.email.Send',
            id,
            time: NOW.getTime() / 1000,
            properties: { email_address: `${id}@example.org`, campaign_name: campaign },
          },
        ],
      },
    });

  it('takes a secret that is never shown again, and says what came with it', async () => {
    const sight = await console.open('ada', '/settings');
    const { page } = sight;
    await page.getByRole('button', { name: 'Set up Braze Currents' }).click();
    await page.getByText('/v1/intake/braze').waitFor();
    await page.getByLabel('Secret').fill(SECRET);
    expect(await sight.violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Change the secret of Braze Currents' }).waitFor();
    expect(await page.content()).not.toContain(SECRET);
    expect((await deliver('b1', 'Spring offers')).body).toMatchObject({ accepted: 1, quarantined: 1 });
    expect((await deliver('b1', 'Spring offers')).body).toMatchObject({ duplicates: 1 });
    expect((await deliver('b2', 'Spring offers', 'wrong-password')).status).toBe(401);
    await page.reload();
    const row = page
      .getByRole('table', { name: 'Who delivers outcomes' })
      .locator('tr')
      .filter({ hasText: 'Braze Currents' });
    await expect
      .poll(async () => (await row.locator('td').allTextContents()).slice(3, 8))
      .toEqual(['1', '1', '1', '0', '1']);
    await sight.close();
  });

  it('shows campaigns that nobody knows, until somebody says which use each is', async () => {
    const sight = await console.open('ada', '/settings');
    const { page } = sight;
    await page.getByRole('button', { name: 'Say what it is: Spring offers' }).click();
    await page.getByRole('textbox', { name: 'Use', exact: true }).fill('no-such-use');
    await page.getByRole('button', { name: 'It is this use' }).click();
    await page.getByRole('alert').waitFor();
    expect(await sight.violations()).toEqual([]);
    await page.getByRole('textbox', { name: 'Use', exact: true }).fill('winback-spring');
    await page.getByRole('button', { name: 'It is this use' }).click();
    await page.getByText('None: every event that was told belongs to a use.').waitFor();
    expect((await deliver('b3', 'Spring offers')).body).toMatchObject({ accepted: 1, quarantined: 0 });
    await sight.close();
  });

  it('is read and not changed by a reviewer', async () => {
    const sight = await console.open('rita', '/settings');
    await sight.page.getByRole('table', { name: 'Who delivers outcomes' }).waitFor();
    expect(await sight.page.getByRole('button', { name: /^(?:Set up|Change the secret)/ }).count()).toBe(0);
    await sight.close();
  });

  it.each(LOOKS)('is sound in $name', async ({ name, looks }) => {
    await deliver(`q-${name}`, `Newsletter, ${name}`);
    const sight = await console.open('ada', '/settings', looks);
    await sight.page.getByRole('table', { name: 'Who delivers outcomes' }).waitFor();
    await sight.page.getByRole('button', { name: `Say what it is: Newsletter, ${name}` }).waitFor();
    await sight.shoot(`settings-intake-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
