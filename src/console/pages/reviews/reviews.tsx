import { Link } from 'react-router';
import { type ListReviewsParams, listReviews, type QueuedReview } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Page } from '../../parts/page.tsx';
import { REVIEW_KINDS, REVIEW_STATES } from '../../parts/review-states.ts';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { Budget } from './budget.tsx';

const columns: readonly TableColumn<QueuedReview>[] = [
  { id: 'use', header: 'Use', cell: ({ use }) => use },
  { id: 'queue', header: 'Gravity', sorts: true, cell: ({ gravity }) => <Gravity of={gravity} /> },
  { id: 'state', header: 'State', cell: ({ state }) => REVIEW_STATES[state] ?? state },
  { id: 'kind', header: 'Kind', cell: ({ kind }) => REVIEW_KINDS[kind] ?? kind },
  { id: 'openedAt', header: 'Asked for', sorts: true, cell: ({ openedAt }) => <TimeAgo at={openedAt} /> },
  {
    id: 'dueAt',
    header: 'Due',
    cell: ({ dueAt, closedAt }) =>
      dueAt === null || closedAt !== null ? <span className="quiet">–</span> : <TimeAgo at={dueAt} />,
  },
];

const filters = [
  { name: 'untouched', label: 'Waits for', options: [{ value: 'true', label: 'my judgement' }] },
  {
    name: 'gravity',
    label: 'Gravity',
    options: ['block', 'review', 'advise'].map((value) => ({ value, label: value })),
  },
  {
    name: 'kind',
    label: 'Kind',
    options: Object.entries(REVIEW_KINDS).map(([value, label]) => ({ value, label })),
  },
  {
    name: 'open',
    label: 'Ended ones',
    options: [
      { value: 'true', label: 'left out' },
      { value: 'false', label: 'shown, too' },
    ],
  },
];

/** The queue: what is covered first, then the gravest, then the oldest. */
export default function Reviews() {
  const may = useMay();
  return (
    <Page
      title="Reviews"
      says="What waits for a person, the gravest and oldest first. Where you judge before the tool does, its verdict is covered."
      action={may('statistics.read-own') ? <Link to="/practice">Practice cases and your figures</Link> : null}
    >
      <ServerTable
        label="Reviews"
        queryKey={['reviews', 'queue']}
        read={(query, signal) => listReviews(query as ListReviewsParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'queue', direction: 'asc' }}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/reviews/${id}`}
        empty={
          <Empty title="Nothing waits for a review">
            When somebody asks for a review of a use, on its page or with <code>scruple push</code>, it stands
            here. You judge it first, then the tool’s verdict is uncovered, and an approval signs what may be
            sent.
          </Empty>
        }
      />
      {may('statistics.read-groups') ? <Budget /> : null}
    </Page>
  );
}
