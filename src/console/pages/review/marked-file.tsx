import { useEffect, useRef } from 'react';
import styles from './review.module.css';
import { useOpenReview } from './use-review.ts';

/** A file of the version with its lines, and those marked of which a finding speaks. */
export function MarkedFile({ path }: { readonly path: string }) {
  const { version, findings, current } = useOpenReview();
  const here = useRef<HTMLSpanElement>(null);
  const text = version.files.find((file) => file.path === path)?.text;
  const own = findings.filter(({ at }) => at.file === path);
  const isHere = (line: number): boolean =>
    current !== null && current.at.file === path && line >= current.at.line && line <= current.at.endLine;
  useEffect(() => {
    if (current?.at.file === path) here.current?.scrollIntoView({ block: 'nearest' });
  }, [current, path]);
  if (text === undefined) return null;
  return (
    <figure className={styles.file}>
      <figcaption>{path}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.lines} tabIndex={0} aria-label={path}>
        <pre>
          {text.split('\n').map((content, index) => {
            const line = index + 1;
            const over = own.filter(
              ({ at }) => line >= at.line && line <= at.endLine && at.line !== at.endLine + 1,
            );
            const isFirst = isHere(line) && current?.at.line === line;
            return (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have their order and nothing else
                key={index}
                className={styles.row}
                data-marked={over.length > 0 || undefined}
                data-current={isHere(line) || undefined}
                ref={isFirst ? here : undefined}
              >
                <i aria-hidden="true">{line}</i>
                <code>{over.length > 0 ? <mark>{content}</mark> : content}</code>
              </span>
            );
          })}
        </pre>
      </section>
    </figure>
  );
}
