import type { Migration } from './migration.ts';

/** The database itself keeps the log in order, without a gap, and refuses every change of what stands in it. */
export const evidence: Migration = {
  number: 10,
  name: 'evidence',
  statements: [
    `create table evidence_entries (
      sequence bigint primary key,
      previous text,
      at text not null,
      type text not null,
      subject text not null,
      body text not null,
      salt text not null,
      hash text not null unique
    )`,
    'create index evidence_entries_subject on evidence_entries (subject, sequence)',
    'create index evidence_entries_type on evidence_entries (type, sequence)',
    `create table evidence_head (
      id boolean primary key default true check (id),
      sequence bigint not null,
      hash text
    )`,
    'insert into evidence_head (sequence, hash) values (0, null)',
    `create function append_evidence() returns trigger language plpgsql set search_path from current as $$
      declare
        head evidence_head;
        wrong bigint;
      begin
        select * into head from evidence_head for update;
        select min(sequence) into wrong from (
          select sequence, previous, row_number() over in_order as place,
            lag(hash, 1, head.hash) over in_order as before
          from added window in_order as (order by sequence)
        ) entry
        where sequence <> head.sequence + place or previous is distinct from before;
        if wrong is not null then
          raise exception 'entry % does not follow the one before it', wrong using errcode = 'restrict_violation';
        end if;
        update evidence_head set sequence = last.sequence, hash = last.hash
          from (select sequence, hash from added order by sequence desc limit 1) last;
        return null;
      end $$`,
    `create trigger evidence_entries_in_order after insert on evidence_entries
      referencing new table as added for each statement execute function append_evidence()`,
    `create trigger evidence_head_follows_entries before update on evidence_head
      for each row when (pg_trigger_depth() = 0) execute function refuse_change()`,
    `create trigger evidence_entries_unchanging before update or delete on evidence_entries
      for each row execute function refuse_change()`,
    `create trigger evidence_entries_not_emptied before truncate on evidence_entries
      for each statement execute function refuse_change()`,
    `create trigger evidence_head_not_removed before delete on evidence_head
      for each row execute function refuse_change()`,
  ],
};
