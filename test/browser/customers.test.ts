import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Customer, NOTICE, press, setUpPages } from '../api/customer-pages.ts';
import { press as pressKey, reach, write } from './by-keyboard.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('customers', () => {
  let console: ConsoleUnderTest;
  let ann: Customer;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
    await setUpPages(console.as('ada'));
    ann = new Customer(console.server, 'ann');
    const page = `/preferences/${ann.token('preferences')}?lang=en`;
    for (const button of ['yes:email:shoes', 'pause:3', 'no:sms:events']) {
      await press(console.server, page, { do: button });
      console.server.now = new Date(console.server.now.getTime() + 86_400_000);
    }
  }, 90_000);
  afterAll(() => console?.stop());

  it('are found by what they are known by, by keyboard alone, and the address names nobody', async () => {
    const sight = await console.open('cara', '/customers');
    const { page } = sight;
    await write(page.getByRole('textbox', { name: 'Mail address' }), 'Ann@Customer.example');
    await write(page.getByLabel('Why you look'), 'her letter of 20 November');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'A customer' }).waitFor();
    expect(decodeURIComponent(page.url())).toContain(ann.subject);
    expect(page.url()).not.toMatch(/ann|customer\.example/i);
    const counts = page.getByRole('table', { name: 'What counts now' });
    const shoes = counts.getByRole('row', { name: /shoes.*mail/ });
    await shoes.getByText('they paused it').waitFor();
    await page.getByRole('link', { name: `${NOTICE.version} (en)` }).waitFor();
    await page.getByText('preference page, by themselves').first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Show their choices' }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await sight.close();
    expect(console.server.log.join('\n')).not.toMatch(/ann@|letter of 20/i);
  });

  it('are shown for a reason, and every reading stands in the evidence log', async () => {
    const readings = async () =>
      (await console.as('aud').ask('/v1/evidence?limit=500')).body.items.filter(
        ({ type }: { type: string }) => type === 'ledger.read',
      ).length;
    const before = await readings();
    const sight = await console.open('cara', `/customers/${encodeURIComponent(ann.subject)}`);
    await sight.page.getByLabel('Why you look').fill('her call');
    await sight.page.keyboard.press('Enter');
    await sight.page.getByText('You look because: her call').waitFor();
    expect(await readings()).toBe(before + 1);
    const [file] = await Promise.all([
      sight.page.waitForEvent('download'),
      sight.page.getByRole('button', { name: 'Export the records' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('records-of-consent.jsonld');
    await sight.page.getByText(/\d records? saved/).waitFor();
    expect(await readings()).toBe(before + 2);
    await sight.close();
  });

  it('are heard on the phone: what they said counts at once', async () => {
    const bob = new Customer(console.server, 'bob');
    await press(console.server, `/preferences/${bob.token('preferences')}`, { do: 'yes:email:shoes' });
    expect((await bob.answer({ topics: ['shoes'] })).permitted).toBe(true);
    console.server.now = new Date(console.server.now.getTime() + 60_000);
    const sight = await console.open('cara', `/customers/${encodeURIComponent(bob.subject)}`);
    const { page } = sight;
    await page.getByLabel('Why you look').fill('he is on the phone');
    await page.keyboard.press('Enter');
    await pressKey(page.getByRole('button', { name: 'Record what they told us' }));
    await reach(page.getByRole('button', { name: 'Keep it' }));
    await sight.shoot('customer-told');
    expect(await sight.violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page
      .getByRole('table', { name: /Choices/ })
      .getByText('objected')
      .waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect((await bob.answer({ topics: ['shoes'] })).permitted).toBe(false);
    await sight.close();
  });

  it('are joined with what else they are known by, for a reason that is logged', async () => {
    const gus = new Customer(console.server, 'gus');
    const other = new Customer(console.server, 'gus-at-work');
    await press(console.server, `/preferences/${other.token('preferences')}`, { do: 'no:email:shoes' });
    const sight = await console.open('cara', `/customers/${encodeURIComponent(gus.subject)}`);
    const { page } = sight;
    await page.getByLabel('Why you look').fill('he is on the phone');
    await page.keyboard.press('Enter');
    await pressKey(page.getByRole('button', { name: 'Add what they are known by' }));
    await page.getByLabel('Which').fill(other.address);
    await page.getByLabel('By what you know').fill('he read both letters to me');
    await sight.shoot('customer-join');
    expect(await sight.violations()).toEqual([]);
    await page.getByRole('button', { name: 'It is the same person' }).click();
    await page.getByText('2 keys of the same person').waitFor();
    const entries = (await console.as('aud').ask('/v1/evidence?limit=500')).body.items;
    const joined = entries.filter(({ type }: { type: string }) => type === 'ledger.joined-for');
    expect(joined).toMatchObject([{ body: { keys: 2, purposeHash: expect.stringMatching(/^sha256:/) } }]);
    expect(JSON.stringify(entries)).not.toMatch(/gus|both letters/);
    await sight.close();
  });

  it('are left in peace, and neither page nor log tells of it', async () => {
    const eve = new Customer(console.server, 'eve');
    await press(console.server, `/preferences/${eve.token('preferences')}`, { do: 'yes:email:shoes' });
    const before = (await console.as('aud').ask('/v1/evidence?limit=500')).body.items.length;
    const sight = await console.open('cara', `/customers/${encodeURIComponent(eve.subject)}`);
    const { page } = sight;
    await page.getByLabel('Why you look').fill('her daughter called');
    await page.keyboard.press('Enter');
    await page.getByLabel('Until the end of').fill('2026-12-31');
    await page.getByRole('button', { name: 'Leave them in peace' }).click();
    await page.getByText('It counts from here on').waitFor();
    expect((await eve.answer({ topics: ['shoes'] })).permitted).toBe(false);
    // The reading alone.
    expect((await console.as('aud').ask('/v1/evidence?limit=500')).body.items.length).toBe(before + 1);
    await page.getByRole('button', { name: 'End every hold' }).click();
    await page.getByText('if there was a hold, it has ended').waitFor();
    expect((await eve.answer({ topics: ['shoes'] })).permitted).toBe(true);
    await sight.close();
  });

  it('that nobody knows are told apart from those who said no', async () => {
    const sight = await console.open('cara', '/customers');
    await sight.page.getByRole('textbox', { name: 'Mail address' }).fill('not an address');
    await sight.page.getByLabel('Why you look').fill('a call');
    await sight.page.keyboard.press('Enter');
    await sight.page.getByRole('alert').getByText('no mail address').waitFor();
    await sight.page.getByRole('textbox', { name: 'Mail address' }).fill('nobody@customer.example');
    await sight.page.keyboard.press('Enter');
    await sight.page.getByText('Nothing is kept under this key').waitFor();
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });

  it('are nobody’s to look up who plans or sends', async () => {
    for (const actor of ['lifecycle', 'rita', 'ada'] as const) {
      const sight = await console.open(actor, '/customers');
      await sight.page.getByText('Choices of single people are for customer advocates').waitFor();
      expect(await sight.page.getByRole('button', { name: 'Show their choices' }).count()).toBe(0);
      await sight.page.goto(`${console.url}/customers/${encodeURIComponent(ann.subject)}`);
      await sight.page.getByText('This page is not for your roles').waitFor();
      await sight.close();
    }
  });

  it.each(LOOKS)('are sound in $name', async ({ name, looks }) => {
    const start = await console.open('cara', '/customers', looks);
    await start.page.getByRole('button', { name: 'Show their choices' }).waitFor();
    await start.shoot(`customers-${name}`);
    expect(await start.faults()).toEqual([]);
    await start.close();
    const sight = await console.open('cara', `/customers/${encodeURIComponent(ann.subject)}`, looks);
    await sight.page.getByLabel('Why you look').fill('a look');
    await sight.page.keyboard.press('Enter');
    await sight.page.getByRole('table', { name: 'What counts now' }).waitFor();
    await sight.page.getByText('Ids and hashes').first().click();
    await sight.shoot(`customer-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
