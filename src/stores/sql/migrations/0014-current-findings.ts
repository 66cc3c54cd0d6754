import type { Migration } from './migration.ts';

/** Most lists ask for the findings of what stands now: they are marked, and have indexes of their own. */
export const currentFindings: Migration = {
  number: 14,
  name: 'current findings',
  statements: [
    'alter table findings add column is_current boolean not null default false',
    `update findings set is_current = true from uses where uses.latest_version_id = findings.version_id`,
    'alter table findings alter column is_current drop default',
    'drop index findings_check',
    'drop index findings_gravity',
    'drop index findings_use',
    'create index findings_check on findings (check_id, version_id, position)',
    'create index findings_use on findings (use_id, version_id, position)',
    'create index findings_current_check on findings (check_id, use_id) where is_current',
    'create index findings_current_gravity on findings (gravity_rank, version_id, position) where is_current',
  ],
};
