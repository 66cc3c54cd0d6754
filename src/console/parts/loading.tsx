import styles from './states.module.css';

/** What is awaited, said at once to screen readers and shown only where it takes a moment. */
export const Loading = ({ what }: { readonly what: string }) => (
  <div className={styles.loading} role="status">
    <span className={styles.bar} aria-hidden="true" />
    Loading {what} …
  </div>
);
