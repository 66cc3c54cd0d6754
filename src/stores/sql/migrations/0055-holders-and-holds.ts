import type { Migration } from './migration.ts';

/**
 * Who reserved a contact, so that nobody else frees it; what monitors still allow of a use, for clearances that depend on
 * it; and what audits of the gate's holds were made of, so that the next one can be held against them.
 */
export const holdersAndHolds: Migration = {
  number: 55,
  name: 'holders and holds',
  statements: [
    'alter table gate_contacts add column holder text',
    // What was promised to single questions before has no holder, and stays until no cap looks back to it.
    `update gate_contacts c set holder = l.holder from gate_leases l where l.id = c.lease_id`,
    'alter table gate_uses add column monitors json',
    `create table gate_audit_sketches (
      audit_id text primary key,
      use_id text not null,
      made_at timestamptz(3) not null,
      sealed text not null
    )`,
    'create index gate_audit_sketches_use on gate_audit_sketches (use_id, made_at)',
    'create index gate_audit_sketches_made on gate_audit_sketches (made_at)',
  ],
};
