import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { decideDossier, type LookedAtPersonCopy, readCopy, removeCopy } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Refusal } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page, Section } from '../../parts/page.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { AGAIN_MS, COPY_STATES, Copy, isWorking } from './copy.tsx';
import { periodInWords } from './dossiers.tsx';
import styles from './requests.module.css';

/** One dossier: what it is for, whether a second person agreed, and the file. Whom it is about stands in the file alone. */
export default function Dossier() {
  const id = useParams().dossier!;
  const dossier = useQuery({
    queryKey: ['dossiers', 'one', id],
    queryFn: ({ signal }) => readCopy(id, { signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && isWorking(state.data) ? AGAIN_MS : false),
  });
  return (
    <Page title="A dossier" says={dossier.data === undefined ? undefined : periodInWords(dossier.data)}>
      {dossier.isError ? (
        <ErrorState error={dossier.error} retry={() => void dossier.refetch()} />
      ) : dossier.data === undefined ? (
        <Loading what="the dossier" />
      ) : (
        <Shown dossier={dossier.data} />
      )}
    </Page>
  );
}

function Shown({ dossier }: { readonly dossier: LookedAtPersonCopy }) {
  const may = useMay();
  return (
    <>
      <Card>
        <Facts
          of={[
            ['For whom and why', dossier.purpose],
            ['About', periodInWords(dossier)],
            ['State', COPY_STATES[dossier.state] ?? dossier.state],
            ['Asked for', <TimeAgo key="asked" at={dossier.createdAt} />],
            ['Is gone', <TimeAgo key="ends" at={dossier.endsAt} />],
          ]}
        />
        <Remove id={dossier.id} />
      </Card>
      {dossier.state === 'asked' && may('dossier.decide') ? <Decide id={dossier.id} /> : null}
      {dossier.state === 'collecting' || dossier.state === 'ready' ? (
        <Section title="The file">
          <Card>
            <Copy
              copy={dossier}
              says="It can be checked without us: the archive holds what it takes. Whoever takes it is in the evidence log."
            />
          </Card>
        </Section>
      ) : null}
    </>
  );
}

/** Agreeing, or not: by somebody else than who asked. */
function Decide({ id }: { readonly id: string }) {
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: (agrees: boolean) => decideDossier(id, { agrees }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['dossiers'] }),
  });
  return (
    <Section title="A second person agrees">
      <Card>
        <p className={styles.says}>
          Of all that can be taken from here, a dossier does most harm in wrong hands. Agree where you know
          that this authority asks and may. You do not see whom it is about.
        </p>
        <div className={`${styles.buttons} ${styles.gap}`}>
          <Button loading={decide.isPending && decide.variables} onClick={() => decide.mutate(true)}>
            Agree: have it made
          </Button>
          <Button
            variant="default"
            loading={decide.isPending && !decide.variables}
            onClick={() => decide.mutate(false)}
          >
            Refuse it
          </Button>
        </div>
        <Refusal error={decide.error} />
      </Card>
    </Section>
  );
}

function Remove({ id }: { readonly id: string }) {
  const may = useMay();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => removeCopy(id),
    onSuccess: async () => {
      void navigate('/dossiers');
      await queries.invalidateQueries({ queryKey: ['dossiers'] });
    },
  });
  if (!may('access.remove')) return null;
  return (
    <>
      <div className={`${styles.buttons} ${styles.gap}`}>
        <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
          Remove it now
        </Button>
      </div>
      <Refusal error={remove.error} />
    </>
  );
}
