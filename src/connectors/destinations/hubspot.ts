import { cellsOf, type Destination, type ReachedBy } from './destination.ts';

/**
 * Contacts for adding, and an opt-out list for removing: "prepare your opt-out list: add an Email column"
 * (https://knowledge.hubspot.com/marketing-email/import-an-opt-out-list). The latter stops every marketing mail of the
 * account, which no one but the person may decide.
 */
export const hubspot: Destination = {
  id: 'hubspot',
  adding: {
    header: ['Email', 'Phone Number'],
    row: ({ email, phone }: ReachedBy) => (email === null ? null : cellsOf([email, phone])),
  },
  removing: { header: ['Email'], row: ({ email }: ReachedBy) => cellsOf([email]) },
  removes: 'whoever-said-no',
};
