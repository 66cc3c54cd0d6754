import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import {
  changeSuppressionList,
  type NewSuppressionList,
  readSuppressionList,
  type SuppressionList,
} from '../../api/client.ts';
import { scopeInWords } from '../../parts/choice-words.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page, Section } from '../../parts/page.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { Ends, People } from './list-cells.tsx';
import { ListForm } from './list-form.tsx';
import { OnAndOff } from './on-and-off.tsx';

/** One list: what it leaves people out of, who answers for it, and the way to put people on it or take them off. */
export default function Suppression() {
  const id = useParams().list!;
  const list = useQuery({
    queryKey: ['suppressions', 'one', id],
    queryFn: ({ signal }) => readSuppressionList(id, { signal }),
  });
  return (
    <Page title={id} says="A suppression list. Nobody is told who is on it.">
      {list.isError ? (
        <ErrorState error={list.error} retry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Loading what="the list" />
      ) : (
        <Shown list={list.data} />
      )}
    </Page>
  );
}

function Shown({ list }: { readonly list: SuppressionList }) {
  const may = useMay();
  return (
    <>
      <Card>
        <Facts
          of={[
            ['Because', list.reason],
            ['Owner', list.owner],
            ['Leaves out of', scopeInWords(list.scope)],
            ['Ends', <Ends key="ends" of={list} />],
            ['Keys on it', <People key="people" of={list} />],
            [
              'A sender is told',
              list.isProtected ? 'only that it is not the time' : 'that the person is on a suppression list',
            ],
            ['Made', <TimeAgo key="made" at={list.createdAt} />],
            ['Changed', <TimeAgo key="changed" at={list.changedAt} />],
          ]}
        />
      </Card>
      {may('suppression.write') ? (
        <>
          <OnAndOff list={list} />
          <Section title="Change it">
            <Card>
              <Change key={list.version} list={list} />
            </Card>
          </Section>
        </>
      ) : null}
    </>
  );
}

function Change({ list: { version, ...list } }: { readonly list: SuppressionList }) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: ({ owner, reason, scope, isProtected, endsAt }: NewSuppressionList) =>
      changeSuppressionList(list.id, { owner, reason, scope, isProtected, endsAt }, { version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['suppressions'] }),
  });
  const { id, standsForNo, owner, reason, scope, isProtected, endsAt } = list;
  return (
    <ListForm
      kept={{ id, standsForNo, owner, reason, scope, isProtected, endsAt } as NewSuppressionList}
      label="Keep the changes"
      keep={(next) => change.mutate(next)}
      error={change.error}
      isKeeping={change.isPending}
    />
  );
}
