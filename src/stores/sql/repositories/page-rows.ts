import { readCursor, writeCursor } from './cursor.ts';
import { limitOf, type Page, type PageRequest } from './page.ts';

/** By which texts of a row a list can be sorted; rows that are equal stay in their order, and none is the order itself. */
export type RowSorts<Row, Sort extends string> = Readonly<Record<Sort, ReadonlyArray<(row: Row) => string>>>;

/**
 * One page of a list that no table holds, such as what is read from files: as `page` makes it of a table, while the
 * list stays what it is. Refusals: `store.invalid-cursor`.
 */
export function pageRows<Row, Sort extends string>(
  rows: readonly Row[],
  sorts: RowSorts<Row, Sort>,
  standard: Sort,
  request: PageRequest<Sort>,
): Page<Row> {
  const sort = request.sort ?? standard;
  const direction = request.direction ?? 'asc';
  const sign = direction === 'asc' ? 1 : -1;
  const placed = rows
    .map((row, place) => ({ row, values: [...sorts[sort].map((of) => of(row)), place] }))
    .sort((one, other) => sign * compare(one.values, other.values));
  const limit = limitOf(request);
  let behind = placed;
  if (request.after !== undefined) {
    const types = [...sorts[sort].map(() => 'text' as const), 'number' as const];
    const after = readCursor(request.after, sort, direction, types) as Values;
    behind = placed.filter(({ values }) => sign * compare(values, after) > 0);
  }
  const shown = behind.slice(0, limit);
  const next = behind.length > limit ? writeCursor(sort, direction, shown.at(-1)!.values) : null;
  return { items: shown.map(({ row }) => row), next };
}

type Values = ReadonlyArray<string | number>;

function compare(one: Values, other: Values): number {
  for (const [index, value] of one.entries()) {
    if (value < other[index]!) return -1;
    if (value > other[index]!) return 1;
  }
  return 0;
}
