import { type ReactNode, useEffect } from 'react';
import styles from './page.module.css';

/** A page: its heading, what it is in a sentence, the next step at the right, and the rest below. */
export function Page({
  title,
  says,
  action,
  children,
}: {
  readonly title: string;
  readonly says?: ReactNode;
  /** The next step that the person may take; never more than one primary button. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Scruple`;
  }, [title]);
  return (
    <>
      <header className={styles.header}>
        <div>
          <h1>{title}</h1>
          {says === undefined ? null : <p className="quiet">{says}</p>}
        </div>
        {action === undefined ? null : <div className={styles.action}>{action}</div>}
      </header>
      {children}
    </>
  );
}

/** A part of a page with a heading of its own. */
export const Section = ({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className={styles.section}>
    <div className={styles.heading}>
      <h2>{title}</h2>
      {aside}
    </div>
    {children}
  </section>
);

/** A surface on the page. */
export const Card = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.card}>{children}</div>
);
