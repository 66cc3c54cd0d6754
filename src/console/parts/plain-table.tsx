import type { ReactNode } from 'react';
import styles from './server-table.module.css';

export interface PlainColumn<T> {
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** Numbers stand at the right, their digits in columns. */
  readonly isNumber?: boolean;
}

/** A short table that is all there, in the looks of the lists. On a small screen each row is a block. */
export const PlainTable = <T,>({
  label,
  rows,
  columns,
  rowKey,
}: {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly PlainColumn<T>[];
  readonly rowKey: (row: T) => string;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <section className={styles.scroll} aria-label={label} tabIndex={0}>
    <table className={styles.table}>
      <caption className="unseen">{label}</caption>
      <thead>
        <tr>
          {columns.map(({ header, isNumber }) => (
            <th key={header} scope="col" className={isNumber ? styles.number : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ header, cell, isNumber }) => (
              <td key={header} data-label={header} className={isNumber ? styles.number : undefined}>
                <Cell>{cell(row)}</Cell>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** One thing in the layout, whatever it is made of; nothing where there is nothing. */
const Cell = ({ children }: { readonly children: ReactNode }) =>
  children === null ? null : <div>{children}</div>;
