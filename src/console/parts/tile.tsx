import { type ReactNode, useId } from 'react';
import styles from './tile.module.css';

/** A part of a page on a surface of its own, with how many things it holds. */
export function Tile({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className={styles.tile} aria-labelledby={heading}>
      <div className={styles.heading}>
        <h2 id={heading}>{title}</h2>
        {count === undefined ? null : <span className={styles.count}>{count}</span>}
      </div>
      {children}
    </section>
  );
}
