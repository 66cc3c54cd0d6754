import { readFile, writeFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../../src/app/server/access/collect.ts';
import { pretty } from '../../src/playbook/6-control/access/portability.ts';
import { clear } from '../api/clear-use.ts';
import { setUpPages } from '../api/customer-pages.ts';
import { TestServer } from '../api/harness.ts';
import { must } from '../contract/store-engines.ts';
import { fiveSources, PEOPLE, WORKSPACE } from './five-sources.ts';

// What others read by a program must not change by accident. `UPDATE_GOLDEN=1` writes it anew; the change shows in review.
const GOLDEN = new URL('../golden/access/data.json', import.meta.url);
const SCHEMA = new URL('../../docs/schemas/access.schema.json', import.meta.url);

describe('data.json of a copy', () => {
  let server: TestServer;
  let sources: Awaited<ReturnType<typeof fiveSources>>;
  beforeAll(async () => {
    sources = await fiveSources();
    server = await TestServer.start({ warehouses: sources.warehouses });
    const ada = await server.administrator();
    await setUpPages(ada);
    const olga = await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    const cora = await server.person(ada, 'Cora', ['customer-advocate'], { reportsTo: null });
    const pushed = await olga.ask('/v1/uses/come-back/versions', {
      method: 'POST',
      body: { workspace: 'harbor', files: WORKSPACE },
    });
    expect(pushed.status).toBe(201);
    await clear(server, 'come-back');
    const [notice] = (await cora.ask('/v1/ledger/notices')).body.items;
    const kept = await cora.ask('/v1/ledger/choices', {
      method: 'POST',
      body: {
        identifier: { kind: 'email', value: PEOPLE.ann.email },
        choices: [
          {
            id: 'by-phone',
            kind: 'given',
            scope: { purpose: 'marketing.communications.email', channel: 'email', topic: null },
            at: '2026-11-19T09:00:00Z',
            proof: {
              notice: { version: notice.version, language: notice.language, hash: notice.hash },
              uiHash: null,
              language: 'en',
              method: 'phone',
              actor: 'person',
              jurisdiction: 'eu',
              sourceSystem: 'desk',
            },
          },
        ],
      },
    });
    expect(kept.status).toBe(201);
    must(
      await server.context.store.write(({ db }) =>
        db
          .updateTable('uses')
          .set((row) => ({ state: 'cleared', clearedVersionId: row.ref('latestVersionId') }))
          .where('id', '=', 'come-back')
          .execute(),
      ),
    );
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    await sources.remove();
  });

  it('is what it was, and of the published form, to which keys may come', async () => {
    const document = must(
      await server.context.store.read((db) =>
        collect(
          db,
          server.context,
          { identifiers: [{ kind: 'email', value: PEOPLE.ann.email }], request: null },
          async () => {},
        ),
      ),
    );
    // Thirty rows of one form say no more than three.
    const text = pretty({
      ...document,
      datasets: document.datasets.map((part) => ({ ...part, rows: part.rows.slice(0, 3) })),
    });
    if (process.env.UPDATE_GOLDEN === '1') await writeFile(GOLDEN, text);
    expect(text).toBe(await readFile(GOLDEN, 'utf8'));
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(await readFile(SCHEMA, 'utf8')));
    expect([validate(document), validate.errors]).toEqual([true, null]);
    expect(validate({ ...document, later: 1 })).toBe(true);
    expect(validate({})).toBe(false);
  });
});
