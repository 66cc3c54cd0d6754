import type { Migration } from './migration.ts';

/** What is told of campaigns that no use is known by, until somebody says what they are. */
export const outcomeQuarantine: Migration = {
  number: 57,
  name: 'outcome quarantine',
  statements: [
    `create table outcome_quarantine (
      source text not null,
      told text not null,
      events integer not null,
      first_at timestamptz(3) not null,
      last_at timestamptz(3) not null,
      decision text,
      use_id text references uses,
      decided_by text references people,
      decided_at timestamptz(3),
      version integer not null default 1,
      primary key (source, told)
    )`,
    `insert into outcome_quarantine (source, told, events, first_at, last_at)
      select source, use_id, count(*), min(received_at), max(received_at) from outcome_events
      where use_id not in (select id from uses) group by source, use_id`,
  ],
};
