import type { Migration } from './migration.ts';

export const endOfAccount: Migration = {
  number: 13,
  name: 'end of account',
  statements: ['alter table people add column ends_at timestamptz(3)'],
};
