import type { Migration } from './migration.ts';

/**
 * Everything that a customer can ask for in one table, and what happened to it in another, appended and never changed.
 * A request goes when it has ended, or when its person is erased; until an erasure is done everywhere, the request for it
 * stays and stands for nobody.
 */
export const requestSteps: Migration = {
  number: 33,
  name: 'request steps',
  statements: [
    `alter table customer_requests
      alter column subject drop not null,
      add column detail text,
      add column about text not null default '',
      add column purpose text,
      add column decision_id text,
      add column state text not null default 'open',
      add column through text not null default 'why-page',
      add column language text,
      add column proof_needed text not null default 'none',
      add column is_extended boolean not null default false,
      add column is_taken boolean not null default false,
      add column open_destinations integer not null default 0,
      add column destinations_due_at timestamptz(3),
      add column letter_of integer,
      add column sealed text,
      add column statement text,
      add column version integer not null default 1`,
    `update customer_requests set proof_needed = 'address' where kind in ('correct', 'contest')`,
    'drop index customer_requests_open',
    `create unique index customer_requests_open on customer_requests (subject, use_id, kind, about)
      where closed_at is null`,
    'create index customer_requests_subject on customer_requests (subject)',
    'create index customer_requests_queue on customer_requests (due_at, id)',
    'create index customer_requests_letters on customer_requests (id) where letter_of is not null',
    `create table customer_request_events (
      request_id text not null references customer_requests on delete cascade,
      number integer not null,
      type text not null,
      by_key text,
      at timestamptz(3) not null,
      event json not null,
      words text,
      primary key (request_id, number)
    )`,
    `insert into customer_request_events
      select id, 1, 'opened', null, asked_at, json_build_object(
        'type', 'opened', 'kind', kind, 'detail', null, 'jurisdiction', jurisdiction,
        'proofs', json_build_array('address'), 'through', 'why-page'), null
      from customer_requests`,
    `create trigger customer_request_events_unchanging before update on customer_request_events
      for each row execute function refuse_change()`,
    `create function refuse_lost_request() returns trigger language plpgsql set search_path from current as $$
      begin
        if old.closed_at is null and old.subject is not null and not exists (
          select 1 from suppressions s where s.subject = old.subject and s.erased_at >= old.asked_at
        ) then
          raise exception 'a request goes only when it has ended or its person is erased'
            using errcode = 'restrict_violation';
        end if;
        return old;
      end $$`,
    `create trigger customer_requests_stay before delete on customer_requests
      for each row execute function refuse_lost_request()`,
    `create function refuse_lost_request_event() returns trigger language plpgsql set search_path from current as $$
      begin
        if exists (select 1 from customer_requests r where r.id = old.request_id) then
          raise exception 'what happened to a request goes with it alone' using errcode = 'restrict_violation';
        end if;
        return old;
      end $$`,
    `create trigger customer_request_events_stay before delete on customer_request_events
      for each row execute function refuse_lost_request_event()`,
  ],
};
