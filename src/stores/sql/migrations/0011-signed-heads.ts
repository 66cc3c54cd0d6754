import type { Migration } from './migration.ts';

export const signedHeads: Migration = {
  number: 11,
  name: 'signed-heads',
  statements: [
    `create table signed_heads (
      sequence bigint primary key references evidence_entries,
      hash text not null,
      statement text not null,
      key_id text not null references signing_keys,
      signed_at timestamptz(3) not null
    )`,
    `create trigger signed_heads_unchanging before update or delete on signed_heads
      for each row execute function refuse_change()`,
    `create table person_keys (
      key text primary key,
      person_id text not null unique references people on delete cascade,
      created_at timestamptz(3) not null
    )`,
  ],
};
