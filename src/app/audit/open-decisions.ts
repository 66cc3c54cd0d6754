import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Warehouse } from '../../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { AuditSource } from '../../playbook/4-harm/fairness/spec.ts';
import { openDuckDb } from '../../stores/warehouse/duckdb.ts';
import { openIsolatedDuckDb } from '../../stores/warehouse/isolated-duckdb.ts';
import { openPostgres } from '../../stores/warehouse/postgres.ts';
import type { AuditRequest } from './request.ts';

type FileSource = Extract<AuditSource, { kind: 'file' }>;

/** The decisions, opened; `vault` is where the attributes lie, if they are kept apart. */
export interface OpenedDecisions {
  readonly warehouse: Warehouse;
  readonly source: AuditSource;
  readonly vault: AuditSource | null;
  /** The file of decisions itself, for its hash; `null` for a database. */
  readonly file: string | null;
  /** How a report names the decisions: never an address with a secret. */
  readonly name: string;
}

export const FORMATS: Readonly<Record<string, FileSource['format']>> = {
  csv: 'csv',
  tsv: 'csv',
  parquet: 'parquet',
  pq: 'parquet',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
};

/** An audit sorts and groups more than a fact may; both together stay below what the process may take. */
const MEMORY = '2GB';

/**
 * Opens the decisions, and the vault beside them where there is one, in one engine that sees nothing else.
 * Problems: `usage.invalid`, `file.*`, `warehouse.unavailable`.
 */
