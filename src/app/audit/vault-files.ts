import { existsSync } from 'node:fs';

/** `vault/attributes.parquet` and `vault` both have their record beside them, with `.yaml` at the end. */
export const recordFileOf = (vault: string): string => `${vault}.yaml`;

/**
 * Whether a file of data has a record of a vault beside it. Whatever a workspace calls such a file, nothing but an audit
 * may read it: even a hash of its content would confirm a guess at somebody's attribute.
 */
export const isVaultFile = (path: string): boolean =>
  /\.(?:csv|tsv|parquet|pq|jsonl?|ndjson)$/i.test(path) && existsSync(recordFileOf(path));
