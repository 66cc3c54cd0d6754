import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

describe.skipIf(CANNOT_RUN !== null)('the overview', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  }, 90_000);
  afterAll(() => console?.stop());

  it.each([
    ['ada', ['Overview', 'Uses']],
    ['rita', ['Overview', 'Uses']],
    ['lifecycle', ['Overview', 'Uses']],
  ] satisfies [Actor, string[]][])('%s sees in the rail what the role may', async (actor, pages) => {
    const sight = await console.open(actor, '/');
    const links = await sight.page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link')
      .allTextContents();
    expect(links).toEqual(expect.arrayContaining(pages));
    await sight.close();
  });

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
