import type { Migration } from './migration.ts';

export const stopsAndWaivers: Migration = {
  number: 8,
  name: 'stops-and-waivers',
  statements: [
    `create table stops (
      id text primary key,
      use_id text not null references uses,
      reason text not null,
      stopped_by text references people,
      stopped_at timestamptz(3) not null,
      lifted_by text references people,
      lifted_at timestamptz(3),
      lift_reason text,
      version integer not null default 1
    )`,
    'create unique index stops_one_in_force on stops (use_id) where lifted_at is null',
    'create index stops_use on stops (use_id, stopped_at, id)',
    'create index stops_stopped on stops (stopped_at, id)',
    `create table waivers (
      id text primary key,
      use_id text not null references uses,
      check_id text not null,
      review_id text references reviews,
      owner text not null,
      reason text not null,
      state text not null,
      until timestamptz(3) not null,
      renewals smallint not null,
      requested_by text references people,
      created_at timestamptz(3) not null,
      changed_at timestamptz(3) not null,
      version integer not null default 1
    )`,
    'create index waivers_use on waivers (use_id, check_id)',
    'create index waivers_until on waivers (until, id)',
  ],
};
