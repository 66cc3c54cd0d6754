import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const downloaded = async (page: Page, name: string): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return download;
};

describe.skipIf(CANNOT_RUN !== null)('evidence', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  }, 180_000);
  afterAll(() => console?.stop());

  it('is verified, signed, filtered and taken away', async () => {
    const sight = await console.open('aud', '/evidence');
    const { page } = sight;
    await page.getByText('intact', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Sign where it ends now' }).click();
    await page.getByText('Every entry stands before a signature.').waitFor();
    const log = await downloaded(page, 'Download evidence.jsonl');
    expect(log.suggestedFilename()).toBe('evidence.jsonl');
    expect((await readFile(await log.path(), 'utf8')).split('\n').length).toBeGreaterThan(10);
    const trust = JSON.parse(
      await readFile(await (await downloaded(page, 'Download trust.json')).path(), 'utf8'),
    );
    expect(trust.schema).toBe('scruple.trust/1');
    await page.getByLabel('Use', { exact: false }).first().waitFor();
    await page.getByRole('textbox', { name: 'Use', exact: true }).fill('winback-spring');
    const archive = await downloaded(page, 'Download the archive');
    expect(archive.suggestedFilename()).toBe('evidence-winback-spring.zip');
    expect((await readFile(await archive.path())).subarray(0, 2).toString()).toBe('PK');
    await page.getByLabel('What (as review.decided)').fill('evidence.exported');
    await page.waitForURL(/type=evidence\.exported/);
    await expect.poll(() => page.getByRole('table', { name: 'Entries' }).locator('tbody tr').count()).toBe(1);
    expect(sight.complaints).toEqual([]);
    await sight.close();
  });

  it('says what is wrong with an export of nothing', async () => {
    const sight = await console.open('aud', '/evidence');
    await sight.page.getByRole('textbox', { name: 'Use', exact: true }).fill('no-such-use');
    await sight.page.keyboard.press('Enter');
    await sight.page.getByRole('alert').waitFor();
    await sight.close();
  });

  it('holds stops, which a reviewer lifts with a reason', async () => {
    const empty = await console.open('rita', '/stops');
    await empty.page.getByRole('heading', { name: 'Nothing was ever stopped' }).waitFor();
    expect(await empty.faults()).toEqual([]);
    await empty.close();
    const { status } = await console
      .as('anna')
      .ask('/v1/uses/trail-ad/stops', { method: 'POST', body: { reason: 'too many complaints' } });
    expect(status).toBe(201);
    const other = await console.open('anna', '/stops?inForce=true');
    await other.page.getByText('too many complaints').waitFor();
    expect(await other.page.getByRole('button', { name: /^Lift/ }).count()).toBe(0);
    await other.close();
    const sight = await console.open('rita', '/stops');
    const { page } = sight;
    await page.getByRole('button', { name: 'Lift the stop of trail-ad' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Why it may go on' }).fill('the complaints were of another use');
    expect(await sight.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Lift the stop', exact: true }).click();
    await page
      .getByRole('table', { name: 'Stops' })
      .getByText('the complaints were of another use')
      .waitFor();
    await sight.shoot('stops-lifted');
    await sight.close();
  });

  it.each(LOOKS)('is sound in $name', async ({ name, looks }) => {
    for (const [page, path, heading] of [
      ['evidence', '/evidence', 'Evidence'],
      ['stops', '/stops', 'Stops'],
    ] as const) {
      const sight = await console.open('aud', path, looks);
      await sight.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await sight.shoot(`${page}-${name}`);
      expect([page, await sight.faults()]).toEqual([page, []]);
      await sight.close();
    }
  });
});
