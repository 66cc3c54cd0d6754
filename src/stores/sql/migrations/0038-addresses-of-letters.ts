import type { Migration } from './migration.ts';

/**
 * Addresses are kept for letters that are owed, one row a letter, and no longer. The table before was one row a person,
 * and nothing was ever written to it.
 */
export const addressesOfLetters: Migration = {
  number: 38,
  name: 'addresses of letters',
  statements: [
    'drop table customer_addresses',
    `create table customer_addresses (
      letter text primary key,
      subject text not null,
      sealed text not null,
      kept_at timestamptz(3) not null
    )`,
    'create index customer_addresses_subject on customer_addresses (subject)',
  ],
};
