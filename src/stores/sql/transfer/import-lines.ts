import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { NextEntry, StoredEntry } from '../../../kernel/ports/evidence-log.ts';
import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../refusal.ts';
import { type BackupEnd, type BackupHead, MARK, readMark, unreadable } from './backup-format.ts';
import { type CarriedTable, isJson } from './tables-in-order.ts';

const ROWS_AT_ONCE = 500;
const CHARACTERS_AT_ONCE = 4_000_000;

/**
 * Puts the lines after the head of a backup into the empty tables, within an open transaction, and holds the result against
 * what the backup says it should come to. The caller gives the head with its line, which the sum covers too.
 * Refusals: `backup.unreadable`, `backup.unverified`.
 */
export async function importLines(
  transaction: Kysely<unknown>,
  { head, line: first }: { readonly head: BackupHead; readonly line: string },
  lines: AsyncIterator<string>,
  tables: readonly CarriedTable[],
  nextEntry: NextEntry,
): Promise<BackupEnd> {
  await sql`set local statement_timeout = 0`.execute(transaction);
  await sql`set constraints all deferred`.execute(transaction);
  const sum = createHash('sha256').update(`${first}\n`);
  let table: CarriedTable | null = null;
  let waiting: string[] = [];
  let characters = 0;
  const put = async (): Promise<void> => {
    if (table !== null && waiting.length > 0) await insert(transaction, table, waiting);
    [waiting, characters] = [[], 0];
  };
  for (;;) {
    const next = await lines.next();
    if (next.done === true) throw new Refusal(unreadable('it ends too early'));
    const line = next.value;
    if (!line.startsWith(MARK)) {
      if (table === null) throw new Refusal(unreadable('a row stands outside of every table'));
      sum.update(`${line}\n`);
      waiting.push(line);
      characters += line.length;
      if (waiting.length >= ROWS_AT_ONCE || characters >= CHARACTERS_AT_ONCE) await put();
      continue;
    }
    await put();
    const mark = readMark(line);
    if (!mark.ok) throw new Refusal(mark.problem);
    if ('table' in mark.value) {
      sum.update(`${line}\n`);
      const { table: name } = mark.value;
      table = tables.find((one) => one.name === name && head.tables.includes(name)) ?? null;
      if (table === null) throw new Refusal(unreadable('it holds a table that it does not name'));
      continue;
    }
    if (mark.value.sha256 !== sum.digest('hex'))
      throw new Refusal(unreadable('its content was changed after it was made'));
    await verify(transaction, head, mark.value, nextEntry);
    return mark.value;
  }
}

async function insert(
  transaction: Kysely<unknown>,
  { name, columns }: CarriedTable,
  rows: readonly string[],
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column.name)));
  const values = columns.map((column) =>
    isJson(column) ? sql`${sql.ref(column.name)}::${sql.raw(column.type)}` : sql.ref(column.name),
  );
  const shape = columns.map(
    (column) => sql`${sql.ref(column.name)} ${sql.raw(isJson(column) ? 'text' : column.type)}`,
  );
  const all = `[${rows.join(',')}]`;
  await sql`insert into ${sql.table(name)} (${names})
    select ${sql.join(values)} from json_to_recordset(${all}::json) as r (${sql.join(shape)})`.execute(
    transaction,
  );
}

async function verify(
  transaction: Kysely<unknown>,
  { tables }: BackupHead,
  end: BackupEnd,
  nextEntry: NextEntry,
): Promise<void> {
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(table)}`.execute(transaction);
    if (rows[0]!.count !== end.rows[table])
      throw unverified(`\`${table}\` has ${rows[0]!.count} rows and should have ${end.rows[table]}`);
  }
  const last = await followChain(transaction, nextEntry);
  if ((last?.sequence ?? 0) !== end.evidence.sequence || (last?.hash ?? null) !== end.evidence.hash)
    throw unverified('the evidence log does not end where it should');
}

/** Makes every entry anew after the one before it: any other hash than the stored one is a break in the chain. */
async function followChain(
  transaction: Kysely<unknown>,
  nextEntry: NextEntry,
): Promise<Pick<StoredEntry, 'sequence' | 'hash'> | null> {
  let end = null as { sequence: number; hash: string } | null;
  for (;;) {
    const { rows } = await sql<Omit<StoredEntry, 'body'> & { body: string }>`
      select * from evidence_entries where sequence > ${end?.sequence ?? 0} order by sequence limit 1000`.execute(
      transaction,
    );
    for (const row of rows) {
      const body = JSON.parse(row.body) as StoredEntry['body'];
      const again = nextEntry(end, { ...row, body, at: new Date(row.at) });
      if (!again.ok || again.value.hash !== row.hash)
        throw unverified(`entry ${row.sequence} of the evidence log does not follow the one before it`);
      end = { sequence: row.sequence, hash: row.hash };
    }
    if (rows.length < 1000) return end;
  }
}

/** Of what did not come to what the backup says. */
export const unverified = (says: string): Refusal =>
  new Refusal(problem('backup.unverified', says, 'take another backup: nothing of this one was kept'));
