import type { Migration } from './migration.ts';

export const versionsByTime: Migration = {
  number: 17,
  name: 'versions by time',
  // The review budget counts the uses of some weeks: from the index alone, not from every version there ever was.
  statements: ['create index use_versions_time on use_versions (created_at, use_id)'],
};
