import type { Migration } from './migration.ts';

/** What people were told when they chose: by its hash, so that what was agreed to can be shown for ever. */
export const notices: Migration = {
  number: 25,
  name: 'notices',
  statements: [
    `create table notices (
      hash text primary key,
      version text not null,
      language text not null,
      content text not null,
      terms json not null,
      valid_from timestamptz(3) not null,
      published_at timestamptz(3) not null,
      unique (version, language)
    )`,
    'create index notices_published on notices (published_at, hash)',
    `create trigger notices_unchanging before update or delete on notices
      for each row execute function refuse_change()`,
  ],
};
