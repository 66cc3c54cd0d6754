import { resolve } from 'node:path';
import type { Warehouse } from '../../../kernel/ports/warehouse.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { openIsolatedDuckDb } from '../../../stores/warehouse/isolated-duckdb.ts';
import { limitMs } from '../../limits.ts';

/**
 * The warehouses that whoever runs the server lets it ask, by the names under which data maps speak of them. What is
 * pushed can name one of these and no other: a workspace is written by whoever can open a pull request.
 */
export interface AskableWarehouses {
  readonly names: readonly string[];
  /** Opened for one copy and closed after it. Problems: `warehouse.unknown`, those of the warehouse. */
  open(name: string): Promise<Result<Warehouse, Problem>>;
}

/**
 * Reads what an operator allows, each as `NAME=FILE` for DuckDB or `NAME=env:VARIABLE` for PostgreSQL, whose address is
 * a secret. Queries are ended after 10 seconds. Problems: `usage.invalid`.
 */
export function askableWarehouses(declared: readonly string[]): Result<AskableWarehouses, Problem> {
  const places = new Map<string, string>();
  for (const text of declared) {
    const [, name, place] = /^([a-z][a-z0-9_]{0,63})=(.{1,4096})$/.exec(text) ?? [];
    if (name === undefined || place === undefined)
      return fail(
        problem(
          'usage.invalid',
          `\`${text}\` names no warehouse`,
          'write it as main=data/harbor.duckdb or main=env:WAREHOUSE_URL',
        ),
      );
    if (places.has(name))
      return fail(
        problem('usage.invalid', `the warehouse \`${name}\` is named twice`, 'name each warehouse once'),
      );
    places.set(name, place.startsWith('env:') ? place : resolve(place));
  }
  return ok({
    names: [...places.keys()],
    async open(name) {
      const place = places.get(name);
      if (place === undefined)
        return fail(
          problem(
            'warehouse.unknown',
            `this server may not ask the warehouse \`${name}\``,
            `let it, with scruple serve --warehouse ${name}=…`,
          ),
        );
      return place.startsWith('env:')
        ? openPostgresOf(name, place.slice('env:'.length))
        : openFile(name, place);
    },
  });
}

export const NO_WAREHOUSES: AskableWarehouses = {
  names: [],
  open: async (name) =>
    fail(
      problem(
        'warehouse.unknown',
        `this server may not ask the warehouse \`${name}\``,
        `let it, with scruple serve --warehouse ${name}=…`,
      ),
    ),
};

const openFile = (name: string, path: string): Promise<Result<Warehouse, Problem>> =>
  openIsolatedDuckDb({
    databases: { [name]: path },
    allowedPaths: [],
    queryTimeoutMs: limitMs(undefined),
  });

async function openPostgresOf(name: string, variable: string): Promise<Result<Warehouse, Problem>> {
  const url = process.env[variable];
  if (url === undefined || url === '')
    return fail(
      problem(
        'warehouse.unavailable',
        `the variable \`${variable}\` of the warehouse \`${name}\` is not set`,
        'set it to the address of the database',
      ),
    );
  const { openPostgres } = await import('../../../stores/warehouse/postgres.ts');
  return openPostgres({ url, queryTimeoutMs: limitMs(undefined), maximumConnections: 2 });
}
