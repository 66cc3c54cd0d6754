import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Store } from '../store.ts';
import { type BackupEnd, type BackupHead, MARK } from './backup-format.ts';
import { type CarriedColumn, type CarriedTable, isJson, tablesInOrder } from './tables-in-order.ts';

const ROWS_AT_ONCE = 200;

/**
 * Writes everything in a store as the lines of a backup, as it stood at one moment, a few rows at a time. A server goes
 * on writing meanwhile; the embedded engine, which has one connection, waits until the end.
 */
export function exportLines(
  store: Store,
  madeAt: Date,
  write: (line: string) => Promise<void>,
): Promise<BackupEnd> {
  return store.plain
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      await sql`set local statement_timeout = 0`.execute(transaction);
      const tables = await tablesInOrder(transaction, store.schema);
      const sum = createHash('sha256');
      const say = (line: string): Promise<void> => {
        sum.update(`${line}\n`);
        return write(line);
      };
      const head: BackupHead = {
        format: 'scruple.backup/1',
        madeAt: madeAt.toISOString(),
        steps: await stepsOf(transaction),
        tables: tables.map(({ name }) => name),
      };
      await say(MARK + JSON.stringify(head));
      const rows: Record<string, number> = {};
      for (const table of tables) {
        await say(MARK + JSON.stringify({ table: table.name }));
        rows[table.name] = await exportTable(transaction, table, say);
      }
      const { rows: heads } = await sql<BackupEnd['evidence']>`
        select sequence::int as sequence, hash from evidence_head`.execute(transaction);
      const end: BackupEnd = { rows, evidence: heads[0]!, sha256: sum.digest('hex') };
      await write(MARK + JSON.stringify(end));
      return end;
    });
}

async function stepsOf(transaction: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ checksum: string }>`select checksum from migrations order by number`.execute(
    transaction,
  );
  return rows.map(({ checksum }) => checksum);
}

async function exportTable(
  transaction: Kysely<unknown>,
  { name, key, columns }: CarriedTable,
  say: (line: string) => Promise<void>,
): Promise<number> {
  const order = key.length === 0 ? sql`` : sql` order by ${sql.join(key.map((column) => sql.ref(column)))}`;
  await sql`declare carried no scroll cursor for
    select row_to_json(one)::text as line from (
      select ${sql.join(columns.map(carried))} from ${sql.table(name)}${order}
    ) one`.execute(transaction);
  for (let count = 0; ; ) {
    const { rows } = await sql<{ line: string }>`fetch forward ${sql.lit(ROWS_AT_ONCE)} from carried`.execute(
      transaction,
    );
    for (const { line } of rows) await say(line);
    count += rows.length;
    if (rows.length < ROWS_AT_ONCE) {
      await sql`close carried`.execute(transaction);
      return count;
    }
  }
}

const carried = (column: CarriedColumn) =>
  isJson(column) ? sql`${sql.ref(column.name)}::text as ${sql.ref(column.name)}` : sql.ref(column.name);
