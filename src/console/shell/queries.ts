import { QueryClient } from '@tanstack/react-query';
import { onSignedOut } from '../api/ask.ts';
import { problemOf } from '../api/problem.ts';

/** What was asked is asked again when somebody comes back to the page; what was refused is not. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => {
        const { status } = problemOf(error);
        return count < 2 && (status === 0 || status >= 500);
      },
    },
  },
});

onSignedOut(() => {
  const [, me] = [queries, queries.getQueryState(['me'])];
  if (me?.status === 'success') void queries.resetQueries({ queryKey: ['me'] });
});
