import type { ReactNode } from 'react';
import styles from './fields.module.css';

/** What is known of a thing, each with its name; what is not stated says so. */
export const Facts = ({ of }: { readonly of: ReadonlyArray<readonly [name: string, value: ReactNode]> }) => (
  <dl className={styles.facts}>
    {of.map(([name, value]) => (
      <Fact key={name} name={name} value={value} />
    ))}
  </dl>
);

const Fact = ({ name, value }: { readonly name: string; readonly value: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value === null || value === '' ? <span className="quiet">not stated</span> : value}</dd>
  </>
);
