import type { Migration } from './migration.ts';

/** Messages that were sent and should not have been, as was seen afterwards. */
export const sendIncidents: Migration = {
  number: 47,
  name: 'incidents of sends',
  statements: [
    `create table send_incidents (
      id text primary key,
      source text not null,
      event_id text not null,
      use_id text not null,
      flaw text not null,
      pseudonym text,
      channel text,
      content_hash text,
      clearance_id text,
      sent_at timestamptz(3) not null,
      noted_at timestamptz(3) not null,
      unique (source, event_id, flaw)
    )`,
    'create index send_incidents_noted on send_incidents (noted_at, id)',
    'create index send_incidents_use on send_incidents (use_id, noted_at, id)',
  ],
};
