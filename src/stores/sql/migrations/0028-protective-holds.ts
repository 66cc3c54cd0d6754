import type { Migration } from './migration.ts';

/** Who is left in peace, for what, until when. There is no column for why, nor for who asked, and there must be none. */
export const protectiveHolds: Migration = {
  number: 28,
  name: 'protective holds',
  statements: [
    `create table protective_holds (
      subject text not null,
      purpose text not null,
      channel text not null,
      held_until timestamptz(3) not null,
      primary key (subject, purpose, channel)
    )`,
    'create index protective_holds_end on protective_holds (held_until)',
  ],
};
