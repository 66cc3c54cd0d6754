import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Somebody } from '../api/harness.ts';
import { choose, press, write } from './by-keyboard.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const HOUR_MS = 3_600_000;
const HARMFUL = 'winback-spring';
const BANDS = ['18-34', '35-64', '65+'];

describe.skipIf(CANNOT_RUN !== null)('incidents in the console', () => {
  let console: ConsoleUnderTest;
  let intake: Somebody;
  let id = '';
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    const key = await console.as('ada').ask('/v1/keys', {
      method: 'POST',
      body: { name: 'esp', roles: ['intake'], days: 9 },
    });
    intake = console.server.withKey(key.body.secret);
  }, 240_000);
  afterAll(() => console?.stop());

  /** Sends of the last hours; every 40th who got it complains. */
  const harm = async () => {
    const from = console.server.now.getTime() - 4 * HOUR_MS;
    const events = Array.from({ length: 3_600 }, (_, number) => {
      const event = (type: string, minutes: number) => ({
        id: `${type}-${number}`,
        type,
        use: HARMFUL,
        at: new Date(from + 2_000 * number + 60_000 * minutes).toISOString(),
        subject: `k-${number}`,
        ...(type === 'send' ? { groups: { age_band: BANDS[number % BANDS.length] } } : {}),
      });
      return number % 40 === 0 ? [event('send', 0), event('complaint', 45)] : [event('send', 0)];
    }).flat();
    const { body } = await intake.ask('/v1/outcomes', { method: 'POST', body: events });
    expect(body).toMatchObject({ refused: [], quarantined: 0 });
    await vi.waitFor(async () => {
      const { items } = (
        await console.as('aud').ask(`/v1/incidents?use=${HARMFUL}&cause=complaints&open=true`)
      ).body;
      expect(items).toHaveLength(1);
      id = items[0].id;
    }, 30_000);
  };

  it('teach where none is, and are reported by anybody with a role, by keyboard', async () => {
    const sight = await console.open('anna', '/incidents');
    const { page } = sight;
    await page.getByRole('heading', { name: 'No harm is known' }).waitFor();
    expect(await sight.faults()).toEqual([]);
    await press(page.getByRole('button', { name: 'Report harm' }));
    const dialog = page.getByRole('dialog');
    await write(dialog.getByLabel('Use'), 'no-such-use');
    await write(dialog.getByLabel('In your words'), 'the old price was never asked');
    await press(dialog.getByRole('button', { name: 'Report it' }));
    await dialog.getByRole('alert').waitFor();
    expect(await sight.violations()).toEqual([]);
    await dialog.getByLabel('Use').fill(HARMFUL);
    await press(dialog.getByRole('button', { name: 'Report it' }));
    await page.waitForURL(/\/incidents\/incident_/);
    await page.getByRole('heading', { level: 1, name: 'A price that was not true' }).waitFor();
    await page.getByText('the old price was never asked').waitFor();
    await page.goto(`${console.url}/incidents/incident_that-is-none`);
    await page.getByRole('alert').waitFor();
    await sight.close();
  });

  it('lead from the first page to why a use is paused, and on to what is to do', async () => {
    await harm();
    const sight = await console.open('lifecycle', '/');
    const { page } = sight;
    await page.getByRole('link', { name: 'See what is to decide and to do' }).click();
    await page.waitForURL(/\/incidents/);
    await page.goto(`${console.url}/uses/${HARMFUL}/outcomes`);
    await page.getByRole('heading', { name: 'Why it is paused, and what to do' }).waitFor();
    await page
      .getByRole('table', { name: 'Open incidents' })
      .getByRole('link', { name: /complaints/ })
      .click();
    await page.waitForURL(new RegExp(id));
    await page.getByText('3,600 people.').waitFor();
    // Groups and keys are not for who plans the use, nor are decisions.
    expect(await page.getByRole('table', { name: 'People by group' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'See whom, for a remedy' }).count()).toBe(0);
    await page.getByText('Still open: a customer advocate says it.').first().waitFor();
    await press(page.getByRole('button', { name: 'Say it: What caused it' }));
    await write(page.getByRole('dialog').getByLabel('In your words'), 'The list was bought.');
    await press(page.getByRole('dialog').getByRole('button', { name: 'Put it on record' }));
    await page.getByText('The list was bought.').waitFor();
    await sight.close();
  });

  it.each(LOOKS)('are sound in $name', async ({ name, looks }) => {
    for (const [view, actor, path] of [
      ['incidents', 'rita', '/incidents'],
      ['incident', 'cara', `/incidents/${id}`],
      ['overview-incidents', 'rita', '/'],
    ] as const) {
      const sight = await console.open(actor, path, looks);
      await sight.page.getByRole('heading', { level: 1 }).waitFor();
      await sight.shoot(`${view}-${name}`);
      expect([view, await sight.faults()]).toEqual([view, []]);
      await sight.close();
    }
  });

  it('are decided, made good and closed by who speaks for customers, by keyboard', async () => {
    const sight = await console.open('cara', `/incidents/${id}`);
    const { page } = sight;
    const dialog = page.getByRole('dialog');
    const record = async () => {
      await press(dialog.getByRole('button', { name: 'Put it on record' }));
      await dialog.waitFor({ state: 'detached' });
    };
    await page.getByRole('table', { name: 'People by group' }).getByText('1,200').first().waitFor();
    await press(page.getByRole('button', { name: 'Say it: Whether somebody has to be told of it' }));
    await choose(page, 'A personal data breach', 'No personal data breach: nobody has to be told by law');
    await write(dialog.getByLabel('Because'), 'Nobody saw data of another.');
    expect(await sight.violations()).toEqual([]);
    await record();
    await press(page.getByRole('button', { name: 'Say it: What is done for those it reached' }));
    await dialog.getByLabel('an apology').focus();
    await page.keyboard.press('Space');
    await write(dialog.getByLabel('Because'), 'They had asked for nothing.');
    await record();
    await press(page.getByRole('button', { name: 'Say it: That it was done: an apology' }));
    await write(dialog.getByRole('textbox', { name: /^Proof/ }), 'Letter of 20 November to all 3,600.');
    await dialog.getByLabel('When it was done').fill('2026-11-20T08:00');
    expect(await sight.violations()).toEqual([]);
    await record();
    expect(await page.getByRole('button', { name: 'Close it' }).count()).toBe(0);
    await press(page.getByRole('button', { name: 'Say it: What would have caught it' }));
    await write(dialog.getByLabel('Its name'), 'seg-min-size');
    await record();
    await press(page.getByRole('button', { name: 'See whom, for a remedy' }));
    await write(dialog.getByLabel('What for'), 'the apology');
    await press(dialog.getByRole('button', { name: 'Show them' }));
    await dialog.getByText('500 keys').waitFor();
    expect(await sight.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await press(page.getByRole('button', { name: 'Close it' }));
    await press(dialog.getByRole('button', { name: 'Close it' }));
    await page.getByText('It is closed.').waitFor();
    expect(await page.getByRole('button', { name: /^Say it/ }).count()).toBe(0);
    await sight.close();
  });
});
