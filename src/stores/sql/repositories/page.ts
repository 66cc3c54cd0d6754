import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../refusal.ts';
import type { Tables } from '../tables/index.ts';

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
  readonly type: 'time' | 'number' | 'text' | 'boolean';
  /** Against the direction of the list. */
  readonly isReversed?: boolean;
}

/** The ways a list can be sorted, each ending in a column that is unique; no column may be null. */
export type Sorts<Sort extends string> = Readonly<Record<Sort, readonly SortColumn[]>>;

const DEFAULT_LIMIT = 50;
const MAXIMUM_LIMIT = 500;

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
  const limit = Math.min(Math.max(Math.trunc(request.limit ?? DEFAULT_LIMIT), 1), MAXIMUM_LIMIT);
  let asked = query;
  if (request.after !== undefined)
    asked = asked.where(behind(columns, readCursor(request.after, sort, direction, columns)));
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

const writeCursor = (sort: string, direction: string, values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify([sort, direction, ...values])).toString('base64url');

/** A cursor comes back from outside and may hold anything. */
function readCursor(
  text: string,
  sort: string,
  direction: string,
  columns: readonly Column[],
): readonly unknown[] {
  const refusal = new Refusal(
    problem('store.invalid-cursor', 'the cursor is none of this list', 'start with the first page'),
  );
  if (text.length > 2000) throw refusal;
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw refusal;
  }
  if (!Array.isArray(read) || read.length !== columns.length + 2) throw refusal;
  if (read[0] !== sort || read[1] !== direction) throw refusal;
  return columns.map(({ type }, index) => {
    const value: unknown = read[index + 2];
    if (type === 'number' && typeof value === 'number' && Number.isSafeInteger(value)) return value;
    if (type === 'boolean' && typeof value === 'boolean') return value;
    if (type === 'text' && typeof value === 'string' && !value.includes('\0')) return value;
    if (type === 'time' && typeof value === 'string') {
      const time = new Date(value);
      if (!Number.isNaN(time.getTime())) return time;
    }
    throw refusal;
  });
}
