import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, press, reach, write } from './by-keyboard.ts';
import { type Actor, CANNOT_RUN, ConsoleUnderTest, type Sight } from './console.ts';

const PASTED = `<html><body>
<p>Hello {{ first_name }},</p>
<p>Hurry! The boots that many of you asked us about are back in every size.</p>
<p>They keep your feet dry on wet trails, and the soles can be changed when they are worn.</p>
<p>Order them in the shop until 6 December, or try a pair at the harbor whenever we are open.</p>
<p><a href="https://shop.harbor.example/boots">See the boots</a></p>
<p>You get this because you signed up for our letter.</p>
<p><a href="https://shop.harbor.example/why">Why me?</a> <a href="https://shop.harbor.example/u/token">Unsubscribe</a></p>
<p>Harbor Outfitters, Quay 1, 12345 Harbor</p>
</body></html>`;
const USE = 'boots-for-wet-trails';
/** A glance does not count as a look. */
const A_LOOK_MS = 2_500;
const scruple = fileURLToPath(new URL('../../bin/scruple.js', import.meta.url));

describe.skipIf(CANNOT_RUN !== null)('the journey of a campaign', () => {
  let console: ConsoleUnderTest;
  let folder = '';
  let review = '';
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'scruple-journey-'));
    const ada = console.as('ada');
    const { version, ...policy } = (await ada.ask('/v1/settings/reviews')).body;
    const set = await ada.ask('/v1/settings/reviews', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...policy, blindShare: 1, hiddenShare: 0, twoApproversFrom: 'advise' },
    });
    expect(set.status).toBe(200);
    // Rita reports to the owner: she may judge, and somebody outside of the line must, too.
    const rita = console.as('rita').key;
    const { body: person } = await ada.ask(`/v1/people/${rita}`);
    const moved = await ada.ask(`/v1/people/${rita}`, {
      method: 'PATCH',
      headers: { 'if-match': `"${person.version}"` },
      body: { reportsTo: console.as('lifecycle').key },
    });
    expect([moved.status, moved.body.code]).toEqual([200, undefined]);
  }, 90_000);
  afterAll(async () => {
    await console?.stop();
    if (folder !== '') await rm(folder, { recursive: true });
  });

  /** A step of the journey as somebody takes it; what axe or the browser find wrong at its end fails it. */
  async function as(actor: Actor, path: string, step: (page: Page, sight: Sight) => Promise<void>) {
    const sight = await console.open(actor, path);
    await step(sight.page, sight).catch(async (error: unknown) => {
      await sight.shoot('journey-ended-here');
      throw error;
    });
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  }
  const stateNow = async () => (await console.as('lifecycle').ask(`/v1/uses/${USE}`)).body;

  it('begins with a pasted message, which gets its verdict and asks for a review', async () => {
    await as('lifecycle', '/uses', async (page, sight) => {
      await page.getByRole('link', { name: 'New use' }).click();
      await messageIn(page).fill(PASTED);
      await page.getByLabel('Name', { exact: true }).fill('Boots for wet trails');
      await page.getByLabel('Subject').fill('The boots are back');
      await page.getByLabel('Sender').fill('Harbor Outfitters <hello@harbor.example>');
      await page.getByLabel('What is the audience called?').fill('Readers');
      await page.getByLabel('What do you have of it?').selectOption('sql');
      await page
        .getByLabel('The query')
        .fill('select c.customer_id, c.email from crm.customers c where c.newsletter_consent = true');
      await page.getByLabel('Which database is it for?').selectOption('postgres');
      await page.getByLabel('What do you want to reach?').selectOption({ label: 'people buy something' });
      await page.getByRole('checkbox', { name: 'e-mail', exact: true }).check();
      await page.getByLabel('How do people come to be').selectOption('asked');
      await page.getByLabel('What does a person gain').fill('A pair that fits, before the season');
      await page.getByLabel('Who answers for it?').fill('lifecycle@harbor.example');
      await page.getByLabel('Until when does it run?').fill('2027-02-10');
      await settled(page);
      await page
        .getByRole('region', { name: 'Verdict' })
        .getByText(/“Hurry/)
        .first()
        .waitFor();
      expect(await sight.faults()).toEqual([]);
      await page.getByRole('button', { name: 'Keep as a use' }).click();
      await page.waitForURL(new RegExp(`/uses/${USE}$`));
      await page.getByRole('button', { name: 'Ask for a review' }).click();
      await page.waitForURL(/\/reviews\//);
      await page.getByRole('heading', { level: 1, name: `Review of ${USE}` }).waitFor();
    });
    await as('lifecycle', '/reviews', async (page) => {
      await page.getByRole('link', { name: USE }).waitFor();
    });
    expect((await stateNow()).verdict).toBe('review');
  }, 60_000);

  it('is judged blind and by keyboard alone by a reviewer, who then sees the verdict and asks for a change', async () => {
    await as('rita', '/', async (page, sight) => {
      await press(page.getByRole('main').getByRole('link', { name: USE }));
      await page.waitForURL(/\/reviews\//);
      expect(await page.getByText('Hurry', { exact: true }).count()).toBe(0);
      await takePart(page, sight);
      const findings = page.getByRole('group', { name: 'Findings' });
      await findings.getByRole('article').waitFor();
      expect(await sight.faults()).toEqual([]);
      await answerAll(page);
      await choose(page, 'Decision', 'Ask for a change');
      await write(page.getByLabel('Why, in your own words'), 'leave the pressing word out');
      await press(page.getByRole('button', { name: 'Decide', exact: true }));
      await page.getByText('changes asked for').first().waitFor();
      await sight.shoot('journey-change-asked');
    });
  }, 90_000);

  it('is repaired in the page by the marketer, who reads what was asked for', async () => {
    await as('lifecycle', `/uses/${USE}`, async (page, sight) => {
      await page.getByRole('main').getByText('leave the pressing word out').waitFor();
      await sight.shoot('journey-asked');
      expect(await sight.faults()).toEqual([]);
      await edit(page, (text) => text.replace('Hurry! The boots', 'The boots'));
      await page.getByRole('button', { name: 'Ask for a review' }).click();
      await page.waitForURL(/\/reviews\//);
      review = new URL(page.url()).pathname;
      await page.getByRole('heading', { level: 1 }).waitFor();
    });
  }, 60_000);

  it('is approved by one reviewer in the line of its owner, and waits for one outside of it', async () => {
    await as('rita', review, async (page, sight) => {
      await takePart(page, sight);
      await approve(page);
      await page.getByText('waits for a second approver').first().waitFor();
      await page.getByText('in the owner’s line').waitFor();
    });
    expect((await stateNow()).state).toBe('in-review');
  }, 90_000);

  it('is cleared by the second, and its signed statement is proven offline in an empty folder', async () => {
    await as('cara', review, async (page, sight) => {
      await takePart(page, sight);
      await approve(page);
      const block = page.getByRole('region', { name: 'Clearance' });
      await block.getByRole('heading', { name: 'Cleared' }).waitFor();
      await block.getByText('good until 1 January 2027').waitFor();
      await sight.shoot('journey-cleared');
      await writeFile(
        join(folder, 'clearance.json'),
        await saved(block.getByRole('button', { name: 'Save the signed statement' })),
      );
      const trust = await block.getByRole('link', { name: '/v1/trust' }).getAttribute('href');
      await writeFile(
        join(folder, 'trust.json'),
        await (await page.request.get(`${console.url}${trust}`)).body(),
      );
    });
    const proven = await verify('clearance.json');
    expect(proven).toMatchObject({ status: 0 });
    expect(proven.says).toContain(USE);
    const statement = await readFile(join(folder, 'clearance.json'), 'utf8');
    await writeFile(join(folder, 'altered.json'), statement.replace('dry socks', 'wet socks'));
    expect(await verify('altered.json')).toMatchObject({ status: 1 });
    await as('lifecycle', `/uses/${USE}`, async (page) => {
      await page.getByText('Nothing is due: it is cleared as it stands.').waitFor();
      await keepFolder(page, 'cleared');
    });
    expect(await verify('clearance.json', '--workspace', 'cleared')).toMatchObject({ status: 0 });
  }, 90_000);

  it('is cleared on where a word changes and a reviewer confirms it', async () => {
    await as('lifecycle', `/uses/${USE}`, async (page) => {
      await edit(page, (text) => text.replace('asked us about', 'asked us for'));
      await page.getByText('Waits for reviewers to judge it.').waitFor();
    });
    await as('rita', '/reviews?kind=small-change', async (page, sight) => {
      await press(page.getByRole('link', { name: USE }));
      await page.getByRole('heading', { level: 1, name: `Small change of ${USE}` }).waitFor();
      await page.locator('ins').getByText('for').waitFor();
      expect(await sight.faults()).toEqual([]);
      await reach(page.getByRole('checkbox', { name: /no conflict of interest/ }));
      await page.keyboard.press('Space');
      await press(page.getByRole('button', { name: 'Confirm the change' }));
      await page.getByRole('region', { name: 'Clearance' }).getByText('1 small change').waitFor();
    });
    expect(await stateNow()).toMatchObject({ state: 'cleared', review: null });
  }, 60_000);

  it('is void where a changed word says something else, here and offline', async () => {
    await as('lifecycle', `/uses/${USE}`, async (page, sight) => {
      await edit(page, (text) => text.replace('until 6 December', 'until 9 December'));
      const parts = page.getByRole('navigation', { name: 'Parts of this use' });
      await parts.getByRole('link', { name: 'Reviews' }).click();
      await page.getByRole('heading', { name: 'This clearance is void' }).first().waitFor();
      await sight.shoot('journey-void');
      await keepFolder(page, 'changed');
    });
    expect(await stateNow()).toMatchObject({ state: 'checked', clearance: null });
    expect(await verify('clearance.json', '--workspace', 'changed')).toMatchObject({ status: 1 });
  }, 60_000);

  it('is stopped by an operator at once, and lifted by a reviewer who does not own it', async () => {
    await as('lifecycle', `/uses/${USE}`, async (page, sight) => {
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Reason').fill('the soles came off in the shop');
      expect(await sight.violations()).toEqual([]);
      await dialog.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('status').getByText('the soles came off in the shop').waitFor();
      expect(await page.getByRole('button', { name: 'Lift the stop' }).count()).toBe(0);
    });
    expect((await stateNow()).state).toBe('stopped');
    await as('rita', `/uses/${USE}`, async (page) => {
      await press(page.getByRole('button', { name: 'Lift the stop' }));
      await write(page.getByRole('dialog').getByLabel('Reason'), 'the soles are glued again');
      await press(page.getByRole('dialog').getByRole('button', { name: 'Lift the stop' }));
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    });
    expect((await stateNow()).state).not.toBe('stopped');
  }, 60_000);

  /** What the command line says in the folder of the journey, with no network to ask. */
  async function verify(file: string, ...more: readonly string[]) {
    const args = ['verify', file, '--trust', 'trust.json', '--at', console.server.now.toISOString(), ...more];
    const alone =
      'import net from "node:net"; net.Socket.prototype.connect = () => { throw new Error("there is no network"); };';
    const run = promisify(execFile)(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(alone)}`, scruple, ...args],
      { cwd: folder },
    );
    return run.then(
      ({ stdout }) => ({ status: 0, says: stdout }),
      ({ code, stdout, stderr }) => ({ status: Number(code), says: `${stdout}${stderr}` }),
    );
  }

  /** The workspace of the use as its page exports it, unpacked. */
  async function keepFolder(page: Page, name: string): Promise<void> {
    const archive = unzipSync(await saved(page.getByRole('link', { name: 'Export' })));
    for (const [path, bytes] of Object.entries(archive)) {
      await mkdir(dirname(join(folder, name, path)), { recursive: true });
      await writeFile(join(folder, name, path), bytes);
    }
  }
});

const messageIn = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });
const settled = (page: Page) =>
  page
    .locator('[role=status][aria-busy=false]')
    .getByText(/finding/)
    .waitFor();

/** What a press of a button or link saves. */
async function saved(pressed: Locator): Promise<Buffer> {
  const saving = pressed.page().waitForEvent('download');
  await pressed.click();
  return readFile(await (await saving).path());
}

/** Repairs the message in the page of its use. */
async function edit(page: Page, repaired: (text: string) => string): Promise<void> {
  await page.getByRole('link', { name: /^Edit/ }).first().click();
  const message = messageIn(page);
  const before = await message.inputValue();
  const after = repaired(before);
  expect(after).not.toBe(before);
  await message.fill(after);
  await settled(page);
  await page.getByRole('button', { name: 'Keep as a new version' }).click();
  await page.waitForURL(new RegExp(`/uses/${USE}$`));
}

/** From taking part to the uncovered verdict, with every material looked at on the way. */
async function takePart(page: Page, sight: Sight): Promise<void> {
  await choose(page, 'Do you have a conflict of interest?', 'No');
  await press(page.getByRole('button', { name: 'Take part' }));
  await page.getByRole('heading', { name: 'Your first judgement' }).waitFor();
  expect(await sight.faults()).toEqual([]);
  await reach(page.getByRole('tab', { selected: true }));
  const looks = page.getByRole('complementary', { name: 'What is missing' }).getByText(/^a look at/);
  while ((await looks.count()) > 0) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(A_LOOK_MS);
  }
  await choose(page, 'What do you think?', 'It needs a change');
  await write(page.getByLabel('One concrete harm: to whom?'), 'a hiker who counts every euro');
  await write(page.getByLabel('What would happen to them?'), 'buys boots in a hurry that they do not need');
  await press(page.getByRole('button', { name: 'Record it and uncover the verdict' }));
  await page.getByRole('heading', { name: 'Your decision' }).waitFor();
}

/** Agrees with every finding, by its key. */
async function answerAll(page: Page): Promise<void> {
  const stops = page.getByRole('list', { name: 'All findings' }).getByRole('button');
  // The findings come after the page: what is missing says whether there are any.
  const bar = page.getByRole('complementary', { name: 'What is missing' });
  await bar
    .getByText(/missing/)
    .first()
    .waitFor();
  if (/answers? to/.test(await bar.innerText())) await stops.first().waitFor();
  const count = await stops.count();
  if (count === 0) return;
  await reach(stops.first());
  for (let index = 0; index < count; index += 1) {
    await expect.poll(() => stops.nth(index).getAttribute('aria-current')).toBe('step');
    await page.keyboard.press('a');
    await stops.nth(index).getByText('✓').waitFor();
  }
}

/** Gives all that an approval asks for, until the bar says that nothing is missing. */
async function approve(page: Page): Promise<void> {
  await answerAll(page);
  await write(page.getByLabel('An alternative'), 'a letter without a day');
  await write(page.getByLabel('What speaks for or against it?'), 'people want to know the day');
  await press(page.getByRole('button', { name: 'Add this alternative' }));
  await choose(page, 'Decision', 'Approve with conditions');
  await write(page.getByLabel('Why, in your own words'), 'it says what it is and lets people be');
  await write(page.getByLabel('The strongest reason against it'), 'the day may press some');
  await reach(page.getByLabel('It may run'));
  await page.keyboard.press('End');
  await write(page.getByLabel('What must be seen to'), 'the shop has dry socks');
  await press(page.getByRole('button', { name: 'Add this condition' }));
  // The same day whichever of day and month the browser asks for first.
  await write(page.getByLabel('May run until'), '01012027');
  await reach(page.getByLabel('Who stops it if it goes wrong'));
  await page.keyboard.press('ArrowDown');
  const bar = page.getByRole('complementary', { name: 'What is missing' });
  await expect.poll(() => bar.innerText(), { timeout: 30_000 }).toContain('Nothing is missing');
  await press(page.getByRole('button', { name: 'Decide', exact: true }));
}
