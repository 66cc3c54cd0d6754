import type { Version } from '../../api/client.ts';
import { WordChanges } from '../../parts/word-changes.tsx';
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
            <WordChanges changes={changes} />
          </p>
        </figure>
      ))}
    </section>
  );
};
