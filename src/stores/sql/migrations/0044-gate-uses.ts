import type { Migration } from './migration.ts';

/** Where a use stands at the gate beside its clearance: paused, at which stage of its roll-out, what its claims rest on. */
export const gateUses: Migration = {
  number: 44,
  name: 'gate uses',
  statements: [
    `create table gate_uses (
      use_id text primary key references uses,
      paused_by text,
      stage_size integer,
      stage_sent integer not null default 0,
      changed_at timestamptz(3) not null,
      version integer not null default 1
    )`,
    `create table gate_claims (
      use_id text not null references uses,
      fact text not null,
      state text not null,
      fresh_until timestamptz(3) not null,
      told_at timestamptz(3) not null,
      primary key (use_id, fact)
    )`,
  ],
};
