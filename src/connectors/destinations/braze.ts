import { cellsOf, type Destination, type ReachedBy } from './destination.ts';

/**
 * People are told by `external_id` alone, so that nothing of a profile is overwritten
 * (https://www.braze.com/docs/user_guide/data/user_data_collection/user_import/csv_import); who said no is set to
 * unsubscribed for mail.
 */
export const braze: Destination = {
  id: 'braze',
  adding: { header: ['external_id'], row: ({ customer }: ReachedBy) => cellsOf([customer]) },
  removing: {
    header: ['external_id', 'email_subscribe'],
    row: ({ customer }: ReachedBy) => (customer === null ? null : [customer, 'unsubscribed']),
  },
  removes: 'whoever-said-no',
};
