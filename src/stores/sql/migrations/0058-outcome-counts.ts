import type { Migration } from './migration.ts';

/** Sends and what followed them as whole numbers, hour by hour, and how each monitor stands by them. */
export const outcomeCounts: Migration = {
  number: 58,
  name: 'outcome counts',
  statements: [
    `alter table outcome_events add column provider text not null default ''`,
    // As with events, a use that is not known may come to be.
    `create table outcome_counts (
      use_id text not null,
      people text not null,
      hour integer not null,
      counts json not null,
      primary key (use_id, people, hour)
    )`,
    'create index outcome_counts_hour on outcome_counts (hour, people)',
    `create table outcome_streams (
      use_id text not null references uses,
      people text not null,
      monitor text not null,
      log_e double precision not null,
      judged_at timestamptz(3) not null,
      primary key (use_id, people, monitor)
    )`,
    'create index outcome_streams_evidence on outcome_streams (log_e)',
    'alter table monitored_uses add column last_sent_at timestamptz(3)',
    // Whatever was told before there were counts is counted before it is judged.
    'create table outcome_recounts (use_id text primary key)',
    'insert into outcome_recounts select distinct use_id from outcome_events',
  ],
};
