import type { Version, WordChange } from '../../api/client.ts';
import styles from './review.module.css';

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** What a person sees between this version and the one that was cleared last: the words that went and came. */
export const Difference = ({ difference }: { readonly difference: NonNullable<Version['difference']> }) => {
  const messages = difference.messages.map(({ file, changes }) => ({ name: file, changes }));
  const others = difference.files
    .map(({ path, changes }) => ({ name: path, changes }))
    .filter(({ name }) => !messages.some((message) => message.name === name));
  return (
    <section className={styles.surface}>
      <h2>What changed since version {difference.since}</h2>
      <p className="small quiet">
        {percent.format(difference.share)} of the words that people read
        {difference.parts.length === 0 ? '' : `; changed parts: ${difference.parts.join(', ')}`}
      </p>
      {[...messages, ...others].map(({ name, changes }) => (
        <figure key={name} className={styles.difference}>
          <figcaption>{name}</figcaption>
          <p>
            <Words changes={changes} />
          </p>
        </figure>
      ))}
    </section>
  );
};

const AROUND = 12;

/** Long runs of words that stayed are shortened to those next to a change. */
const Words = ({ changes }: { readonly changes: readonly WordChange[] }) =>
  changes.map(({ type, words }, index) => {
    const key = `${index} ${type}`;
    if (type === 'removed')
      return (
        <del key={key}>
          <span className="unseen">removed: </span>
          {words.join(' ')}{' '}
        </del>
      );
    if (type === 'added')
      return (
        <ins key={key}>
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
