import { type ReactNode, useId } from 'react';
import type { ListedFinding } from '../../api/client.ts';
import { Finding } from '../../parts/finding.tsx';
import { PlainGravity } from '../../parts/gravity.tsx';
import { Said } from '../../parts/said.tsx';
import styles from './new-use.module.css';

/** Findings one below the other, each in a line, one of them opened with all that is said of it. */
export const FindingList = ({
  findings,
  current,
  open,
  textOf,
  actionsOf,
}: {
  readonly findings: readonly ListedFinding[];
  readonly current: string | null;
  readonly open: (id: string | null) => void;
  readonly textOf: (file: string) => string | undefined;
  readonly actionsOf?: (finding: ListedFinding) => ReactNode;
}) => (
  <ul className={styles.findings}>
    {findings.map((finding) => (
      <Row
        key={finding.id}
        finding={finding}
        isOpen={finding.id === current}
        toggle={() => open(finding.id === current ? null : finding.id)}
        text={textOf(finding.at.file)}
        actions={actionsOf?.(finding)}
      />
    ))}
  </ul>
);

function Row({
  finding,
  isOpen,
  toggle,
  text,
  actions,
}: {
  readonly finding: ListedFinding;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly text: string | undefined;
  readonly actions: ReactNode;
}) {
  const body = useId();
  return (
    <li>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={body}
        onClick={toggle}
      >
        <PlainGravity of={finding.gravity} />
        <span>
          <Said words={finding.what} />
        </span>
        <span aria-hidden="true" className={styles.chevron}>
          {isOpen ? '−' : '+'}
        </span>
      </button>
      <div id={body} hidden={!isOpen}>
        {isOpen ? <Finding finding={finding} text={text} actions={actions} /> : null}
      </div>
    </li>
  );
}
