import type { Migration } from './migration.ts';

/**
 * Harm that happened, and what is done about it. What happened to an incident is appended and never changed; of a use and
 * a cause one is open at a time.
 */
export const incidents: Migration = {
  number: 61,
  name: 'incidents',
  statements: [
    `create table incidents (
      id text primary key,
      use_id text not null references uses,
      cause text not null,
      kind text not null,
      state text not null,
      opened_at timestamptz(3) not null,
      due_at timestamptz(3) not null,
      closed_at timestamptz(3),
      recurs text references incidents,
      version integer not null default 1
    )`,
    'create unique index incidents_open on incidents (use_id, cause) where closed_at is null',
    'create index incidents_use on incidents (use_id, opened_at, id)',
    'create index incidents_opened on incidents (opened_at, id)',
    `create table incident_events (
      incident_id text not null references incidents,
      number integer not null,
      type text not null,
      by_key text,
      at timestamptz(3) not null,
      event json not null,
      primary key (incident_id, number)
    )`,
    `create trigger incident_events_unchanging before update or delete on incident_events
      for each row execute function refuse_change()`,
  ],
};
