import type { QueryOptions, Warehouse } from '../../kernel/ports/warehouse.ts';
import { type DuckDbOptions, openDuckDb } from './duckdb.ts';

/** What the parent asks of this process. */
export interface Request {
  readonly id: number;
  readonly method: 'query' | 'tablesOf';
  readonly sql: string;
  readonly options: QueryOptions;
}

const WATCH_EVERY_MS = 20;

/**
 * The child's side of `openIsolatedDuckDb`. Queries run on the engine's own threads, so this thread stays free to
 * watch how large the process has grown: the engine's memory limit does not cover what its text and list functions build.
 */
function serve(options: DuckDbOptions, maximumBytes: number): void {
  setInterval(() => {
    // An orderly exit would wait for the very query that has to end.
    if (process.memoryUsage.rss() > maximumBytes) process.kill(process.pid, 'SIGKILL');
  }, WATCH_EVERY_MS).unref();
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  const opened = openDuckDb(options);
  void opened.then((result) => process.send?.(result.ok ? { ok: true, value: null } : result));
  process.on('message', async ({ id, method, sql, options: query }: Request) => {
    const result = await opened;
    if (result.ok) process.send?.({ id, answer: await ask(result.value, method, sql, query) });
  });
}

const ask = (warehouse: Warehouse, method: Request['method'], sql: string, options: QueryOptions) =>
  method === 'query' ? warehouse.query(sql, options) : warehouse.tablesOf(sql);

if (process.argv[2] === 'serve-duckdb' && process.send !== undefined)
  process.once('message', (first: { options: DuckDbOptions; maximumBytes: number }) =>
    serve(first.options, first.maximumBytes),
  );
