import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANNOT_RUN, ConsoleUnderTest, LOOKS } from './console.ts';

const DATASETS = 20;
const FIELDS = 25;
const USES = 40;
const BASES = ['consent', 'contract', 'legitimate-interest', 'legal-obligation'];

/** The graph alone: the whole page is many screens long. */
const graphOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'The graph' }) });

/** A workspace of 500 fields in 20 datasets, and 40 uses that touch twelve each. */
function large(): ReadonlyArray<{ readonly path: string; readonly text: string }> {
  const files = [{ path: 'scruple.yaml', text: 'organisation: Large (fictional)\njurisdictions: [eu]\n' }];
  for (let set = 0; set < DATASETS; set++) {
    const fields = Array.from(
      { length: FIELDS },
      (_, index) =>
        `      - { field: field_${index}, category: user.behavior, collected_for: [${index % 5 === 0 ? 'essential.service' : 'marketing'}], basis: ${BASES[set % 4]} }`,
    );
    files.push({
      path: `datamap/source${set}.yaml`,
      text: `source: source${set}\norigin: observed\ndatasets:\n  - dataset: s${set}.table\n    subjects: customer\n    fields:\n${fields.join('\n')}\n`,
    });
  }
  for (let use = 0; use < USES; use++) {
    const names = Array.from(
      { length: 12 },
      (_, index) => `s${(use + index * (use % 3)) % DATASETS}.table.field_${(use * 7 + index * 3) % FIELDS}`,
    );
    files.push({
      path: `uses/large-${use}/use.yaml`,
      text: `use: large-${use}\nkind: campaign\nowner: lifecycle@harbor.example\npurpose: marketing.communications.email\nbasis: ${BASES[use % 4]}\nchannels: [email]\nfields: [${[...new Set(names)].join(', ')}]\nmessages: [mail.txt]\n`,
    });
    files.push({ path: `uses/large-${use}/mail.txt`, text: 'Our shop opens at nine.' });
  }
  return files;
}

describe.skipIf(CANNOT_RUN !== null)('the data map', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    const { status } = await console.as('lifecycle').ask('/v1/pushes', {
      method: 'POST',
      body: { workspace: 'large', files: large() },
    });
    expect(status).toBe(201);
  }, 120_000);
  afterAll(() => console?.stop());

  it('stays readable at 500 fields: datasets closed, one opened, one field lit', async () => {
    const sight = await console.open('rita', '/data-map?workspace=large', { width: 1440, height: 900 });
    const { page } = sight;
    const left = page.getByRole('list', { name: 'Datasets and fields' });
    await left.waitFor();
    await page.getByText('500 fields, 40 uses').waitFor();
    expect(await left.locator('[data-node]').count()).toBe(DATASETS);
    await sight.shoot('data-map-500');
    await graphOf(page).screenshot({ path: 'coverage/screenshots/data-map-500-graph.png' });
    const dataset = left.getByRole('button', { name: /^s3\.table/ });
    await dataset.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => left.locator('[data-node]').count()).toBe(DATASETS + FIELDS);
    await page.keyboard.press('ArrowDown');
    expect(await sight.focused()).toContain('field_0');
    await page.keyboard.press('Enter');
    await page.waitForURL(/field=s3\.table\.field_0/);
    await expect.poll(() => page.locator('svg g[class*=dim]').count()).toBeGreaterThan(20);
    const rows = page.getByRole('table', { name: /Fields and the uses/ }).locator('tbody tr');
    expect(await rows.count()).toBe(1);
    await graphOf(page).screenshot({ path: 'coverage/screenshots/data-map-500-lit.png' });
    expect(await sight.faults()).toEqual([]);
    await page.getByRole('button', { name: 'Show all again' }).click();
    await expect.poll(() => rows.count()).toBe(50);
    await page.getByRole('button', { name: /Show 50 more of 500/ }).click();
    await expect.poll(() => rows.count()).toBe(100);
    await sight.close();
  });

  it('says the same in the graph and in the table, and shows where a use goes further', async () => {
    const sight = await console.open('anna', '/data-map?workspace=harbor&use=winback-spring');
    const { page } = sight;
    await page.getByRole('list', { name: 'Legend' }).getByText('goes further than people expect').waitFor();
    const { body } = await console.as('anna').ask('/v1/datamap?workspace=harbor');
    const own = body.edges.filter(({ use }: { use: string }) => use === 'winback-spring');
    const rows = page.getByRole('table', { name: /Fields and the uses/ }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(own.length);
    const further = body.edges.filter(({ overreach }: { overreach: unknown[] }) => overreach.length > 0);
    expect(further.length).toBeGreaterThan(0);
    await page.getByText(`${further.length} touches go further`).waitFor();
    await graphOf(page).screenshot({ path: 'coverage/screenshots/data-map-use-lit.png' });
    expect(await page.locator('svg path[class*=far]').count()).toBeGreaterThan(0);
    await sight.close();
  });

  it('is searched by field and by use', async () => {
    const sight = await console.open('rita', '/data-map?workspace=large');
    const { page } = sight;
    await page.getByLabel('Field, kind of data or use').fill('s7.table.field_1');
    await page.getByRole('status').getByText('11 fields').waitFor();
    await page.getByLabel('Field, kind of data or use').fill('no such thing');
    await page.getByText('Nothing has that in its name.').waitFor();
    await sight.close();
  });

  it.each(LOOKS)('is sound in $name', async ({ name, looks }) => {
    const sight = await console.open('rita', '/data-map?workspace=harbor', looks);
    await sight.page.getByRole('table', { name: /Fields and the uses/ }).waitFor();
    await sight.shoot(`data-map-${name}`);
    expect(await sight.faults()).toEqual([]);
    await sight.close();
  });
});

describe.skipIf(CANNOT_RUN !== null)('the data map on the first day', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({ demo: false });
  }, 90_000);
  afterAll(() => console?.stop());

  it('teaches what will be there, as boundaries and automations do', async () => {
    for (const [path, heading] of [
      ['/data-map', 'No data map was pushed yet'],
      ['/boundaries', 'No boundary was drawn yet'],
      ['/automations', 'Nothing decides by machine yet'],
    ] as const) {
      const sight = await console.open('rita', path);
      await sight.page.getByRole('heading', { name: heading }).waitFor();
      expect([path, await sight.faults()]).toEqual([path, []]);
      await sight.close();
    }
  });
});
