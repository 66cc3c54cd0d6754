import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const USES = ['winback-spring', 'pay-later-offer', 'trail-ad-repaired'];

describe.skipIf(CANNOT_RUN !== null)('the queue of reviews', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    const ada = console.as('ada');
    const { version, ...policy } = (await ada.ask('/v1/settings/reviews')).body;
    await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, blindShare: 0, hiddenShare: 0 },
    });
    for (const use of USES) {
      const asked = await console.as('lifecycle').ask(`/v1/uses/${use}/reviews`, { method: 'POST' });
      expect([asked.status, asked.body.code]).toEqual([201, undefined]);
    }
    const hours = await ada.ask('/v1/settings/review-hours/2026-W47', { method: 'PUT', body: { hours: 2 } });
    expect(hours.status).toBe(200);
  }, 90_000);
  afterAll(() => console?.stop());

  it('shows the gravest first, filters on the server, and leads to a review by keyboard', async () => {
    const sight = await console.open('rita', '/reviews');
    const { page } = sight;
    const rows = page.getByRole('table', { name: 'Reviews' }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(3);
    expect(await rows.first().textContent()).toContain('block');
    await page.getByLabel('Gravity').selectOption('block');
    await page.waitForURL(/gravity=block/);
    await expect.poll(() => rows.count()).toBeLessThan(3);
    await page.getByLabel('Gravity').selectOption('');
    await page.getByLabel('Kind', { exact: true }).selectOption('waiver');
    await page.getByText('Nothing matches these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear them' }).click();
    await page.locator('[data-row]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reviews\/.+/);
    await page.getByRole('heading', { level: 1, name: /^Review of / }).waitFor();
    await sight.close();
  });

  it('takes those away that one has judged', async () => {
    const rita = console.as('rita');
    const [first] = (await rita.ask('/v1/reviews')).body.items;
    const step = (body: object) => rita.ask(`/v1/reviews/${first.id}/steps`, { method: 'POST', body });
    await step({ type: 'joined', conflict: null });
    const harm = { group: null, whom: 'a walker with little money', harm: 'buys what they do not need' };
    expect((await step({ type: 'judged-first', judgement: 'change', harm })).status).toBe(201);
    const sight = await console.open('rita', '/reviews?untouched=true');
    await expect.poll(() => sight.page.locator('tbody tr').count()).toBe(2);
    await sight.close();
  });

  it('names what the budget is spent on', async () => {
    const sight = await console.open('rita', '/reviews');
    const budget = sight.page.locator('section', {
      has: sight.page.getByRole('heading', { name: 'The review budget' }),
    });
    await budget.getByText('reviews a week').waitFor();
    await budget.getByText(/h needed of 2 h|needed of 2 h/).waitFor();
    expect(await budget.locator('ol li').count()).toBeGreaterThan(2);
    await sight.close();
  });

  it.each(LOOKS)('is sound in $name', async ({ name, looks }) => {
    const sight = await console.open('rita', '/reviews', looks);
    await sight.page.getByRole('table', { name: 'Reviews' }).waitFor();
    await sight.page.getByText('What causes most of it').waitFor();
    await sight.shoot(`reviews-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});

describe.skipIf(CANNOT_RUN !== null)('the queue on the first day', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
  }, 90_000);
  afterAll(() => console?.stop());

  it('teaches what will be there', async () => {
    const sight = await console.open('rita', '/reviews');
    await sight.page.getByRole('heading', { name: 'Nothing waits for a review' }).waitFor();
    await sight.shoot('reviews-empty');
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
