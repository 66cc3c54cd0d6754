import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('practice', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
  }, 90_000);
  afterAll(() => console?.stop());

  it('teaches what will be there, and that figures about people are off', async () => {
    const sight = await console.open('rita', '/practice');
    await sight.page.getByRole('heading', { name: 'There is no practice case yet' }).waitFor();
    await sight.page.getByRole('heading', { name: 'Figures about reviewers are off' }).waitFor();
    await sight.shoot('practice-empty');
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });

  it('says that a case is one, takes one answer, and marks it at once', async () => {
    const ada = console.as('ada');
    const made = await ada.ask('/v1/practice-cases', {
      method: 'POST',
      body: {
        title: 'A pair for the season',
        material: 'Subject: Your last chance\n\nOnly 3 left. The offer ends tonight, as it does every night.',
        flaw: {
          check: 'msg-false-urgency',
          says: 'The offer begins anew each morning: nothing ends tonight.',
        },
      },
    });
    expect(made.status).toBe(201);
    const announced = await ada.ask(`/v1/practice-cases/${made.body.id}/announcement`, {
      method: 'POST',
      headers: { 'if-match': `"${made.body.version}"` },
    });
    expect(announced.status).toBe(200);
    const sight = await console.open('rita', '/practice');
    const { page } = sight;
    const one = page.getByRole('article', { name: 'Practice case: A pair for the season' });
    await one.getByText('Practice', { exact: true }).waitFor();
    expect(await one.getByText('begins anew').count()).toBe(0);
    await sight.shoot('practice-light');
    expect(await sight.faults()).toEqual([]);
    await one.getByRole('radio', { name: 'Ask for a change' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await one.getByText('You caught it.').waitFor();
    await one.getByText('The offer begins anew each morning').waitFor();
    await sight.shoot('practice-marked');
    await page.reload();
    await one.getByText('You have answered it.').waitFor();
    await sight.close();
  });

  it('shows figures once their ground is recorded, and not of too few reviews', async () => {
    const allowed = await console.as('ada').ask('/v1/settings/review-statistics', {
      method: 'PUT',
      body: { reference: 'works agreement of 1 October 2026' },
    });
    expect(allowed.status).toBe(200);
    const sight = await console.open('rita', '/practice');
    await sight.page.getByRole('heading', { name: 'Too few reviews to say anything' }).waitFor();
    await sight.close();
  });

  it.each(LOOKS)('is sound in $name', async ({ name, looks }) => {
    const sight = await console.open('cara', '/practice', looks);
    await sight.page.getByRole('article').waitFor();
    await sight.shoot(`practice-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
