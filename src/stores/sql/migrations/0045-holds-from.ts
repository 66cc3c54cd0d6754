import type { Migration } from './migration.ts';

/** When a hold began: rests last one of few lengths, counted from there, so that by its length none is known for a hold. */
export const holdsFrom: Migration = {
  number: 45,
  name: 'beginning of holds',
  statements: [
    'alter table protective_holds add column held_from timestamptz(3)',
    'update protective_holds set held_from = now()',
    'alter table protective_holds alter column held_from set not null',
    'alter table protective_holds alter column held_from set default now()',
  ],
};
