import type { Database, Row } from '../tables/index.ts';

// What other tables hold of one person: asked by whoever hands it to them.

/** What was promised or sent to the people of these keys, oldest first. */
export const contactsOf = (db: Database, subjects: readonly string[]): Promise<Row<'gateContacts'>[]> =>
  subjects.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('gateContacts')
        .selectAll()
        .where('subject', 'in', subjects)
        .orderBy('reservedAt')
        .orderBy('id')
        .execute();

/** What the gate decided under these pseudonyms, oldest first. */
export const gateDecisionsAbout = (
  db: Database,
  pseudonyms: readonly string[],
): Promise<Row<'gateDecisions'>[]> =>
  pseudonyms.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('gateDecisions')
        .selectAll()
        .where('pseudonym', 'in', pseudonyms)
        .orderBy('decidedAt')
        .orderBy('id')
        .execute();

/** What was told of sends to the people of these keys and of what followed, oldest first. */
export const outcomesAbout = (db: Database, subjects: readonly string[]): Promise<Row<'outcomeEvents'>[]> =>
  subjects.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('outcomeEvents')
        .selectAll()
        .where('subject', 'in', subjects)
        .orderBy('at')
        .orderBy('source')
        .orderBy('id')
        .execute();

/** Suppression lists that the people of these keys are on, with why. */
export const listsOf = (db: Database, subjects: readonly string[]) =>
  subjects.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('suppressionRows')
        .innerJoin('suppressionLists', 'suppressionLists.id', 'suppressionRows.listId')
        .select([
          'suppressionLists.id',
          'suppressionLists.reason',
          'suppressionLists.purpose',
          'suppressionLists.channel',
          'suppressionRows.addedAt',
          'suppressionRows.endsAt',
        ])
        .where('suppressionRows.subject', 'in', subjects)
        .orderBy('suppressionRows.addedAt')
        .orderBy('suppressionLists.id')
        .execute();
