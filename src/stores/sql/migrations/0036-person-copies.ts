import type { Migration } from './migration.ts';

/**
 * Copies of what is known of a person, and dossiers about one. Whom it is about, what for and what it holds is sealed,
 * and the row goes with its end: a copy that lies about is a leak that waits.
 */
export const personCopies: Migration = {
  number: 36,
  name: 'person copies',
  statements: [
    `create table person_copies (
      id text primary key,
      kind text not null,
      subject text not null,
      request_id text,
      language text not null,
      state text not null,
      period_from timestamptz(3),
      period_until timestamptz(3),
      sealed_order text,
      progress json not null,
      sealed_content text,
      content_hash text,
      problem text,
      attempts integer not null default 0,
      claimed_until timestamptz(3),
      created_at timestamptz(3) not null,
      ready_at timestamptz(3),
      ends_at timestamptz(3) not null
    )`,
    'create index person_copies_subject on person_copies (subject)',
    'create index person_copies_created on person_copies (created_at, id)',
    "create index person_copies_due on person_copies (created_at) where state = 'collecting'",
    'create index person_copies_end on person_copies (ends_at)',
  ],
};
