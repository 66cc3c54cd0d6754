import type { Migration } from './migration.ts';

/**
 * What people chose, one row a choice, under keyed hashes of what they are reached by; what it comes to in
 * `choice_states`, written in the same transaction. A theme that somebody is spared is blinded: no query can list them.
 */
export const choices: Migration = {
  number: 26,
  name: 'choices',
  statements: [
    `create table choices (
      subject text not null,
      id text not null,
      kind text not null,
      purpose text,
      channel text,
      topic text,
      theme text,
      at timestamptz(3) not null,
      valid_until timestamptz(3),
      paused_until timestamptz(3),
      confirms text,
      notice_hash text references notices,
      notice_version text,
      notice_language text,
      ui_hash text,
      language text,
      method text not null,
      actor text not null,
      jurisdiction text,
      source_system text not null,
      recorded_at timestamptz(3) not null,
      primary key (subject, id)
    )`,
    `create table choice_states (
      subject text primary key,
      person text not null,
      state json not null,
      changed_at timestamptz(3) not null
    )`,
    'create index choice_states_person on choice_states (person)',
    `create table customer_addresses (
      subject text primary key,
      kind text not null,
      sealed text not null,
      kept_at timestamptz(3) not null
    )`,
  ],
};
