import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { exportMaturity, type Maturity as Levels, readMaturity } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Refusal } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Card, Page, Section } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useMay } from '../../shell/session.tsx';
import styles from './maturity.module.css';
import { LEVELS } from './maturity-words.ts';
import { PracticeLevels } from './practice-levels.tsx';
import { Trend } from './trend.tsx';

/** Where the seven practices stand by evidence, the weakest named, and what to do next. */
export default function Maturity() {
  const may = useMay();
  const maturity = useQuery({
    queryKey: ['maturity'],
    queryFn: ({ signal }) => readMaturity({ signal }),
  });
  return (
    <Page
      title="Maturity"
      says="Where the seven practices stand, by evidence that ages. Nobody can raise a level by hand, and what cannot be told is not met."
      action={
        <>
          <Button component={Link} to="/maturity/board" variant="default">
            Board of a quarter
          </Button>
          {may('evidence.export') ? <Export /> : null}
        </>
      }
    >
      {maturity.isError ? (
        <ErrorState error={maturity.error} retry={() => void maturity.refetch()} />
      ) : maturity.data === undefined ? (
        <Loading what="the evidence" />
      ) : (
        <Standing of={maturity.data} />
      )}
    </Page>
  );
}

function Standing({ of }: { readonly of: Levels }) {
  const { practices, weakest, minimum, next } = of;
  const titleOf = (step: number): string => practices[step - 1]!.title;
  return (
    <>
      <Card>
        <p className={styles.weakest}>
          Weakest: {weakest.map(titleOf).join(', ')}, at level {minimum} of {LEVELS}
        </p>
        {next.length === 0 ? (
          <p>Everything that the levels ask for is there.</p>
        ) : (
          <>
            <h2 className={styles.small}>Do next</h2>
            <ol className={styles.next}>
              {next.map((step) => (
                <li key={step.requirement}>
                  <a href={`#${step.requirement}`}>{titleOf(step.step)}</a>, to level {step.level}:{' '}
                  <Said words={step.next} />
                </li>
              ))}
            </ol>
          </>
        )}
      </Card>
      <Section title="The seven practices">
        <div className={styles.practices}>
          {practices.map((practice) => (
            <PracticeLevels
              key={practice.step}
              practice={practice}
              isWeakest={weakest.includes(practice.step)}
            />
          ))}
        </div>
      </Section>
      <Section title="Over the days">
        <Trend of={of} />
      </Section>
    </>
  );
}

function Export() {
  const save = useMutation({ mutationFn: async () => saveFile(await exportMaturity(), 'maturity.json') });
  return (
    <>
      <Button variant="default" onClick={() => save.mutate()} loading={save.isPending}>
        Download it signed
      </Button>
      <Refusal error={save.error} />
    </>
  );
}
