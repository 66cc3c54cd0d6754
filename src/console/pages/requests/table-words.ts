import type { TableChange } from '../../api/client.ts';

/** What is done to the rows of one dataset. */
export function tableInWords({ does, columns }: Pick<TableChange, 'does' | 'columns'>): string {
  switch (does) {
    case 'delete':
      return 'remove the rows';
    case 'empty':
      return `empty ${columns.join(', ')}; a law keeps the rest`;
    case 'correct':
      return `correct ${columns.join(', ')}`;
    case 'keep':
      return 'leave them: a law keeps them';
  }
}

/** As `crm.customers: 1 row removed`, for what was done. */
export const changesInWords = (tables: readonly TableChange[]): string =>
  tables
    .map(({ dataset, does, columns, rows }) => {
      const of = `${rows} ${rows === 1 ? 'row' : 'rows'}`;
      const did = {
        delete: `${of} removed`,
        empty: `${columns.join(', ')} emptied in ${of}`,
        correct: `${columns.join(', ')} corrected in ${of}`,
        keep: `${of} left, as a law keeps them`,
      }[does];
      return `${dataset}: ${did}`;
    })
    .join('; ');
