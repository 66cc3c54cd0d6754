import type { Migration } from './migration.ts';

export const recordsAndPractice: Migration = {
  number: 9,
  name: 'records-and-practice',
  statements: [
    `create table records (
      id text primary key,
      use_id text not null references uses,
      type text not null,
      state text not null,
      triggers json not null,
      fields json,
      reference json,
      opened_at timestamptz(3) not null,
      completed_at timestamptz(3),
      expires_at timestamptz(3),
      changed_at timestamptz(3) not null,
      version integer not null default 1
    )`,
    'create index records_use on records (use_id, type)',
    'create index records_state on records (state, opened_at, id)',
    `create table practice_cases (
      id text primary key,
      title text not null,
      material json not null,
      expected json not null,
      announced_at timestamptz(3),
      retired_at timestamptz(3),
      created_at timestamptz(3) not null,
      version integer not null default 1
    )`,
    `create table practice_answers (
      case_id text not null references practice_cases on delete cascade,
      reviewer_id text not null references people on delete cascade,
      answer json not null,
      is_caught boolean not null,
      answered_at timestamptz(3) not null,
      primary key (case_id, reviewer_id)
    )`,
    'create index practice_answers_age on practice_answers (answered_at)',
  ],
};
