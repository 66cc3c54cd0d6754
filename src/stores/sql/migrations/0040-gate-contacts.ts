import type { Migration } from './migration.ts';

/**
 * What was promised or sent to whom, for the caps. A row counts until it is released: who never tells what became of a
 * permit has used it. The same sending of a use reaches one key once.
 */
export const gateContacts: Migration = {
  number: 40,
  name: 'gate contacts',
  statements: [
    `create table gate_leases (
      id text primary key,
      holder text not null,
      use_id text not null,
      channel text not null,
      dispatch text not null,
      granted integer not null,
      granted_at timestamptz(3) not null,
      ends_at timestamptz(3) not null,
      settled_at timestamptz(3),
      sent integer
    )`,
    'create index gate_leases_granted on gate_leases (granted_at, id)',
    `create table gate_contacts (
      id text primary key,
      subject text not null,
      use_id text not null,
      channel text not null,
      dispatch text,
      lease_id text references gate_leases,
      decision_id text,
      state text not null,
      reserved_at timestamptz(3) not null,
      permitted_until timestamptz(3) not null,
      settled_at timestamptz(3)
    )`,
    'create index gate_contacts_subject on gate_contacts (subject, reserved_at)',
    'create index gate_contacts_reserved on gate_contacts (reserved_at)',
    'create index gate_contacts_lease on gate_contacts (lease_id) where lease_id is not null',
    `create unique index gate_contacts_once on gate_contacts (use_id, subject, dispatch)
      where dispatch is not null and state <> 'released'`,
  ],
};
