import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { type CustomerRequest, readRequest } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Norms } from '../../parts/finding.tsx';
import { purposeInWords } from '../../parts/in-words.ts';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page, Section } from '../../parts/page.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { MoreActions, NextAction } from './actions.tsx';
import { Copies } from './copies.tsx';
import { DryRun } from './dry-run.tsx';
import { Due } from './due.tsx';
import { inWords, PROOFS, REQUEST_KINDS, REQUEST_STATES } from './request-words.ts';
import styles from './requests.module.css';
import { Sources } from './sources.tsx';
import { Steps } from './steps.tsx';
import { WhoAsks } from './who-asks.tsx';

/** One request: its clock, what is to be done next, who asks for who may know, and every step so far. */
export default function Request() {
  const id = useParams().request!;
  const request = useQuery({
    queryKey: ['requests', 'one', id],
    queryFn: ({ signal }) => readRequest(id, { signal }),
  });
  return request.isError ? (
    <Page title="Request">
      <ErrorState error={request.error} retry={() => void request.refetch()} />
    </Page>
  ) : request.data === undefined ? (
    <Page title="Request">
      <Loading what="the request" />
    </Page>
  ) : (
    <Shown request={request.data} />
  );
}

function Shown({ request }: { readonly request: CustomerRequest }) {
  const may = useMay();
  const { kind, detail, clock, proof } = request;
  return (
    <Page
      title={`A request: ${inWords(REQUEST_KINDS, kind)}`}
      says={<WaitsFor request={request} />}
      action={<NextAction request={request} />}
    >
      <Card>
        <Facts
          of={[
            ['Due', <Due key="due" of={request} />],
            [
              'Clock',
              <div key="clock" className={styles.clock}>
                <span>
                  {clock.count} {clock.unit.replace('-', ' ')}
                  {clock.count === 1 ? '' : 's'}
                  {request.isExtended ? ', extended' : ''}
                </span>
                <Norms
                  norms={[{ id: clock.norm, scope: clock.norm.startsWith('ours-') ? 'policy' : 'law' }]}
                />
              </div>,
            ],
            ['Asked', <TimeAgo key="asked" at={request.askedAt} />],
            ['Through', request.through.replaceAll('-', ' ')],
            ['Law', request.jurisdiction?.toUpperCase() ?? 'not known: the shortest clock holds'],
            ...(detail === null
              ? []
              : [['How much', detail === 'specific' ? 'the data themselves' : 'kinds of data'] as const]),
            ...(request.purpose === null ? [] : [['To', purposeInWords(request.purpose)] as const]),
            ...(request.use === null
              ? []
              : [
                  [
                    'About the use',
                    <Link key="use" to={`/uses/${request.use}`}>
                      {request.use}
                    </Link>,
                  ] as const,
                ]),
            ...(request.decision === null
              ? []
              : [
                  [
                    'About the decision',
                    <Link key="decision" to={`/decisions/${request.decision}`}>
                      {request.decision}
                    </Link>,
                  ] as const,
                ]),
            ['Proof that it needs', inWords(PROOFS, proof.needed)],
            [
              'Proven so far',
              proof.given.length === 0
                ? 'nothing'
                : proof.given.map((one) => inWords(PROOFS, one)).join('; '),
            ],
            ['Taken by', request.takenBy === null ? 'nobody yet' : <code key="by">{request.takenBy}</code>],
          ]}
        />
        <MoreActions request={request} />
      </Card>
      {may('request.read-person') ? <WhoAsks id={request.id} /> : null}
      <Copies request={request} />
      <DryRun request={request} />
      <Sources request={request} />
      <Section title="What happened so far">
        <Steps events={request.events} />
      </Section>
    </Page>
  );
}

/** Whose turn it is. */
function WaitsFor({ request }: { readonly request: CustomerRequest }) {
  const may = useMay();
  const { state, outcome, closedAt, openDestinations } = request;
  if (closedAt !== null)
    return (
      <>
        It ended: {inWords(REQUEST_STATES, state)}
        {outcome === null ? '' : `, ${outcome.replaceAll('-', ' ')}`}.
      </>
    );
  if (state === 'needs-proof')
    return 'It waits for the person, who was asked to prove who they are. The clock runs on.';
  if (openDestinations > 0)
    return `It waits for ${openDestinations} ${openDestinations === 1 ? 'source' : 'sources'} to say what was done there.`;
  return may('contest.decide')
    ? 'It waits for a customer advocate: for you, or for a colleague.'
    : 'It waits for a customer advocate.';
}
