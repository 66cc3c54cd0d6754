import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('the gate in the console', () => {
  let console: ConsoleUnderTest;
  const policy = async () => (await console.as('ada').ask('/v1/settings/gate')).body;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
  }, 90_000);
  afterAll(() => console?.stop());

  it('takes caps from an administrator, from the version that was seen', async () => {
    const sight = await console.open('ada', '/gate/caps');
    const { page } = sight;
    const all = page.getByRole('group', { name: 'All channels together' });
    await all.getByLabel('At most').fill('3');
    await page.getByLabel('One more for').selectOption('email');
    await page.getByRole('button', { name: 'Add a cap' }).click();
    await page.getByRole('group', { name: 'Mail' }).getByLabel('Within').fill('14');
    await page.getByRole('button', { name: 'Take the cap out: Phone' }).click();
    await page.getByRole('button', { name: 'Let it hold from now on' }).click();
    await expect.poll(async () => (await policy()).caps.all.count).toBe(3);
    expect((await policy()).caps.channels).toEqual({
      email: { count: 3, days: 14 },
      sms: { count: 2, days: 7 },
    });
    const { version, ...held } = await policy();
    const faster = await console.as('ada').ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...held, restShare: 0.07 },
    });
    expect(faster.status).toBe(200);
    await all.getByLabel('At most').fill('1');
    await page.getByRole('button', { name: 'Let it hold from now on' }).click();
    await page.getByRole('alert').waitFor();
    expect(await all.getByLabel('At most').inputValue()).toBe('1 contact');
    expect(await policy()).toMatchObject({ restShare: 0.07, caps: { all: { count: 3 } } });
    await sight.close();
  });

  it('tells everyone the caps and the quiet hours with their sources, and lets nobody else set them', async () => {
    const sight = await console.open('lifecycle', '/gate/caps');
    const { page } = sight;
    const hours = page.getByRole('table', { name: 'Hours in which people may be reached' });
    await hours.getByRole('row', { name: /US-TX.*09:00–21:00.*12:00–21:00/ }).waitFor();
    await hours.getByRole('row', { name: /^everywhere else.*our own rule/ }).waitFor();
    await hours.getByRole('row', { name: /EU-FR.*10:00–13:00 and 14:00–20:00.*never.*never/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Let it hold from now on' }).count()).toBe(0);
    expect(await page.getByLabel('At most').first().isDisabled()).toBe(true);
    await sight.close();
  });

  it('tries a rule out by keyboard, with an owner and an end, and lets it bind again', async () => {
    const sight = await console.open('ada', '/gate/shadow');
    const { page } = sight;
    const rule = 'Nobody is disturbed in quiet hours';
    await page.getByRole('button', { name: `Try it out: ${rule}` }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Who answers for it').fill('ada@harbor.example');
    await page.getByLabel('Until the end of').fill('2027-06-01');
    await page.getByRole('dialog').getByRole('button', { name: 'Try it out' }).click();
    await page.getByRole('dialog').getByRole('alert').getByText('90 days').first().waitFor();
    expect(await sight.violations()).toEqual([]);
    await page.getByLabel('Until the end of').fill('2026-12-20');
    await page.getByRole('dialog').getByRole('button', { name: 'Try it out' }).click();
    const row = page.getByRole('row', { name: new RegExp(rule) });
    await row.getByText('only tried out').waitFor();
    await row.getByText('by ada@harbor.example').waitFor();
    expect((await policy()).shadow).toMatchObject([{ rule: 'quiet-hours', owner: 'ada@harbor.example' }]);
    await sight.shoot('gate-shadow-trial');
    await page.getByRole('button', { name: `Let it bind: ${rule}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Let it bind' }).click();
    await row.getByText('binds', { exact: true }).waitFor();
    expect((await policy()).shadow).toEqual([]);
    await sight.close();
    const reader = await console.open('rita', '/gate/shadow');
    await reader.page.getByRole('table', { name: 'Rules of the gate' }).waitFor();
    expect(await reader.page.getByRole('button', { name: /^Try it out/ }).count()).toBe(0);
    await reader.close();
  });

  it.each(LOOKS)('is sound in $name', async ({ name, looks }) => {
    for (const [view, path, heading] of [
      ['gate-caps', '/gate/caps', 'Caps and quiet hours'],
      ['gate-shadow', '/gate/shadow', 'Rules on trial'],
    ] as const) {
      const sight = await console.open('ada', path, looks);
      await sight.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await sight.shoot(`${view}-${name}`);
      expect([view, await sight.faults()]).toEqual([view, []]);
      await sight.close();
    }
  });
});
