import { Button } from '@mantine/core';
import { problemOf } from '../api/problem.ts';
import { Shape } from './gravity.tsx';
import styles from './states.module.css';

/** What happened, what was kept, and what to do. */
export function ErrorState({
  error,
  kept = 'Nothing was changed.',
  retry,
}: {
  readonly error: unknown;
  /** What of their work is safe, in a sentence. */
  readonly kept?: string;
  readonly retry?: () => void;
}) {
  const { detail, hint, id } = problemOf(error);
  return (
    <div className={styles.state} role="alert">
      <Shape of="review" size={32} />
      <h2>{sentence(detail)}</h2>
      <div className={styles.says}>
        <p>
          {kept} {sentence(hint)}
        </p>
        {id === null ? null : (
          <p className="small quiet">
            If it stays, tell whoever looks after the server this id: <code>{id}</code>
          </p>
        )}
      </div>
      {retry === undefined ? null : (
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** A problem's lower-case line as a sentence; its backticks mark what somebody typed. */
export const sentence = (line: string): string =>
  `${line.charAt(0).toUpperCase()}${line.slice(1)}.`.replaceAll('`', '“').replace(/“([^“]*)“/g, '“$1”');
