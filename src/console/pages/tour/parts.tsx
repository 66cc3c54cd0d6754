import { type ReactNode, Suspense } from 'react';
import { Loading } from '../../parts/loading.tsx';
import styles from './tour.module.css';

/** A chart with what it shows in words, and the same as a table. */
export const Chart = ({
  title,
  says,
  drawn,
  table,
}: {
  readonly title: string;
  readonly says: ReactNode;
  readonly drawn: ReactNode;
  readonly table: ReactNode;
}) => (
  <figure className={styles.card}>
    <h2>{title}</h2>
    <figcaption>{says}</figcaption>
    <Suspense fallback={<Loading what="the chart" />}>{drawn}</Suspense>
    <details>
      <summary>The same as a table</summary>
      {table}
    </details>
  </figure>
);

/** A few numbers, large, each with what it counts. */
export const Figures = ({ of }: { readonly of: ReadonlyArray<readonly [number: string, says: string]> }) => (
  <dl className={styles.figures}>
    {of.map(([number, says]) => (
      <div key={says}>
        <dt className="small">{says}</dt>
        <dd>{number}</dd>
      </div>
    ))}
  </dl>
);

/** The same matter, in the terms of those who must be convinced. */
export const Terms = ({
  lead,
  officer,
  statistician,
}: {
  readonly lead: ReactNode;
  readonly officer: ReactNode;
  readonly statistician: ReactNode;
}) => (
  <dl className={styles.terms}>
    {(
      [
        ['If you lead marketing', lead],
        ['If you answer for data protection', officer],
        ['If you are a statistician', statistician],
      ] as const
    ).map(([who, says]) => (
      <div key={who}>
        <dt>{who}</dt>
        <dd>{says}</dd>
      </div>
    ))}
  </dl>
);
