import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Draft } from '../../api/client.ts';

/** Long enough that nobody is judged in the middle of a word. */
const PAUSE_MS = 500;

export interface LiveVerdict {
  readonly query: UseQueryResult<Draft>;
  /** Whether what is shown is not of what stands in the form now. */
  readonly isBehind: boolean;
}

/** Asks for the verdict on what is typed, whenever the typing pauses; of what is asked nothing is kept. */
export function useVerdict<T>(
  place: string,
  brought: T | null,
  judge: (brought: T, signal: AbortSignal) => Promise<Draft>,
): LiveVerdict {
  const now = brought === null ? null : JSON.stringify(brought);
  const [asked] = useDebouncedValue(now, PAUSE_MS);
  const query = useQuery({
    queryKey: ['verdict', place, asked],
    queryFn: ({ signal }) => judge(JSON.parse(asked!) as T, signal),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    // Texts of several megabytes are no use once they were changed.
    gcTime: 30_000,
  });
  return { query, isBehind: now !== null && (asked !== now || query.isFetching) };
}
