import { lazy, Suspense } from 'react';
import { AlarmAction } from '../../parts/alarm-action.tsx';
import { Loading } from '../../parts/loading.tsx';
import {
  between,
  count,
  dayInWords,
  groupInWords,
  monitorInWords,
  quietInWords,
  share,
  streamInWords,
} from '../../parts/outcome-words.ts';
import { Section } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { flagsOf, type MonitorShown, topOf, type Watched } from './by-monitor.ts';
import styles from './outcome.module.css';

// What draws is asked for by those alone who look at it.
const StreamPlot = lazy(async () => ({ default: (await import('./stream-plot.tsx')).StreamPlot }));

/** The time that all charts of a use show, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A monitor: everybody large, each group small, on one scale and in one order, and the same as a table. */
export function Monitor({
  of: { monitor, streams },
  span,
}: {
  readonly of: MonitorShown;
  readonly span: Span;
}) {
  const top = topOf(streams);
  const [everybody, ...groups] = streams;
  if (everybody === undefined) return null;
  const name = monitorInWords(monitor);
  return (
    <Section title={name}>
      <div className={styles.card}>
        <Chart of={everybody} top={top} span={span} />
        {groups.length === 0 ? null : (
          <div className={styles.groups}>
            {groups.map((one) => (
              <Chart key={groupInWords(one.stream.group)} of={one} top={top} span={span} />
            ))}
          </div>
        )}
        <p className="small quiet">
          The line is the rate of all sends up to the end of each day, in days of world time. The band holds
          at all days together with 95&nbsp;%, for sends that are independent. All charts here end at{' '}
          {share(top)}.
        </p>
        <details>
          <summary>The same as a table</summary>
          <Days label={`${name}, so far by day`} streams={streams} />
        </details>
      </div>
    </Section>
  );
}

const Chart = ({ of, top, span }: { readonly of: Watched; readonly top: number; readonly span: Span }) => {
  const { stream, alarms } = of;
  const flags = flagsOf(alarms);
  return (
    <figure className={styles.chart}>
      <figcaption>
        <strong className={styles.who}>{groupInWords(stream.group)}</strong>
        <p>{streamInWords(stream)}</p>
        {flags.length === 0 ? <p className="quiet">{quietInWords(stream)}</p> : null}
        {flags.length === 0 ? null : (
          <ul className={styles.flags}>
            {flags.map((alarm) => (
              <li key={alarm.id}>
                <AlarmAction of={alarm.action} /> on {dayInWords(alarm.raisedAt)}, after{' '}
                {count(alarm.afterSends)} sends
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      <Suspense fallback={<Loading what="the chart" />}>
        <StreamPlot of={of} top={top} from={span.from} to={span.to} />
      </Suspense>
    </figure>
  );
};

const Days = ({ label, streams }: { readonly label: string; readonly streams: readonly Watched[] }) => (
  <PlainTable
    label={label}
    rows={streams.flatMap(({ stream: { group, soFar } }) =>
      soFar.map((day) => ({ who: groupInWords(group), ...day })),
    )}
    rowKey={({ who, day }) => `${who} ${day}`}
    columns={[
      { header: 'Who', cell: ({ who }) => who },
      { header: 'By the end of', cell: ({ day }) => dayInWords(day) },
      { header: 'Sends', isNumber: true, cell: ({ sends }) => count(sends) },
      { header: 'Rate', isNumber: true, cell: ({ rate }) => share(rate) },
      { header: 'Where it may lie', cell: ({ interval }) => between(interval) },
    ]}
  />
);
