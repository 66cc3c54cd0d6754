import { useLocation, useNavigate, useSearchParams } from 'react-router';

export interface ListSort {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

export interface ListAddress {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: ListSort;
  /** Where the page begins; `undefined` is the first. */
  readonly after: string | undefined;
  setFilter(name: string, value: string): void;
  clearFilters(): void;
  setSort(sort: ListSort): void;
  next(after: string): void;
  /** `null` where the page before is not known: the address was opened in the middle of the list. */
  readonly previous: (() => void) | null;
  first(): void;
}

/** What a list shows, kept in the address, so that it can be sent to a colleague and the way back works. */
export function useListAddress(names: readonly string[], standard: ListSort): ListAddress {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation() as { readonly state: { readonly trail?: readonly string[] } | null };
  const trail = state?.trail ?? [];
  const after = params.get('after') ?? undefined;
  const go = (
    change: (next: URLSearchParams) => void,
    newTrail: readonly string[],
    replace = false,
  ): void => {
    const next = new URLSearchParams(params);
    change(next);
    void navigate({ search: next.toString() }, { replace, state: { trail: newTrail } });
  };
  const from = (place: string | undefined) => (next: URLSearchParams) => {
    if (place === undefined || place === '') next.delete('after');
    else next.set('after', place);
  };
  return {
    filters: Object.fromEntries(
      names.flatMap((name) => (params.has(name) ? [[name, params.get(name)!]] : [])),
    ),
    sort: {
      by: params.get('sort') ?? standard.by,
      direction: (params.get('direction') as ListSort['direction'] | null) ?? standard.direction,
    },
    after,
    setFilter: (name, value) =>
      go(
        (next) => {
          next.delete('after');
          if (value === '') next.delete(name);
          else next.set(name, value);
        },
        [],
        true,
      ),
    clearFilters: () =>
      go(
        (next) => {
          for (const name of [...names, 'after']) next.delete(name);
        },
        [],
        true,
      ),
    setSort: ({ by, direction }) =>
      go((next) => {
        next.delete('after');
        next.set('sort', by);
        next.set('direction', direction);
      }, []),
    next: (place) => go(from(place), [...trail, after ?? '']),
    previous: trail.length === 0 ? null : () => go(from(trail.at(-1)), trail.slice(0, -1)),
    first: () => go(from(undefined), []),
  };
}
