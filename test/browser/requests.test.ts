import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpPages } from '../api/customer-pages.ts';
import { press, reach, write } from './by-keyboard.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const DAY_MS = 86_400_000;
const WHO = 'dora@customer.example';

describe.skipIf(CANNOT_RUN !== null)('requests', () => {
  let console: ConsoleUnderTest;
  const asked = async (kind: string, over: object = {}, email = WHO): Promise<string> => {
    const { status, body } = await console.as('cara').ask('/v1/requests', {
      method: 'POST',
      body: {
        kind,
        identifiers: [{ kind: 'email', value: email }],
        jurisdiction: 'eu-de',
        ...(kind === 'access' ? { detail: 'specific' } : {}),
        ...over,
      },
    });
    expect([status, body.detail]).toEqual([201, undefined]);
    return body.id;
  };
  const stateOf = async (id: string) =>
    (await console.as('cara').ask(`/v1/requests/${id}`)).body as { state: string; outcome: string | null };
  let access: string;
  let contest: string;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    await setUpPages(console.as('ada'));
    access = await asked('access', { statement: 'Please send me what you have of me.' });
    console.server.now = new Date(console.server.now.getTime() + 25 * DAY_MS);
    contest = await asked('contest', { proofs: ['address'], statement: 'I did pay.' });
    console.server.now = new Date(console.server.now.getTime() + 10 * DAY_MS);
  }, 120_000);
  afterAll(() => console?.stop());

  it('stand in a queue, what is due first on top, and nothing tells who asks', async () => {
    const sight = await console.open('cara', '/requests');
    const { page } = sight;
    const rows = page.getByRole('table', { name: 'Requests' }).locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.allTextContents()).toEqual([
      expect.stringMatching(/^access to their data.*overdue.*waits for a proof/),
      expect.stringMatching(/^contest of a decision.*in 3 weeks.*nobody has taken it/),
    ]);
    await page.getByLabel('Due').selectOption('overdue');
    await page.waitForURL(/urgency=overdue/);
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('link', { name: 'access to their data' }).click();
    await page.getByRole('heading', { level: 1, name: 'A request: access to their data' }).waitFor();
    expect(await page.content()).not.toMatch(/dora|what you have of me/i);
    await sight.close();
  });

  it('tell who asks to who says why they look', async () => {
    const readings = async () =>
      (await console.as('aud').ask('/v1/evidence?limit=500')).body.items.filter(
        ({ type }: { type: string }) => type === 'request.person-read',
      ).length;
    const before = await readings();
    const sight = await console.open('cara', `/requests/${access}`);
    const { page } = sight;
    await write(page.getByLabel('Why you look'), 'to call back');
    await page.keyboard.press('Enter');
    await page.getByText(WHO).waitFor();
    await page.getByText('Please send me what you have of me.').waitFor();
    expect(await readings()).toBe(before + 1);
    await page.getByRole('link', { name: 'the ledger of this person' }).click();
    await page.getByRole('button', { name: 'Show their choices' }).waitFor();
    await sight.close();
  });

  it('go from the proof to a copy, part by part, to an answer', async () => {
    const sight = await console.open('cara', `/requests/${access}`);
    const { page } = sight;
    await page.getByText('It waits for the person').waitFor();
    await page.getByText('It is made once it is proven who asks.').waitFor();
    await sight.close();
    const own = await asked('access', { proofs: ['address', 'person-checked'] });
    const next = await console.open('cara', `/requests/${own}`);
    await next.page.getByLabel('What for').fill('their request');
    await next.page.getByRole('button', { name: 'Make the copy' }).click();
    await next.page.getByText(/parts, asked for/).waitFor();
    await next.page.getByRole('button', { name: 'Take the ZIP' }).waitFor();
    await next.page.getByText('Part by part').click();
    await next.page.getByRole('row', { name: 'our own store there' }).waitFor();
    await next.page.getByLabel('What for').fill('to hand it over');
    const [file] = await Promise.all([
      next.page.waitForEvent('download'),
      next.page.getByRole('button', { name: 'Take the ZIP' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
    await next.shoot('request-copy');
    expect(await next.faults()).toEqual([]);
    await next.close();
  });

  it('are decided by keyboard alone: taken, looked at anew, and told in words', async () => {
    const sight = await console.open('cara', `/requests/${contest}`);
    const { page } = sight;
    await press(page.getByRole('button', { name: 'Take it' }));
    await reach(page.getByRole('dialog').getByRole('button', { name: 'Take it' }));
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: 'Decide the contest' }));
    await write(page.getByLabel('What you looked at that the machine did not have'), 'the bank statement');
    await reach(page.getByRole('radio', { name: 'is changed' }));
    await page.keyboard.press('Space');
    await write(page.getByLabel('For the person, in their language'), 'You were right: you had paid.');
    await sight.shoot('request-decide');
    expect(await sight.violations()).toEqual([]);
    await reach(page.getByRole('dialog').getByRole('button', { name: 'Decide the contest' }));
    await page.keyboard.press('Enter');
    await page.getByText('It ended: answered, changed.').waitFor();
    await page.getByText('You were right: you had paid.').waitFor();
    expect(await stateOf(contest)).toMatchObject({ state: 'answered', outcome: 'changed' });
    await sight.close();
  });

  it('for an erasure end when every source has said what was done there', async () => {
    const id = await asked('erase', { proofs: ['address'] }, 'emil@customer.example');
    const sight = await console.open('cara', `/requests/${id}`);
    const { page } = sight;
    const act = async (name: string) => {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').getByRole('button', { name }).click();
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    };
    await act('Take it');
    await act('Confirm who it is');
    await act('Carry it out');
    const sources = page.getByRole('table', { name: 'Sources that were asked' });
    await sources.waitFor();
    await page.getByText(/^It waits for \d+ sources? to say/).waitFor();
    await sight.shoot('request-sources');
    for (let left = await sources.locator('tbody tr').count(); left > 0; left -= 1) {
      await sources
        .getByRole('button', { name: /^Say what was done in/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'Record it' }).click();
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      await expect.poll(() => sources.getByRole('button').count()).toBe(left - 1);
    }
    await page.getByText('It ended: answered, done.').waitFor();
    await page.getByText(/\d+ choices were erased/).waitFor();
    await sight.close();
  });

  it('say what the server would not take, and keep what was typed', async () => {
    const id = await asked('portability', { proofs: ['address', 'person-checked'] }, 'fay@customer.example');
    const sight = await console.open('cara', `/requests/${id}`);
    const { page } = sight;
    await page.getByRole('button', { name: 'Refuse' }).click();
    const words = page.getByLabel('For the person, in their language');
    await words.fill('We cannot tell who you are.');
    const { body } = await console.as('cara').ask(`/v1/requests/${id}`);
    const faster = await console.as('cara').ask(`/v1/requests/${id}/actions`, {
      method: 'POST',
      headers: { 'if-match': `"${body.version}"` },
      body: { do: 'take' },
    });
    expect(faster.status).toBe(200);
    await page.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    expect(await words.inputValue()).toBe('We cannot tell who you are.');
    await sight.close();
  });

  it('that come by phone are recorded, and the clock runs', async () => {
    const sight = await console.open('cara', '/requests');
    const { page } = sight;
    await page.getByRole('button', { name: 'Record a request' }).click();
    await page.getByRole('dialog').getByLabel('They ask for').selectOption('correct');
    await page.getByRole('textbox', { name: 'Mail address' }).fill('gina@customer.example');
    await page.getByLabel('What is wrong').fill('My name is Dina there.');
    await page.getByLabel('What is right').fill('Gina.');
    expect(await sight.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Record it: the clock runs' }).click();
    await page.getByRole('heading', { level: 1, name: 'A request: correction' }).waitFor();
    await page.getByText('1 month').waitFor();
    await sight.close();
  });

  it('are read by an auditor, acted on by nobody else, and not there for who plans', async () => {
    const auditor = await console.open('aud', `/requests/${access}`);
    await auditor.page.getByRole('heading', { name: 'What happened so far' }).waitFor();
    expect(await auditor.page.getByRole('button', { name: /^(?:Take|Refuse|Answer|Show)/ }).count()).toBe(0);
    await auditor.close();
    const operator = await console.open('lifecycle', '/requests');
    await operator.page.getByText('This page is not for your roles').waitFor();
    await operator.close();
  });

  it.each(LOOKS)('are sound in $name', async ({ name, looks }) => {
    const queue = await console.open('cara', '/requests', looks);
    await queue.page.getByRole('table', { name: 'Requests' }).waitFor();
    await queue.shoot(`requests-${name}`);
    expect(await queue.faults()).toEqual([]);
    await queue.close();
    const sight = await console.open('cara', `/requests/${contest}`, looks);
    await sight.page.getByRole('heading', { name: 'What happened so far' }).waitFor();
    await sight.shoot(`request-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});
