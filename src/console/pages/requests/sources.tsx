import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Acknowledgement, acknowledgeRequest, type CustomerRequest } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { ACKNOWLEDGEMENTS, inWords } from './request-words.ts';

type Outcome = Acknowledgement['outcome'];

/** The sources that were asked to do their part, and what each said of it. */
export function Sources({ request }: { readonly request: CustomerRequest }) {
  const may = useMay();
  const [asked, setAsked] = useState<string | null>(null);
  const mayAnswer = may('request.acknowledge') && request.closedAt === null;
  if (request.destinations.length === 0) return null;
  return (
    <Section title="The sources">
      <PlainTable
        label="Sources that were asked"
        rows={request.destinations}
        rowKey={({ name }) => name}
        columns={[
          { header: 'Source', cell: ({ name }) => name },
          { header: 'Asked', cell: ({ askedAt }) => <TimeAgo at={askedAt} /> },
          {
            header: 'Says',
            cell: ({ outcome, acknowledgedAt, isOverdue, dueAt, begunAt, failure, tables }) =>
              acknowledgedAt === null ? (
                begunAt !== null ? (
                  <span>
                    <Gravity of="review">not known</Gravity> a change was begun <TimeAgo at={begunAt} />, and
                    nobody knows whether it was kept: count again, and do it again
                  </span>
                ) : isOverdue ? (
                  <span>
                    <Gravity of="block">not confirmed</Gravity> was due <TimeAgo at={dueAt} />
                  </span>
                ) : (
                  <span>
                    nothing yet, due <TimeAgo at={dueAt} />
                    {failure === null ? '' : `; the last change came to nothing (${failure})`}
                    {tables === null ? '' : '; some was changed from here, and a person says the rest'}
                  </span>
                )
              ) : (
                <span>
                  {inWords(ACKNOWLEDGEMENTS, outcome)}, <TimeAgo at={acknowledgedAt} />
                </span>
              ),
          },
          ...(mayAnswer
            ? [
                {
                  header: 'Action',
                  cell: ({ name, acknowledgedAt }: CustomerRequest['destinations'][number]) =>
                    acknowledgedAt !== null ? null : (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Say what was done in ${name}`}
                        onClick={() => setAsked(name)}
                      >
                        Say what was done
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <Dialog title={`What was done in ${asked ?? ''}`} isOpen={asked !== null} close={() => setAsked(null)}>
        {asked === null ? null : (
          <SayDone request={request.id} destination={asked} done={() => setAsked(null)} />
        )}
      </Dialog>
    </Section>
  );
}

function SayDone({
  request,
  destination,
  done,
}: {
  readonly request: string;
  readonly destination: string;
  readonly done: () => void;
}) {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>('done');
  const acknowledge = useMutation({
    mutationFn: () => acknowledgeRequest(request, { destination, outcome }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['requests'] });
      done();
    },
  });
  return (
    <Form submit={() => acknowledge.mutate()} error={acknowledge.error}>
      <p>
        Say what you saw there yourself, or what whoever looks after it wrote. With the last source the
        request ends.
      </p>
      <NativeSelect
        label="What was done"
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value as Outcome)}
        data={Object.entries(ACKNOWLEDGEMENTS).map(([value, label]) => ({ value, label }))}
      />
      <Button type="submit" loading={acknowledge.isPending}>
        Record it
      </Button>
    </Form>
  );
}
