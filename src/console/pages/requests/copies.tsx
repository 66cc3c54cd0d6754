import { Button, Progress, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askForCopy, type CustomerRequest, listCopies, type PersonCopy, takeCopy } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Form } from '../../parts/form.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import styles from './requests.module.css';

const AGAIN_MS = 2_000;

const STATES: Readonly<Record<string, string>> = {
  asked: 'waits for a second person who agrees',
  collecting: 'is being made',
  ready: 'ready to be taken',
  failed: 'could not be made',
  refused: 'was refused',
};
const isWorking = ({ state }: PersonCopy): boolean => state === 'collecting';

/** The copy of what is known of somebody, from its making, part by part, to the file. */
export function Copies({ request }: { readonly request: CustomerRequest }) {
  const may = useMay();
  const isAsked = request.kind === 'access' || request.kind === 'portability';
  const copies = useQuery({
    queryKey: ['copies', request.id],
    queryFn: ({ signal }) => listCopies({ request: request.id }, { signal }),
    enabled: isAsked && may('access.read'),
    refetchInterval: ({ state }) => (state.data?.items.some(isWorking) ? AGAIN_MS : false),
  });
  if (!isAsked || !may('access.read')) return null;
  const canAsk = may('access.export') && request.closedAt === null && request.proof.missing.length === 0;
  return (
    <Section title="The copy of their data">
      {copies.isError ? (
        <ErrorState error={copies.error} retry={() => void copies.refetch()} />
      ) : copies.data === undefined ? (
        <Loading what="the copies" />
      ) : (
        <div className={styles.stack}>
          {copies.data.items.map((copy) => (
            <Card key={copy.id}>
              <Copy copy={copy} />
            </Card>
          ))}
          {canAsk && !copies.data.items.some((copy) => copy.state === 'ready' || isWorking(copy)) ? (
            <Card>
              <Ask request={request.id} />
            </Card>
          ) : copies.data.items.length === 0 ? (
            <p className="quiet">
              {request.closedAt !== null
                ? 'None was made, or it has ended.'
                : request.proof.missing.length > 0
                  ? 'It is made once it is proven who asks.'
                  : 'None was made yet.'}
            </p>
          ) : null}
        </div>
      )}
    </Section>
  );
}

function Ask({ request }: { readonly request: string }) {
  const queries = useQueryClient();
  const [purpose, setPurpose] = useState('');
  const ask = useMutation({
    mutationFn: () => askForCopy({ request, purpose: purpose.trim() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['copies', request] }),
  });
  return (
    <Form submit={() => ask.mutate()} error={ask.error}>
      <p className={styles.says}>
        Every source that the data maps name and that can be asked is asked for the rows of this person alone.
        What does not answer is named in the copy.
      </p>
      <Purpose value={purpose} set={setPurpose} />
      <Button type="submit" variant="default" loading={ask.isPending}>
        Make the copy
      </Button>
    </Form>
  );
}

function Copy({ copy }: { readonly copy: PersonCopy }) {
  const done = copy.parts.filter(({ state }) => state !== 'to-do').length;
  return (
    <div className={styles.stack}>
      <p role="status">
        {copy.state === 'failed' ? (
          <Gravity of="review">could not be made</Gravity>
        ) : copy.state === 'ready' ? (
          <Gravity of="allow">ready</Gravity>
        ) : (
          STATES[copy.state]
        )}{' '}
        {done} of {copy.parts.length} parts, asked for <TimeAgo at={copy.createdAt} />
        {copy.problem === null ? null : (
          <>
            {' '}
            (<code>{copy.problem}</code>)
          </>
        )}
        . It is gone <TimeAgo at={copy.endsAt} />, taken or not.
      </p>
      {isWorking(copy) ? (
        <Progress
          value={copy.parts.length === 0 ? 0 : (100 * done) / copy.parts.length}
          aria-label="Parts that are done"
        />
      ) : null}
      <details>
        <summary>Part by part</summary>
        <PlainTable
          label="Parts of the copy"
          rows={copy.parts}
          rowKey={({ part }) => part}
          columns={[
            { header: 'Part', cell: ({ part }) => part },
            {
              header: 'Stands',
              cell: ({ state }) =>
                state === 'done' ? (
                  <Gravity of="allow">there</Gravity>
                ) : state === 'not-answered' ? (
                  <Gravity of="review">did not answer</Gravity>
                ) : (
                  <Gravity of="none">to do</Gravity>
                ),
            },
          ]}
        />
      </details>
      {copy.state === 'ready' ? <Take copy={copy.id} /> : null}
    </div>
  );
}

function Take({ copy }: { readonly copy: string }) {
  const may = useMay();
  const [purpose, setPurpose] = useState('');
  const take = useMutation({
    mutationFn: async () =>
      saveFile((await takeCopy(copy, { purpose: purpose.trim() })) as unknown as Blob, `${copy}.zip`),
  });
  if (!may('access.export')) return null;
  return (
    <Form submit={() => take.mutate()} error={take.error}>
      <p className={styles.says}>
        The person takes it from their own page. Take it here only to hand it over in another way.
      </p>
      <Purpose value={purpose} set={setPurpose} />
      <Button type="submit" variant="default" loading={take.isPending}>
        Take the ZIP
      </Button>
    </Form>
  );
}

const Purpose = ({ value, set }: { readonly value: string; readonly set: (value: string) => void }) => (
  <TextInput
    label="What for"
    description="It goes into the evidence log under your name, as a hash."
    required
    maxLength={500}
    autoComplete="off"
    value={value}
    onChange={(event) => set(event.currentTarget.value)}
  />
);
