import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { readExplanation } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page, Section } from '../../parts/page.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import { useMay } from '../../shell/session.tsx';
import { AskWhy } from './ask-why.tsx';
import styles from './decision.module.css';
import { EmbeddableCard } from './embeddable-card.tsx';
import { Overrides } from './overrides.tsx';
import { Reasons } from './reasons.tsx';

const SURE = { close: 'A close call', clear: 'Clear', far: 'Not close', unknown: 'Not known' } as const;

/** Why a machine decided as it did about one person, what it does not know, and the way to override it. */
export default function Decision() {
  const id = useParams().decision!;
  const may = useMay();
  const [purpose, setPurpose] = useState<string>();
  const explanation = useQuery({
    queryKey: ['decisions', id, purpose],
    queryFn: ({ signal }) => readExplanation(id, { for: 'employee', purpose }, { signal }),
    // Each look at what is protected is logged: one look, one entry.
    staleTime: purpose === undefined ? 10_000 : Number.POSITIVE_INFINITY,
  });
  if (explanation.isError)
    return (
      <Page title="Decision">
        <ErrorState error={explanation.error} retry={() => void explanation.refetch()} />
      </Page>
    );
  if (explanation.data === undefined)
    return (
      <Page title="Decision">
        <Loading what="the explanation" />
      </Page>
    );
  const { data } = explanation;
  const isHolding = data.reasons.some(({ code }) => code === 'protected');
  return (
    <Page
      title={`Why: ${data.outcome.replaceAll(/[-.]/g, ' ')}`}
      says={
        <>
          {data.basis === 'rule' ? 'The rule' : 'The score'} <code>{data.decider}</code> of{' '}
          <Link to={`/automations/${data.use}`}>{data.use}</Link> decided on <code>{data.subject}</code>{' '}
          <TimeAgo at={data.decidedAt} />.
        </>
      }
    >
      <Card>
        <p className={styles.headline}>{data.headline}</p>
        {data.status === 'cannot-explain' ? (
          <p className={styles.finding}>
            <Gravity of="block">cannot be explained</Gravity> A decision that nobody can explain must not
            weigh on a person: ask for a person’s look, and mend the card or the model.
          </p>
        ) : (
          <Reasons reasons={data.reasons} />
        )}
        {isHolding && may('reason.read') ? <AskWhy ask={setPurpose} /> : null}
        {data.isUnmasked ? (
          <p className="small quiet">
            What is protected is shown, for the purpose that you gave and that was logged.
          </p>
        ) : null}
      </Card>
      <div className={styles.three}>
        <Card>
          <h2>What it does not know</h2>
          <ul className={styles.list}>
            {data.notKnown.map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </Card>
        <Card>
          <h2>How sure it is</h2>
          <p>
            <strong>{SURE[data.sureness.level]}</strong>: {data.sureness.because}.
          </p>
        </Card>
        <Card>
          <h2>The smallest change</h2>
          <p>{data.change.says}</p>
        </Card>
      </div>
      <Overrides explanation={data} />
      <Section title="If somebody disagrees">
        <Card>
          <p>
            {data.contest ?? 'The card does not say how the person can contest this, which is a finding.'}
          </p>
          <p className="quiet">
            {data.review === null ? 'Nobody is named who looks again.' : `Who looks again: ${data.review}`}
          </p>
        </Card>
      </Section>
      <EmbeddableCard decision={id} />
    </Page>
  );
}
