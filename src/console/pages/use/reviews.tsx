import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listClearances, listRecords, listReviews } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { ClearanceBlock } from '../../parts/clearance.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Loading } from '../../parts/loading.tsx';
import { REVIEW_STATES } from '../../parts/review-states.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import styles from './use.module.css';
import { useShown } from './use-shown.ts';

/** Some see reviews of their own uses alone. */
const unseen = (error: unknown): null => {
  if (problemOf(error).status === 404) return null;
  throw error;
};

const KINDS: Readonly<Record<string, string>> = {
  use: 'Review',
  'small-change': 'Small change',
  alarm: 'Review after an alarm',
  dpia: 'Impact assessment (DPIA)',
  lia: 'Record of legitimate interest (LIA)',
};

/** Who judged it and when, the records it rests on, and its clearances. */
export function Reviews() {
  const { use } = useShown();
  const may = useMay();
  const read = useQuery({
    queryKey: ['uses', use.id, 'reviews', use.version],
    queryFn: async ({ signal }) => {
      const [reviews, records, clearances] = await Promise.all([
        may('review.read')
          ? listReviews(
              { use: use.id, open: 'false', sort: 'openedAt', direction: 'desc', limit: 100 },
              { signal },
            ).catch(unseen)
          : null,
        listRecords(use.id, { limit: 100 }, { signal }),
        listClearances({ use: use.id, direction: 'desc', limit: 20 }, { signal }),
      ]);
      return { reviews: reviews?.items ?? null, records: records.items, clearances: clearances.items };
    },
  });
  if (read.isError) return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  if (read.data === undefined) return <Loading what="the reviews" />;
  const { reviews, records, clearances } = read.data;
  return (
    <>
      {reviews === null ? null : reviews.length === 0 ? (
        <Empty title="Nobody has judged it yet">
          Each review will stand here, with what came of it. Its owner asks for one.
        </Empty>
      ) : (
        <section className={styles.surface} aria-label="Reviews">
          <h2>Reviews</h2>
          <ul className={styles.plain}>
            {reviews.map(({ id, kind, state, gravity, openedAt, dueAt, closedAt }) => (
              <li key={id} className={styles.line}>
                <span>
                  <Link to={`/reviews/${id}`}>{KINDS[kind] ?? kind}</Link>, {REVIEW_STATES[state] ?? state}
                  <span className="small quiet">
                    {' '}
                    opened <TimeAgo at={openedAt} />
                    {closedAt !== null ? (
                      <>
                        , ended <TimeAgo at={closedAt} />
                      </>
                    ) : dueAt !== null ? (
                      <>
                        , due <TimeAgo at={dueAt} />
                      </>
                    ) : null}
                  </span>
                </span>
                <Gravity of={gravity} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {records.length === 0 ? null : (
        <section className={styles.surface} aria-label="Records">
          <h2>Records</h2>
          <ul className={styles.plain}>
            {records.map(({ id, kind, judgement, approvedAt, reference }) => (
              <li key={id}>
                <strong>{KINDS[kind] ?? kind}</strong>: {judgement.state.replaceAll('-', ' ')}
                {approvedAt === null ? null : (
                  <>
                    , approved <TimeAgo at={approvedAt} />
                  </>
                )}
                {reference === null ? null : `, kept in ${reference.system} as ${reference.id}`}
                {judgement.because.length === 0 ? null : (
                  <ul className="small quiet">
                    {judgement.because.map((why) => (
                      <li key={why}>{why}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {clearances.map((clearance, at) => (
        <ClearanceBlock
          key={clearance.id}
          clearance={clearance}
          label={clearances.length === 1 ? 'Clearance' : `Clearance ${clearances.length - at}`}
        />
      ))}
      {reviews === null && records.length === 0 && clearances.length === 0 ? (
        <Empty title="It was not cleared yet" />
      ) : null}
    </>
  );
}
