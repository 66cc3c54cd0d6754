import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BatchEngine } from '../../src/app/gate/batch-engine.ts';
import {
  hasPostgres,
  type PostgresServer,
  sayWithoutPostgres,
  startPostgres,
} from '../contract/postgres-server.ts';
import { byMail, type Folder, gateFolder, SECRET } from './snapshot-file.ts';

const WORLD = { people: { [byMail('ada@people.example')]: {} } };
const ROWS = `(VALUES ('ada@people.example', 'Ada', DATE '2026-11-24'), ('x', NULL, NULL)) v (email, name, day)`;

async function expectSplit(
  folder: Folder,
  audience: string,
  more: Record<string, string> = {},
): Promise<void> {
  const split = await folder.gate({
    audience,
    environment: { SCRUPLE_SUBJECTS_SECRET: SECRET, ...more },
  });
  expect(split).toMatchObject({ ok: true, value: { rows: 2, allowed: 1, held: 1 } });
  expect(await folder.read('allowed.csv')).toBe('email,name,day\nada@people.example,Ada,2026-11-24\n');
}

describe('a list in a database', () => {
  it('is split as a file is (DuckDB)', async () => {
    const folder = await gateFolder('', WORLD);
    const engine = await BatchEngine.open({ temporaryFolder: '', threads: 1 });
    await engine.run(`ATTACH '${folder.path('shop.duckdb')}' AS shop`);
    await engine.run(`CREATE SCHEMA shop.crm; CREATE TABLE shop.crm.audience AS SELECT * FROM ${ROWS}`);
    engine.close();
    await expectSplit(folder, `duckdb:${folder.path('shop.duckdb')}#crm.audience`);
  });

  it.each([
    ['duckdb:absent.duckdb#crm.audience', 'file.missing'],
    ['duckdb:absent.duckdb', 'usage.invalid'],
    ['env:ABSENT#crm.audience', 'usage.invalid'],
  ])('that is not there allows nobody: %s', async (audience, code) => {
    const folder = await gateFolder('', WORLD);
    expect(await folder.gate({ audience })).toMatchObject({ ok: false, problem: { code } });
  });

  sayWithoutPostgres('a list in PostgreSQL');
  describe.skipIf(!hasPostgres)('of PostgreSQL', () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
      await server.run(`CREATE SCHEMA crm; CREATE TABLE crm.audience AS SELECT * FROM ${ROWS}`);
    }, 60_000);
    afterAll(() => server.stop());

    it('is split, too, and says nothing of where it lies when it cannot be', async () => {
      const folder = await gateFolder('', WORLD);
      await expectSplit(folder, 'env:SHOP#crm.audience', { SHOP: server.url });
      const refused = await folder.gate({
        audience: 'env:SHOP#crm.absent',
        environment: { SCRUPLE_SUBJECTS_SECRET: SECRET, SHOP: server.url },
      });
      expect(refused).toMatchObject({ ok: false, problem: { code: 'gate.unreadable-audience' } });
      expect(JSON.stringify(refused)).not.toContain('127.0.0.1');
    });
  });
});
