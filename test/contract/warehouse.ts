import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Warehouse } from '../../src/kernel/ports/warehouse.ts';

/** What every warehouse of the suite holds: table `shop.inventory(sku, stock, changed_at)` with these rows. */
export const INVENTORY = [
  ['K2', 3, new Date('2026-11-20T08:55:00Z')],
  ['K3', 40, new Date('2026-11-19T10:00:00Z')],
] as const;

export const QUERIES = {
  stock: "select stock from shop.inventory where sku = 'K2'",
  all: 'select sku, stock, changed_at from shop.inventory order by sku',
  nothing: "select stock from shop.inventory where sku = 'none'",
  constant: 'select 1 as one',
  unknownTable: 'select stock from shop.nowhere',
} as const;

/** The laws of the `Warehouse` port, to be run over every adapter. `open` gives one that holds `INVENTORY`. */
export function describeWarehouse(name: string, open: () => Promise<Warehouse>): void {
  describe(`warehouse: ${name}`, () => {
    let warehouse: Warehouse;
    beforeAll(async () => {
      warehouse = await open();
    });
    afterAll(() => warehouse.close());

    it('answers with columns, rows and JavaScript values', async () => {
      const answer = await warehouse.query(QUERIES.all);
      expect(answer).toEqual({
        ok: true,
        value: { columns: ['sku', 'stock', 'changed_at'], rows: INVENTORY },
      });
    });

    it('gives no rows where there are none', async () => {
      expect(await warehouse.query(QUERIES.nothing)).toEqual({
        ok: true,
        value: { columns: ['stock'], rows: [] },
      });
    });

    it('names the tables that a query reads', async () => {
      expect(await warehouse.tablesOf(QUERIES.stock)).toEqual({ ok: true, value: ['shop.inventory'] });
      expect(await warehouse.tablesOf(QUERIES.constant)).toEqual({ ok: true, value: [] });
    });

    it('never cuts rows silently', async () => {
      expect(await warehouse.query(QUERIES.all, { maximumRows: 2 })).toMatchObject({ ok: true });
      const cut = await warehouse.query(QUERIES.all, { maximumRows: 1 });
      expect(cut).toMatchObject({ ok: false, problem: { code: 'fact.invalid' } });
    });

    it('says what cannot run', async () => {
      const answer = await warehouse.query(QUERIES.unknownTable);
      expect(answer).toMatchObject({ ok: false, problem: { code: 'fact.invalid' } });
    });

    it('answers many at once, each its own', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          warehouse.query(index % 2 === 0 ? QUERIES.stock : QUERIES.nothing),
        ),
      );
      expect(answers.map((answer) => (answer.ok ? answer.value.rows.length : -1))).toEqual(
        Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 1 : 0)),
      );
    });
  });
}
