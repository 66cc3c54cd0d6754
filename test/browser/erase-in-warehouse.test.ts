import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_WAREHOUSES } from '../../src/app/server/access/askable-warehouses.ts';
import { withExamplePeople } from '../../src/app/server/access/example-people.ts';
import { copiesMade } from '../../src/app/server/access/make-copies.ts';
import { setUpPages } from '../api/customer-pages.ts';
import { CANNOT_RUN, ConsoleUnderTest } from './console.ts';

const DORA = 'dora.adler@customer.example';

describe.skipIf(CANNOT_RUN !== null)('the people of the example', () => {
  let console: ConsoleUnderTest;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scruple-people-'));
    console = await ConsoleUnderTest.start({ warehouses: withExamplePeople(NO_WAREHOUSES, folder) });
    await setUpPages(console.as('ada'));
  }, 120_000);
  afterAll(async () => {
    await console?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const asked = async (kind: string): Promise<string> => {
    const { status, body } = await console.as('cara').ask('/v1/requests', {
      method: 'POST',
      body: {
        kind,
        identifiers: [{ kind: 'email', value: DORA }],
        jurisdiction: 'eu-de',
        proofs: ['address', 'person-checked'],
      },
    });
    expect([status, body.detail]).toEqual([201, undefined]);
    return body.id;
  };

  it('get a copy from its own data, and are erased in it by whoever confirms what was counted', async () => {
    const access = await asked('access');
    const { body: copy } = await console.as('cara').ask('/v1/access/exports', {
      method: 'POST',
      body: { request: access, purpose: 'the person asked for a copy' },
    });
    await copiesMade(console.server.context);
    const { parts } = (await console.as('cara').ask(`/v1/access/exports/${copy.id}`)).body;
    const done = parts
      .filter(({ state }: { state: string }) => state === 'done')
      .map(({ part }: { part: string }) => part);
    expect(done).toEqual(expect.arrayContaining(['crm.customers', 'shop.orders', 'shop.payments']));

    const sight = await console.open('cara', `/requests/${await asked('erase')}`);
    const { page } = sight;
    await page.getByRole('button', { name: 'Carry it out' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Carry it out' }).click();
    await page.getByText(/It would remove \d+ rows in \d+ tables/).waitFor({ timeout: 60_000 });
    await page.getByText(/A law keeps 1 row, wholly or in part/).waitFor();
    await sight.shoot('erase-counted');
    expect(await sight.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Erase in people' }).click();
    await sight.shoot('erase-confirm');
    await page.getByRole('button', { name: 'Do it now' }).click();
    await page.getByText(/crm\.customers: 1 row removed/).waitFor({ timeout: 60_000 });
    await page
      .getByRole('table', { name: 'Sources that were asked' })
      .getByText('warehouse people')
      .waitFor();
    await sight.shoot('erase-done');
    expect(await page.content()).not.toMatch(/dora/i);
    await sight.close();
  }, 240_000);
});
