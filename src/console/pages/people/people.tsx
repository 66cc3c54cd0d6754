import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { PEOPLE_ROLES } from '../../../kernel/roles.ts';
import { type ListPeopleParams, listPeople, type Person } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { Invite } from './invite.tsx';
import { MachineKeys } from './machine-keys.tsx';
import { OwnKeys } from './own-keys.tsx';

const columns: readonly TableColumn<Person>[] = [
  { id: 'name', header: 'Name', sorts: true, cell: ({ name }) => name },
  {
    id: 'roles',
    header: 'Roles',
    cell: ({ roles }) => (roles.length === 0 ? 'none' : roles.map(inWords).join(', ')),
  },
  { id: 'stands', header: 'Stands', cell: (person) => <Stands of={person} /> },
  {
    id: 'line',
    header: 'Reporting line',
    cell: ({ isLineKnown }) => (isLineKnown ? 'recorded' : <span className="quiet">not recorded</span>),
  },
  {
    id: 'trainedAt',
    header: 'Trained',
    cell: ({ trainedAt }) =>
      trainedAt === null ? <span className="quiet">not recorded</span> : <TimeAgo at={trainedAt} />,
  },
];

const filters = [
  { name: 'query', label: 'Name or address' },
  { name: 'role', label: 'Role', options: PEOPLE_ROLES.map((value) => ({ value, label: inWords(value) })) },
  {
    name: 'active',
    label: 'Access',
    options: [
      { value: 'true', label: 'may sign in' },
      { value: 'false', label: 'shut out' },
    ],
  },
];

/** Who holds which role, and which programs may ask. */
export default function People() {
  const may = useMay();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Page
      title="People"
      says="Who may do what here. What people did stays in the evidence log under a pseudonym, also when they leave."
      action={may('people.write') ? <Button onClick={open}>Invite somebody</Button> : null}
    >
      <ServerTable
        label="People"
        queryKey={['people']}
        read={(query, signal) => listPeople(query as ListPeopleParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'name', direction: 'asc' }}
        rowKey={({ key }) => key}
        rowTo={({ key }) => `/people/${key}`}
        empty={<Empty title="Nobody is here yet">Invite the first colleague with the button above.</Empty>}
      />
      {may('key.write') ? <MachineKeys /> : null}
      <OwnKeys />
      <Dialog title="Invite somebody" isOpen={isOpen} close={close}>
        <Invite done={close} />
      </Dialog>
    </Page>
  );
}

const Stands = ({ of: { isActive, hasSignedUp, until } }: { readonly of: Person }) =>
  !isActive ? (
    'shut out'
  ) : !hasSignedUp ? (
    'invited'
  ) : until === null ? (
    'active'
  ) : (
    <span>
      active, ends <TimeAgo at={until} />
    </span>
  );

function inWords(role: string): string {
  return role.replaceAll('-', ' ');
}
