import type { ReactNode } from 'react';
import styles from './states.module.css';

/** Where nothing is yet: what will appear here, and the button or command that makes it appear. */
export const Empty = ({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) => (
  <div className={styles.state}>
    <svg
      width="40"
      height="40"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={styles.ring}
    >
      <circle
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="3 3"
        cx="12"
        cy="12"
        r="10"
      />
    </svg>
    <h2>{title}</h2>
    {children === undefined ? null : <div className={styles.says}>{children}</div>}
    {action === undefined ? null : <div>{action}</div>}
  </div>
);
