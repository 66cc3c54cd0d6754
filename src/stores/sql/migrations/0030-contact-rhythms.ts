import type { Migration } from './migration.ts';

/** How often people want to be written to at most: every choice of it, the latest counts. */
export const contactRhythms: Migration = {
  number: 30,
  name: 'contact rhythms',
  statements: [
    `create table contact_rhythms (
      subject text not null,
      id text not null,
      rhythm text not null,
      chosen_at timestamptz(3) not null,
      primary key (subject, id)
    )`,
    `create trigger contact_rhythms_unchanging before update on contact_rhythms
      for each row execute function refuse_change()`,
  ],
};
