import { useQuery } from '@tanstack/react-query';
import { type ReviewStatistics, readOwnStatistics, type Share } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import styles from './practice.module.css';

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

/** One's own figures, from 30 reviews on and never before the ground for them was recorded. */
export function OwnFigures() {
  const figures = useQuery({
    queryKey: ['statistics', 'own'],
    queryFn: ({ signal }) => readOwnStatistics({ signal }),
  });
  if (figures.isError) {
    const { code } = problemOf(figures.error);
    if (code === 'statistics.off')
      return (
        <Empty title="Figures about reviewers are off">
          They stay off until an administrator records the agreement or notice that they rest on.
        </Empty>
      );
    if (code === 'statistics.too-few')
      return (
        <Empty title="Too few reviews to say anything">
          From 30 reviews in 90 days on, your own figures stand here. Nobody else sees them.
        </Empty>
      );
    return <ErrorState error={figures.error} retry={() => void figures.refetch()} />;
  }
  if (figures.data === undefined) return <Loading what="your figures" />;
  return <Figures of={figures.data} />;
}

const Figures = ({ of }: { readonly of: ReviewStatistics }) => (
  <div className={styles.figures}>
    <dl>
      <dt>Reviews in 90 days</dt>
      <dd>{of.reviews}</dd>
      <dt>Time for one, in the middle</dt>
      <dd>{Math.round(of.medianSeconds / 60)} minutes</dd>
      <dt>Agreed with the tool</dt>
      <dd>
        <ShareOf share={of.agreement} />
      </dd>
      <dt>Milder than the tool</dt>
      <dd>
        <ShareOf share={of.overriddenMoreLenient} />
      </dd>
      <dt>Stricter than the tool</dt>
      <dd>
        <ShareOf share={of.overriddenStricter} />
      </dd>
      <dt>Practice cases caught</dt>
      <dd>{of.caught === null ? 'cannot tell yet' : <ShareOf share={of.caught} />}</dd>
    </dl>
    {of.signs.length === 0 ? null : (
      <ul>
        {of.signs.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
    )}
    <p className="small quiet">
      For you alone, kept for 90 days. To depart from the tool is never counted against anybody.
    </p>
  </div>
);

/** A share with its interval and its number: without them it would look surer than it is. */
const ShareOf = ({ share: { share, interval, n } }: { readonly share: Share }) => (
  <>
    {percent.format(share)}{' '}
    <span className="small quiet">
      ({interval.map((end) => percent.format(end)).join(' to ')}, n = {n})
    </span>
  </>
);
