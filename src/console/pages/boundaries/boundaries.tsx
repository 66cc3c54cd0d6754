import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { allPages } from '../../api/all-pages.ts';
import { type Boundary, listBoundaries } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import styles from './boundaries.module.css';
import { BoundaryCard } from './boundary-card.tsx';

/** What the organisation does not do with customer data, in plain words. */
export default function Boundaries() {
  const [address, setAddress] = useSearchParams();
  const query = address.get('query') ?? '';
  const boundaries = useQuery({
    queryKey: ['boundaries'],
    queryFn: ({ signal }) => allPages((page) => listBoundaries(page, { signal })),
  });
  return (
    <Page
      title="Boundaries"
      says="What nobody here does with customer data, whatever it would bring. They are checked on every use; a forbidding one always wins."
    >
      {boundaries.isError ? (
        <ErrorState error={boundaries.error} retry={() => void boundaries.refetch()} />
      ) : boundaries.data === undefined ? (
        <Loading what="the boundaries" />
      ) : boundaries.data.items.length + boundaries.data.unread.length === 0 ? (
        <Empty title="No boundary was drawn yet">
          Write each as a few lines of Cedar under <code>boundaries/</code>, with <code>@because</code> and{' '}
          <code>@instead</code> in plain words, and <code>scruple push</code> brings it here. Until then
          nothing is forbidden but what the law and our own lists forbid.
        </Empty>
      ) : (
        <div className={styles.list}>
          <TextInput
            className={styles.search}
            type="search"
            label="Name, or what it speaks of"
            value={query}
            onChange={(event) => {
              const value = event.currentTarget.value;
              setAddress(value === '' ? {} : { query: value }, { replace: true });
            }}
          />
          {boundaries.data.unread.map(({ workspace, id, because }) => (
            <p key={`${workspace} ${id}`} className={styles.unread}>
              <Gravity of="none">cannot be read</Gravity>{' '}
              <span>
                <code>{id}</code>: {because}. Nobody can tell what it forbids, and no use is judged by it.
              </span>
            </p>
          ))}
          {found(boundaries.data.items, query).map((boundary) => (
            <BoundaryCard
              key={`${boundary.workspace} ${boundary.at.file} ${boundary.at.line}`}
              boundary={boundary}
              isOneOfSeveral={new Set(boundaries.data.items.map(({ workspace }) => workspace)).size > 1}
            />
          ))}
          {found(boundaries.data.items, query).length === 0 ? (
            <p className="quiet">No boundary has that in its words.</p>
          ) : null}
        </div>
      )}
    </Page>
  );
}

function found(items: readonly Boundary[], query: string): readonly Boundary[] {
  const words = query.trim().toLowerCase();
  return items.filter(({ id, words: says, because }) =>
    `${id} ${says ?? ''} ${because}`.toLowerCase().includes(words),
  );
}
