import type { ListedIncident } from '../api/client.ts';
import { Gravity } from './gravity.tsx';
import styles from './incident.module.css';
import { CLOCKS } from './incident-words.ts';
import { TimeAgo } from './time-ago.tsx';

/** What is due next of an incident, and whether it is late; when it was closed. */
export function IncidentDue({ of }: { readonly of: Pick<ListedIncident, 'clocks' | 'closedAt'> }) {
  if (of.closedAt !== null)
    return (
      <span className="quiet">
        closed <TimeAgo at={of.closedAt} />
      </span>
    );
  const [next] = of.clocks.filter(({ runs }) => runs).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  if (next === undefined) return <span className="quiet">nothing is due; it can be closed</span>;
  return (
    <span className={styles.due}>
      <span>
        {CLOCKS[next.what]}: <TimeAgo at={next.dueAt} />
      </span>
      {next.isLate ? <Gravity of="block">overdue</Gravity> : null}
    </span>
  );
}
