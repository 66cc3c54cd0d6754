import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

// By its address: what the pages load is compiled for the browser, not for tests.
const { PAGES }: { readonly PAGES: ReadonlyArray<Record<'label' | 'right' | 'icon', string | null>> } =
  await import(new URL('../../src/console/pages/index.ts', import.meta.url).href);

describe.skipIf(CANNOT_RUN !== null)('the overview', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  }, 90_000);
  afterAll(() => console?.stop());

  it.each(['ada', 'rita', 'cara', 'anna', 'aud', 'lifecycle'] satisfies Actor[])(
    '%s sees in the rail the pages that the role may see, and no other',
    async (actor) => {
      const { may } = (await console.as(actor).ask('/v1/me')).body;
      const expected = PAGES.filter(
        ({ icon, right }) => icon !== null && (right === null || may.includes(right)),
      ).map(({ label }) => label);
      const sight = await console.open(actor, '/');
      const rail = sight.page.getByRole('navigation', { name: 'Pages' });
      await rail.waitFor();
      expect(await rail.getByRole('link').allTextContents()).toEqual(expected);
      await sight.close();
    },
  );

  it('tells an owner what to repair, and counts what each practice found', async () => {
    const sight = await console.open('lifecycle', '/');
    const waiting = sight.page.getByRole('region', { name: 'Needs you now' });
    const [first] = (await console.as('lifecycle').ask('/v1/overview')).body.waiting.items;
    expect(first).toMatchObject({ kind: 'repair', verdict: 'block' });
    expect(await waiting.getByRole('link').first().textContent()).toBe(first.use);
    expect(await waiting.textContent()).toContain('Repair it');
    const found = (await console.as('lifecycle').ask('/v1/overview')).body.practices;
    const shown = await sight.page
      .getByRole('listitem')
      .filter({ has: sight.page.locator('h3') })
      .allTextContents();
    expect(shown.length).toBe(7);
    for (const [index, { title, uses }] of found.entries()) {
      expect(shown[index]).toContain(title);
      if (uses > 0) expect(shown[index]).toContain(`in ${uses} use`);
    }
    await sight.close();
  });

  it('says what was stopped and why, until it is lifted', async () => {
    await console
      .as('anna')
      .ask('/v1/uses/trail-ad/stops', { method: 'POST', body: { reason: 'the price is wrong' } });
    const sight = await console.open('rita', '/');
    const paused = sight.page.getByRole('region', { name: 'Paused' });
    expect(await paused.textContent()).toContain('the price is wrong');
    await sight.close();
    const [stop] = (await console.as('rita').ask('/v1/stops?inForce=true')).body.items;
    await console.as('rita').ask(`/v1/stops/${stop.id}/lift`, {
      method: 'POST',
      headers: { 'if-match': `"${stop.version}"` },
      body: { reason: 'it was put right' },
    });
    const after = await console.open('rita', '/');
    expect(await after.page.getByRole('region', { name: 'Paused' }).textContent()).toContain(
      'Nothing is stopped',
    );
    await after.close();
  });

  it.each(LOOKS)('is sound in $name', async ({ name, looks }) => {
    const sight = await console.open('lifecycle', '/', looks);
    await sight.page.getByRole('region', { name: 'Needs you now' }).waitFor();
    await sight.shoot(`overview-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
