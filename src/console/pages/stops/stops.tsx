import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type ListStopsParams, liftStop, listStops, type Stop } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Form } from '../../parts/form.tsx';
import { Page } from '../../parts/page.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';

const filters = [
  { name: 'use', label: 'Use' },
  {
    name: 'inForce',
    label: 'Which',
    options: [
      { value: 'true', label: 'in force' },
      { value: 'false', label: 'lifted' },
    ],
  },
];

/** What was stopped, by whom and why, and whether it was lifted. */
export default function Stops() {
  const may = useMay();
  const [lifted, setLifted] = useState<Stop | null>(null);
  const columns = useMemo(() => columnsFor(may('stop.lift'), setLifted), [may]);
  return (
    <Page title="Stops" says="What was stopped, why, and whether a person lifted it again.">
      <ServerTable
        label="Stops"
        queryKey={['stops']}
        read={(query, signal) => listStops(query as ListStopsParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'at', direction: 'desc' }}
        rowKey={({ id }) => id}
        rowTo={({ use }) => `/uses/${use}`}
        empty={
          <Empty title="Nothing was ever stopped">
            Anyone with a role stops a use from its page, at once and with a reason. It stands here until a
            reviewer who does not own it lifts the stop, and after that too.
          </Empty>
        }
      />
      <Dialog
        title={`Lift the stop of ${lifted?.use ?? ''}`}
        isOpen={lifted !== null}
        close={() => setLifted(null)}
      >
        {lifted === null ? null : <Lift stop={lifted} done={() => setLifted(null)} />}
      </Dialog>
    </Page>
  );
}

const columnsFor = (mayLift: boolean, lift: (stop: Stop) => void): readonly TableColumn<Stop>[] => [
  { id: 'use', header: 'Use', cell: ({ use }) => use },
  { id: 'reason', header: 'Because', cell: ({ reason }) => reason },
  {
    id: 'by',
    header: 'By',
    cell: ({ by, at }) => (
      <span>
        {by === null ? 'an alarm' : <code>{by}</code>}, <TimeAgo at={at} />
      </span>
    ),
  },
  {
    id: 'lifted',
    header: 'Lifted',
    cell: (stop) =>
      stop.liftedAt !== null ? (
        <span>
          <TimeAgo at={stop.liftedAt} />: {stop.liftReason}
        </span>
      ) : mayLift ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Lift the stop of ${stop.use}`}
          onClick={() => lift(stop)}
        >
          Lift
        </Button>
      ) : (
        'in force'
      ),
  },
];

function Lift({ stop, done }: { readonly stop: Stop; readonly done: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const lift = useMutation({
    mutationFn: () => liftStop(stop.id, { reason }, { version: stop.version }),
    onSuccess: async () => {
      await Promise.all(
        ['stops', 'uses', 'overview'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
      done();
    },
  });
  return (
    <Form submit={() => lift.mutate()} error={lift.error}>
      <p>It was stopped because: {stop.reason}</p>
      <Textarea
        label="Why it may go on"
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={lift.isPending}>
        Lift the stop
      </Button>
    </Form>
  );
}
