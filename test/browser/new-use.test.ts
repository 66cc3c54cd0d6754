import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../api/harness.ts';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const PRESSED = `<html><body>
<p>Hello {{ first_name }},</p>
<p>Hurry! Your boots are back. Order them until 6 December.</p>
<p><a href="https://shop.harbor.example/boots">See the boots</a> <a href="https://shop.harbor.example/no">No thanks, I like cold feet</a></p>
<p><a href="https://shop.harbor.example/why">Why me?</a> <a href="https://shop.harbor.example/u/token">Unsubscribe</a></p>
<p>Harbor Outfitters, Quay 1, 12345 Harbor</p>
</body></html>`;

const message = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });
const verdictOf = (page: Page) => page.getByRole('region', { name: 'Verdict' });
const barOf = (page: Page) => page.locator('[role=status][aria-busy]');
const settled = (page: Page) =>
  page
    .locator('[role=status][aria-busy=false]')
    .getByText(/finding/)
    .waitFor();

/** A verdict takes longer than a moment on a machine that does other things. */
const SOON = { timeout: 15_000 };

describe.skipIf(CANNOT_RUN !== null)('a new use, made without git', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  }, 90_000);
  afterAll(() => console?.stop());

  it('goes from a pasted campaign to a verdict, to a repair, to a use, to a folder with the same verdict', async () => {
    const sight = await console.open('lifecycle', '/uses');
    const { page } = sight;
    await page.getByRole('link', { name: 'New use' }).click();
    await page.getByRole('heading', { level: 1, name: 'New use' }).waitFor();
    const start = performance.now();
    await message(page).fill(PRESSED);
    const inMessage = verdictOf(page).getByRole('region', { name: 'In the message' });
    await inMessage.getByText('“Hurry”').first().waitFor();
    expect(performance.now() - start).toBeLessThan(60_000);
    const frame = page.frameLocator('iframe[title^="The message"]');
    expect(await frame.locator('mark[data-finding]').allTextContents()).toContain('Hurry');

    await page.getByLabel('Name', { exact: true }).fill('Boots for winter');
    await page.getByLabel('Subject').fill('Your boots are back');
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
    await sight.shoot('new-use-filled');

    // Each finding of the message is put right in place: the proposed words, or none in their stead.
    const open = async (words: string) => {
      await settled(page);
      const row = inMessage.getByRole('button', { name: words });
      if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    };
    await open('makes the person who says no');
    await inMessage.getByRole('button', { name: 'Use “No thanks”' }).click();
    await expect.poll(() => message(page).inputValue(), SOON).toContain('>No thanks</a>');
    await open('“Hurry” hurry');
    await inMessage.getByRole('button', { name: 'Leave the sentence out' }).click();
    await expect.poll(() => message(page).inputValue(), SOON).toContain('<p>Your boots are back.');
    await page.getByRole('button', { name: 'Take it back' }).click();
    expect(await message(page).inputValue()).toContain('Hurry!');
    await open('“Hurry” hurry');
    await inMessage.getByRole('button', { name: 'Leave the sentence out' }).click();
    await expect.poll(() => inMessage.getByRole('button', { name: '“Hurry”' }).count(), SOON).toBe(0);
    await settled(page);
    expect(await frame.locator('mark[data-finding]').allTextContents()).not.toContain('Hurry');
    await sight.shoot('new-use-repaired');
    const shown = (await barOf(page).textContent()) ?? '';
    expect(shown).toMatch(/^(?:review|no finding|block)/);

    await page.getByRole('button', { name: 'Keep as a use' }).click();
    await page.waitForURL(/\/uses\/boots-for-winter$/);
    await page.getByRole('heading', { level: 1, name: 'boots-for-winter' }).waitFor();
    const kept = (await console.as('lifecycle').ask('/v1/uses/boots-for-winter')).body;
    expect(kept).toMatchObject({ owner: 'lifecycle@harbor.example', isOwn: true });

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export' }).click();
    const archive = await (await download).path();
    const folder = await mkdtemp(join(tmpdir(), 'scruple-export-'));
    for (const [path, bytes] of Object.entries(unzipSync(await readFile(archive)))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), strFromU8(bytes));
    }
    const report = await check(folder, 'boots-for-winter', console.server.now);
    await rm(folder, { recursive: true });
    expect(report.hash).toBe(
      (await console.as('lifecycle').ask(`/v1/uses/boots-for-winter/versions/${kept.latestVersion}`)).body
        .contentHash,
    );
    expect(report.verdict).toBe(kept.verdict);
    expect(sight.complaints).toEqual([]);
    await sight.close();
  }, 120_000);

  it('loses nothing that was typed: over a reload, and over a sign-in that ended', async () => {
    const sight = await console.open('lifecycle', '/new-use');
    const { page } = sight;
    await message(page).fill('Last chance! Only 3 left.');
    await page.getByLabel('Name', { exact: true }).fill('Kept words');
    await settled(page);
    await page.reload();
    expect(await message(page).inputValue()).toBe('Last chance! Only 3 left.');
    await sight.page.context().clearCookies();
    await page.getByRole('button', { name: 'Keep as a use' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.getByLabel('Mail address').fill('lifecycle@harbor.example');
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await message(page).waitFor();
    expect(await message(page).inputValue()).toBe('Last chance! Only 3 left.');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Kept words');
    await sight.close();
  });

  it('keeps what was typed where the server fails, says so, and goes on', async () => {
    const sight = await console.open('lifecycle', '/new-use');
    const { page } = sight;
    await page.route('**/v1/uses', (route) => route.abort());
    await message(page).fill('Last chance!');
    await page.getByRole('alert').getByText('What you typed is kept.').waitFor({ timeout: 20_000 });
    await sight.shoot('new-use-error');
    expect(await sight.violations()).toEqual([]);
    await page.unroute('**/v1/uses');
    await page.getByRole('button', { name: 'Try again' }).click();
    await settled(page);
    expect(await message(page).inputValue()).toBe('Last chance!');
    await sight.close();
  });

  it('names the field that is wrong, and goes there', async () => {
    const sight = await console.open('lifecycle', '/new-use');
    const { page } = sight;
    await page.getByRole('button', { name: 'Keep as a use' }).click();
    expect(
      await page
        .locator('[aria-invalid=true]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('name'))),
    ).toEqual(['title', 'text']);
    expect(await page.evaluate('document.activeElement.name')).toBe('title');
    await page.getByLabel('Who answers for it?').fill('nobody');
    await page.keyboard.press('Tab');
    await page.getByText('This is no mail address.').waitFor();
    expect(await page.getByLabel('Who answers for it?').getAttribute('aria-invalid')).toBe('true');
    expect(await sight.violations()).toEqual([]);
    await sight.close();
  });

  it('says that a picture is not assessed, and takes of a list its columns alone', async () => {
    const sight = await console.open('lifecycle', '/new-use');
    const { page } = sight;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    const [forMessage] = await page.locator('input[type=file]').all();
    await forMessage!.setInputFiles({ name: 'boots.png', mimeType: 'image/png', buffer: Buffer.from('PNG') });
    await page.getByText('Pictures are not assessed.').waitFor();
    await page.getByText('a picture was given, and pictures are not assessed').waitFor();
    await page.getByLabel('What do you have of it?').selectOption('list');
    await page
      .locator('input[type=file]')
      .nth(1)
      .setInputFiles({
        name: 'list.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('customer_id,email\n1,carl@customers.example\n'),
      });
    await expect.poll(() => page.getByLabel('Its columns').inputValue(), SOON).toBe('customer_id,email');
    await page.getByText('where the list comes from', { exact: false }).first().waitFor();
    expect(sent.some((body) => body.includes('customer_id,email'))).toBe(true);
    expect(sent.join()).not.toContain('carl@customers.example');
    await sight.close();
  });

  it('goes by keyboard alone from the message to what answers an unknown', async () => {
    const sight = await console.open('lifecycle', '/new-use');
    const { page } = sight;
    await message(page).focus();
    await page.keyboard.insertText('Last chance to buy boots.');
    await settled(page);
    const answer = page.getByRole('button', { name: 'Answer “Who answers for it?”' });
    await answer.focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.name')).toBe('owner');
    const finding = verdictOf(page).getByRole('button', { name: '“Last chance”' }).first();
    await finding.focus();
    const was = await finding.getAttribute('aria-expanded');
    await page.keyboard.press('Space');
    expect(await finding.getAttribute('aria-expanded')).not.toBe(was);
    await sight.close();
  });

  it.each(LOOKS)('is sound in $name, empty and with a verdict', async ({ name, looks }) => {
    const sight = await console.open('lifecycle', '/new-use', looks);
    await message(sight.page).waitFor();
    expect(await sight.faults()).toEqual([]);
    await message(sight.page).fill(PRESSED);
    await settled(sight.page);
    await verdictOf(sight.page).locator('iframe').waitFor();
    await sight.shoot(`new-use-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});

describe.skipIf(CANNOT_RUN !== null)('a new use on the first day', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
  }, 90_000);
  afterAll(() => console?.stop());

  it('says what must be there first', async () => {
    const sight = await console.open('lifecycle', '/new-use');
    await sight.page.getByRole('heading', { name: 'There is nothing to judge a use by yet' }).waitFor();
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});

/** What the command line says of a use in a folder, as of a moment; a verdict makes its exit status. */
async function check(folder: string, use: string, at: Date) {
  const scruple = fileURLToPath(new URL('../../bin/scruple.js', import.meta.url));
  const run = promisify(execFile)(
    process.execPath,
    [scruple, 'check', folder, '--format', 'json', '--no-facts', '--at', at.toISOString()],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
  const report = JSON.parse(stdout) as {
    readonly uses: ReadonlyArray<{ readonly use: string; readonly verdict: string; readonly hash: string }>;
  };
  return report.uses.find((one) => one.use === use)!;
}
