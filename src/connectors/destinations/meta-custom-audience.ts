import { cellsOf, type Destination, type ImportFile, type ReachedBy } from './destination.ts';
import { hashed } from './hashed.ts';

/**
 * Hashed addresses: small letters without spaces around, numbers with their country and nothing but digits, under the
 * names `email` and `phone` (https://www.facebook.com/business/help/2082575038703844). The same for adding and for
 * removing.
 */
const file: ImportFile = {
  header: ['email', 'phone'],
  row: ({ email, phone }: ReachedBy) => cellsOf([hashed(email), hashed(phone?.replace(/\D/g, '') ?? null)]),
};

export const metaCustomAudience: Destination = {
  id: 'meta-custom-audience',
  adding: file,
  removing: file,
  removes: 'whoever-is-held',
};
