import type { ReadOverview200PracticesItem } from '../../api/client.ts';
import { Count } from '../../parts/count.tsx';
import { PlainGravity } from '../../parts/gravity.tsx';
import styles from './overview.module.css';

type Practice = ReadOverview200PracticesItem;

/** The seven practices in their order, each with its state and one number. */
export const Practices = ({ practices }: { readonly practices: readonly Practice[] }) => (
  <ol className={styles.strip}>
    {practices.map((practice) => (
      <li key={practice.step} className={styles.practice}>
        <span className="small quiet" aria-hidden="true">
          {practice.step}
        </span>
        <h3>{practice.title}</h3>
        <State of={practice} />
        <span className="small quiet">{numberOf(practice)}</span>
      </li>
    ))}
  </ol>
);

/** Without a check nothing is known, which is no "no finding". */
const State = ({ of: { checks, gravest } }: { readonly of: Practice }) => (
  <PlainGravity of={checks === 0 ? 'none' : (gravest ?? 'allow')} />
);

const numberOf = ({ checks, uses }: Practice) =>
  checks === 0 ? (
    'no check looks at it yet'
  ) : uses === 0 ? (
    <Count of={checks} one="check" />
  ) : (
    <>
      in <Count of={uses} one="use" />
    </>
  );
