import { type ReactNode, useId } from 'react';
import styles from './review.module.css';

/** A step of the judgement with its heading, to which the list of what is missing leads. */
export function Step({
  id,
  title,
  says,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly says?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useId();
  return (
    <section id={id} className={styles.step} aria-labelledby={heading} tabIndex={-1}>
      <h2 id={heading}>{title}</h2>
      {says === undefined ? null : <p className="quiet">{says}</p>}
      {children}
    </section>
  );
}
