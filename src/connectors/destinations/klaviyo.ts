import { cellsOf, type Destination, type ReachedBy } from './destination.ts';

/**
 * A list for adding: its first column is `Email`, others have the names of Klaviyo's own properties
 * (https://help.klaviyo.com/hc/en-us/articles/115005078967). For removing the same with the consent that was taken back
 * (https://help.klaviyo.com/hc/en-us/articles/360043841811), so that no flow of the account writes on.
 */
export const klaviyo: Destination = {
  id: 'klaviyo',
  adding: {
    header: ['Email', 'Phone Number'],
    row: ({ email, phone }: ReachedBy) => (email === null ? null : cellsOf([email, phone])),
  },
  removing: {
    header: ['Email', 'Email Marketing Consent'],
    row: ({ email }: ReachedBy) => (email === null ? null : [email, 'Unsubscribed']),
  },
  removes: 'whoever-said-no',
};
