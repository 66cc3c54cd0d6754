import type { Database } from '../../../stores/sql/tables/index.ts';

/** Ids of the uses that a person owns or is a member of, as a question to put into another. */
export const ownUses = (db: Database, personId: string) =>
  db
    .selectFrom('uses')
    .select('uses.id')
    .where('uses.ownerId', '=', personId)
    .union(
      db
        .selectFrom('useMembers')
        .select('useMembers.useId as id')
        .where('useMembers.personId', '=', personId),
    );
