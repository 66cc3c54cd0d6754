import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../api/all-pages.ts';
import { listPracticeCases } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Case } from './case.tsx';
import { OwnFigures } from './own-figures.tsx';
import styles from './practice.module.css';

/** Practice, and one's own figures: for reviewers, about nobody but themselves. */
export default function Practice() {
  const cases = useQuery({
    queryKey: ['practice-cases'],
    queryFn: ({ signal }) => allPages((page) => listPracticeCases(page, { signal })),
  });
  return (
    <Page
      title="Practice"
      says="Uses that are made to be bad, so that you can try your eye. Nothing of them is ever sent, and the answers are yours alone."
    >
      {cases.isError ? (
        <ErrorState error={cases.error} retry={() => void cases.refetch()} />
      ) : cases.data === undefined ? (
        <Loading what="the cases" />
      ) : cases.data.items.length === 0 ? (
        <Empty title="There is no practice case yet">
          When an administrator has announced one, it stands here with its text. You answer it once, and see
          at once what was wrong with it.
        </Empty>
      ) : (
        <ul className={styles.cases}>
          {cases.data.items.map((one) => (
            <li key={one.id}>
              <Case of={one} />
            </li>
          ))}
        </ul>
      )}
      <Section title="Your own figures">
        <OwnFigures />
      </Section>
    </Page>
  );
}
