import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askForCopy, type CustomerRequest, listCopies } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Form } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Section } from '../../parts/page.tsx';
import { useMay } from '../../shell/session.tsx';
import { AGAIN_MS, Copy, isWorking, Purpose } from './copy.tsx';
import styles from './requests.module.css';

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
              <Copy
                copy={copy}
                says="The person takes it from their own page. Take it here only to hand it over in another way."
              />
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
