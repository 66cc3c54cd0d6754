import type { Finding } from '../api/client.ts';
import styles from './finding.module.css';

type Place = Finding['at'];

const AROUND = 1;

/** The place of a finding: the lines of its file with the words marked, or the words alone where the file is not at hand. */
export function Excerpt({
  at,
  quote,
  text,
}: {
  readonly at: Place;
  readonly quote: string | null;
  readonly text?: string | undefined;
}) {
  return (
    <figure className={styles.frame}>
      <figcaption>
        {at.file}:{at.line}
      </figcaption>
      {text === undefined ? (
        quote === null ? null : (
          <blockquote>
            <mark>{quote}</mark>
          </blockquote>
        )
      ) : (
        <pre>
          {excerptOf(text, at).map(({ line, before, marked, after }) => (
            <span key={line} className={styles.row}>
              <i aria-hidden="true">{line}</i>
              <code>
                {before}
                {marked === '' ? null : <mark>{marked}</mark>}
                {after}
              </code>
            </span>
          ))}
        </pre>
      )}
    </figure>
  );
}

export interface ExcerptLine {
  readonly line: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The lines of a place and one around it, cut where the mark begins and ends. Lines and columns as in a report. */
export function excerptOf(text: string, at: Place): readonly ExcerptLine[] {
  const lines = text.split('\n');
  const first = Math.max(1, at.line - AROUND);
  const last = Math.min(lines.length, at.endLine + AROUND);
  return lines.slice(first - 1, last).map((content, index) => {
    const line = first + index;
    const isMarked = line >= at.line && line <= at.endLine;
    const start = !isMarked ? content.length : line === at.line ? at.column - 1 : 0;
    const end = !isMarked ? content.length : line === at.endLine ? at.endColumn - 1 : content.length;
    return {
      line,
      before: content.slice(0, start),
      marked: content.slice(start, end),
      after: content.slice(end),
    };
  });
}
