import { BIGQUERY_QUERIES } from './labelled-bigquery.ts';
import { DUCKDB_QUERIES } from './labelled-duckdb.ts';
import { POSTGRES_QUERIES } from './labelled-postgres.ts';
import type { LabelledQuery } from './labelled-query.ts';
import { SNOWFLAKE_QUERIES } from './labelled-snowflake.ts';
import { TRINO_QUERIES } from './labelled-trino.ts';

/** Queries over five dialects, labelled by hand; the tests hold each, the bench counts recall and precision. */
export const LABELLED_QUERIES: readonly LabelledQuery[] = [
  ...POSTGRES_QUERIES,
  ...DUCKDB_QUERIES,
  ...BIGQUERY_QUERIES,
  ...SNOWFLAKE_QUERIES,
  ...TRINO_QUERIES,
];
