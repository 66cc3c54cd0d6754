import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder with a DuckDB file made by statements, for tests that need the real engine. */
export async function duckDbFolder(
  statements: readonly string[],
): Promise<{ readonly folder: string; readonly database: string; remove(): Promise<void> }> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = await mkdtemp(join(tmpdir(), 'scruple-duckdb-'));
  const database = join(folder, 'harbor.duckdb');
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
  return { folder, database, remove: () => rm(folder, { recursive: true, force: true }) };
}

export const INVENTORY_TABLES = [
  'CREATE SCHEMA shop',
  'CREATE TABLE shop.inventory (sku VARCHAR, stock INTEGER, changed_at TIMESTAMP)',
  "INSERT INTO shop.inventory VALUES ('K2', 3, TIMESTAMP '2026-11-20 08:55:00'), ('K3', 40, TIMESTAMP '2026-11-19 10:00:00')",
];
