import { Gravity } from '../../parts/gravity.tsx';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './requests.module.css';

/** When an answer is due, and whether that is soon or over. */
export const Due = ({
  of: { dueAt, urgency, closedAt },
}: {
  readonly of: {
    readonly dueAt: string;
    readonly urgency: string | null;
    readonly closedAt: string | null;
  };
}) =>
  closedAt !== null ? (
    <span className="quiet">
      ended <TimeAgo at={closedAt} />
    </span>
  ) : (
    <span className={styles.due}>
      <TimeAgo at={dueAt} />
      {urgency === 'overdue' ? (
        <Gravity of="block">overdue</Gravity>
      ) : urgency === 'due-soon' ? (
        <Gravity of="review">due soon</Gravity>
      ) : null}
    </span>
  );
