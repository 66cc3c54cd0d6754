import type { Migration } from './migration.ts';

export const uses: Migration = {
  number: 2,
  name: 'uses',
  statements: [
    `create table uses (
      id text primary key,
      workspace text not null,
      kind text not null,
      owner text not null,
      owner_id text references people,
      state text not null,
      verdict text not null,
      verdict_rank smallint not null,
      latest_version_id text,
      cleared_version_id text,
      expires_at timestamptz(3),
      created_at timestamptz(3) not null,
      changed_at timestamptz(3) not null,
      version integer not null default 1
    )`,
    'create index uses_changed on uses (changed_at, id)',
    'create index uses_verdict on uses (verdict_rank, id)',
    'create index uses_state on uses (state, changed_at, id)',
    'create index uses_owner on uses (owner_id)',
    `create table use_members (
      use_id text not null references uses on delete cascade,
      person_id text not null references people,
      added_at timestamptz(3) not null,
      primary key (use_id, person_id)
    )`,
    'create index use_members_person on use_members (person_id)',
  ],
};
