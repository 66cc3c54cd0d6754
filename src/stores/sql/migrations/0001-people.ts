import type { Migration } from './migration.ts';

export const people: Migration = {
  number: 1,
  name: 'people',
  statements: [
    `create table people (
      id text primary key,
      name text not null,
      email text not null,
      roles text[] not null,
      line text,
      manager_id text references people deferrable initially immediate,
      sign_in_id text unique,
      trained_at timestamptz(3),
      is_active boolean not null default true,
      created_at timestamptz(3) not null,
      changed_at timestamptz(3) not null,
      version integer not null default 1
    )`,
    'create unique index people_email on people (lower(email))',
    'create index people_name on people (name, id)',
    'create index people_manager on people (manager_id)',
    `create table api_keys (
      id text primary key,
      name text not null,
      prefix text not null,
      hash text not null unique,
      roles text[] not null,
      owner_id text references people,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3),
      last_used_at timestamptz(3),
      revoked_at timestamptz(3)
    )`,
    'create index api_keys_owner on api_keys (owner_id)',
    `create table one_time_tokens (
      hash text primary key,
      purpose text not null,
      person_id text references people,
      terms json not null,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      used_at timestamptz(3)
    )`,
    'create index one_time_tokens_expiry on one_time_tokens (expires_at)',
  ],
};
