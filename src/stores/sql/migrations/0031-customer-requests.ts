import type { Migration } from './migration.ts';

/** What people ask for on the why page, with the clock that runs for it. One of a kind is open at a time. */
export const customerRequests: Migration = {
  number: 31,
  name: 'customer requests',
  statements: [
    `create table customer_requests (
      id text primary key,
      subject text not null,
      use_id text not null,
      version_id text,
      kind text not null,
      jurisdiction text,
      clock json not null,
      asked_at timestamptz(3) not null,
      due_at timestamptz(3) not null,
      closed_at timestamptz(3),
      outcome text
    )`,
    `create unique index customer_requests_open on customer_requests (subject, use_id, kind)
      where closed_at is null`,
    'create index customer_requests_due on customer_requests (due_at) where closed_at is null',
  ],
};
