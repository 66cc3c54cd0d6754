import type { Database } from '../../../../stores/sql/tables/index.ts';
import { knownSources } from '../../access/known-sources.ts';
import type { ServerContext } from '../../context.ts';

const WORD = 'warehouse ';

/** How a warehouse is named among the sources of a request: apart from a system, which may have data of its own. */
export const destinationOf = (warehouse: string): string => `${WORD}${warehouse}`;
export const warehouseOf = (destination: string): string | null =>
  destination.startsWith(WORD) ? destination.slice(WORD.length) : null;

/** The warehouses that may be changed and hold data of people; of one system, where one is named. */
export async function changeableDestinations(
  db: Database,
  { warehouses }: Pick<ServerContext, 'warehouses'>,
  system: string | null,
): Promise<readonly string[]> {
  if (warehouses.changeable.length === 0) return [];
  const held = (await knownSources(db))
    .filter(({ table }) => system === null || table.system === system || table.source === system)
    .map(({ table }) => table.warehouse);
  return warehouses.changeable.filter((name) => held.includes(name)).map(destinationOf);
}
