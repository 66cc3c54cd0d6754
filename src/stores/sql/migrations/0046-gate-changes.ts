import type { Migration } from './migration.ts';

/** What is told of whom when one of their rows changes; `rest` waits for its hour, as rests by lot do. */
const WATCHED: ReadonlyArray<readonly [table: string, kind: 'person' | 'rest' | 'use', column: string]> = [
  ['choice_states', 'person', 'subject'],
  ['contact_rhythms', 'person', 'subject'],
  ['suppression_rows', 'person', 'subject'],
  ['gate_people', 'person', 'subject'],
  ['protective_holds', 'rest', 'subject'],
  ['customer_requests', 'rest', 'subject'],
  ['uses', 'use', 'id'],
  ['gate_uses', 'use', 'use_id'],
  ['gate_claims', 'use', 'use_id'],
  ['clearances', 'use', 'use_id'],
  ['stops', 'use', 'use_id'],
];

const watching = (table: string, kind: string, column: string): readonly string[] =>
  (['insert', 'update', 'delete'] as const).map(
    (event) =>
      `create trigger gate_feed_${event} after ${event} on ${table} ` +
      `referencing ${event === 'delete' ? 'old' : 'new'} table as changed ` +
      `for each statement execute function note_gate_change('${kind}', '${column}')`,
  );

/**
 * What gates in processes of their own have to be told, by name alone: the database notes it, so that no way to write can
 * forget it. `tx` is the transaction that wrote it. Whoever has been told up to the oldest transaction that still ran has
 * missed nothing; a new store has another `epoch`.
 */
export const gateChanges: Migration = {
  number: 46,
  name: 'gate changes',
  statements: [
    `create table gate_changes (
      id bigint generated always as identity primary key,
      tx bigint not null default (pg_current_xact_id()::text::bigint),
      kind text not null,
      name text not null,
      noted_at timestamptz(3) not null default now()
    )`,
    'create index gate_changes_tx on gate_changes (tx)',
    `create table gate_feed (
      epoch text primary key,
      forgotten_up_to bigint not null
    )`,
    `insert into gate_feed values (gen_random_uuid()::text, pg_current_xact_id()::text::bigint)`,
    `create function note_gate_change() returns trigger language plpgsql set search_path from current as $$
      begin
        execute format(
          'insert into gate_changes (kind, name) select distinct %L, c.%I from changed c where c.%I is not null',
          tg_argv[0], tg_argv[1], tg_argv[1]
        );
        return null;
      end $$`,
    ...WATCHED.flatMap((one) => watching(...one)),
    // Keys that part from a person leave others behind, whose rows do not change.
    `create trigger gate_feed_person after update on choice_states
      referencing old table as changed
      for each statement execute function note_gate_change('person', 'person')`,
    `create function note_gate_list() returns trigger language plpgsql set search_path from current as $$
      begin
        insert into gate_changes (kind, name)
          select distinct 'person', r.subject from suppression_rows r join changed c on c.id = r.list_id;
        return null;
      end $$`,
    `create trigger gate_feed_update after update on suppression_lists
      referencing new table as changed
      for each statement execute function note_gate_list()`,
    `create function note_gate_policy() returns trigger language plpgsql set search_path from current as $$
      begin
        insert into gate_changes (kind, name) select distinct 'policy', c.name from changed c where c.name = 'gate';
        return null;
      end $$`,
    ...(['insert', 'update'] as const).map(
      (event) =>
        `create trigger gate_feed_${event} after ${event} on settings ` +
        'referencing new table as changed for each statement execute function note_gate_policy()',
    ),
    `create function note_gate_keys() returns trigger language plpgsql set search_path from current as $$
      begin
        insert into gate_changes (kind, name) values ('policy', 'keys');
        return null;
      end $$`,
    'create trigger gate_feed_keys after insert or update on signing_keys ' +
      'for each statement execute function note_gate_keys()',
  ],
};
