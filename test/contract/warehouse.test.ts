import { afterAll, beforeAll } from 'vitest';
import type { Warehouse } from '../../src/kernel/ports/warehouse.ts';
import type { Problem } from '../../src/kernel/problem.ts';
import type { Result } from '../../src/kernel/result.ts';
import { memoryWarehouse } from '../../src/stores/memory/warehouse.ts';
import { openDuckDb } from '../../src/stores/warehouse/duckdb.ts';
import { openIsolatedDuckDb } from '../../src/stores/warehouse/isolated-duckdb.ts';
import { duckDbFolder, INVENTORY_TABLES } from './duckdb-file.ts';
import { describeWarehouse, INVENTORY, QUERIES } from './warehouse.ts';

let made: Awaited<ReturnType<typeof duckDbFolder>>;
beforeAll(async () => {
  made = await duckDbFolder(INVENTORY_TABLES);
});
afterAll(() => made.remove());

const opened = async (result: Promise<Result<Warehouse, Problem>>): Promise<Warehouse> => {
  const warehouse = await result;
  if (!warehouse.ok) throw new Error(warehouse.problem.message);
  return warehouse.value;
};
const options = () => ({ databases: { main: made.database }, allowedPaths: [], queryTimeoutMs: 5000 });

describeWarehouse('DuckDB in this process', () => opened(openDuckDb(options())));
describeWarehouse('DuckDB in a process of its own', () => opened(openIsolatedDuckDb(options())));
describeWarehouse('memory', async () => {
  const tables = ['shop.inventory'];
  return memoryWarehouse({
    [QUERIES.stock]: { columns: ['stock'], rows: [[3]], tables },
    [QUERIES.all]: { columns: ['sku', 'stock', 'changed_at'], rows: INVENTORY, tables },
    [QUERIES.nothing]: { columns: ['stock'], rows: [], tables },
    [QUERIES.constant]: { columns: ['one'], rows: [[1]] },
  });
});
