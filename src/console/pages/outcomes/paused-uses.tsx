import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { allPages } from '../../api/all-pages.ts';
import { listPaused } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Shape } from '../../parts/gravity.tsx';
import { Loading } from '../../parts/loading.tsx';
import { alarmInWords, pausedByInWords } from '../../parts/outcome-words.ts';
import { PlainTable } from '../../parts/plain-table.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './outcomes.module.css';

/** How often a page about what is going on looks again. */
const EVERY_MS = 15_000;

/** Uses of which nothing is sent, each with what its monitors saw. */
export function PausedUses() {
  const paused = useQuery({
    queryKey: ['paused'],
    queryFn: ({ signal }) => allPages((page) => listPaused(page, { signal })),
    refetchInterval: EVERY_MS,
  });
  if (paused.isError) return <ErrorState error={paused.error} retry={() => void paused.refetch()} />;
  if (paused.data === undefined) return <Loading what="what is paused" />;
  if (paused.data.items.length === 0)
    return <p className="quiet">No use is paused. What does harm stands here with what was seen.</p>;
  return (
    <PlainTable
      label="What is paused"
      rows={paused.data.items}
      rowKey={({ use }) => use}
      columns={[
        {
          header: 'Use',
          cell: ({ use }) => (
            <span className={styles.use}>
              <Shape of="block" />
              <Link to={`/uses/${use}/outcomes`}>{use}</Link>
            </span>
          ),
        },
        {
          header: 'Why',
          cell: ({ alarms, pausedBy }) => (
            <ul className={styles.why}>
              {alarms.length === 0 ? <li>{pausedByInWords(pausedBy)}</li> : null}
              {alarms.map((alarm) => (
                <li key={alarm.id}>{alarmInWords(alarm)}</li>
              ))}
            </ul>
          ),
        },
        { header: 'Since', cell: ({ since }) => <TimeAgo at={since} /> },
      ]}
    />
  );
}
