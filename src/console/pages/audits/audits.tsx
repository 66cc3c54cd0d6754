import { type ListAuditsParams, type ListedAudit, listAudits } from '../../api/client.ts';
import { AuditVerdict } from '../../parts/audit-verdict.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';

const columns: readonly TableColumn<ListedAudit>[] = [
  { id: 'use', header: 'Use', sorts: true, cell: ({ use }) => use },
  { id: 'name', header: 'Score', cell: ({ name }) => name },
  { id: 'verdict', header: 'Comes to', sorts: true, cell: ({ verdict }) => <AuditVerdict of={verdict} /> },
  { id: 'source', header: 'Decisions', cell: ({ source }) => <code>{source}</code> },
  { id: 'version', header: 'Version', isNumber: true, cell: ({ version }) => version },
  { id: 'sentAt', header: 'Sent', sorts: true, cell: ({ sentAt }) => <TimeAgo at={sentAt} /> },
];

const filters = [
  { name: 'query', label: 'Use or score' },
  {
    name: 'verdict',
    label: 'Comes to',
    options: [
      { value: 'review', label: 'review' },
      { value: 'insufficient', label: 'not enough data' },
      { value: 'pass', label: 'no gap found' },
    ],
  },
];

/** How decisions fall by group, of everything that decides. */
export default function Audits() {
  return (
    <Page
      title="Audits"
      says="How decisions fall by group, as they were counted where the decisions lie: the last of each score of what uses are now."
    >
      <ServerTable
        label="Audits"
        queryKey={['audits']}
        read={(query, signal) => listAudits(query as ListAuditsParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'sentAt', direction: 'desc' }}
        rowKey={({ id }) => id}
        rowTo={({ use }) => `/uses/${use}/checks`}
        empty={
          <Empty title="No decisions were audited yet">
            Name the file of decisions of a score on its card and the groups to compare in{' '}
            <code>scruple.yaml</code>: <code>scruple push</code> then counts them and sends rates, no rows.
          </Empty>
        }
      />
    </Page>
  );
}
