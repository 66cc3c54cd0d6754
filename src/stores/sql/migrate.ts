import { type Kysely, sql, type Transaction } from 'kysely';
import { contentHash } from '../../kernel/canonical.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { problemOfDatabase } from './engine/problem-of-database.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { Refusal } from './refusal.ts';

export interface MigrateOptions {
  readonly schema: string;
  readonly at: Date;
  /** How many steps to take at the most; all of them by default. A restore stops where its backup was made. */
  readonly until?: number;
  readonly onStep?: (migration: Migration) => void;
}

/** What is recorded of a step, so that an edited one is found. */
export const checksumOf = ({ number, name, statements }: Migration): string =>
  contentHash({ number, name, statements });

/** How many steps there are. */
export const NEWEST = MIGRATIONS.length;

/**
 * Brings the schema forward, each step in one transaction with its record, one process at a time. Where what is
 * recorded is not what these steps would have made, nothing is done and the problem says how to mend it.
 * Problems: `store.newer`, `store.half-migrated`, and those of the database.
 */
export async function migrate(plain: Kysely<unknown>, options: MigrateOptions): Promise<Problem | null> {
  try {
    for (;;) {
      const step = await plain.transaction().execute(async (transaction) => {
        // Another process may be at it, and a step over many rows may take its time.
        await sql`set local statement_timeout = 0`.execute(transaction);
        await sql`set local lock_timeout = '60s'`.execute(transaction);
        await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
        return takeNextStep(transaction, options);
      });
      if (step === null) return null;
      options.onStep?.(step);
    }
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    if (ALREADY_THERE.includes(String((error as { code?: unknown }).code)))
      return halfMigrated('it holds tables that no recorded step has made');
    const known = problemOfDatabase(error);
    if (known === null) throw error;
    return known;
  }
}

/** Any number that nobody else takes. */
const LOCK = 96_582_942;
/** A column, schema, table, function, index or constraint of that name exists. */
const ALREADY_THERE = ['42701', '42P06', '42P07', '42710', '42723'];

async function takeNextStep(
  transaction: Transaction<unknown>,
  { schema, at, until = NEWEST }: MigrateOptions,
): Promise<Migration | null> {
  const present = await tablesOf(transaction, schema);
  if (present === null) await sql`create schema ${sql.id(schema)}`.execute(transaction);
  if (present?.includes('migrations') !== true)
    await sql`create table migrations (
      number integer primary key, name text not null, checksum text not null, applied_at timestamptz(3) not null
    )`.execute(transaction);
  const { rows } = await sql<Recorded>`select number, name, checksum from migrations order by number`.execute(
    transaction,
  );
  for (const [index, recorded] of rows.entries()) refuseDifference(recorded, index);
  for (const table of MIGRATIONS.slice(0, rows.length).flatMap(tablesMadeBy))
    if (present?.includes(table) !== true)
      throw new Refusal(halfMigrated(`it lacks the table \`${table}\`, which a recorded step has made`));
  const next = MIGRATIONS[rows.length];
  if (next === undefined || rows.length >= until) return null;
  for (const statement of next.statements) await sql.raw(statement).execute(transaction);
  await sql`insert into migrations (number, name, checksum, applied_at)
    values (${next.number}, ${next.name}, ${checksumOf(next)}, ${at})`.execute(transaction);
  return next;
}

interface Recorded {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** Null where there is no such schema. */
async function tablesOf(
  transaction: Transaction<unknown>,
  schema: string,
): Promise<readonly string[] | null> {
  const { rows } = await sql<{ name: string | null }>`
    select c.relname as name from pg_catalog.pg_namespace n
    left join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p')
    where n.nspname = ${schema}`.execute(transaction);
  return rows.length === 0 ? null : rows.flatMap(({ name }) => (name === null ? [] : [name]));
}

function refuseDifference(recorded: Recorded, index: number): void {
  const ours = MIGRATIONS[index];
  if (ours === undefined)
    throw new Refusal(
      problem(
        'store.newer',
        `the store is at step ${recorded.number} (\`${recorded.name}\`), and this version knows ${NEWEST}`,
        'run the version that wrote it, or a newer one',
      ),
    );
  if (recorded.number !== ours.number || recorded.checksum !== checksumOf(ours))
    throw new Refusal(
      halfMigrated(
        `step ${ours.number} is recorded as \`${recorded.name}\` with other content than \`${ours.name}\``,
      ),
    );
}

const tablesMadeBy = ({ statements }: Migration): string[] =>
  statements.flatMap((statement) => /^create table (\w+)/.exec(statement)?.[1] ?? []);

const halfMigrated = (says: string): Problem =>
  problem(
    'store.half-migrated',
    `the schema of the store is not what its record says: ${says}`,
    'restore the latest backup into a new folder or an empty schema, and keep this one to look into',
  );
