import type { Incident } from '../../api/client.ts';
import { STEPS } from '../../parts/incident-words.ts';
import { TimeAgo } from '../../parts/time-ago.tsx';
import styles from './incident.module.css';

/** Every step, latest first, with who took it. */
export const History = ({ of }: { readonly of: Incident['history'] }) => (
  <ol className={styles.list} reversed>
    {[...of].reverse().map((step, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: steps are appended and never change
      <li key={of.length - place}>
        <span>
          <TimeAgo at={step.at} />: {STEPS[step.type] ?? step.type}
          {step.by === null ? ', by itself' : null}
          {step.by === null ? null : (
            <>
              , by <code>{step.by}</code>
            </>
          )}
        </span>
      </li>
    ))}
  </ol>
);
