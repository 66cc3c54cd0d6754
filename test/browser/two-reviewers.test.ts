import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, CANNOT_RUN, ConsoleUnderTest, type Sight } from './console.ts';

const USES = { ending: 'boots-in-spring', joining: 'boots-in-summer', both: 'boots-in-fall' } as const;
const CAMPAIGN = {
  message: {
    type: 'text',
    text: 'Hello,\n\nHurry! Only 3 pairs left.\n\nUnsubscribe: https://shop.harbor.example/u/token\n',
  },
  answers: {
    aim: 'sell',
    channels: ['email'],
    ground: 'asked',
    benefit: 'A pair that fits, before the season',
    owner: 'lifecycle@harbor.example',
    until: '2027-02-10',
  },
};

describe.skipIf(CANNOT_RUN !== null)('two reviewers on one review', () => {
  let console: ConsoleUnderTest;
  const reviews = new Map<string, string>();
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    const ada = console.as('ada');
    const { version, ...policy } = (await ada.ask('/v1/settings/reviews')).body;
    const set = await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, blindShare: 1, hiddenShare: 0, twoApproversFrom: 'block' },
    });
    expect(set.status).toBe(200);
    const owner = console.as('lifecycle');
    for (const use of Object.values(USES)) {
      const made = await owner.ask('/v1/uses', { method: 'POST', body: { ...CAMPAIGN, title: use } });
      expect([made.status, made.body.code]).toEqual([201, undefined]);
      const asked = await owner.ask(`/v1/uses/${use}/reviews`, { method: 'POST' });
      expect([asked.status, asked.body.code]).toEqual([201, undefined]);
      reviews.set(use, asked.body.id);
    }
  }, 90_000);
  afterAll(() => console?.stop());

  /** A window of somebody who took part and judged first, before the decision. */
  async function atDecision(actor: Actor, use: string): Promise<Sight> {
    const id = reviews.get(use)!;
    const step = (body: object) => console.as(actor).ask(`/v1/reviews/${id}/steps`, { method: 'POST', body });
    await step({ type: 'joined', conflict: null });
    const harm = { group: null, whom: 'a runner who missed two payments', harm: 'buys what they cannot pay' };
    await step({ type: 'judged-first', judgement: 'change', harm });
    const seen = await step({ type: 'revealed' });
    expect([seen.status, seen.body.code]).toEqual([201, undefined]);
    const sight = await console.open(actor, `/reviews/${id}`);
    await sight.page.getByRole('heading', { name: 'Your decision' }).waitFor();
    return sight;
  }

  it('tells the second that the review has ended, who ended it and why, and keeps every word', async () => {
    const rita = await atDecision('rita', USES.ending);
    const cara = await atDecision('cara', USES.ending);
    // Both pages were read before either decides.
    await rita.page.reload();
    await rita.page.getByRole('heading', { name: 'Your decision' }).waitFor();
    const id = reviews.get(USES.ending)!;
    await cara.page.reload();
    await decision(cara.page, 'Reject', 'it ranks people by where they live');
    await cara.page.getByLabel('An alternative').fill('rank by what people asked for');
    await decision(rita.page, 'Ask for a change', 'say in words what the score looks at');
    await rita.page.getByRole('button', { name: 'Decide', exact: true }).click();
    await rita.page.getByText('changes asked for').first().waitFor();

    await cara.page.getByRole('button', { name: 'Decide', exact: true }).click();
    const told = cara.page.getByRole('region', { name: 'Somebody was faster' });
    await told.getByText('changes asked for', { exact: false }).waitFor();
    expect(await told.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
    await told.getByText('it ranks people by where they live').waitFor();
    await told.getByText('rank by what people asked for').waitFor();
    await cara.page
      .getByRole('region', { name: 'Who judges' })
      .getByText('say in words what the score looks at')
      .waitFor();
    expect(await cara.page.getByRole('button', { name: 'Decide', exact: true }).count()).toBe(0);
    await cara.shoot('two-reviewers-ended');
    expect(await cara.faults()).toEqual([]);
    // Over a reload, too, until it is let go.
    await cara.page.reload();
    await told.getByText('it ranks people by where they live').waitFor();
    await told.getByRole('button', { name: 'I do not need it any more' }).click();
    await expect.poll(() => told.count()).toBe(0);
    const { body } = await console.as('cara').ask(`/v1/reviews/${id}`);
    const key = console.as('cara').key;
    expect(body.participations.find((one: { person: string }) => one.person === key).decision).toBeNull();
    await rita.close();
    await cara.close();
  }, 90_000);

  it('goes on where the first only took part, with what was typed still in its fields', async () => {
    const cara = await atDecision('cara', USES.joining);
    await decision(cara.page, 'Reject', 'the price is not the price');
    const joined = await console.as('rita').ask(`/v1/reviews/${reviews.get(USES.joining)}/steps`, {
      method: 'POST',
      body: { type: 'joined', conflict: null },
    });
    expect(joined.status).toBe(201);
    await cara.page.getByRole('button', { name: 'Decide', exact: true }).click();
    await cara.page.getByRole('alert').getByText('Somebody was faster.', { exact: false }).waitFor();
    expect(await cara.page.getByLabel('Why, in your own words').inputValue()).toBe(
      'the price is not the price',
    );
    await cara.page.getByRole('button', { name: 'Decide', exact: true }).click();
    await cara.page.getByText('rejected').first().waitFor();
    expect(await cara.page.getByRole('region', { name: 'Somebody was faster' }).count()).toBe(0);
    await cara.close();
  }, 60_000);

  it('takes one of two decisions that arrive at the same moment', async () => {
    const rita = await atDecision('rita', USES.both);
    const cara = await atDecision('cara', USES.both);
    await rita.page.reload();
    await decision(rita.page, 'Reject', 'first of two');
    await decision(cara.page, 'Ask for a change', 'second of two');
    await Promise.all(
      [rita, cara].map(({ page }) => page.getByRole('button', { name: 'Decide', exact: true }).click()),
    );
    const told = [rita, cara].map(({ page }) => page.getByRole('region', { name: 'Somebody was faster' }));
    await expect
      .poll(async () =>
        (await Promise.all(told.map((one) => one.count()))).reduce((sum, one) => sum + one, 0),
      )
      .toBe(1);
    const { body } = await console.as('ada').ask(`/v1/uses/${USES.both}`);
    expect(body.review).toBeNull();
    for (const sight of [rita, cara]) expect(sight.complaints).toEqual([]);
    await rita.close();
    await cara.close();
  }, 60_000);
});

async function decision(page: Page, label: string, reason: string): Promise<void> {
  await page.getByRole('radio', { name: label, exact: true }).check();
  await page.getByLabel('Why, in your own words').fill(reason);
}
