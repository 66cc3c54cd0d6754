import type { Migration } from './migration.ts';

/** What audits of decisions say, as they were sent with a version; the last of each file of decisions is marked. */
export const audits: Migration = {
  number: 23,
  name: 'audits',
  statements: [
    `create table audits (
      id text primary key,
      use_id text not null references uses,
      version_id text not null references use_versions on delete cascade,
      pointer text not null,
      name text not null,
      source text not null,
      verdict text not null,
      verdict_rank smallint not null,
      counts_hash text,
      report json not null,
      is_last boolean not null,
      audited_at timestamptz(3) not null,
      sent_by text references people,
      sent_through text not null,
      sent_at timestamptz(3) not null
    )`,
    'create unique index audits_last on audits (version_id, pointer) where is_last',
    'create index audits_sent on audits (sent_at, id) where is_last',
  ],
};
