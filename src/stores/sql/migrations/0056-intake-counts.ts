import type { Migration } from './migration.ts';

/** What became of what systems delivered, by day. */
export const intakeCounts: Migration = {
  number: 56,
  name: 'intake counts',
  statements: [
    // Deliveries that come in at once add to different slots, so that none waits for another.
    `create table intake_counts (
      source text not null,
      day text not null,
      slot smallint not null,
      deliveries integer not null,
      accepted integer not null,
      duplicates integer not null,
      quarantined integer not null,
      ignored integer not null,
      unreadable integer not null,
      refused integer not null,
      last_at timestamptz(3) not null,
      primary key (source, day, slot)
    )`,
  ],
};
