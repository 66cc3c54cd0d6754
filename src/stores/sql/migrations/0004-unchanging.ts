import type { Migration } from './migration.ts';

/** What was judged must stay what was judged: the database itself refuses to change it. */
export const unchanging: Migration = {
  number: 4,
  name: 'unchanging',
  statements: [
    `create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% of % is refused', lower(tg_op), tg_table_name using errcode = 'restrict_violation';
      end $$`,
    `create trigger use_versions_unchanging before update on use_versions
      for each row execute function refuse_change()`,
    `create trigger stored_files_unchanging before update on stored_files
      for each row execute function refuse_change()`,
  ],
};
