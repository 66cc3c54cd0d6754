import { Link } from 'react-router';
import { type Alarm, type ListAlarmsParams, listAlarms } from '../../api/client.ts';
import { AlarmAction } from '../../parts/alarm-action.tsx';
import { Empty } from '../../parts/empty.tsx';
import { between, count, groupInWords, monitorInWords, share } from '../../parts/outcome-words.ts';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';

const filters = [
  { name: 'use', label: 'Use, in full' },
  {
    name: 'action',
    label: 'What it did',
    options: [
      { value: 'pause', label: 'paused' },
      { value: 'review', label: 'calls for a review' },
      { value: 'warn', label: 'warning' },
    ],
  },
];

/** Everything that the monitors said, latest first. */
export const Alarms = () => (
  <ServerTable
    label="Alarms"
    queryKey={['alarms']}
    read={(query, signal) => listAlarms(query as ListAlarmsParams, { signal })}
    columns={columns}
    filters={filters}
    sort={{ by: 'at', direction: 'desc' }}
    rowKey={({ id }) => id}
    empty={
      <Empty title="No monitor has said anything">
        <p>
          Events come in with <code>POST /v1/outcomes</code> and a key of the role <code>intake</code>, or
          straight from the mail system. Past ones are looked at with <code>scruple replay</code>.
        </p>
        <p>
          What each monitor would have seen by now stands on the page of its use, under{' '}
          <strong>Outcomes</strong>.
        </p>
      </Empty>
    }
  />
);

const columns: readonly TableColumn<Alarm>[] = [
  {
    id: 'use',
    header: 'Use',
    sorts: true,
    cell: ({ use }) => <Link to={`/uses/${use}/outcomes`}>{use}</Link>,
  },
  { id: 'monitor', header: 'What', cell: ({ monitor }) => monitorInWords(monitor) },
  { id: 'group', header: 'Who', cell: ({ group }) => groupInWords(group) },
  { id: 'action', header: 'What it did', cell: ({ action }) => <AlarmAction of={action} /> },
  { id: 'at', header: 'When', sorts: true, cell: ({ recordedAt }) => <TimeAgo at={recordedAt} /> },
  { id: 'afterSends', header: 'After sends', isNumber: true, cell: ({ afterSends }) => count(afterSends) },
  {
    id: 'rate',
    header: 'Rate',
    cell: ({ rate, interval }) =>
      rate === null || interval === null ? (
        <span className="quiet">one is enough</span>
      ) : (
        <span>
          {share(rate)} <span className="small quiet">{between(interval)}</span>
        </span>
      ),
  },
];
