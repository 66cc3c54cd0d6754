import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { readPerson } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page, Section } from '../../parts/page.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { EditPerson } from './edit-person.tsx';
import { ErasePerson } from './erase-person.tsx';

/** One account: roles, place in the line, training, end. */
export default function Person() {
  const key = useParams().person!;
  const may = useMay();
  const person = useQuery({
    queryKey: ['people', 'one', key],
    queryFn: ({ signal }) => readPerson(key, { signal }),
  });
  if (person.isError)
    return (
      <Page title="Person">
        <ErrorState error={person.error} retry={() => void person.refetch()} />
      </Page>
    );
  if (person.data === undefined)
    return (
      <Page title="Person">
        <Loading what="the account" />
      </Page>
    );
  const { data } = person;
  return (
    <Page
      title={data.name}
      says={
        <>
          {data.email} · <code>{data.key}</code>
        </>
      }
    >
      <Card>
        <Facts
          of={[
            ['Roles', data.roles.map((role) => role.replaceAll('-', ' ')).join(', ')],
            [
              'Access',
              !data.isActive ? 'shut out' : data.hasSignedUp ? 'may sign in' : 'invited, not signed up yet',
            ],
            [
              'Reports to',
              data.reportsTo !== null ? (
                <Link key="line" to={`/people/${data.reportsTo}`}>
                  {data.reportsTo}
                </Link>
              ) : data.isLineKnown ? (
                'nobody: at the top'
              ) : null,
            ],
            ['Trained', data.trainedAt === null ? null : <TimeAgo key="trained" at={data.trainedAt} />],
            ['Ends', data.until === null ? 'does not end' : <TimeAgo key="end" at={data.until} />],
          ]}
        />
      </Card>
      {may('people.write') ? (
        <>
          <Section title="Change it">
            <Card>
              <EditPerson key={data.version} person={data} />
            </Card>
          </Section>
          <Section title="Erase">
            <Card>
              <ErasePerson person={data} />
            </Card>
          </Section>
        </>
      ) : null}
    </Page>
  );
}
