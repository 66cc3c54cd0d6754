import type { WordChange } from '../api/client.ts';
import styles from './word-changes.module.css';

const AROUND = 12;

/** Words that went and came; long runs of words that stayed are shortened to those next to a change. */
export const WordChanges = ({ changes }: { readonly changes: readonly WordChange[] }) =>
  changes.map(({ type, words }, index) => {
    const key = `${index} ${type}`;
    if (type === 'removed')
      return (
        <del key={key} className={styles.removed}>
          <span className="unseen">removed: </span>
          {words.join(' ')}{' '}
        </del>
      );
    if (type === 'added')
      return (
        <ins key={key} className={styles.added}>
          <span className="unseen">added: </span>
          {words.join(' ')}{' '}
        </ins>
      );
    return <span key={key}>{shortened(words, index === 0, index === changes.length - 1)} </span>;
  });

function shortened(words: readonly string[], isFirst: boolean, isLast: boolean): string {
  const head = isFirst ? [] : words.slice(0, AROUND);
  const tail = isLast ? [] : words.slice(-AROUND);
  return words.length <= head.length + tail.length ? words.join(' ') : [...head, '…', ...tail].join(' ');
}
