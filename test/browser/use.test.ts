import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const TABS = ['', '/who', '/checks', '/reviews', '/history'];
const PRESSED = 'Hello,\n\nHurry! Only 3 pairs left.\n\nUnsubscribe: https://shop.harbor.example/u/token\n';
const ANSWERS = {
  aim: 'sell',
  channels: ['email'],
  ground: 'asked',
  benefit: 'A pair that fits, before the season',
  owner: 'lifecycle@harbor.example',
  until: '2027-02-10',
};

/** A verdict takes longer than a moment on a machine that does other things. */
const SOON = { timeout: 15_000 };

describe.skipIf(CANNOT_RUN !== null)('the page of a use', () => {
  let console: ConsoleUnderTest;
  const make = async (title: string, answers: object = ANSWERS) =>
    (
      await console.as('lifecycle').ask('/v1/uses', {
        method: 'POST',
        body: { title, answers, message: { type: 'text', text: PRESSED } },
      })
    ).body;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  }, 90_000);
  afterAll(() => console?.stop());

  it('has an address for each of its parts, and shows the thing itself', async () => {
    const sight = await console.open('lifecycle', '/uses/winback-spring');
    const { page } = sight;
    const tabs = page.getByRole('navigation', { name: 'Parts of this use' });
    expect(await tabs.locator('[aria-current=page]').textContent()).toBe('What');
    const marks = page.frameLocator('iframe[title^="The message"]').locator('mark[data-finding]');
    await expect.poll(() => marks.count(), SOON).toBeGreaterThan(3);
    await page.getByText('Phone', { exact: true }).click();
    await page.locator('[data-width=phone] iframe').waitFor();
    await tabs.getByRole('link', { name: 'Who' }).click();
    await page.waitForURL(/\/uses\/winback-spring\/who$/);
    await page.getByRole('region', { name: 'Who is reached' }).getByText('Churn risk').waitFor();
    const churn = page
      .getByRole('table', { name: 'Fields' })
      .getByRole('row', { name: /crm\.scores\.churn_risk/ });
    expect(await churn.textContent()).toMatch(/inferred.*decides who is reached/);
    expect(await page.locator('pre mark').first().textContent()).toContain('churn_risk > 0.7');
    await tabs.getByRole('link', { name: 'Checks' }).click();
    await page.waitForURL(/\/checks$/);
    const found = (await console.as('lifecycle').ask('/v1/uses/winback-spring/findings?limit=500')).body
      .items;
    const rows = page.locator('button[aria-expanded]').filter({ hasText: /^(?:block|review|advise)/ });
    await expect.poll(() => rows.count(), SOON).toBe(found.length);
    await rows.filter({ hasText: 'block' }).first().click();
    const article = page.getByRole('article');
    for (const word of ['What', 'Why', 'Instead']) await article.getByText(word, { exact: true }).waitFor();
    expect(await article.locator('pre mark').count()).toBeGreaterThan(0);
    await sight.shoot('use-checks-open');
    expect(await sight.violations()).toEqual([]);
    await page.reload();
    await rows.first().waitFor();
    await sight.close();
  });

  it('is found in the palette, its findings too', async () => {
    const sight = await console.open('rita', '/');
    const { page } = sight;
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Find a page, a use, a person').fill('winback-spring');
    await page.getByRole('dialog').getByText('winback-spring', { exact: true }).first().waitFor();
    await page.getByRole('dialog').getByText('winback-spring', { exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'winback-spring' }).waitFor();
    await sight.close();
  });

  it('names the next step to who may take it, and whom it waits for to everyone else', async () => {
    await make('Blocked boots', {});
    const owner = await console.open('lifecycle', '/uses/blocked-boots');
    const edit = owner.page.getByRole('link', { name: 'Edit it' });
    await edit.waitFor();
    // Read by eye, too: the words of a button that is a link have the colour of a button.
    const [ink, ground] = (await owner.page.evaluate(`(() => {
      const link = [...document.querySelectorAll('a')].find(({ textContent }) => textContent === 'Edit it');
      const { color, backgroundColor } = getComputedStyle(link);
      return [color, backgroundColor];
    })()`)) as readonly string[];
    expect(ink).not.toBe(ground);
    await owner.close();
    const other = await console.open('anna', '/uses/blocked-boots');
    await other.page.getByText(/Waits for .* to repair it\./).waitFor();
    expect(await other.page.getByRole('link', { name: 'Edit it' }).count()).toBe(0);
    await other.close();
    const pushed = await console.open('lifecycle', '/uses/winback-spring');
    await pushed.page.getByText('Repair it in its workspace').waitFor();
    await pushed.close();
  });

  it('is repaired in the page, and tells what the repair changed', async () => {
    await make('Repaired boots');
    const sight = await console.open('lifecycle', '/uses/repaired-boots/edit');
    const { page } = sight;
    const message = page.getByRole('textbox', { name: 'Message', exact: true });
    expect(await message.inputValue()).toBe(PRESSED);
    await page
      .getByRole('region', { name: 'In the message' })
      .getByRole('button', { name: '“Hurry' })
      .first()
      .waitFor();
    await sight.shoot('use-edit');
    expect(await sight.faults()).toEqual([]);
    await message.fill(PRESSED.replace('Hurry! Only 3 pairs left.', 'The boots are back.'));
    const inMessage = page.getByRole('region', { name: 'In the message' });
    await expect.poll(() => inMessage.getByRole('button', { name: '“Hurry' }).count(), SOON).toBe(0);
    // Somebody else changes it meanwhile: the edit is refused, kept, and put on top.
    const { version } = (await console.as('lifecycle').ask('/v1/uses/repaired-boots')).body;
    const changed = await console.as('lifecycle').ask('/v1/uses/repaired-boots/versions', {
      method: 'POST',
      body: { answers: { benefit: 'Dry feet' } },
      headers: { 'if-match': `"${version}"` },
    });
    expect(changed.status).toBe(201);
    await page.getByRole('button', { name: 'Keep as a new version' }).click();
    await page.getByRole('alert').getByText('was changed by somebody else').waitFor();
    expect(await message.inputValue()).toContain('The boots are back.');
    await page.reload();
    await page.getByRole('button', { name: 'Keep as a new version' }).click();
    await page.getByRole('button', { name: 'Put it on top of what is there now' }).click();
    await page.getByRole('button', { name: 'Keep as a new version' }).click();
    await page.waitForURL(/\/uses\/repaired-boots$/);
    await page.getByRole('link', { name: 'History' }).click();
    const newest = page.getByRole('listitem').filter({ hasText: 'Version 3' }).first();
    await newest.getByRole('region', { name: 'Findings that are gone' }).getByText('Hurry').first().waitFor();
    expect(await newest.locator('del').first().textContent()).toContain('Hurry!');
    expect(await newest.locator('ins').first().textContent()).toContain('The boots are back.');
    await sight.shoot('use-history');
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  }, 90_000);

  it('is stopped by anyone with a reason, and lifted by a reviewer who does not work on it', async () => {
    const anna = await console.open('anna', '/uses/trail-ad');
    await anna.page.getByRole('button', { name: 'Stop' }).click();
    const dialog = anna.page.getByRole('dialog');
    await dialog.getByText('At once, for everyone').waitFor();
    await expect.poll(() => anna.focused(), SOON).toBe('');
    await anna.page.keyboard.type('the price is wrong');
    expect(await anna.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await anna.page.getByRole('status').getByText('the price is wrong').waitFor();
    await anna.page.getByText('Waits for a reviewer who does not work on it to lift the stop.').waitFor();
    await anna.shoot('use-stopped');
    expect(await anna.faults()).toEqual([]);
    await anna.close();
    const owner = await console.open('lifecycle', '/uses/trail-ad');
    await owner.page.getByRole('status').getByText('the price is wrong').waitFor();
    expect(await owner.page.getByRole('button', { name: 'Lift the stop' }).count()).toBe(0);
    await owner.close();
    const rita = await console.open('rita', '/uses/trail-ad');
    await rita.page.getByRole('button', { name: 'Lift the stop' }).click();
    await rita.page.getByRole('dialog').getByLabel('Reason').fill('it was put right');
    await rita.page.getByRole('dialog').getByRole('button', { name: 'Lift the stop' }).click();
    await expect.poll(() => rita.page.getByText('the price is wrong').count(), SOON).toBe(0);
    await rita.page.getByRole('button', { name: 'Stop' }).waitFor();
    await rita.close();
  });

  it('leads its owner into a review, and a reviewer to judge, with the verdict covered until then', async () => {
    const { version, ...policy } = (await console.as('ada').ask('/v1/settings/reviews')).body;
    const set = await console.as('ada').ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, blindShare: 1, hiddenShare: 0 },
    });
    expect(set.status).toBe(200);
    await make('Asked boots');
    const owner = await console.open('lifecycle', '/uses/asked-boots');
    await owner.page.getByRole('button', { name: 'Ask for a review' }).click();
    await expect
      .poll(async () => (await console.as('lifecycle').ask('/v1/uses/asked-boots')).body.review, SOON)
      .not.toBeNull();
    await owner.page.goto(`${console.url}/uses/asked-boots`);
    await owner.page.getByText('Waits for reviewers to judge it.').waitFor();
    await owner.close();
    const rita = await console.open('rita', '/uses/asked-boots/checks');
    await rita.page.getByRole('link', { name: 'Judge it' }).waitFor();
    await rita.page.getByRole('heading', { name: 'Covered until you judge' }).waitFor();
    expect(await rita.page.getByText('Hurry').count()).toBe(0);
    await rita.page.getByRole('link', { name: 'Reviews' }).last().click();
    await rita.page
      .getByRole('region', { name: 'Reviews' })
      .getByText('waits for a judgement')
      .first()
      .waitFor();
    expect(await rita.faults()).toEqual([]);
    await rita.close();
  });

  it('says that there is no such use', async () => {
    const sight = await console.open('rita', '/uses/no-such-use');
    await sight.page.getByRole('heading', { name: 'There is no such use' }).waitFor();
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });

  it.each(LOOKS.flatMap((look) => TABS.map((tab) => ({ ...look, tab }))))(
    'is sound in $name at $tab',
    async ({ name, looks, tab }) => {
      const sight = await console.open('lifecycle', `/uses/winback-spring${tab}`, looks);
      await sight.page.getByRole('navigation', { name: 'Parts of this use' }).waitFor();
      await expect.poll(() => sight.page.getByText(/^Loading/).count(), SOON).toBe(0);
      await sight.shoot(`use-${tab.slice(1) || 'what'}-${name}`);
      expect(await sight.faults()).toEqual([]);
      await sight.close();
    },
  );
});
