import type { Migration } from './migration.ts';

export const operations: Migration = {
  number: 12,
  name: 'operations',
  statements: [
    `create table idempotency_keys (
      caller text not null,
      key text not null,
      request_hash text not null,
      status smallint,
      answer text,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      primary key (caller, key)
    )`,
    'create index idempotency_keys_expiry on idempotency_keys (expires_at)',
    `create table settings (
      name text primary key,
      value json not null,
      changed_by text references people,
      changed_at timestamptz(3) not null,
      version integer not null default 1
    )`,
    `create table outbox (
      id text primary key,
      topic text not null,
      body json not null,
      attempts integer not null default 0,
      next_attempt_at timestamptz(3),
      claimed_until timestamptz(3),
      last_failure text,
      created_at timestamptz(3) not null,
      delivered_at timestamptz(3)
    )`,
    'create index outbox_due on outbox (next_attempt_at, id) where delivered_at is null',
    'create index outbox_created on outbox (created_at, id)',
  ],
};
