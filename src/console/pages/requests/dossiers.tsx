import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ListCopiesParams, listCopies, type PersonCopy } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { AskDossier } from './ask-dossier.tsx';
import { COPY_STATES } from './copy.tsx';

const columns: readonly TableColumn<PersonCopy>[] = [
  { id: 'id', header: 'Dossier', cell: (dossier) => periodInWords(dossier) },
  { id: 'state', header: 'State', sorts: true, cell: ({ state }) => COPY_STATES[state] ?? state },
  { id: 'createdAt', header: 'Asked for', sorts: true, cell: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  { id: 'endsAt', header: 'Is gone', sorts: true, cell: ({ endsAt }) => <TimeAgo at={endsAt} /> },
];

const filters = [
  {
    name: 'state',
    label: 'State',
    options: Object.entries(COPY_STATES).map(([value, label]) => ({ value, label })),
  },
];

/** What was asked for where an authority wants to know what is on record about somebody. Nobody is named here. */
export default function Dossiers() {
  const may = useMay();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Page
      title="Dossiers"
      says="What is on record about one person and a time, where an authority asks for it. Nothing is gathered before a second person has agreed."
      action={may('access.export') ? <Button onClick={open}>Ask for a dossier</Button> : null}
    >
      <ServerTable
        label="Dossiers"
        queryKey={['dossiers']}
        read={(query, signal) => listCopies({ kind: 'dossier', ...query } as ListCopiesParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'createdAt', direction: 'desc' }}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/dossiers/${id}`}
        empty={
          <Empty title="No dossier was asked for">
            A customer advocate asks for one with the button above, says which authority wants it, and a
            reviewer or another advocate agrees or refuses.
          </Empty>
        }
      />
      <Dialog title="Ask for a dossier" isOpen={isOpen} close={close}>
        <AskDossier />
      </Dialog>
    </Page>
  );
}

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** The time that a dossier is about. */
export const periodInWords = ({ from, until }: Pick<PersonCopy, 'from' | 'until'>): string =>
  from === null || until === null
    ? 'no time is named'
    : `${dates.format(new Date(from))} to ${dates.format(new Date(until))}`;
