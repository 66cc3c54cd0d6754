import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { type Incident, readIncident } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Facts } from '../../parts/facts.tsx';
import { IncidentDue } from '../../parts/incident-due.tsx';
import { causeInWords, INCIDENT_STATES } from '../../parts/incident-words.ts';
import { Loading } from '../../parts/loading.tsx';
import { alarmInWords, count } from '../../parts/outcome-words.ts';
import { Card, Page, Section } from '../../parts/page.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { Affected } from './affected.tsx';
import { History } from './history.tsx';
import styles from './incident.module.css';
import { ToDo } from './to-do.tsx';

/** How often a page about what is going on looks again. */
const EVERY_MS = 15_000;

/** One incident: what happened, whom it reached, what is still to do, and everything that was decided. */
export default function IncidentPage() {
  const id = useParams().incident!;
  const incident = useQuery({
    queryKey: ['incidents', 'one', id],
    queryFn: ({ signal }) => readIncident(id, { signal }),
    refetchInterval: EVERY_MS,
  });
  return incident.isError ? (
    <Page title="Incident">
      <ErrorState error={incident.error} retry={() => void incident.refetch()} />
    </Page>
  ) : incident.data === undefined ? (
    <Page title="Incident">
      <Loading what="the incident" />
    </Page>
  ) : (
    <Shown incident={incident.data} />
  );
}

const Shown = ({ incident }: { readonly incident: Incident }) => (
  <Page
    title={causeInWords(incident.cause)}
    says={
      <>
        An incident of <Link to={`/uses/${incident.use}/outcomes`}>{incident.use}</Link>,{' '}
        {INCIDENT_STATES[incident.state]}, opened <TimeAgo at={incident.openedAt} />
      </>
    }
  >
    <Section title="What happened">
      <Card>
        <div className={styles.stack}>
          {incident.reported === null ? null : (
            <blockquote className={styles.words}>{incident.reported}</blockquote>
          )}
          {incident.alarms.length === 0 ? null : (
            <ul className={styles.plain}>
              {incident.alarms.map((alarm) => (
                <li key={alarm.id}>
                  {alarm.isGroupHidden ? 'Of one group: ' : ''}
                  {alarmInWords(alarm)}
                </li>
              ))}
            </ul>
          )}
          <Facts
            of={[
              [
                'Use',
                <Link key="use" to={`/uses/${incident.use}`}>
                  {incident.use}
                </Link>,
              ],
              ['Due next', <IncidentDue key="due" of={incident} />],
              ['Known since', <TimeAgo key="known" at={incident.knownSince} />],
              ...incident.evidence
                .filter(({ of }) => of === 'review')
                .map(
                  ({ id }) =>
                    [
                      'Review',
                      <Link key={id} to={`/reviews/${id}`}>
                        the review that the alarm opened
                      </Link>,
                    ] as const,
                ),
              ...(incident.recurrences.length === 0 ? [] : [recurrences(incident)]),
            ]}
          />
        </div>
      </Card>
    </Section>
    <Section title="Whom it reached">
      <Affected incident={incident} />
    </Section>
    <Section title={incident.state === 'closed' ? 'What was done' : 'What is to do'}>
      <ToDo incident={incident} />
    </Section>
    <Section title="What happened since">
      <History of={incident.history} />
    </Section>
  </Page>
);

const recurrences = ({ recurrences: others }: Incident) =>
  [
    'Happened before',
    <span key="before">
      {count(others.length)} {others.length === 1 ? 'other' : 'others'} of this use and cause:{' '}
      {others.map(({ id, openedAt }, place) => (
        <span key={id}>
          {place === 0 ? '' : ', '}
          <Link to={`/incidents/${id}`}>
            <TimeAgo at={openedAt} />
          </Link>
        </span>
      ))}
    </span>,
  ] as const;
