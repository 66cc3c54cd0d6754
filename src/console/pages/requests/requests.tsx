import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ListRequestsParams, listRequests, type QueuedRequest } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { Due } from './due.tsx';
import { OpenRequest } from './open-request.tsx';
import { inWords, REQUEST_KINDS, REQUEST_STATES } from './request-words.ts';
import styles from './requests.module.css';

const columns: readonly TableColumn<QueuedRequest>[] = [
  { id: 'kind', header: 'They ask for', cell: ({ kind }) => inWords(REQUEST_KINDS, kind) },
  { id: 'due', header: 'Due', sorts: true, cell: (request) => <Due of={request} /> },
  { id: 'state', header: 'State', cell: (request) => <State of={request} /> },
  { id: 'use', header: 'About', cell: ({ use, purpose }) => use ?? purpose },
  {
    id: 'jurisdiction',
    header: 'Law',
    cell: ({ jurisdiction }) =>
      jurisdiction?.toUpperCase() ?? <span className="quiet">not known: the shortest clock</span>,
  },
  { id: 'asked', header: 'Asked', sorts: true, cell: ({ askedAt }) => <TimeAgo at={askedAt} /> },
];

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const filters = [
  {
    name: 'open',
    label: 'Which',
    unchosen: 'those that wait',
    options: [{ value: 'false', label: 'those that ended' }],
  },
  {
    name: 'urgency',
    label: 'Due',
    options: [
      { value: 'overdue', label: 'overdue' },
      { value: 'due-soon', label: 'soon' },
      { value: 'in-time', label: 'later' },
    ],
  },
  { name: 'kind', label: 'They ask for', options: optionsOf(REQUEST_KINDS) },
  { name: 'state', label: 'State', options: optionsOf(REQUEST_STATES) },
  { name: 'taken', label: 'Taken', options: [{ value: 'false', label: 'by nobody yet' }] },
  {
    name: 'destinationsOverdue',
    label: 'Sources',
    options: [{ value: 'true', label: 'one is late' }],
  },
  {
    name: 'jurisdiction',
    label: 'Law',
    options: ['eu', 'uk', 'us-ca', 'us-co'].map((value) => ({ value, label: value.toUpperCase() })),
  },
];

/** What customers asked for and what is due first, without a word of who they are. */
export default function Requests() {
  const may = useMay();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Page
      title="Requests"
      says="What customers ask of us, what is due first on top. The list does not tell who asks; a request does, to who says why they look."
      action={may('request.open') ? <Button onClick={open}>Record a request</Button> : null}
    >
      <ServerTable
        label="Requests"
        queryKey={['requests']}
        read={(query, signal) => listRequests({ open: 'true', ...query } as ListRequestsParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'due', direction: 'asc' }}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/requests/${id}`}
        empty={
          <Empty title="Nobody waits for an answer">
            What people ask on their own pages, for their data, a correction, an erasure, another look at a
            decision, stands here with the clock that the law sets. What they ask by phone or letter is
            recorded with the button above.
          </Empty>
        }
      />
      <Dialog title="Record a request" isOpen={isOpen} close={close}>
        <OpenRequest />
      </Dialog>
    </Page>
  );
}

const State = ({ of: { state, outcome, openDestinations } }: { readonly of: QueuedRequest }) => (
  <span className={styles.two}>
    <span>
      {inWords(REQUEST_STATES, state)}
      {outcome === null || outcome === state ? '' : `: ${outcome.replaceAll('-', ' ')}`}
    </span>
    {openDestinations === 0 ? null : (
      <span className="small quiet">
        waits for {openDestinations} {openDestinations === 1 ? 'source' : 'sources'}
      </span>
    )}
  </span>
);
