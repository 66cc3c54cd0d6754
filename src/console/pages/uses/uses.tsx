import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { type ListedUse, type ListUsesParams, listUses } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Page } from '../../parts/page.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { State, USE_STATES } from '../../parts/use-state.tsx';
import { useMay } from '../../shell/session.tsx';

const columns: readonly TableColumn<ListedUse>[] = [
  { id: 'id', header: 'Use', sorts: true, cell: ({ id }) => id },
  { id: 'verdict', header: 'Verdict', sorts: true, cell: ({ verdict }) => <Gravity of={verdict} /> },
  { id: 'state', header: 'State', cell: (use) => <State of={use} /> },
  { id: 'kind', header: 'Kind', cell: ({ kind }) => kind.replaceAll('-', ' ') },
  { id: 'owner', header: 'Owner', cell: ({ owner }) => owner },
  { id: 'changedAt', header: 'Changed', sorts: true, cell: ({ changedAt }) => <TimeAgo at={changedAt} /> },
];

const filters = [
  { name: 'query', label: 'Name or owner' },
  {
    name: 'verdict',
    label: 'Verdict',
    options: [
      { value: 'block', label: 'block' },
      { value: 'review', label: 'review' },
      { value: 'allow', label: 'no finding' },
    ],
  },
  {
    name: 'state',
    label: 'State',
    options: Object.entries(USE_STATES).map(([value, label]) => ({ value, label })),
  },
  { name: 'mine', label: 'Whose', options: [{ value: 'true', label: 'my own' }] },
];

/** Every use that one may see. */
export default function Uses() {
  return (
    <Page
      title="Uses"
      says="Every planned use of customer data, with what was found in it and where it stands."
      action={<NewUse />}
    >
      <ServerTable
        label="Uses"
        queryKey={['uses']}
        read={(query, signal) => listUses(query as ListUsesParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'changedAt', direction: 'desc' }}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/uses/${id}`}
        empty={
          <Empty title="No use has been checked yet">
            Each use will stand here with its verdict, its owner and its state. Make one from a message, or
            push a workspace with <code>scruple push</code>.
          </Empty>
        }
      />
    </Page>
  );
}

function NewUse() {
  return useMay()('use.write') ? (
    <Button component={Link} to="/new-use">
      New use
    </Button>
  ) : null;
}
