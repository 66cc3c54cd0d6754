import { cellsOf, type Destination, type ImportFile, type ReachedBy } from './destination.ts';

const file: ImportFile = {
  header: ['email', 'phone', 'customer'],
  row: ({ email, phone, customer }: ReachedBy) => cellsOf([email, phone, customer]),
};

/** Any system that takes a table: addresses in their normal form. */
export const plain: Destination = {
  id: 'csv',
  adding: file,
  removing: file,
  removes: 'whoever-is-held',
};
