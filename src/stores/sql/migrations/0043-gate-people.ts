import type { Migration } from './migration.ts';

/**
 * Where people may be, and whether they are known to be of age: no date of birth, and no word for who is known to be a
 * minor, who is left in peace instead.
 */
export const gatePeople: Migration = {
  number: 43,
  name: 'gate people',
  statements: [
    `create table gate_people (
      subject text primary key,
      zones json not null,
      places json not null,
      is_adult boolean not null,
      told_at timestamptz(3) not null
    )`,
  ],
};
