import type { Migration } from './migration.ts';

/**
 * What the gate decided, and why. People stand in it under pseudonyms that no other table has, so that no segment can
 * be made from it. What lies behind `protected` is sealed. A decision is never changed.
 */
export const gateDecisions: Migration = {
  number: 41,
  name: 'gate decisions',
  statements: [
    `create table gate_decisions (
      id text primary key,
      pseudonym text not null,
      use_id text not null,
      version_id text,
      clearance_id text,
      channel text not null,
      dispatch text,
      outcome text not null,
      codes text not null,
      reasons json not null,
      shadow json not null,
      sealed text,
      inputs json not null,
      door text not null,
      decided_at timestamptz(3) not null,
      permitted_until timestamptz(3),
      logged_at timestamptz(3) not null
    )`,
    'create index gate_decisions_person on gate_decisions (pseudonym, use_id, decided_at desc)',
    'create index gate_decisions_time on gate_decisions (decided_at, id)',
    'create index gate_decisions_use on gate_decisions (use_id, decided_at, id)',
    'create index gate_decisions_logged on gate_decisions (logged_at, id)',
    `create trigger gate_decisions_unchanging before update on gate_decisions
      for each row execute function refuse_change()`,
    `create table gate_counts (
      day text not null,
      use_id text not null,
      channel text not null,
      mode text not null,
      outcome text not null,
      code text not null,
      decisions bigint not null,
      primary key (day, use_id, channel, mode, outcome, code)
    )`,
  ],
};
