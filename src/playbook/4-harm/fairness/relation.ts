import { quoteIdentifier, quoteLiteral } from '../../../kernel/quote-identifier.ts';
import type { AuditSource, AuditSpec } from './spec.ts';

/**
 * A source as SQL names it in FROM. CSV files are read as text throughout, so that a value is exactly what stands in the
 * file, and without guesses about skipped lines or comments, so that no row is left out unseen.
 */
export function relation(source: AuditSource): string {
  switch (source.kind) {
    case 'table':
      return source.name.map(quoteIdentifier).join('.');
    case 'query':
      return `(${source.sql})`;
    case 'file':
      return fileRelation(source);
  }
}

function fileRelation({ path, format, delimiter, columns }: Extract<AuditSource, { kind: 'file' }>): string {
  const file = quoteLiteral(path);
  if (format === 'parquet') return `read_parquet(${file})`;
  if (format === 'json') return jsonRelation(file, columns);
  const types = columns?.map((name) => `${quoteLiteral(name)}: 'VARCHAR'`).join(', ');
  const layout =
    types === undefined
      ? "all_varchar = true, comment = '', skip = 0"
      : `auto_detect = false, columns = {${types}}`;
  const split = delimiter === undefined ? '' : `, delim = ${quoteLiteral(delimiter)}`;
  return `read_csv(${file}, header = true, quote = '"', escape = '"', ${layout}${split})`;
}

/** Every value as the text that stands in the file, whatever kinds a column mixes; an empty text is no value. */
function jsonRelation(file: string, columns: readonly string[] | undefined): string {
  if (columns === undefined) return `read_json(${file})`;
  const kinds = columns.map((name) => `${quoteLiteral(name)}: 'JSON'`).join(', ');
  const texts = columns.map((name) => {
    const column = quoteIdentifier(name);
    return `NULLIF(${column} ->> '$', '') AS ${column}`;
  });
  return `(SELECT ${texts.join(', ')} FROM read_json(${file}, columns = {${kinds}}))`;
}

/** Asks for the first line of a CSV file as it stands. */
export const firstLineQuery = ({ path }: Extract<AuditSource, { kind: 'file' }>): string =>
  `SELECT line FROM read_csv(${quoteLiteral(path)}, auto_detect = false, header = false, delim = '', quote = '', escape = '', columns = {'line': 'VARCHAR'}) LIMIT 1`;

/** The FROM clause of an audit: the decisions as `a`, joined by pseudonym to the vault as `v` where there is one. */
export function fromClause({ source, vault }: AuditSpec): string {
  const decisions = `${relation(source)} AS a`;
  if (vault === undefined) return decisions;
  const own = `a.${quoteIdentifier(vault.decisionsKey ?? vault.key)}`;
  const theirs = `v.${quoteIdentifier(vault.key)}`;
  return `${decisions} LEFT JOIN ${relation(vault.source)} AS v ON CAST(${own} AS VARCHAR) = CAST(${theirs} AS VARCHAR)`;
}

/** A column of the decisions, or of the vault where the vault has a record for it. */
export const columnOf = (name: string, vault: AuditSpec['vault']): string =>
  `${vault !== undefined && Object.hasOwn(vault.records, name) ? 'v' : 'a'}.${quoteIdentifier(name)}`;

/** Asks for the names of a source's columns, and for nothing in it. */
export const columnsQuery = (source: AuditSource): string => `SELECT * FROM ${relation(source)} AS a LIMIT 0`;

/** Counts rows, rows with a pseudonym, and different pseudonyms. */
export function identityQuery(source: AuditSource, key: string): string {
  const column = `a.${quoteIdentifier(key)}`;
  return `SELECT count(*) AS n, count(${column}) AS named, count(DISTINCT ${column}) AS different FROM ${relation(source)} AS a`;
}
