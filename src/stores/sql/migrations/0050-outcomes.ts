import type { Migration } from './migration.ts';

/** Sends and what followed them, and what the monitors said of it. */
export const outcomes: Migration = {
  number: 50,
  name: 'outcomes',
  statements: [
    // A use that is not known may come to be: so what is told of one is no reference.
    `create table outcome_events (
      source text not null,
      id text not null,
      type text not null,
      use_id text not null,
      at timestamptz(3) not null,
      subject text not null,
      is_essential boolean not null,
      groups json not null,
      received_at timestamptz(3) not null,
      primary key (source, id)
    )`,
    'create index outcome_events_use on outcome_events (use_id, at)',
    'create index outcome_events_subject on outcome_events (subject)',
    `create table monitored_uses (
      use_id text primary key references uses,
      armed_at timestamptz(3) not null,
      judged_at timestamptz(3),
      version integer not null default 1
    )`,
    `create table alarms (
      id text primary key,
      use_id text not null references uses,
      people json,
      monitor text not null,
      action text not null,
      armed_at timestamptz(3) not null,
      raised_at timestamptz(3) not null,
      recorded_at timestamptz(3) not null,
      after_sends integer not null,
      e_value double precision,
      alpha double precision,
      rate double precision,
      low double precision,
      high double precision
    )`,
    'create index alarms_use on alarms (use_id, recorded_at)',
  ],
};
