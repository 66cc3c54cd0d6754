import type { Migration } from './migration.ts';

export const clearances: Migration = {
  number: 7,
  name: 'clearances',
  statements: [
    `create table signing_keys (
      id text primary key,
      algorithm text not null,
      public_key text not null,
      sealed_private_key text,
      state text not null,
      created_at timestamptz(3) not null,
      retired_at timestamptz(3),
      revoked_at timestamptz(3),
      revocation_reason text,
      version integer not null default 1
    )`,
    `create unique index signing_keys_one_active on signing_keys (state) where state = 'active'`,
    `create table clearances (
      id text primary key,
      use_id text not null references uses,
      version_id text not null references use_versions,
      review_id text references reviews,
      class text not null,
      content_hash text not null,
      statement text not null,
      key_id text not null references signing_keys,
      issued_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      voided_at timestamptz(3),
      void_reason text,
      version integer not null default 1
    )`,
    'create index clearances_use on clearances (use_id, issued_at desc, id)',
    'create index clearances_issued on clearances (issued_at, id)',
    'create index clearances_hash on clearances (content_hash)',
    'create index clearances_review on clearances (review_id)',
    `create trigger clearances_unchanging before update on clearances for each row
      when (old.voided_at is not null or
        (old.id, old.use_id, old.version_id, old.review_id, old.class, old.content_hash, old.statement, old.key_id,
          old.issued_at, old.expires_at) is distinct from
        (new.id, new.use_id, new.version_id, new.review_id, new.class, new.content_hash, new.statement, new.key_id,
          new.issued_at, new.expires_at))
      execute function refuse_change()`,
    `create trigger clearances_undeletable before delete on clearances
      for each row execute function refuse_change()`,
  ],
};
