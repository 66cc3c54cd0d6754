import type { Migration } from './migration.ts';

/** Lists of people whom a use leaves out: each with an owner, a reason and an end, but for those that stand for a no. */
export const suppressionLists: Migration = {
  number: 42,
  name: 'suppression lists',
  statements: [
    `create table suppression_lists (
      id text primary key,
      owner text not null,
      reason text not null,
      purpose text,
      channel text,
      topic text,
      stands_for_no boolean not null,
      is_protected boolean not null,
      ends_at timestamptz(3),
      created_at timestamptz(3) not null,
      changed_at timestamptz(3) not null,
      version integer not null default 1,
      check (stands_for_no = (ends_at is null))
    )`,
    `create table suppression_rows (
      list_id text not null references suppression_lists,
      subject text not null,
      ends_at timestamptz(3),
      added_at timestamptz(3) not null,
      primary key (list_id, subject)
    )`,
    'create index suppression_rows_subject on suppression_rows (subject)',
    'create index suppression_rows_end on suppression_rows (ends_at) where ends_at is not null',
  ],
};
