import styles from './use.module.css';

/** A file with its lines, of which some are marked and say why. */
export const MarkedLines = ({
  path,
  text,
  marks,
}: {
  readonly path: string;
  readonly text: string;
  /** Why each marked line is; by its number, from 1. */
  readonly marks: ReadonlyMap<number, string>;
}) => (
  <figure className={styles.file}>
    <figcaption>{path}</figcaption>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
    <section tabIndex={0} aria-label={path} className={styles.scroll}>
      <pre>
        {text.split('\n').map((content, index) => {
          const says = marks.get(index + 1);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have their order and nothing else
            <span key={index} className={styles.row} title={says}>
              <i aria-hidden="true">{index + 1}</i>
              <code>
                {says === undefined ? (
                  content
                ) : (
                  <mark>
                    {content}
                    <span className="unseen"> ({says})</span>
                  </mark>
                )}
              </code>
            </span>
          );
        })}
      </pre>
    </section>
  </figure>
);
