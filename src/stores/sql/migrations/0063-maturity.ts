import type { Migration } from './migration.ts';

/** Where the seven practices stood, day by day, and what people signed for. */
export const maturity: Migration = {
  number: 63,
  name: 'maturity',
  statements: [
    `create table maturity_days (
      day text primary key,
      levels json not null,
      evidence json not null,
      measured_at timestamptz(3) not null
    )`,
    `create table maturity_attestations (
      requirement text not null,
      number integer not null,
      value double precision not null,
      by_key text not null,
      file_hash text not null,
      attested_at timestamptz(3) not null,
      primary key (requirement, number)
    )`,
    `create table maturity_lowerings (
      step smallint not null,
      number integer not null,
      level smallint,
      reason text not null,
      by_key text not null,
      lowered_at timestamptz(3) not null,
      primary key (step, number)
    )`,
    ...['maturity_attestations', 'maturity_lowerings'].map(
      (table) =>
        `create trigger ${table}_unchanging before update or delete on ${table}
          for each row execute function refuse_change()`,
    ),
  ],
};
