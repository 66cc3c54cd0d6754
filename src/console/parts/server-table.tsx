import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import { ErrorState } from './error-state.tsx';
import { type ListSort, useListAddress } from './list-address.ts';
import { type ListFilter, ListFilters } from './list-filters.tsx';
import { Loading } from './loading.tsx';
import styles from './server-table.module.css';

export interface TableColumn<T> {
  /** The server's word where the column sorts. */
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  readonly sorts?: boolean;
  /** Numbers stand at the right, their digits in columns. */
  readonly isNumber?: boolean;
}

/** What the server is asked for: its words for paging and sorting, and those of the filters. */
export interface TableQuery {
  readonly [filter: string]: string | number | undefined;
}

const PAGE_SIZE = 50;
const EMPTY: never[] = [];
const features = tableFeatures({});

/**
 * A list that the server filters, sorts and pages, its state kept in the address. The first column leads to the row's
 * own page; the arrow keys go from row to row.
 */
export function ServerTable<T extends object>({
  label,
  queryKey,
  read,
  columns,
  rowKey,
  rowTo,
  filters = [],
  sort: standard,
  empty,
}: {
  readonly label: string;
  readonly queryKey: readonly unknown[];
  readonly read: (
    query: TableQuery,
    signal: AbortSignal,
  ) => Promise<{ readonly items: readonly T[]; readonly next: string | null }>;
  /** Made once, outside of the component or in `useMemo`. */
  readonly columns: readonly TableColumn<T>[];
  readonly rowKey: (row: T) => string;
  readonly rowTo?: (row: T) => string;
  readonly filters?: readonly ListFilter[];
  readonly sort: ListSort;
  /** Shown where there is nothing and no filter hides anything. */
  readonly empty: ReactNode;
}) {
  const address = useListAddress(
    filters.map(({ name }) => name),
    standard,
  );
  const { sort, after } = address;
  const query: TableQuery = {
    ...address.filters,
    sort: sort.by,
    direction: sort.direction,
    after,
    limit: PAGE_SIZE,
  };
  const list = useQuery({
    queryKey: [...queryKey, query],
    queryFn: ({ signal }) => read(query, signal),
    placeholderData: keepPreviousData,
  });
  const helper = createColumnHelper<typeof features, T>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the helper is new at each call and always the same
  const defined = useMemo(
    () =>
      columns.map(({ id, header, cell }, index) =>
        helper.display({
          id,
          header,
          cell: ({ row }) =>
            index === 0 && rowTo !== undefined ? (
              <Link to={rowTo(row.original)} data-row className={styles.link}>
                {cell(row.original)}
              </Link>
            ) : (
              cell(row.original)
            ),
        }),
      ),
    [columns, rowTo],
  );
  const table = useTable({
    features,
    columns: defined,
    data: (list.data?.items ?? EMPTY) as T[],
    getRowId: rowKey,
  });
  const numbers = new Set(columns.filter(({ isNumber }) => isNumber).map(({ id }) => id));
  const sorted = new Set(columns.filter(({ sorts }) => sorts).map(({ id }) => id));
  const isFiltered = Object.keys(address.filters).length > 0;
  const next = list.data?.next ?? null;
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.data !== undefined && list.data.items.length === 0 && !isFiltered && after === undefined)
    return empty;
  return (
    <>
      {filters.length === 0 ? null : <ListFilters filters={filters} address={address} />}
      {list.data === undefined ? (
        <Loading what={label.toLowerCase()} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className={styles.scroll} aria-busy={list.isFetching} aria-label={label} tabIndex={0}>
          <table className={styles.table}>
            <caption className="unseen">{label}</caption>
            <thead>
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id}>
                  {group.headers.map(({ column }) => (
                    <th
                      key={column.id}
                      scope="col"
                      className={numbers.has(column.id) ? styles.number : undefined}
                      aria-sort={sortWord(column.id, sort)}
                    >
                      {sorted.has(column.id) ? (
                        <button
                          type="button"
                          className={styles.sort}
                          onClick={() =>
                            address.setSort({ by: column.id, direction: turned(column.id, sort) })
                          }
                        >
                          {String(column.columnDef.header)}
                          <span aria-hidden="true" className={styles.arrow}>
                            {column.id !== sort.by ? '↕' : sort.direction === 'asc' ? '↑' : '↓'}
                          </span>
                        </button>
                      ) : (
                        String(column.columnDef.header)
                      )}
                    </th>
                  ))}
                </tr>
              ))}
            </thead>
            <tbody onKeyDown={moveBetweenRows}>
              {table.getRowModel().rows.map((row) => (
                <tr key={row.id}>
                  {row.getAllCells().map((cell) => (
                    <td
                      key={cell.id}
                      className={numbers.has(cell.column.id) ? styles.number : undefined}
                      data-label={String(cell.column.columnDef.header)}
                    >
                      <table.FlexRender cell={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {list.data.items.length === 0 ? (
            <p className={styles.nothing}>
              Nothing matches these filters.{' '}
              <button type="button" className={styles.clear} onClick={address.clearFilters}>
                Clear them
              </button>
            </p>
          ) : null}
        </section>
      )}
      {after === undefined && next === null ? null : (
        <nav className={styles.pages} aria-label={`Pages of ${label.toLowerCase()}`}>
          <Button variant="default" disabled={after === undefined} onClick={address.first}>
            First
          </Button>
          <Button variant="default" disabled={address.previous === null} onClick={() => address.previous?.()}>
            Previous
          </Button>
          <Button
            variant="default"
            disabled={next === null}
            onClick={() => next !== null && address.next(next)}
          >
            Next
          </Button>
        </nav>
      )}
    </>
  );
}

const turned = (id: string, { by, direction }: ListSort): ListSort['direction'] =>
  id === by && direction === 'asc' ? 'desc' : 'asc';

const sortWord = (id: string, { by, direction }: ListSort): 'ascending' | 'descending' | undefined =>
  id !== by ? undefined : direction === 'asc' ? 'ascending' : 'descending';

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

function moveBetweenRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = STEPS[event.key];
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  links[step(at, links.length - 1)]?.focus();
}
