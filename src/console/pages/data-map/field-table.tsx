import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DataMapEdge, DataMapField } from '../../api/client.ts';
import { Gravity } from '../../parts/gravity.tsx';
import { categoryInWords, purposeInWords } from '../../parts/in-words.ts';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Basis } from './basis.tsx';
import styles from './data-map.module.css';

const AT_ONCE = 50;

/** The same as the graph, in rows. */
export function FieldTable({
  fields,
  edges,
  focus,
}: {
  readonly fields: readonly DataMapField[];
  readonly edges: readonly DataMapEdge[];
  readonly focus: string | null;
}) {
  const [shown, setShown] = useState(AT_ONCE);
  const byField = Map.groupBy(edges, ({ field }) => field);
  const chosen = fields.filter(({ name }) => isNear(name, focus, byField.get(name) ?? []));
  return (
    <>
      <PlainTable
        label="Fields and the uses that touch them"
        rows={chosen.slice(0, shown)}
        rowKey={({ name }) => name}
        columns={[
          {
            header: 'Field',
            cell: ({ name, source, description }) => (
              <span className={styles.two}>
                <strong>{name}</strong>
                <span className="small quiet">
                  {source === null ? 'not in the data map' : (description ?? source)}
                </span>
              </span>
            ),
          },
          {
            header: 'Kind of data',
            cell: ({ category, sensitive, standsFor }) => (
              <span className={styles.two}>
                {category === null ? (
                  <span className="quiet">not stated</span>
                ) : (
                  <span title={category}>{categoryInWords(category)}</span>
                )}
                {sensitive.length > 0 ? <Gravity of="review">{words(sensitive)}</Gravity> : null}
                {sensitive.length === 0 && standsFor.length > 0 ? (
                  <span className="small quiet">can stand for {words(standsFor)}</span>
                ) : null}
              </span>
            ),
          },
          {
            header: 'Collected for',
            cell: ({ collectedFor, basis, retention }) => (
              <span className={styles.two}>
                {collectedFor.length === 0 ? (
                  <span className="quiet">not stated</span>
                ) : (
                  collectedFor.map(purposeInWords).join(', ')
                )}
                <span className="small quiet">
                  {[basis?.replaceAll('-', ' '), retention === null ? null : `kept ${retention}`]
                    .filter((one) => one != null)
                    .join(', ')}
                </span>
              </span>
            ),
          },
          {
            header: 'Used by',
            cell: ({ name }) => <Users edges={byField.get(name) ?? []} />,
          },
        ]}
      />
      {chosen.length > shown ? (
        <p className={styles.more}>
          <Button variant="default" onClick={() => setShown(shown + AT_ONCE)}>
            Show {Math.min(AT_ONCE, chosen.length - shown)} more of {chosen.length}
          </Button>
        </p>
      ) : null}
    </>
  );
}

const Users = ({ edges }: { readonly edges: readonly DataMapEdge[] }) =>
  edges.length === 0 ? (
    <span className="quiet">no use</span>
  ) : (
    <ul className={styles.users}>
      {edges.map(({ use, basis, decides, overreach }) => (
        <li key={use}>
          <Link to={`/uses/${use}`}>{use}</Link> <Basis of={basis} />
          {decides ? <span className="small quiet"> decides who is reached</span> : null}
          {overreach.map(({ check, what }) => (
            <p key={check + what} className={styles.further}>
              <Gravity of="block">goes further</Gravity> <span>{what}</span>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );

const isNear = (name: string, focus: string | null, edges: readonly DataMapEdge[]): boolean =>
  focus === null ||
  focus === `field ${name}` ||
  (focus.startsWith('dataset ') && name.startsWith(`${focus.slice('dataset '.length)}.`)) ||
  edges.some(({ use }) => focus === `use ${use}`);

const words = (codes: readonly string[]): string => codes.map((code) => code.replaceAll('_', ' ')).join(', ');
