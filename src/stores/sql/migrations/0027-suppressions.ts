import type { Migration } from './migration.ts';

/**
 * What stays of an erased person: every no, under a keyed hash. A choice goes only with an erasure that came after it, and
 * a suppression never goes.
 */
export const suppressions: Migration = {
  number: 27,
  name: 'suppressions',
  statements: [
    `create table suppressions (
      subject text primary key,
      state json not null,
      erased_at timestamptz(3) not null
    )`,
    `create function refuse_lost_suppression() returns trigger language plpgsql as $$
      begin
        if new.subject <> old.subject or new.erased_at < old.erased_at then
          raise exception 'a suppression is not moved or made older' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`,
    `create trigger suppressions_stay before delete on suppressions
      for each row execute function refuse_change()`,
    `create trigger suppressions_rise before update on suppressions
      for each row execute function refuse_lost_suppression()`,
    `create function refuse_lost_choice() returns trigger language plpgsql set search_path from current as $$
      begin
        if not exists (
          select 1 from suppressions s where s.subject = old.subject and s.erased_at >= old.recorded_at
        ) then
          raise exception 'a choice goes only when its person is erased' using errcode = 'restrict_violation';
        end if;
        return old;
      end $$`,
    `create trigger choices_unchanging before update on choices
      for each row execute function refuse_change()`,
    `create trigger choices_stay before delete on choices
      for each row execute function refuse_lost_choice()`,
    `create trigger choices_not_emptied before truncate on choices
      for each statement execute function refuse_change()`,
    `create trigger suppressions_not_emptied before truncate on suppressions
      for each statement execute function refuse_change()`,
  ],
};
