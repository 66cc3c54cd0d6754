import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStory } from '../../src/app/server/story/read-story.ts';
import { press } from './by-keyboard.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const story = await readStory();
/** Title of each step, and how many charts it draws. */
const STEPS = [
  ['The pressure sells', 1],
  ['What it does to whom', 3],
  ['The monitors see it', 1],
  ['The review, and the repaired message', 0],
  ['Afterwards', 2],
  ['What it cost, and what did not work', 0],
  ['What is simulated, and what is not', 0],
] as const;

describe.skipIf(CANNOT_RUN !== null)('the tour in the console', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  }, 120_000);
  afterAll(() => console?.stop());

  it('leads by keyboard through all steps, each at an address of its own, and back', async () => {
    const sight = await console.open('lifecycle', '/');
    const { page } = sight;
    await press(
      page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Tour', exact: true }),
    );
    const on = page.getByRole('navigation', { name: 'Back and on' });
    for (const [index, [title]] of STEPS.entries()) {
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(new URL(page.url()).pathname).toBe(index === 0 ? '/tour' : `/tour/${index + 1}`);
      if (index < STEPS.length - 1) await press(on.getByRole('link', { name: /^Next:/ }));
    }
    expect(await on.getByRole('link', { name: /^Next:/ }).count()).toBe(0);
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('heading', { level: 1, name: STEPS[5][0] }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { level: 1, name: STEPS[6][0] }).waitFor();
    await sight.close();
  }, 120_000);

  it('names the pause, every alarm with its numbers, and what was false', async () => {
    const sight = await console.open('aud', '/tour/3');
    const { page } = sight;
    const alarms = page.getByRole('table', { name: 'Every alarm of the year' }).locator('tbody tr');
    await expect.poll(() => alarms.count()).toBe(story!.alarms.length);
    await alarms.filter({ hasText: 'paused' }).first().getByText('0.001').waitFor();
    await page.goto(`${console.url}/tour/6`);
    const wrong = story!.alarms.filter(({ use }) => use === 'season-letter');
    await expect.poll(() => page.getByText(/^A false warning: season-letter/).count()).toBe(wrong.length);
    const others = page.getByRole('table', { name: /by seed$/ }).locator('tbody tr');
    expect(await others.count()).toBe(story!.otherSeeds.length);
    await sight.close();
  }, 60_000);

  it('leads to the uses that can be reviewed, with what stands against them', async () => {
    const sight = await console.open('lifecycle', '/tour/4');
    const { page } = sight;
    const heading = page.getByRole('heading', { name: 'winback-spring', exact: true });
    const findings = page.locator('section', { has: heading }).getByRole('listitem');
    await expect.poll(() => findings.count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Open winback-spring-repaired' }).click();
    await page.waitForURL(/\/uses\/winback-spring-repaired$/);
    await sight.close();
  }, 60_000);

  it.each(LOOKS)(
    'is sound in $name',
    async ({ name, looks }) => {
      for (const [index, [, charts]] of STEPS.entries()) {
        const sight = await console.open('lifecycle', `/tour/${index + 1}`, looks);
        await sight.page.getByRole('heading', { level: 1 }).waitFor();
        await expect.poll(() => sight.page.locator('figure [aria-hidden] > svg').count()).toBe(charts);
        await sight.shoot(`tour-${index + 1}-${name}`);
        expect([index + 1, await sight.faults()]).toEqual([index + 1, []]);
        await sight.close();
      }
    },
    180_000,
  );

  it('says where there is none, and stays out of the rail', async () => {
    const bare = await ConsoleUnderTest.start({ demo: false });
    try {
      const sight = await bare.open('lifecycle', '/tour');
      await sight.page.getByText('There is no story on this server').waitFor();
      const rail = sight.page.getByRole('navigation', { name: 'Pages' });
      expect(await rail.getByRole('link', { name: 'Tour' }).count()).toBe(0);
      expect(await sight.faults()).toEqual([]);
      await sight.close();
    } finally {
      await bare.stop();
    }
  }, 120_000);
});
