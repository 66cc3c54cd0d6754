import { cellsOf, type Destination, type ImportFile, type ReachedBy } from './destination.ts';
import { hashed } from './hashed.ts';

/**
 * Hashed addresses: small letters without spaces around, numbers as E.164 with their plus, under the English names
 * `Email` and `Phone` (https://support.google.com/google-ads/answer/7476159). The same for adding and for removing.
 */
const file: ImportFile = {
  header: ['Email', 'Phone'],
  row: ({ email, phone }: ReachedBy) => cellsOf([hashed(email), hashed(phone)]),
};

export const googleCustomerMatch: Destination = {
  id: 'google-customer-match',
  adding: file,
  removing: file,
  removes: 'whoever-is-held',
};
