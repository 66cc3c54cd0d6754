import { lazy, Suspense } from 'react';
import type { Maturity } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import styles from './maturity.module.css';
import { trendInWords } from './maturity-words.ts';

// What draws is asked for by those alone who look at it.
const TrendPlot = lazy(async () => ({ default: (await import('./trend-plot.tsx')).TrendPlot }));

/** The levels of each day: drawn, in words, and as a table. */
export function Trend({ of }: { readonly of: Maturity }) {
  const { trend, practices } = of;
  if (trend.length === 0)
    return (
      <Empty title="No day was kept yet">
        The server looks once a day by itself, and keeps the seven levels of that day here.
      </Empty>
    );
  return (
    <figure className={styles.chart}>
      <figcaption>{trendInWords(of)}</figcaption>
      <Suspense fallback={<Loading what="the chart" />}>
        <TrendPlot of={of} />
      </Suspense>
      <details>
        <summary>The same as a table</summary>
        <PlainTable
          label="Levels by day"
          rows={[...trend].reverse()}
          rowKey={({ day }) => day}
          columns={[
            { header: 'Day', cell: ({ day }) => day },
            ...practices.map(({ title }, index) => ({
              header: title,
              isNumber: true,
              cell: ({ levels }: Maturity['trend'][number]) => levels[index],
            })),
          ]}
        />
      </details>
    </figure>
  );
}
