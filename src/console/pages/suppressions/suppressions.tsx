import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import {
  type ListSuppressionListsParams,
  listSuppressionLists,
  makeSuppressionList,
  type SuppressionList,
} from '../../api/client.ts';
import { scopeInWords } from '../../parts/choice-words.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ServerTable, type TableColumn } from '../../parts/server-table.tsx';
import { useMay } from '../../shell/session.tsx';
import { GatePages } from '../gate/gate-pages.tsx';
import { Ends, People } from './list-cells.tsx';
import { ListForm, newDraft } from './list-form.tsx';

const columns: readonly TableColumn<SuppressionList>[] = [
  { id: 'id', header: 'List', sorts: true, cell: ({ id }) => id },
  { id: 'reason', header: 'Because', cell: ({ reason }) => reason },
  { id: 'owner', header: 'Owner', sorts: true, cell: ({ owner }) => owner },
  { id: 'scope', header: 'Leaves out of', cell: ({ scope }) => scopeInWords(scope) },
  { id: 'endsAt', header: 'Ends', cell: (list) => <Ends of={list} /> },
  { id: 'people', header: 'Keys on it', isNumber: true, cell: (list) => <People of={list} /> },
];

const filters = [
  { name: 'query', label: 'Name, owner or reason' },
  { name: 'inForce', label: 'Which', options: [{ value: 'true', label: 'in force' }] },
];

/** Who is left out of what, why, until when, and who answers for it; never who is on a list. */
export default function Suppressions() {
  const may = useMay();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Page
      title="Suppression lists"
      says="Whom uses leave out. Each list has a reason, an owner and, unless it stands for a no of the people on it, an end. Nobody is told who is on one."
      action={may('suppression.write') ? <Button onClick={open}>Make a list</Button> : null}
    >
      <GatePages />
      <ServerTable
        label="Suppression lists"
        queryKey={['suppressions']}
        read={(query, signal) => listSuppressionLists(query as ListSuppressionListsParams, { signal })}
        columns={columns}
        filters={filters}
        sort={{ by: 'id', direction: 'asc' }}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/gate/suppressions/${id}`}
        empty={
          <Empty title="There is no list yet">
            What people choose on their own pages needs no list: the gate knows it. A list is for what you
            know besides, as people who complained, or customers of a shop that has closed.
          </Empty>
        }
      />
      <Dialog title="Make a list" isOpen={isOpen} close={close}>
        <NewList />
      </Dialog>
    </Page>
  );
}

function NewList() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const make = useMutation({
    mutationFn: ({ list, once }: { list: Parameters<typeof makeSuppressionList>[0]; once: string }) =>
      makeSuppressionList(list, { once }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['suppressions'] });
      void navigate(`/gate/suppressions/${id}`);
    },
  });
  return (
    <ListForm
      kept={newDraft()}
      isNew
      label="Make the list"
      keep={(list, once) => make.mutate({ list, once })}
      error={make.error}
      isKeeping={make.isPending}
    />
  );
}
