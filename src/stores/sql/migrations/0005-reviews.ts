import type { Migration } from './migration.ts';

export const reviews: Migration = {
  number: 5,
  name: 'reviews',
  statements: [
    `create table reviews (
      id text primary key,
      use_id text not null references uses,
      version_id text not null references use_versions,
      type text not null,
      state text not null,
      gravity text not null,
      gravity_rank smallint not null,
      needed_reviewers smallint not null,
      is_blind boolean not null,
      terms json not null,
      assigned_to text references people,
      outcome text,
      opened_by text references people,
      opened_at timestamptz(3) not null,
      due_at timestamptz(3),
      closed_at timestamptz(3),
      version integer not null default 1
    )`,
    'create index reviews_queue on reviews (state, gravity_rank desc, opened_at, id)',
    'create index reviews_use on reviews (use_id, opened_at)',
    'create index reviews_opened on reviews (opened_at, id)',
    `create table first_judgements (
      review_id text not null references reviews,
      reviewer_id text not null references people,
      verdict text not null,
      harms json not null,
      judged_at timestamptz(3) not null,
      primary key (review_id, reviewer_id)
    )`,
    `create trigger first_judgements_unchanging before update or delete on first_judgements
      for each row execute function refuse_change()`,
    `create table review_hours (
      week text primary key,
      hours real not null,
      version integer not null default 1
    )`,
  ],
};
