import { USE_KINDS } from '../../../kernel/vocabulary.ts';
import { type ListAutomationsParams, type ListedAutomation, listAutomations } from '../../api/client.ts';
import { DecisionClass } from '../../parts/decision-class.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';

const columns: readonly TableColumn<ListedAutomation>[] = [
  { id: 'id', header: 'Use', sorts: true, cell: ({ id }) => id },
  { id: 'decision', header: 'Decides', sorts: true, cell: ({ decision }) => <DecisionClass of={decision} /> },
  { id: 'kind', header: 'Kind', cell: ({ kind }) => kind.replaceAll('-', ' ') },
  { id: 'owner', header: 'Owner', cell: ({ owner }) => owner },
  { id: 'stopOwner', header: 'Who stops it', cell: ({ stopOwner }) => stopOwner ?? 'nobody is named' },
  {
    id: 'drilledAt',
    header: 'Last drill',
    sorts: true,
    cell: ({ lastDrillAt }) => (lastDrillAt === null ? 'never' : <TimeAgo at={lastDrillAt} />),
  },
];

const filters = [
  { name: 'query', label: 'Name or owner' },
  {
    name: 'kind',
    label: 'Kind',
    options: USE_KINDS.map((value) => ({ value, label: value.replaceAll('-', ' ') })),
  },
  {
    name: 'decision',
    label: 'Decides',
    options: [
      { value: 'unclassed', label: 'not classed' },
      { value: 'significant', label: 'significant' },
      { value: 'notable', label: 'notable' },
      { value: 'none', label: 'nothing' },
    ],
  },
  { name: 'hasStopOwner', label: 'Who stops it', options: [{ value: 'false', label: 'nobody is named' }] },
  { name: 'isDrillDue', label: 'Drill', options: [{ value: 'true', label: 'due' }] },
  { name: 'mine', label: 'Whose', options: [{ value: 'true', label: 'my own' }] },
];

/** The register of all that decides by machine. */
export default function Automations() {
  return (
    <Page
      title="Automations"
      says="Every score, rule, recommender and assistant that decides about people, what weighs most first."
    >
      <ServerTable
        label="Automations"
        queryKey={['automations']}
        read={(query, signal) => listAutomations(query as ListAutomationsParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'decision', direction: 'desc' }}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/automations/${id}`}
        empty={
          <Empty title="Nothing decides by machine yet">
            A use that names a score, a rule or an assistant on its card stands here from its first{' '}
            <code>scruple push</code> on, with what it looks at and who can stop it.
          </Empty>
        }
      />
    </Page>
  );
}
