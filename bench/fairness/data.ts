import { mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** Where generated files stay between runs. */
export const DATA = join(tmpdir(), 'scruple-bench-fairness');

/** Made by hash of the row number and this seed: the same rows on every machine and with any number of threads. */
export const SEED = 20261124;
/** Every draw hashes a number of its own, so that draws of one row do not go together. */
const OFFSET = `${SEED}000000000`;

/**
 * Decisions of a made-up score over 60 groups (10 origins × 6 age bands): about a quarter selected, one group a fifth less
 * often, labels that go with the score, two suppression rules, four regions.
 */
const rowsOf = (rows: number): string => `
  WITH drawn AS (
    SELECT i,
      (hash(i * 8 + 1 + ${OFFSET}) % 1000000) / 1000000.0 AS u,
      (hash(i * 8 + 2 + ${OFFSET}) % 1000000) / 1000000.0 AS v,
      (hash(i * 8 + 3 + ${OFFSET}) % 10) AS origin,
      (hash(i * 8 + 4 + ${OFFSET}) % 6) AS band,
      hash(i * 8 + 5 + ${OFFSET}) AS more
    FROM range(${rows}) AS numbers(i)
  ), scored AS (
    SELECT *, round(least(0.999, greatest(0.001, 0.15 + 0.7 * u - CASE WHEN origin = 7 AND band = 3 THEN 0.05 ELSE 0 END)), 3) AS score FROM drawn
  ), ruled AS (
    SELECT *,
      CASE WHEN (more // 4) % 20 = 0 THEN 1 ELSE 0 END AS debtors,
      CASE WHEN (more // 80) % 10 = 0 THEN 1 ELSE 0 END AS lapsed
    FROM scored
  )
  SELECT
    'p' || lpad(CAST(i AS VARCHAR), 9, '0') AS id,
    'origin-' || origin AS origin,
    'band-' || band AS age_band,
    CASE WHEN score >= 0.64 AND debtors = 0 AND lapsed = 0 THEN 1 ELSE 0 END AS decision,
    CASE WHEN v < 0.1 + 0.8 * score THEN 1 ELSE 0 END AS label,
    score,
    'region-' || (more % 4) AS region,
    debtors,
    lapsed
  FROM ruled`;

/** `wide`: all nine columns; `narrow`: the four that rates by group need. */
export type Shape = 'wide' | 'narrow';

/** Writes the rows once; a file that is there already is used again. */
export async function generated(rows: number, format: 'csv' | 'parquet', shape: Shape): Promise<string> {
  await mkdir(DATA, { recursive: true });
  const path = join(DATA, `decisions-${shape}-${rows}.${format}`);
  if (
    await stat(path).then(
      () => true,
      () => false,
    )
  )
    return path;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const options = format === 'csv' ? '(FORMAT csv, HEADER)' : '(FORMAT parquet, COMPRESSION zstd)';
  const wanted = shape === 'wide' ? '*' : 'origin, age_band, decision, label';
  await connection.run(`COPY (SELECT ${wanted} FROM (${rowsOf(rows)})) TO '${path}' ${options}`);
  connection.closeSync();
  instance.closeSync();
  return path;
}
