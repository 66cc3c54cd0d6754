import { type Kysely, sql } from 'kysely';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { problemOfDatabase } from '../engine/problem-of-database.ts';
import { checksumOf, NEWEST } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { openStore } from '../open-store.ts';
import { Refusal } from '../refusal.ts';
import type { Store, StoreLocation, StoreOptions } from '../store.ts';
import { type BackupEnd, type BackupHead, readHead, unreadable } from './backup-format.ts';
import { importLines, unverified } from './import-lines.ts';
import { tablesInOrder } from './tables-in-order.ts';

export interface RestoreOptions extends StoreOptions {
  /** Makes the tables that are not ours, as those of the sign-in library, in the schema of the new store. */
  readonly prepare?: (store: Store) => Promise<void>;
}

/**
 * Makes a store from the lines of a backup: at the step of the schema where the backup was made, everything or nothing,
 * then forward to the newest step.
 * Problems: `backup.unreadable`, `backup.unverified`, `store.not-empty`, `store.newer`, and those of `openStore`.
 */
export async function restoreLines(
  lines: AsyncIterator<string>,
  target: StoreLocation,
  options: RestoreOptions,
): Promise<Result<BackupEnd, Problem>> {
  const first = await lines.next();
  if (first.done === true) return fail(unreadable('it is empty'));
  const head = readHead(first.value);
  if (!head.ok) return head;
  const unfit = whyUnfit(head.value);
  if (unfit !== null) return fail(unfit);

  const opened = await openStore(target, { ...options, until: head.value.steps.length });
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    await options.prepare?.(store);
    const wrong = await whyNotInto(store, head.value);
    if (wrong !== null) return fail(wrong);
    const tables = await tablesInOrder(store.plain, store.schema);
    const end = await store.plain
      .transaction()
      .execute((transaction) =>
        importLines(transaction, { head: head.value, line: first.value }, lines, tables, options.nextEntry),
      );
    await store.close();
    const forward = await openStore(target, options);
    if (!forward.ok) return forward;
    await sql`analyze`.execute(forward.value.plain);
    await forward.value.close();
    return ok(end);
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    const known = problemOfRow(error) ?? problemOfDatabase(error);
    if (known === null) throw error;
    return fail(known);
  } finally {
    await store.close();
  }
}

/** A text that is no JSON, a value that its column does not take, a rule of a table that a row breaks. */
function problemOfRow(error: unknown): Problem | null {
  const code = String((error as { code?: unknown }).code);
  if (code === '23001')
    return unverified('an entry of the evidence log does not follow the one before it').problem;
  return /^2[23]/.test(code) ? unreadable('a row of it does not fit its table') : null;
}

function whyUnfit({ steps }: BackupHead): Problem | null {
  if (steps.length > NEWEST)
    return problem(
      'store.newer',
      `the backup is at step ${steps.length}, and this version knows ${NEWEST}`,
      'restore it with the version that made it, or a newer one',
    );
  const wrong = steps.findIndex((checksum, index) => checksum !== checksumOf(MIGRATIONS[index]!));
  return wrong === -1 ? null : unreadable(`step ${wrong + 1} of its schema is none of ours`);
}

async function whyNotInto(store: Store, head: BackupHead): Promise<Problem | null> {
  const notEmpty = (says: string): Problem =>
    problem('store.not-empty', says, 'name a new folder, or an empty schema');
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from migrations`.execute(
    store.plain,
  );
  if (rows[0]!.count !== head.steps.length)
    return notEmpty(`the store is at step ${rows[0]!.count}, and the backup at ${head.steps.length}`);
  const tables = (await tablesInOrder(store.plain, store.schema)).map(({ name }) => name);
  for (const table of tables)
    if (await holdsSomething(store.plain, table)) return notEmpty(`\`${table}\` holds something already`);
  const lacking = head.tables.find((table) => !tables.includes(table));
  return lacking === undefined
    ? null
    : problem(
        'backup.unreadable',
        `the backup holds a table \`${lacking}\` that this version does not make`,
        'restore it with the version that made it',
      );
}

async function holdsSomething(plain: Kysely<unknown>, table: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(plain);
  return rows.length > 0;
}
