import type { Migration } from './migration.ts';

/** How late things follow, as whole numbers, and roll-outs that go on by themselves when that allows it. */
export const outcomeDelays: Migration = {
  number: 60,
  name: 'outcome delays',
  statements: [
    `create table outcome_lags (
      use_id text primary key references uses,
      lags json not null
    )`,
    `create table outcome_ramps (
      use_id text primary key references uses,
      people integer not null,
      stage integer not null,
      changed_at timestamptz(3) not null
    )`,
  ],
};
