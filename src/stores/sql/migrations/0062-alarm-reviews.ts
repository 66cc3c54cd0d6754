import type { Migration } from './migration.ts';

/** Which alarms a review is about. */
export const alarmReviews: Migration = {
  number: 62,
  name: 'alarm reviews',
  statements: [
    `create table alarm_reviews (
      alarm_id text primary key references alarms,
      review_id text not null references reviews,
      use_id text not null,
      monitor text not null,
      added_at timestamptz(3) not null
    )`,
    'create index alarm_reviews_review on alarm_reviews (review_id, added_at)',
    'create index alarm_reviews_use on alarm_reviews (use_id, monitor)',
  ],
};
