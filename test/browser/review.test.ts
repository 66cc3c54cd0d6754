import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionFiles } from '../../src/app/server/load-demo.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const USE = 'winback-spring';

describe.skipIf(CANNOT_RUN !== null)('a review', () => {
  let console: ConsoleUnderTest;
  let id = '';
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    const ada = console.as('ada');
    const { version, ...policy } = (await ada.ask('/v1/settings/reviews')).body;
    const set = await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, blindShare: 1, hiddenShare: 0, twoApproversFrom: 'review' },
    });
    expect(set.status).toBe(200);
    const asked = await console.as('lifecycle').ask(`/v1/uses/${USE}/reviews`, { method: 'POST' });
    expect([asked.status, asked.body.code]).toEqual([201, undefined]);
    id = asked.body.id;
  }, 90_000);
  afterAll(() => console?.stop());

  it.each(LOOKS)('is sound while the verdict is covered, in $name', async ({ name, looks }) => {
    const sight = await console.open('cara', `/reviews/${id}`, looks);
    await sight.page.getByRole('heading', { level: 1, name: `Review of ${USE}` }).waitFor();
    await sight.page.locator('iframe').waitFor();
    await sight.shoot(`review-covered-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });

  it('is judged blind first, then finding by finding with the keyboard alone', async () => {
    const sight = await console.open('rita', `/reviews/${id}`);
    const { page } = sight;
    const bar = page.getByRole('complementary', { name: 'What is missing' });
    await bar.getByText('1 thing is missing').waitFor();
    expect(await page.getByText('covered until you judge').count()).toBeGreaterThan(0);
    await page.getByRole('radio', { name: 'No', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your first judgement' }).waitFor();
    // What is looked at is recorded by itself.
    await page.getByRole('tab', { name: 'Plan' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForResponse((answer) => answer.url().endsWith('/steps') && answer.status() === 201);

    await page.getByRole('radio', { name: 'It needs a change' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('people');
    await page.keyboard.press('Tab');
    await page.keyboard.type('buys shoes they cannot pay for');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('names nobody in particular').waitFor();
    expect(await page.getByLabel('What would happen to them?').inputValue()).toBe(
      'buys shoes they cannot pay for',
    );
    await page.reload();
    await page.getByLabel('One concrete harm: to whom?').fill('a runner who missed two payments');
    await page.getByRole('button', { name: 'Record it and uncover the verdict' }).focus();
    await page.keyboard.press('Enter');

    const findings = page.getByRole('group', { name: 'Findings' });
    await findings.waitFor();
    await sight.shoot('review-uncovered-light');
    expect(await sight.faults()).toEqual([]);
    const stops = findings.getByRole('list', { name: 'All findings' }).getByRole('button');
    const count = await stops.count();
    expect(count).toBeGreaterThan(2);
    await stops.first().focus();
    await page.keyboard.press('j');
    await expect.poll(() => stops.nth(1).getAttribute('aria-current')).toBe('step');
    await page.keyboard.press('k');
    await expect.poll(() => stops.nth(0).getAttribute('aria-current')).toBe('step');
    await page.keyboard.press('d');
    const reason = findings.getByLabel('Why is it not so?');
    await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('INPUT');
    // Letters in a field are letters.
    await page.keyboard.type('a jaded fact says so');
    expect(await reason.inputValue()).toBe('a jaded fact says so');
    await page.keyboard.press('Enter');
    await stops.nth(0).getByText('✗').waitFor();
    for (let index = 1; index < count; index += 1) {
      await expect.poll(() => stops.nth(index).getAttribute('aria-current')).toBe('step');
      await page.keyboard.press('a');
      await stops.nth(index).getByText('✓').waitFor();
    }
    // Outside of the findings the same letters do nothing.
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('k');
    expect(await stops.nth(count - 1).getAttribute('aria-current')).toBe('step');
    await sight.close();
  });

  it('marks the evidence in the message that recipients see', async () => {
    const sight = await console.open('rita', `/reviews/${id}`);
    const { page } = sight;
    await page.getByRole('group', { name: 'Findings' }).waitFor();
    await page.getByRole('tab', { name: 'Message' }).click();
    const marks = page.frameLocator('iframe').locator('mark[data-finding]');
    await expect.poll(() => marks.count()).toBeGreaterThan(2);
    expect((await marks.allTextContents()).join(' ')).toContain('ends in 2 hours');
    await sight.close();
  });

  it('shows who is reached in words, with the way of each field, and the lines marked', async () => {
    const sight = await console.open('rita', `/reviews/${id}`);
    const { page } = sight;
    await page.getByRole('tab', { name: 'Audience' }).click();
    await page.getByRole('heading', { name: 'Who is reached' }).waitFor();
    await page.getByText('churn risk', { exact: true }).first().waitFor();
    await sight.shoot('review-audience-light');
    await page.getByRole('tab', { name: 'Claims' }).click();
    await page.getByText('k2-stock').first().waitFor();
    await sight.shoot('review-claims-light');
    await page.getByRole('tab', { name: 'Plan' }).click();
    await page.getByRole('heading', { name: 'What the customer will see' }).waitFor();
    await sight.shoot('review-plan-light');
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });

  it('keeps what was typed where somebody else acts meanwhile, and says so', async () => {
    const sight = await console.open('rita', `/reviews/${id}`);
    const { page } = sight;
    await page.getByRole('radio', { name: 'Reject' }).check();
    await page.getByLabel('Why, in your own words').fill('it presses people who are in debt');
    const cara = console.as('cara');
    const step = (body: object) => cara.ask(`/v1/reviews/${id}/steps`, { method: 'POST', body });
    await step({ type: 'joined', conflict: null });
    await page.getByRole('button', { name: 'Decide', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText('the review changed while you were writing', { exact: false })
      .waitFor();
    expect(await page.getByLabel('Why, in your own words').inputValue()).toBe(
      'it presses people who are in debt',
    );
    await sight.shoot('review-conflict-light');
    await page.reload();
    expect(await page.getByLabel('Why, in your own words').inputValue()).toBe(
      'it presses people who are in debt',
    );
    await sight.close();
  });

  it.each(LOOKS)('is sound while one decides, in $name', async ({ name, looks }) => {
    const sight = await console.open('rita', `/reviews/${id}`, looks);
    const { page } = sight;
    await page.getByRole('radio', { name: 'Approve with conditions' }).check();
    await page.getByText('What may differ from message to message').click();
    await sight.shoot(`review-decide-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });

  it('takes an approval with structured conditions once nothing is missing', async () => {
    const sight = await console.open('rita', `/reviews/${id}`);
    const { page } = sight;
    await addTo(page, 'An alternative', 'no countdown', 'What speaks for or against it?', 'the end is real');
    await page.getByRole('button', { name: 'Add this alternative' }).click();
    await page.getByRole('radio', { name: 'Approve with conditions' }).check();
    await page.getByLabel('Why, in your own words').fill('the offer ends when it says so');
    await page.getByLabel('The strongest reason against it').fill('some may still feel pressed');
    await page
      .getByRole('group', { name: 'Conditions' })
      .getByRole('checkbox', { name: 'email', exact: true })
      .check();
    await page.getByRole('button', { name: 'Add this condition' }).click();
    await page.getByText('only by email').waitFor();
    await page.getByLabel('May run until').fill('2027-02-01');
    expect(await page.getByRole('button', { name: 'Decide', exact: true }).isDisabled()).toBe(true);
    await page.getByLabel('Who stops it if it goes wrong').selectOption({ index: 1 });
    await page.getByText('Nothing is missing: your decision counts.').waitFor();
    await page.getByRole('button', { name: 'Decide', exact: true }).click();
    await page.getByText('waits for a second approver').waitFor();
    await sight.shoot('review-awaiting-light');
    const { body } = await console.as('rita').ask(`/v1/reviews/${id}`);
    expect(
      body.participations.find(({ person }: { person: string }) => person === console.as('rita').key)
        .decision,
    ).toMatchObject({
      decision: 'approve-with-conditions',
      conditions: [{ says: 'only by email', check: { type: 'channels', only: ['email'] } }],
    });
    await sight.close();
  });

  it('shows what is cleared once the second approver agreed, and hands out the signed statement', async () => {
    const cara = console.as('cara');
    const step = (more: object) => cara.ask(`/v1/reviews/${id}/steps`, { method: 'POST', body: more });
    const { body: begun } = await cara.ask(`/v1/reviews/${id}`);
    for (const material of begun.subject.materials)
      await step({ type: 'opened-material', material, seconds: 40 });
    const harm = { group: null, whom: 'a runner who missed two payments', harm: 'buys what they cannot pay' };
    await step({ type: 'judged-first', judgement: 'change', harm });
    const { body: seen } = await step({ type: 'revealed' });
    for (const finding of seen.subject.findings)
      await step({ type: 'answered-finding', finding: finding.id, agrees: false, reason: 'a fact says so' });
    await step({ type: 'considered-alternative', alternative: 'no countdown', whyNot: 'the end is real' });
    const decided = await step({
      type: 'decided',
      decision: 'approve',
      reason: 'the offer ends when it says so',
      against: 'some may feel pressed',
      dissent: null,
      conditions: [],
      until: '2027-01-15T00:00:00Z',
      stopOwner: console.as('lifecycle').key,
      contest: null,
      essential: null,
    });
    expect([decided.status, decided.body.code]).toEqual([201, undefined]);
    const sight = await console.open('rita', `/reviews/${id}`);
    const { page } = sight;
    const block = page.getByRole('region', { name: 'Clearance' });
    await block.getByText('only by email').waitFor();
    await sight.shoot('review-cleared-light');
    expect(await sight.faults()).toEqual([]);
    const saving = page.waitForEvent('download');
    await block.getByRole('button', { name: 'Save the signed statement' }).click();
    const saved = await readFile((await (await saving).path())!, 'utf8');
    const { clearance } = (await cara.ask(`/v1/uses/${USE}`)).body;
    expect(saved).toBe((await cara.ask(`/v1/clearances/${clearance}`)).body.statement);
    await sight.close();
  });

  it('confirms a small change by what went and came, with one button', async () => {
    const read = await definitionFiles('examples/harbor');
    if (!read.ok) throw new Error(read.problem.message);
    const files = read.value
      .filter(({ path }) => !path.startsWith('uses/') || path.startsWith(`uses/${USE}/`))
      .map(({ path, text }) => ({
        path,
        text: text.replace('You get this because', 'You read this because'),
      }));
    const pushed = await console.as('lifecycle').ask(`/v1/uses/${USE}/versions`, {
      method: 'POST',
      body: { workspace: 'harbor', files },
    });
    expect([pushed.status, pushed.body.code]).toEqual([201, undefined]);
    const { items } = (await console.as('rita').ask('/v1/reviews?kind=small-change')).body;
    expect(items).toHaveLength(1);
    const sight = await console.open('rita', `/reviews/${items[0].id}`);
    const { page } = sight;
    await page.getByRole('heading', { name: `Small change of ${USE}` }).waitFor();
    expect(await page.locator('ins').allTextContents()).toContain('added: read ');
    expect(await page.locator('del').allTextContents()).toContain('removed: get ');
    await sight.shoot('review-small-light');
    expect(await sight.faults()).toEqual([]);
    await page.getByRole('checkbox', { name: /no conflict of interest/ }).check();
    await page.getByRole('button', { name: 'Confirm the change' }).click();
    await page.getByRole('region', { name: 'Clearance' }).getByText('1 small change').waitFor();
    await sight.close();
    const before = await console.open('rita', `/reviews/${id}`);
    await before.page.getByRole('heading', { name: 'This clearance is void' }).waitFor();
    await before.page.getByText('what was cleared was changed', { exact: false }).waitFor();
    await before.shoot('review-void-light');
    await before.close();
  });
});

async function addTo(page: Page, first: string, one: string, second: string, two: string): Promise<void> {
  await page.getByLabel(first).fill(one);
  await page.getByLabel(second).fill(two);
}
