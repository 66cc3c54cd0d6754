import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { readStory } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { NotHere } from '../../shell/not-here.tsx';
import { STEPS } from './steps/index.ts';
import styles from './tour.module.css';

/** A year of the fictional outfitter, step by step; each step has its address, and arrow keys lead on and back. */
export default function Tour() {
  const { step = '1' } = useParams();
  const place = Number(step);
  const current = STEPS[place - 1];
  const navigate = useNavigate();
  const go = (to: number) => (event: KeyboardEvent) => {
    // Inside a table that scrolls, the arrows scroll it.
    if ((event.target as Element | null)?.closest('[tabindex="0"]')) return;
    if (STEPS[to - 1] !== undefined) void navigate(`/tour/${to}`);
  };
  useHotkeys([
    ['ArrowRight', go(place + 1), { preventDefault: false }],
    ['ArrowLeft', go(place - 1), { preventDefault: false }],
  ]);
  const story = useQuery({
    queryKey: ['story'],
    queryFn: ({ signal }) => readStory({ signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (current === undefined) return <NotHere />;
  return (
    <Page
      title={current.title}
      says={`Step ${place} of ${STEPS.length}: a year of a fictional outfitter, simulated, and watched by the monitors of this product.`}
    >
      <Places place={place} />
      {story.isError ? (
        problemOf(story.error).status === 404 ? (
          <Empty title="There is no story on this server">
            It is told where the example is shown: <code>scruple serve --demo</code>, or{' '}
            <code>npm start</code> in a checkout.
          </Empty>
        ) : (
          <ErrorState error={story.error} retry={() => void story.refetch()} />
        )
      ) : story.data === undefined ? (
        <Loading what="the story" />
      ) : (
        <div className={styles.step}>
          <current.Shows story={story.data} />
        </div>
      )}
      <Ways place={place} />
    </Page>
  );
}

const Places = ({ place }: { readonly place: number }) => (
  <nav aria-label="Steps of the tour" className={styles.places}>
    <ol>
      {STEPS.map(({ title }, index) => (
        <li key={title}>
          <Link to={`/tour/${index + 1}`} aria-current={index + 1 === place ? 'step' : undefined}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            {title}
          </Link>
        </li>
      ))}
    </ol>
  </nav>
);

const Ways = ({ place }: { readonly place: number }) => {
  const before = STEPS[place - 2];
  const next = STEPS[place];
  return (
    <nav aria-label="Back and on" className={styles.ways}>
      {before === undefined ? null : (
        <Link to={`/tour/${place - 1}`} className={styles.back} rel="prev">
          <span aria-hidden="true">← </span>
          <span className="unseen">Back: </span>
          {before.title}
        </Link>
      )}
      {next === undefined ? null : (
        <Link to={`/tour/${place + 1}`} className={styles.next} rel="next">
          <span className="unseen">Next: </span>
          {next.title}
          <span aria-hidden="true"> →</span>
        </Link>
      )}
      <p className="small quiet">The arrow keys ← and → lead through the tour too.</p>
    </nav>
  );
};
