import { TimeAgo } from './time-ago.tsx';
import styles from './use-state.module.css';

/** Where a use stands, in words. */
export const USE_STATES: Readonly<Record<string, string>> = {
  checked: 'draft',
  'in-review': 'in review',
  cleared: 'cleared',
  stopped: 'stopped',
};

/** Where a use stands. */
export const State = ({
  of,
}: {
  readonly of: { readonly state: string; readonly expiresAt: string | null };
}) => (
  <span className={`${styles.state} ${styles[of.state] ?? ''}`}>
    {USE_STATES[of.state] ?? of.state}
    {of.state === 'cleared' && of.expiresAt !== null ? (
      <span className={styles.until}>
        {' '}
        ends <TimeAgo at={of.expiresAt} />
      </span>
    ) : null}
  </span>
);