export async function openDecisions(request: AuditRequest): Promise<Result<OpenedDecisions, Problem>> {
  const [place, table] = splitTable(request.decisions);
  const relation = request.relation ?? table;
  if (/^(?:postgres|postgresql):\/\//.test(place)) return openServer(place, relation, request);
  if (place.startsWith('env:')) return openFromEnvironment(place.slice(4), relation, request);
  if (place.startsWith('duckdb:')) return openDatabase(place.slice(7), relation, request);
  return openFile(request.decisions, request);
}

/** `duckdb:shop.duckdb#crm.decisions` → the database and the table. */
function splitTable(decisions: string): [string, string | undefined] {
  if (!/^(?:duckdb:|postgres(?:ql)?:\/\/|env:)/.test(decisions)) return [decisions, undefined];
  const at = decisions.indexOf('#');
  return at < 0 ? [decisions, undefined] : [decisions.slice(0, at), decisions.slice(at + 1)];
}

async function openFile(path: string, request: AuditRequest): Promise<Result<OpenedDecisions, Problem>> {
  if (request.relation !== undefined)
    return usage('a table or query is read from a database, not from a file', 'leave it out');
  const decisions = fileSource(path);
  if (!decisions.ok) return decisions;
  const vault = request.vault === undefined ? null : fileSource(request.vault);
  if (vault !== null && !vault.ok) return vault;
  const warehouse = await openDuckDb({
    allowedPaths: [decisions.value.path, ...(vault === null ? [] : [vault.value.path])],
    queryTimeoutMs: request.timeoutMs,
    memoryLimit: MEMORY,
  });
  if (!warehouse.ok) return warehouse;
  return ok({
    warehouse: warehouse.value,
    source: decisions.value,
    vault: vault === null ? null : vault.value,
    file: decisions.value.path,
    name: path,
  });
}

function fileSource(path: string): Result<FileSource, Problem> {
  const at = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const format = FORMATS[path.split('.').at(-1)!.toLowerCase()];
  if (format === undefined)
    return fail(
      problem(
        'file.unknown-kind',
        `\`${path}\` is no file of decisions that is understood`,
        'give a .csv, .parquet, .json or .jsonl file, duckdb:FILE, postgres://… or env:NAME',
        at,
      ),
    );
  if (!existsSync(path))
    return fail(problem('file.missing', `there is no file \`${path}\``, 'mend the path', at));
  return ok({ kind: 'file', path: resolve(path), format });
}

async function openDatabase(
  path: string,
  relation: string | undefined,
  request: AuditRequest,
): Promise<Result<OpenedDecisions, Problem>> {
  const source = relationSource(relation, `duckdb:${basename(path)}`, request.window);
  if (!source.ok) return source;
  if (!existsSync(path))
    return fail(problem('file.missing', `there is no file \`${path}\``, 'mend the path'));
  const apart = request.vault === undefined ? null : vaultOf(request.vault);
  if (apart !== null && !apart.ok) return apart;
  const vault = apart === null ? null : apart.value;
  const options = {
    databases: { decisions: resolve(path) },
    allowedPaths: vault?.kind === 'file' ? [vault.path] : [],
    queryTimeoutMs: request.timeoutMs,
  };
  // A query that somebody wrote may do what no limit inside the engine ends; only a process of its own does.
  const warehouse =
    source.value.kind === 'query'
      ? await openIsolatedDuckDb({ ...options, maximumBytes: 2 * 1024 ** 3, memoryLimit: '1GB' })
      : await openDuckDb({ ...options, memoryLimit: MEMORY });
  if (!warehouse.ok) return warehouse;
  return ok({
    warehouse: warehouse.value,
    source: source.value,
    vault,
    file: null,
    name: `duckdb:${basename(path)}`,
  });
}

async function openServer(
  url: string,
  relation: string | undefined,
  request: AuditRequest,
): Promise<Result<OpenedDecisions, Problem>> {
  const name = serverName(url);
  if (name === null)
    return usage(
      'the address of the database cannot be read',
      'write it as postgres://user@host:5432/database',
    );
  const source = relationSource(relation, name, request.window);
  if (!source.ok) return source;
  const vault = request.vault === undefined ? null : vaultOf(request.vault);
  if (vault !== null && !vault.ok) return vault;
  if (vault?.value.kind === 'file')
    return usage(
      'a vault in a file cannot be joined to decisions in PostgreSQL',
      'name a schema or table of the same database with --vault',
    );
  const warehouse = await openPostgres({ url, queryTimeoutMs: request.timeoutMs });
  if (!warehouse.ok) return warehouse;
  return ok({
    warehouse: warehouse.value,
    source: source.value,
    vault: vault?.value ?? null,
    file: null,
    name,
  });
}

async function openFromEnvironment(
  variable: string,
  relation: string | undefined,
  request: AuditRequest,
): Promise<Result<OpenedDecisions, Problem>> {
  const value = request.environment[variable];
  if (value === undefined || value === '')
    return usage(`the variable \`${variable}\` is not set`, 'set it to the address of the database');
  if (/^postgres(?:ql)?:\/\//.test(value)) return openServer(value, relation, request);
  if (value.startsWith('duckdb:')) return openDatabase(value.slice(7), relation, request);
  return usage(
    `the variable \`${variable}\` holds no address of a database`,
    'set it to postgres://… or duckdb:FILE',
  );
}

/** Host and database alone. */
function serverName(url: string): string | null {
  try {
    const { hostname, pathname } = new URL(url);
    return `postgres://${hostname}${pathname}`;
  } catch {
    return null;
  }
}

/** One SELECT, or the name of a table as `schema.table`; names with dots or spaces go in double quotes. */
function relationSource(
  relation: string | undefined,
  from: string,
  window: string | undefined,
): Result<AuditSource, Problem> {
  const text = relation?.trim() ?? '';
  if (text === '')
    return usage(
      `which table of \`${from}\` holds the decisions is not said`,
      'name a table, or one SELECT, after it',
    );
  if (/^(?:select|with|from|values)\b/i.test(text))
    return ok({
      kind: 'query',
      // A comment at its end must not swallow what follows.
      sql: `${text.replace(/[;\s]+$/, '')}\n`,
      from,
      ...(window === undefined ? {} : { window }),
    });
  const name = tableName(text);
  return name === null
    ? usage(`\`${text}\` is neither a table nor a SELECT`, 'write it as schema.table')
    : ok({ kind: 'table', name });
}

/** The parts of a name; quotes inside quotes are doubled. `null` for what is no name. */
export function tableName(text: string): string[] | null {
  const parts = text.match(/"(?:[^"]|"")*"|[^".]+|\./g) ?? [];
  if (parts.join('') !== text) return null;
  const names = parts.filter((_, index) => index % 2 === 0);
  const areDots = parts.every((part, index) => (index % 2 === 1) === (part === '.'));
  if (!areDots || parts.length % 2 === 0 || names.length > 3) return null;
  return names.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.trim()));
}

/** A file by its ending; else a schema of the same database, whose table is `attributes`, or a table in it. */
function vaultOf(vault: string): Result<AuditSource, Problem> {
  if (FORMATS[vault.split('.').at(-1)!.toLowerCase()] !== undefined) return fileSource(vault);
  const name = tableName(vault);
  if (name === null || name.length > 2)
    return usage(`\`${vault}\` is no schema or table`, 'write it as schema, or schema.table');
  return ok({ kind: 'table', name: name.length === 1 ? [name[0]!, 'attributes'] : name });
}

const usage = <T>(message: string, hint: string): Result<T, Problem> =>
  fail(problem('usage.invalid', message, hint));
