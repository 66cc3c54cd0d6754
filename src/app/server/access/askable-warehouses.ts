import { resolve } from 'node:path';
import type { Warehouse } from '../../../kernel/ports/warehouse.ts';
import type { ChangeableWarehouse } from '../../../kernel/ports/warehouse-changes.ts';
import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { changeableDuckDb } from '../../../stores/warehouse/changeable-duckdb.ts';
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
  /** Those that it may change as well, where a person confirms what a request asks for. */
  readonly changeable: readonly string[];
  /** Opened for one change and closed after it. Problems: `warehouse.unknown`, `warehouse.unavailable`. */
  openToChange(name: string): Promise<Result<ChangeableWarehouse, Problem>>;
}

/**
 * Reads what an operator allows, each as `NAME=FILE` for DuckDB or `NAME=env:VARIABLE` for PostgreSQL, whose address is
 * a secret. Queries are ended after 10 seconds. What may be changed is `NAME=env:VARIABLE`, of a warehouse that may be
 * asked: the variable holds the address of a connection that may write, or a file of DuckDB. Problems: `usage.invalid`.
 */
export function askableWarehouses(
  declared: readonly string[],
  declaredChangeable: readonly string[] = [],
): Result<AskableWarehouses, Problem> {
  const places = placesIn(declared);
  if (!places.ok) return places;
  const changeable = placesIn(declaredChangeable);
  if (!changeable.ok) return changeable;
  for (const [name, place] of changeable.value)
    if (!place.startsWith('env:') || !places.value.has(name))
      return fail(
        problem(
          'usage.invalid',
          `the warehouse \`${name}\` may not be changed as it is named`,
          `name it with --warehouse, too, and write --change-warehouse ${name}=env:VARIABLE`,
        ),
      );
  return ok({
    names: [...places.value.keys()],
    async open(name) {
      const place = places.value.get(name);
      if (place === undefined) return notAllowed(name);
      return place.startsWith('env:')
        ? openPostgresOf(name, place.slice('env:'.length))
        : openFile(name, place);
    },
    changeable: [...changeable.value.keys()],
    async openToChange(name) {
      const place = changeable.value.get(name);
      return place === undefined ? notAllowed(name) : openToChangeOf(name, place.slice('env:'.length));
    },
  });
}

function placesIn(declared: readonly string[]): Result<ReadonlyMap<string, string>, Problem> {
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
  return ok(places);
}

const notAllowed = (name: string): Result<never, Problem> =>
  fail(
    problem(
      'warehouse.unknown',
      `this server may not ask the warehouse \`${name}\`, or not change it`,
      `let it, with scruple serve --warehouse ${name}=… and --change-warehouse ${name}=env:…`,
    ),
  );

export const NO_WAREHOUSES: AskableWarehouses = {
  names: [],
  open: async (name) => notAllowed(name),
  changeable: [],
  openToChange: async (name) => notAllowed(name),
};

const openFile = (name: string, path: string): Promise<Result<Warehouse, Problem>> =>
  openIsolatedDuckDb({
    databases: { [name]: path },
    allowedPaths: [],
    queryTimeoutMs: limitMs(undefined),
  });

async function openPostgresOf(name: string, variable: string): Promise<Result<Warehouse, Problem>> {
  const url = placeIn(name, variable);
  if (!url.ok) return url;
  const { openPostgres } = await import('../../../stores/warehouse/postgres.ts');
  return openPostgres({ url: url.value, queryTimeoutMs: limitMs(undefined), maximumConnections: 2 });
}

async function openToChangeOf(name: string, variable: string): Promise<Result<ChangeableWarehouse, Problem>> {
  const place = placeIn(name, variable);
  if (!place.ok) return place;
  if (/^postgres(?:ql)?:\/\//.test(place.value)) {
    const { openChangeablePostgres } = await import('../../../stores/warehouse/changeable-postgres.ts');
    return openChangeablePostgres(place.value);
  }
  return ok(changeableDuckDb(name, resolve(place.value)));
}

function placeIn(name: string, variable: string): Result<string, Problem> {
  const place = process.env[variable];
  return place === undefined || place === ''
    ? fail(
        problem(
          'warehouse.unavailable',
          `the variable \`${variable}\` of the warehouse \`${name}\` is not set`,
          'set it to the address of the database',
        ),
      )
    : ok(place);
}
