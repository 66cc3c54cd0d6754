import type { Migration } from './migration.ts';

/** When something was told of a use last: where sends go on and nothing comes, its monitors are blind. */
export const outcomeTellings: Migration = {
  number: 59,
  name: 'outcome tellings',
  statements: [
    `create table outcome_tellings (
      use_id text primary key,
      told_at timestamptz(3) not null
    )`,
    `insert into outcome_tellings select use_id, max(received_at) from outcome_events group by use_id`,
  ],
};
