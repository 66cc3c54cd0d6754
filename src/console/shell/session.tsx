import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use } from 'react';
import { type ReadMe200, readMe } from '../api/client.ts';
import { problemOf } from '../api/problem.ts';
import type { Right } from '../pages/console-page.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { SignIn } from './sign-in.tsx';

const Session = createContext<ReadMe200 | null>(null);

export const ME = ['me'] as const;

/** Shows what is inside to who is signed in, and to anyone else the way in; the address stays. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const me = useQuery({ queryKey: ME, queryFn: ({ signal }) => readMe({ signal }), staleTime: 300_000 });
  if (me.isError)
    return problemOf(me.error).status === 401 ? (
      <SignIn />
    ) : (
      <ErrorState error={me.error} retry={() => void me.refetch()} />
    );
  if (me.data === undefined) return <Loading what="your account" />;
  return <Session value={me.data}>{children}</Session>;
}

/** Who is signed in. */
export function useMe(): ReadMe200 {
  const me = use(Session);
  if (me === null) throw new Error('asked for the session outside of it');
  return me;
}

/** Whether who is signed in may do something, at times with own uses alone; `null` anyone may. */
export function useMay(): (right: Right | null) => boolean {
  const { may } = useMe();
  return (right) => right === null || may.includes(right);
}
