import { useQuery } from '@tanstack/react-query';
import { listClearances } from '../../api/client.ts';
import { ClearanceBlock } from '../../parts/clearance.tsx';
import { useOpenReview } from './use-review.ts';

/** What came of the review: the clearance that it gave, where it gave one. */
export function Outcome() {
  const { review } = useOpenReview();
  const { use } = review.subject;
  const clearances = useQuery({
    queryKey: ['uses', use, 'clearances'],
    queryFn: ({ signal }) => listClearances({ use, limit: 100 }, { signal }),
    enabled: review.closedAt !== null,
  });
  const given = clearances.data?.items.find((one) => one.review === review.id);
  return given === undefined ? null : <ClearanceBlock clearance={given} />;
}
