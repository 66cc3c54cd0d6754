import { Link } from 'react-router';
import type { LookedAt } from '../../api/client.ts';
import { Gravity } from '../../parts/gravity.tsx';
import { categoryInWords } from '../../parts/in-words.ts';
import { PlainTable } from '../../parts/plain-table.tsx';
import styles from './automation.module.css';

/** What goes into a decision, mapped to the data map and held against what the card declares. */
export const Inputs = ({
  label,
  inputs,
}: {
  readonly label: string;
  readonly inputs: readonly LookedAt[];
}) => (
  <PlainTable
    label={label}
    rows={inputs}
    rowKey={({ name }) => name}
    columns={[
      {
        header: 'Looks at',
        cell: ({ name, words }) => (
          <span className={styles.two}>
            <span>{words}</span>
            <code className="small quiet">{name}</code>
          </span>
        ),
      },
      {
        header: 'In the data map',
        cell: ({ field, source, origin }) =>
          field === null ? (
            <Gravity of="none">not in the data map</Gravity>
          ) : (
            <span className={styles.two}>
              <Link to={`/data-map?field=${encodeURIComponent(field)}`}>{field}</Link>
              <span className="small quiet">{[source, origin].filter((one) => one !== null).join(', ')}</span>
            </span>
          ),
      },
      {
        header: 'Kind of data',
        cell: ({ category }) =>
          category === null ? (
            <span className="quiet">not stated</span>
          ) : (
            <span title={category}>{categoryInWords(category)}</span>
          ),
      },
      {
        header: 'On the card',
        cell: ({ isDeclared }) => (isDeclared ? 'declared' : <Gravity of="review">not declared</Gravity>),
      },
      {
        header: 'Sensitive',
        cell: ({ sensitive, standsFor }) =>
          sensitive.length > 0 ? (
            <Gravity of="review">{words(sensitive)}</Gravity>
          ) : standsFor.length > 0 ? (
            <span>can stand for {words(standsFor)}</span>
          ) : (
            <span className="quiet">nothing seen</span>
          ),
      },
    ]}
  />
);

const words = (codes: readonly string[]): string => codes.map((code) => code.replaceAll('_', ' ')).join(', ');
