import type { Migration } from './migration.ts';

export const reviewEvents: Migration = {
  number: 13,
  name: 'review events',
  statements: [
    'alter table people add column ends_at timestamptz(3)',
    `create table review_events (
      review_id text not null references reviews,
      position integer not null,
      event json not null,
      primary key (review_id, position)
    )`,
    `create trigger review_events_unchanging before update or delete on review_events
      for each row execute function refuse_change()`,
  ],
};
