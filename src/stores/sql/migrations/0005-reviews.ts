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
    `create table review_events (
      review_id text not null references reviews,
      number integer not null,
      type text not null,
      by_key text,
      at timestamptz(3) not null,
      event json,
      erased_at timestamptz(3),
      primary key (review_id, number)
    )`,
    `create unique index review_events_judged_once on review_events (review_id, by_key)
      where type = 'judged-first'`,
    'create index review_events_type on review_events (type, at)',
    'create index review_events_by on review_events (by_key, at)',
    `create trigger review_events_unchanging before update on review_events for each row
      when (old.erased_at is not null or new.erased_at is null or new.event is not null or
        (old.review_id, old.number, old.type, old.at) is distinct from
        (new.review_id, new.number, new.type, new.at) or old.by_key is distinct from new.by_key)
      execute function refuse_change()`,
    `create trigger review_events_undeletable before delete on review_events
      for each row execute function refuse_change()`,
    `create table review_hours (
      week text primary key,
      hours real not null,
      version integer not null default 1
    )`,
  ],
};
