/** A CSV file as Parquet, every cell a text. */
export async function writeParquet(from: string, to: string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `COPY (SELECT * FROM read_csv('${from}', all_varchar = true)) TO '${to}' (FORMAT parquet)`,
  );
  connection.closeSync();
}
