import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { type ListedIncident, type ListIncidentsParams, listIncidents } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { IncidentDue } from '../../parts/incident-due.tsx';
import { causeInWords, INCIDENT_STATES } from '../../parts/incident-words.ts';
import { Page } from '../../parts/page.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { Report } from './report.tsx';

const filters = [
  { name: 'use', label: 'Use, in full' },
  {
    name: 'open',
    label: 'Which',
    options: [
      { value: 'true', label: 'open' },
      { value: 'false', label: 'closed' },
    ],
  },
];

/** Harm that happened, what is due about it, and what was done. */
export default function Incidents() {
  const may = useMay();
  const [isReporting, setReporting] = useState(false);
  return (
    <Page
      title="Incidents"
      says="Harm that happened. Each stays open until it is decided what is done for those it reached, and it is proven that it was."
      action={
        may('incident.report') ? <Button onClick={() => setReporting(true)}>Report harm</Button> : undefined
      }
    >
      <ServerTable
        label="Incidents"
        queryKey={['incidents']}
        read={(query, signal) => listIncidents(query as ListIncidentsParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'at', direction: 'desc' }}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/incidents/${id}`}
        empty={
          <Empty title="No harm is known">
            An incident opens by itself where a monitor pauses a use, where something is sent that was not
            cleared or after a no, and where a customer contests a decision and is right. Anything else that
            did harm is reported here.
          </Empty>
        }
      />
      <Dialog title="Report harm" isOpen={isReporting} close={() => setReporting(false)}>
        {isReporting ? <Report /> : null}
      </Dialog>
    </Page>
  );
}

const columns: readonly TableColumn<ListedIncident>[] = [
  { id: 'what', header: 'What happened', cell: ({ cause }) => causeInWords(cause) },
  {
    id: 'use',
    header: 'Use',
    sorts: true,
    cell: ({ use }) => <Link to={`/uses/${use}/outcomes`}>{use}</Link>,
  },
  {
    id: 'state',
    header: 'Stands',
    cell: ({ state, recurs }) => (
      <span>
        {INCIDENT_STATES[state]}
        {recurs === null ? null : <span className="small quiet">, not for the first time</span>}
      </span>
    ),
  },
  { id: 'due', header: 'Due next', sorts: true, cell: (one) => <IncidentDue of={one} /> },
  { id: 'at', header: 'Opened', sorts: true, cell: ({ openedAt }) => <TimeAgo at={openedAt} /> },
];
