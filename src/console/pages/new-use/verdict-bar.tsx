import type { ReactNode } from 'react';
import { Gravity } from '../../parts/gravity.tsx';
import styles from './new-use.module.css';
import type { LiveVerdict } from './use-verdict.ts';

/** The verdict in one line that stays in sight, and the one step to take. */
export function VerdictBar({
  verdict: { query, isBehind },
  hasAny,
  action,
}: {
  readonly verdict: LiveVerdict;
  /** Whether anything was brought. */
  readonly hasAny: boolean;
  readonly action: ReactNode;
}) {
  const draft = hasAny ? query.data : undefined;
  return (
    <div className={styles.bar}>
      <div className={styles.state} role="status" aria-live="polite" aria-busy={isBehind}>
        {draft === undefined ? (
          <span className="quiet">
            {hasAny ? (query.isError ? 'No verdict' : 'Checking …') : 'Bring a message or an audience'}
          </span>
        ) : (
          <>
            <Gravity of={draft.verdict} />
            <a href="#verdict" className={styles.counts}>
              {counted(draft.findings.length, 'finding')}, {counted(draft.unknowns.length, 'unknown')}
            </a>
            {isBehind ? <span className="small quiet">Checking …</span> : null}
          </>
        )}
      </div>
      {action}
    </div>
  );
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
