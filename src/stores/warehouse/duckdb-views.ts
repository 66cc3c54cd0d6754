import type { DuckDBConnection } from '@duckdb/node-api';
import { isAllowedTableFunction, isRefusedFunction } from './duckdb-statement.ts';

/** What the names inside an open engine stand for, in lower case. */
export interface EngineNames {
  /** Views and macros of attached databases that call what a query may not call, or take the name of a function. */
  readonly acting: ReadonlySet<string>;
  /** Views of the engine itself, as `duckdb_settings`: reading one reads no table of the company. */
  readonly internal: ReadonlySet<string>;
}

/**
 * Looks through the views and macros that the attached databases bring along: a database file comes from whoever can
 * open a pull request, and a view may hide a call that the query itself does not show. Names only, so that a harmless
 * view with an unlucky name is refused rather than a harmful one run.
 */
export async function engineNames(connection: DuckDBConnection): Promise<EngineNames> {
  const list = async (sql: string): Promise<string[][]> => {
    const rows = await connection.runAndReadAll(sql);
    return rows.getRows().map((row) => row.map((cell) => String(cell ?? '').toLowerCase()));
  };
  const functions = await list(
    "SELECT DISTINCT function_name, function_type FROM duckdb_functions() WHERE internal AND function_type IN ('table', 'table_macro', 'pragma', 'scalar', 'macro', 'aggregate')",
  );
  const refused = new Set(
    functions
      .filter(([name, type]) =>
        isTableKind(type!) ? !isAllowedTableFunction(name!) : isRefusedFunction(name!),
      )
      .map(([name]) => name!),
  );
  const builtIn = new Set(functions.map(([name]) => name!));
  const own = await list(
    `SELECT view_name, sql FROM duckdb_views() WHERE NOT internal
     UNION ALL SELECT function_name, macro_definition FROM duckdb_functions()
       WHERE NOT internal AND function_type IN ('macro', 'table_macro')`,
  );
  const internal = await list('SELECT DISTINCT view_name FROM duckdb_views() WHERE internal');
  return { acting: actingNames(own, refused, builtIn), internal: new Set(internal.map(([name]) => name!)) };
}

const isTableKind = (type: string): boolean =>
  type === 'table' || type === 'table_macro' || type === 'pragma';

/** Grows the set until nothing refers to it any more: a view over an acting view acts too. */
function actingNames(
  own: readonly string[][],
  refused: ReadonlySet<string>,
  builtIn: ReadonlySet<string>,
): ReadonlySet<string> {
  const words = own.map(([name, text]) => ({ name: name!, words: new Set(text!.match(/[\p{L}\p{N}_]+/gu)) }));
  const acting = new Set(own.map(([name]) => name!).filter((name) => builtIn.has(name)));
  for (let before = -1; before !== acting.size; ) {
    before = acting.size;
    for (const { name, words: mentioned } of words)
      for (const word of mentioned)
        if (word !== name && (refused.has(word) || acting.has(word))) acting.add(name);
  }
  return acting;
}
