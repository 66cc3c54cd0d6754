import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from '../tables/index.ts';
import { type CursorValue, readCursor, writeCursor } from './cursor.ts';

export interface PageRequest<Sort extends string> {
  readonly sort?: Sort | undefined;
  readonly direction?: 'asc' | 'desc' | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** 1 to 500; default 50. */
  readonly limit?: number | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** For the page after this one; null on the last. */
  readonly next: string | null;
}

export interface SortColumn {
  /** As in `uses.changedAt`. */
  readonly column: string;
  /** The key of the value in a row of the list. */
  readonly key: string;
  readonly type: CursorValue;
  /** Against the direction of the list. */
  readonly isReversed?: boolean;
}

/** The ways a list can be sorted, each ending in a column that is unique; no column may be null. */
export type Sorts<Sort extends string> = Readonly<Record<Sort, readonly SortColumn[]>>;

const DEFAULT_LIMIT = 50;
const MAXIMUM_LIMIT = 500;

/** How many rows a page holds: 1 to 500. */
export const limitOf = ({ limit = DEFAULT_LIMIT }: Pick<PageRequest<string>, 'limit'>): number =>
  Math.min(Math.max(Math.trunc(limit), 1), MAXIMUM_LIMIT);

/**
 * One page of a list by where the last one ended, not by how many rows to skip: rows that come or go meanwhile neither
 * repeat nor hide others, and the hundredth page costs what the first does.
 * Refusals: `store.invalid-cursor`.
 */
export async function page<From extends keyof Tables, Row, Sort extends string>(
  query: SelectQueryBuilder<Tables, From, Row>,
  sorts: Sorts<Sort>,
  standard: { readonly sort: Sort; readonly direction: 'asc' | 'desc' },
  request: PageRequest<Sort>,
): Promise<Page<Row>> {
  const sort = request.sort ?? standard.sort;
  const direction = request.direction ?? standard.direction;
  if (!Object.hasOwn(sorts, sort)) throw new RangeError(`there is no sort ${sort}`);
  const columns = sorts[sort].map((one) => ({
    ...one,
    isDescending: (direction === 'desc') !== (one.isReversed === true),
  }));
  const limit = limitOf(request);
  let asked = query;
  if (request.after !== undefined)
    asked = asked.where(
      behind(
        columns,
        readCursor(
          request.after,
          sort,
          direction,
          columns.map(({ type }) => type),
        ),
      ),
    );
  for (const { column, isDescending } of columns)
    asked = asked.orderBy(sql.ref(column), isDescending ? 'desc' : 'asc');
  const rows = await asked.limit(limit + 1).execute();
  const items = rows.slice(0, limit);
  const last = items.at(-1) as Readonly<Record<string, unknown>> | undefined;
  const isLast = rows.length <= limit || last === undefined;
  return {
    items,
    next: isLast
      ? null
      : writeCursor(
          sort,
          direction,
          columns.map(({ key }) => last[key]),
        ),
  };
}

interface Column extends SortColumn {
  readonly isDescending: boolean;
}

/** Rows after the given values, in the order of the columns. */
function behind(columns: readonly Column[], values: readonly unknown[]): RawBuilder<boolean> {
  const isEven = columns.every(({ isDescending }) => isDescending === columns[0]!.isDescending);
  if (isEven) {
    const left = sql.join(columns.map(({ column }) => sql.ref(column)));
    const right = sql.join(values.map((value) => sql.val(value)));
    return columns[0]!.isDescending ? sql`(${left}) < (${right})` : sql`(${left}) > (${right})`;
  }
  const ways = columns.map(({ column, isDescending }, index) => {
    const equal = columns.slice(0, index).map((one, at) => sql`${sql.ref(one.column)} = ${values[at]}`);
    const beyond = isDescending
      ? sql`${sql.ref(column)} < ${values[index]}`
      : sql`${sql.ref(column)} > ${values[index]}`;
    return sql`(${sql.join([...equal, beyond], sql` and `)})`;
  });
  return sql`(${sql.join(ways, sql` or `)})`;
}
