import type { Migration } from './migration.ts';

/** Which uses decide by machine, as their last cards say; made anew from the card where a use has a newer version. */
export const automations: Migration = {
  number: 20,
  name: 'automations',
  statements: [
    `create table automations (
      use_id text primary key references uses on delete cascade,
      version_id text not null references use_versions,
      is_automation boolean not null,
      decision text not null,
      decision_rank smallint not null,
      stop_owner text,
      drilled_at timestamptz(3) not null
    )`,
    'create index automations_drilled on automations (drilled_at, use_id) where is_automation',
    `create table stop_drills (
      id text primary key,
      use_id text not null references uses,
      started_at timestamptz(3) not null,
      stopped_at timestamptz(3),
      note text,
      recorded_at timestamptz(3) not null
    )`,
    'create index stop_drills_use on stop_drills (use_id, started_at)',
    `create trigger stop_drills_unchanging before update or delete on stop_drills
      for each row execute function refuse_change()`,
  ],
};
