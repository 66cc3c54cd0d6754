import type { Migration } from './migration.ts';

export const useVersions: Migration = {
  number: 3,
  name: 'use-versions',
  statements: [
    `create table stored_files (
      hash text primary key,
      content text not null,
      stored_at timestamptz(3) not null
    )`,
    `create table use_versions (
      id text primary key,
      use_id text not null references uses,
      number integer not null,
      content_hash text not null,
      card json not null,
      files json not null,
      verdict text not null,
      counts json not null,
      not_assessed json not null,
      report json not null,
      difference json,
      revision text,
      pushed_by text references people,
      pushed_through text not null,
      created_at timestamptz(3) not null,
      unique (use_id, number)
    )`,
    'create index use_versions_hash on use_versions (content_hash)',
    `alter table uses add foreign key (latest_version_id) references use_versions deferrable initially immediate`,
    `alter table uses add foreign key (cleared_version_id) references use_versions deferrable initially immediate`,
    `create table findings (
      version_id text not null references use_versions on delete cascade,
      position integer not null,
      use_id text not null references uses,
      check_id text not null,
      step smallint not null,
      risk text,
      gravity text not null,
      gravity_rank smallint not null,
      is_waived boolean not null,
      body json not null,
      primary key (version_id, position)
    )`,
    'create index findings_check on findings (check_id, version_id)',
    'create index findings_gravity on findings (gravity_rank, version_id, position)',
    'create index findings_use on findings (use_id)',
  ],
};
