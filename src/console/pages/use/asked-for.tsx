import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listReviews, readReview } from '../../api/client.ts';
import { Shape } from '../../parts/gravity.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import styles from './use.module.css';
import { useShown } from './use-shown.ts';

const ENDED: Readonly<Record<string, string>> = {
  'changes-asked': 'A change was asked for.',
  rejected: 'It was rejected.',
};

/** What the last reviewers wanted otherwise, where whoever repairs the use looks first. */
export function AskedFor() {
  const { use, version } = useShown();
  const may = useMay();
  const asked = useQuery({
    queryKey: ['uses', use.id, 'asked-for', use.version],
    queryFn: async ({ signal }) => {
      const { items } = await listReviews(
        { use: use.id, kind: 'use', open: 'false', sort: 'openedAt', direction: 'desc', limit: 1 },
        { signal },
      );
      const [last] = items;
      return last === undefined || ENDED[last.state] === undefined ? null : readReview(last.id, { signal });
    },
    enabled: use.isOwn && use.review === null && use.clearance === null && may('review.read'),
  });
  const review = asked.data ?? null;
  if (review === null || use.review !== null || use.clearance !== null) return null;
  const isBefore = review.useVersion !== version.id;
  const reasons = review.participations.flatMap(({ decision }) =>
    decision !== null && (decision.decision === 'change' || decision.decision === 'reject')
      ? [decision.reason]
      : [],
  );
  return (
    <div className={styles.askedFor} role="status">
      <Shape of="review" size={24} />
      <p>
        <strong>{ENDED[review.state]}</strong>{' '}
        {reasons.map((reason) => (
          <q key={reason}>{reason}</q>
        ))}{' '}
        <span className="quiet">
          {review.closedAt === null ? null : <TimeAgo at={review.closedAt} />}
          {isBefore ? ', of the version before. ' : '. '}
        </span>
        <Link to={`/reviews/${review.id}`}>Read the review</Link>
      </p>
    </div>
  );
}
