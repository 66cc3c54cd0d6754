import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BatchEngine } from '../../src/app/gate/batch-engine.ts';
import type { GateFilesRequest } from '../../src/app/gate/gate-files.ts';
import { PostgresEngine } from '../../src/app/gate/postgres-engine.ts';
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

    describe('that is decided about there', () => {
      const ADA = byMail('ada@people.example');
      const columns = {
        key: { kind: 'subject', column: 'subject' },
        timeZone: null,
        jurisdiction: 'place',
      } as const;
      const there = (url: string, over: Partial<GateFilesRequest> = {}): Partial<GateFilesRequest> => ({
        audience: 'env:SHOP#crm.keyed',
        environment: { SHOP: url },
        columns,
        decidesThere: true,
        ...over,
      });
      beforeAll(() =>
        server.run(`CREATE TABLE crm.keyed AS SELECT * FROM (VALUES
          (' ${ADA} ', NULL, true, 'a "b", c'), ('subject:short', 'eu-de', NULL, ''), (NULL, NULL, NULL, NULL),
          ('${ADA}', 'ch', false, NULL), ('${ADA}', ' ', true, E'on two\nlines')) v (subject, place, flag, note);
          CREATE ROLE reader LOGIN PASSWORD 'reader'; GRANT USAGE ON SCHEMA crm TO reader;
          GRANT SELECT ON crm.keyed TO reader; REVOKE TEMPORARY ON DATABASE postgres FROM PUBLIC`),
      );

      it('gives the same two files as one that is read and decided about here, and leaves nothing there', async () => {
        const folder = await gateFolder('', WORLD);
        const files = async (decidesThere: boolean) => {
          const split = await folder.gate(there(server.url, { decidesThere }));
          expect(split).toMatchObject({ ok: true, value: { rows: 5, allowed: 1, held: 4 } });
          return [await folder.read('allowed.csv'), await folder.read('held.csv')];
        };
        const [allowed, held] = await files(true);
        expect([allowed, held]).toEqual(await files(false));
        expect(held).toContain('place-not-cleared');
        expect(held).toContain('named-twice');
        const engine = await PostgresEngine.open(server.url);
        const left = await engine.rows(
          `SELECT relname FROM pg_class WHERE relname IN ('audience', 'asked', 'people', 'outcome') AND relnamespace <> 'crm'::regnamespace`,
        );
        await engine.close();
        expect(left).toEqual([]);
      });

      it.each([
        [
          'by an address, whose pseudonym needs the secret',
          { columns: { ...columns, key: { kind: 'email', column: 'subject' } } },
          'usage.invalid',
        ],
        ['where the list is a file', { audience: 'list.csv' }, 'usage.invalid'],
        [
          'by a column that is not there',
          { columns: { ...columns, jurisdiction: 'nowhere' } },
          'gate.unknown-column',
        ],
        ['where no table is', { audience: 'env:SHOP#crm.absent' }, 'gate.unreadable-audience'],
      ] as const)('is refused %s, and allows nobody', async (_what, over, code) => {
        const folder = await gateFolder('', WORLD);
        const refused = await folder.gate(there(server.url, over));
        expect(refused).toMatchObject({ ok: false, problem: { code } });
        expect(await folder.names()).toEqual(['gate.jsonl', 'list.csv', 'trust.json']);
      });

      it('allows nobody where that database ends it in its midst', async () => {
        const folder = await gateFolder('', WORLD);
        const impatient = `${server.url}?options=-c%20idle_in_transaction_session_timeout%3D5`;
        const refused = await folder.gate(there(impatient));
        expect(refused).toMatchObject({ ok: false, problem: { code: 'gate.unreadable-audience' } });
        expect(await folder.names()).toEqual(['gate.jsonl', 'list.csv', 'trust.json']);
      });

      it('is refused to an account that may make no temporary tables, for which it is read and decided about here', async () => {
        const reader = server.url.replace(/\/\/[^@]*@/, '//reader:reader@');
        const folder = await gateFolder('', WORLD);
        expect(await folder.gate(there(reader))).toMatchObject({
          ok: false,
          problem: { code: 'usage.invalid', hint: expect.stringContaining('--decide-there') },
        });
        expect(await folder.gate(there(reader, { decidesThere: false }))).toMatchObject({
          ok: true,
          value: { allowed: 1 },
        });
      });
    });
  });
});
