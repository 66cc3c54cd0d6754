import type { Changes, Database, NewRow, Row } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type PracticeCase = Row<'practiceCases'>;
export type PracticeAnswer = Row<'practiceAnswers'>;

export const addPracticeCase = (db: Database, added: NewRow<'practiceCases'>): Promise<PracticeCase> =>
  db.insertInto('practiceCases').values(added).returningAll().executeTakeFirstOrThrow();

/** Refusals: `store.not-found`, `store.changed`. */
export const changePracticeCase = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'practiceCases'>,
): Promise<PracticeCase> => changeRow(db, 'practiceCases', id, expected, changes);

/** One that is not retired. */
export const findPracticeCase = (db: Database, id: string): Promise<PracticeCase | undefined> =>
  db
    .selectFrom('practiceCases')
    .selectAll()
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .executeTakeFirst();

const ID = { column: 'practiceCases.id', key: 'id', type: 'text' } as const;
const SORTS = {
  createdAt: [{ column: 'practiceCases.createdAt', key: 'createdAt', type: 'time' }, ID],
  title: [{ column: 'practiceCases.title', key: 'title', type: 'text' }, ID],
} satisfies Sorts<string>;
export type PracticeCaseSort = keyof typeof SORTS;

/** Oldest first; those that are retired are left out. */
export const listPracticeCases = (
  db: Database,
  { isAnnounced }: { readonly isAnnounced?: boolean | undefined },
  request: PageRequest<PracticeCaseSort> = {},
): Promise<Page<PracticeCase>> =>
  page(
    db
      .selectFrom('practiceCases')
      .selectAll('practiceCases')
      .where('practiceCases.retiredAt', 'is', null)
      .$if(isAnnounced !== undefined, (all) =>
        all.where('practiceCases.announcedAt', isAnnounced ? 'is not' : 'is', null),
      ),
    SORTS,
    { sort: 'createdAt', direction: 'asc' },
    request,
  );

/** A second answer of the same reviewer is `store.exists`. */
export async function addPracticeAnswer(db: Database, answer: NewRow<'practiceAnswers'>): Promise<void> {
  await db.insertInto('practiceAnswers').values(answer).execute();
}

/** Newest first: of one reviewer, for them alone, or of all, for groups. */
export const listPracticeAnswers = (
  db: Database,
  from: Date,
  reviewerId?: string | undefined,
): Promise<PracticeAnswer[]> =>
  db
    .selectFrom('practiceAnswers')
    .selectAll()
    .where('answeredAt', '>=', from)
    .$if(reviewerId !== undefined, (all) => all.where('reviewerId', '=', reviewerId!))
    .orderBy('answeredAt', 'desc')
    .orderBy('caseId')
    .execute();

/** Nothing about a single reviewer is kept beyond 90 days: the caller says since when that is. */
export async function removeOldPracticeAnswers(db: Database, answeredBefore: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('practiceAnswers')
    .where('answeredAt', '<', answeredBefore)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
