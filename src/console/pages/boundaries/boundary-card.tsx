import { Link } from 'react-router';
import type { Boundary } from '../../api/client.ts';
import { Facts } from '../../parts/facts.tsx';
import { Norms } from '../../parts/finding.tsx';
import { Gravity } from '../../parts/gravity.tsx';
import { Card } from '../../parts/page.tsx';
import styles from './boundaries.module.css';

/** One boundary: what it forbids, why, what to do instead, whom it speaks to now, and its text for who wants it. */
export const BoundaryCard = ({
  boundary,
  isOneOfSeveral,
}: {
  readonly boundary: Boundary;
  /** Whether the workspace must be told. */
  readonly isOneOfSeveral: boolean;
}) => {
  const { id, words, because, instead, norms, uses, text, at, workspace } = boundary;
  return (
    <Card>
      <article className={styles.boundary} aria-label={id}>
        <header className={styles.header}>
          <h2>{id}</h2>
          {uses.length > 0 ? (
            <Gravity of="block">
              {uses.length === 1 ? 'forbids a use now' : `forbids ${uses.length} uses now`}
            </Gravity>
          ) : (
            <Gravity of="allow">no use crosses it</Gravity>
          )}
        </header>
        <p className={styles.words}>
          {words ?? 'It speaks of something that has no short words here: read its text below.'}
        </p>
        <Facts
          of={[
            ['Because', because],
            ['Instead', instead],
            [
              'Norms',
              norms.length === 0 ? null : (
                <Norms key="norms" norms={norms.map((norm) => ({ id: norm, scope: scopeOf(norm) }))} />
              ),
            ],
            [
              'Speaks on',
              uses.length === 0 ? (
                'no use that you may see'
              ) : (
                <ul key="uses" className={styles.uses}>
                  {uses.map((use) => (
                    <li key={use}>
                      <Link to={`/uses/${use}`}>{use}</Link>
                    </li>
                  ))}
                </ul>
              ),
            ],
          ]}
        />
        <details>
          <summary>
            The text, as {at.file} has it in line {at.line}
            {isOneOfSeveral ? ` (${workspace})` : ''}
          </summary>
          <pre className={styles.text}>{text}</pre>
        </details>
      </article>
    </Card>
  );
};

/** Ids of our own policies say so; all others are law. */
const scopeOf = (norm: string): 'law' | 'policy' => (norm.startsWith('ours-') ? 'policy' : 'law');
