import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addGateCounts } from '../../src/stores/sql/repositories/gate-decisions.ts';
import { GateWorld } from '../api/gate-world.ts';
import { must } from '../contract/store-engines.ts';
import { write } from './by-keyboard.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const DAY_MS = 86_400_000;
/** What two weeks of sending look like; the rules on trial would have held a part of it. */
const EACH_DAY = [
  { mode: 'binds', outcome: 'permit', code: '', decisions: 3_700 },
  { mode: 'binds', outcome: 'hold', code: '', decisions: 450 },
  { mode: 'binds', outcome: 'hold', code: 'contact-cap', decisions: 450 },
  { mode: 'binds', outcome: 'deny', code: '', decisions: 207 },
  { mode: 'binds', outcome: 'deny', code: 'no-consent', decisions: 207 },
  { mode: 'shadow', outcome: 'hold', code: '', decisions: 290 },
  { mode: 'shadow', outcome: 'hold', code: 'quiet-hours', decisions: 290 },
];

describe.skipIf(CANNOT_RUN !== null)('the gate in the console', () => {
  let console: ConsoleUnderTest;
  const policy = async () => (await console.as('ada').ask('/v1/settings/gate')).body;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
    const world = await GateWorld.in(console.server, console.as('ada'));
    const { version, ...held } = await policy();
    await console.as('ada').ask('/v1/settings/gate', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...held, restShare: 0 },
    });
    await world.use('spring');
    const lee = await world.person('lee');
    expect(await world.codes('spring', lee)).toEqual(['permit']);
    const noa = await world.person('noa');
    await world.choose('noa', 'withdrawn');
    expect(await world.codes('spring', noa)).toEqual(['deny', 'said-no']);
    const eve = await world.person('eve');
    const hold = await console.as('cara').ask('/v1/ledger/holds', {
      method: 'POST',
      body: {
        identifier: { kind: 'email', value: 'eve@customer.example' },
        scope: { purpose: null, channel: null },
        until: '2026-12-20T00:00:00Z',
      },
    });
    expect(hold.status).toBe(204);
    expect(await world.codes('spring', eve)).toEqual(['hold', 'protected']);
    must(
      await console.server.context.store.write(async ({ db, at }) => {
        for (let day = 1; day <= 14; day += 1)
          await addGateCounts(
            db,
            EACH_DAY.map((count) => ({
              ...count,
              day: new Date(at.getTime() - day * DAY_MS).toISOString().slice(0, 10),
              useId: 'winter',
              channel: 'email',
            })),
          );
      }),
    );
  }, 90_000);
  afterAll(() => console?.stop());

  it('tells how often what was decided, why, and what would have to change', async () => {
    const sight = await console.open('lifecycle', '/gate');
    const { page } = sight;
    await page
      .getByText(/^In the last 30 days 51,\d{3} were permitted, 6,\d{3} held and 2,\d{3} refused/)
      .waitFor();
    const row = page
      .getByRole('table', { name: 'Reasons, the most frequent first' })
      .getByRole('row', { name: /^The person has had as many messages as they may get/ });
    await row.getByText('6,300').waitFor();
    await expect.poll(() => page.locator('figure svg rect').count()).toBeGreaterThan(30);
    await page.getByText('The same as a table').click();
    await page.getByRole('row', { name: /^2026-11-19 3,700 450 207$/ }).waitFor();
    await page.getByLabel('Time').selectOption('7');
    await page.waitForURL(/days=7/);
    await page.getByText(/^In the last 7 days 22,2\d{2} were permitted/).waitFor();
    await sight.close();
  });

  it('shows single decisions with their reasons, and nobody whom they were about', async () => {
    const sight = await console.open('lifecycle', '/gate');
    const { page } = sight;
    const rows = page.getByRole('table', { name: 'Decisions', exact: true }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(3);
    await rows.filter({ hasText: 'The person said no to this' }).getByText('refused').waitFor();
    expect(await page.content()).not.toMatch(/customer\.example|subject:/);
    expect(await page.getByRole('button', { name: /^What lies behind it/ }).count()).toBe(0);
    await page.getByLabel('Answer').selectOption('hold');
    await expect.poll(() => rows.count()).toBe(1);
    await rows.getByText('no more is told about a person').waitFor();
    await sight.close();
  });

  it('tells a reviewer what lies behind it, for a reason', async () => {
    const sight = await console.open('rita', '/gate?decision=hold');
    const { page } = sight;
    await page.getByRole('button', { name: /^What lies behind it/ }).click();
    await write(page.getByLabel('Why you look'), 'a contest');
    expect(await sight.violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    await sight.close();
    const { items } = (await console.as('aud').ask('/v1/evidence?limit=500')).body;
    expect(items.filter(({ type }: { type: string }) => type === 'reason.read')).toHaveLength(1);
  });

  it('compares what rules on trial would have held, in words', async () => {
    const sight = await console.open('lifecycle', '/gate/shadow');
    const { page } = sight;
    await page.getByText(/would have held 4,060 of 61,00\d that were asked in the last 30 days/).waitFor();
    const row = page.getByRole('row', { name: /quiet hour.*4,060.*6.7%/ });
    await row.waitFor();
    await page.getByRole('searchbox', { name: 'Use, in full' }).fill('spring');
    await page.getByText(/would have held none of fewer than 5|would have held none of 3/).waitFor();
    await sight.close();
  });

  it('keeps suppression lists with an owner and an end, and takes people by line and by file', async () => {
    const sight = await console.open('cara', '/gate/suppressions');
    const { page } = sight;
    await page.getByText('There is no list yet').waitFor();
    await page.getByRole('button', { name: 'Make a list' }).click();
    await page.getByLabel('Name').fill('complained');
    await page.getByLabel('Owner').fill('cara@harbor.example');
    await page.getByLabel('Because').fill('they complained about the autumn sale');
    await page.getByLabel('Until the end of').fill('2030-01-01');
    await page.getByRole('button', { name: 'Make the list' }).click();
    await page
      .getByRole('dialog')
      .getByRole('alert')
      .getByText(/two years/)
      .first()
      .waitFor();
    expect(await sight.violations()).toEqual([]);
    await page.getByLabel('Until the end of').fill('2027-03-31');
    await page.getByRole('button', { name: 'Make the list' }).click();
    await page.getByRole('heading', { level: 1, name: 'complained' }).waitFor();
    await page.getByLabel('People').fill('email:ann@customer.example\nemail:bob@customer.example');
    await page.getByRole('button', { name: 'Put them on it' }).click();
    await page.getByText('It counts for the next decision').waitFor();
    await page.getByText('2', { exact: true }).waitFor();
    await page.locator('input[type="file"]').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('subject\nemail:cid@customer.example\nemail:not an address\n'),
    });
    await page.getByText('2 lines read, 1 of them name nobody.').waitFor();
    await page.getByText('3', { exact: true }).waitFor();
    await page.getByLabel('People').fill('email:ann@customer.example');
    await page.getByRole('button', { name: 'Take them off' }).click();
    await page.getByText('2', { exact: true }).waitFor();
    await page.getByLabel('Owner').fill('anna@harbor.example');
    await page.getByRole('button', { name: 'Keep the changes' }).click();
    await expect
      .poll(async () => (await console.as('rita').ask('/v1/suppression-lists/complained')).body.owner)
      .toBe('anna@harbor.example');
    await sight.close();
    const reader = await console.open('rita', '/gate/suppressions/complained');
    await reader.page.getByText('they complained about the autumn sale').waitFor();
    expect(await reader.page.getByRole('button', { name: /Put them|Take them|Keep/ }).count()).toBe(0);
    await reader.close();
  });

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
    await page.getByText('It counts for the next decision').waitFor();
    expect((await policy()).caps.all.count).toBe(3);
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
      ['gate', '/gate', 'Gate'],
      ['gate-suppressions', '/gate/suppressions', 'Suppression lists'],
      ['gate-suppression', '/gate/suppressions/complained', 'complained'],
      ['gate-caps', '/gate/caps', 'Caps and quiet hours'],
      ['gate-shadow', '/gate/shadow', 'Rules on trial'],
    ] as const) {
      const sight = await console.open('ada', path, looks);
      await sight.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      if (view === 'gate') await sight.page.locator('figure svg').first().waitFor();
      await sight.shoot(`${view}-${name}`);
      expect([view, await sight.faults()]).toEqual([view, []]);
      await sight.close();
    }
  });
});
