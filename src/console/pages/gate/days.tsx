import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { type GateDays, readGateDays } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { daysInWords, sentence, told } from './days-words.ts';
import styles from './gate.module.css';
import { usePeriod } from './period.tsx';

// What draws is asked for by those alone who look at it.
const DaysPlot = lazy(async () => ({ default: (await import('./days-plot.tsx')).DaysPlot }));

/** What was decided over a time, drawn, in words and in a table, and what would have to change. */
export function Days({ use }: { readonly use: string | null }) {
  const { from, to, inWords } = usePeriod();
  const days = useQuery({
    queryKey: ['gate', 'days', from, to, use],
    queryFn: ({ signal }) => readGateDays({ from, to, ...(use === null ? {} : { use }) }, { signal }),
  });
  if (days.isError) return <ErrorState error={days.error} retry={() => void days.refetch()} />;
  if (days.data === undefined) return <Loading what="the counts" />;
  const { data } = days;
  if (data.days.length === 0)
    return (
      <Empty title="Nothing was asked in this time">
        A sender asks with <code>POST /v1/gate/decisions</code>, with <code>scruple gate</code> over a file,
        or in its own process with the library. What it is told stands here, with what would have to change.
      </Empty>
    );
  return (
    <>
      <figure className={styles.chart}>
        <figcaption>{daysInWords(data, inWords)}</figcaption>
        <Suspense fallback={<Loading what="the chart" />}>
          <DaysPlot days={data.days} from={from} to={to} />
        </Suspense>
        <details>
          <summary>The same as a table</summary>
          <PlainTable
            label="Decisions by day"
            rows={[...data.days].reverse()}
            rowKey={({ day }) => day}
            columns={[
              { header: 'Day', cell: ({ day }) => day },
              { header: 'Permitted', isNumber: true, cell: ({ permitted }) => told(permitted) },
              { header: 'Held', isNumber: true, cell: ({ held }) => told(held) },
              { header: 'Refused', isNumber: true, cell: ({ denied }) => told(denied) },
            ]}
          />
        </details>
      </figure>
      <Reasons reasons={data.reasons} />
    </>
  );
}

const Reasons = ({ reasons }: { readonly reasons: GateDays['reasons'] }) =>
  reasons.length === 0 ? null : (
    <Section title="Why, and what would have to change">
      <PlainTable
        label="Reasons, the most frequent first"
        rows={reasons}
        rowKey={({ code }) => code}
        columns={[
          { header: 'What was seen', cell: ({ seen }) => sentence(seen) },
          { header: 'What would have to change', cell: ({ change }) => sentence(change) },
          { header: 'Decisions', isNumber: true, cell: ({ decisions }) => told(decisions) },
        ]}
      />
    </Section>
  );
