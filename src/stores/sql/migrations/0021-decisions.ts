import type { Migration } from './migration.ts';

/**
 * Decisions of machines with their reasons. What a person’s values are, and what is protected, is sealed in `hidden`
 * and ends before the row does. An override holds no trace of who made it: nobody can be counted by it.
 */
export const decisions: Migration = {
  number: 21,
  name: 'decisions',
  statements: [
    `create table decisions (
      id text primary key,
      use_id text not null references uses,
      version_id text not null references use_versions,
      decider text not null,
      subject text not null,
      outcome text not null,
      explanation json not null,
      hidden text,
      hidden_until timestamptz(3) not null,
      decided_at timestamptz(3) not null,
      keep_until timestamptz(3) not null
    )`,
    'create index decisions_use on decisions (use_id, decided_at, id)',
    'create index decisions_subject on decisions (subject)',
    'create index decisions_hidden on decisions (hidden_until) where hidden is not null',
    'create index decisions_end on decisions (keep_until)',
    `create table decision_overrides (
      id text primary key,
      decision_id text not null references decisions on delete cascade,
      outcome text not null,
      reason text not null,
      overridden_at timestamptz(3) not null
    )`,
    'create index decision_overrides_decision on decision_overrides (decision_id, overridden_at)',
    `create trigger decision_overrides_unchanging before update on decision_overrides
      for each row execute function refuse_change()`,
  ],
};
