import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { quoteIdentifier, quoteLiteral } from '../../../kernel/quote-identifier.ts';
import { fail } from '../../../kernel/result.ts';
import { notOpened } from '../../../stores/warehouse/change-problems.ts';
import { changeableDuckDb } from '../../../stores/warehouse/changeable-duckdb.ts';
import { EXAMPLE } from '../load-demo.ts';
import { type AskableWarehouses, askableWarehouses } from './askable-warehouses.ts';

/** As the data map of the example names the warehouse in which its people are. */
const NAME = 'people';

/**
 * The warehouses of a server that shows the example: those that were allowed, and the people of the example. Their tables
 * are made from its CSV files when they are first asked for, in the folder of the trial, so that what somebody erases there
 * stays erased there and the example stays as it is.
 */
export function withExamplePeople(allowed: AskableWarehouses, folder: string): AskableWarehouses {
  if (allowed.names.includes(NAME)) return allowed;
  const path = resolve(folder, 'people.duckdb');
  const own = askableWarehouses([`${NAME}=${path}`]);
  if (!own.ok) return allowed;
  let making: Promise<boolean> | null = null;
  const isMade = (): Promise<boolean> => {
    making ??= make(path).catch(() => false);
    return making;
  };
  return {
    names: [...allowed.names, NAME],
    open: async (name) => {
      if (name !== NAME) return allowed.open(name);
      return (await isMade()) ? own.value.open(name) : fail(notOpened());
    },
    changeable: [...allowed.changeable, NAME],
    openToChange: async (name) => {
      if (name !== NAME) return allowed.openToChange(name);
      return (await isMade()) ? { ok: true, value: changeableDuckDb(NAME, path) } : fail(notOpened());
    },
  };
}

/** Under another name until it is whole: a process that ends meanwhile leaves no half of it. */
async function make(path: string): Promise<boolean> {
  const folder = resolve(path, '..');
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).includes('people.duckdb')) return true;
  const csv = join(EXAMPLE, 'data', 'people');
  const tables = (await readdir(csv)).filter((name) => name.endsWith('.csv')).sort();
  const half = `${path}.${process.pid}`;
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(half);
  const connection = await instance.connect();
  for (const file of tables) {
    const [schema, table] = file.replace(/\.csv$/, '').split('.') as [string, string];
    await connection.run(`CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema)}`);
    await connection.run(
      `CREATE TABLE ${quoteIdentifier(schema)}.${quoteIdentifier(table)} AS SELECT * FROM read_csv(${quoteLiteral(join(csv, file))}, header = true)`,
    );
  }
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  await rename(half, path);
  await rm(`${half}.wal`, { force: true });
  return true;
}
