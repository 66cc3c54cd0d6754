import type { Migration } from './migration.ts';

export const comments: Migration = {
  number: 6,
  name: 'comments',
  statements: [
    `create table comments (
      id text primary key,
      use_id text not null references uses,
      review_id text references reviews,
      author_id text not null references people,
      content text not null,
      created_at timestamptz(3) not null,
      changed_at timestamptz(3) not null,
      version integer not null default 1
    )`,
    'create index comments_use on comments (use_id, created_at, id)',
    'create index comments_review on comments (review_id, created_at, id)',
    `create table conditions (
      id text primary key,
      use_id text not null references uses,
      review_id text not null references reviews,
      content text not null,
      rule json,
      state text not null,
      expires_at timestamptz(3),
      created_at timestamptz(3) not null,
      changed_at timestamptz(3) not null,
      version integer not null default 1
    )`,
    'create index conditions_use on conditions (use_id, created_at, id)',
    'create index conditions_review on conditions (review_id)',
  ],
};
