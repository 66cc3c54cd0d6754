import type { Database, NewRow, Row } from '../tables/index.ts';

export type FirstJudgement = Row<'firstJudgements'>;
export type Decision = Row<'decisions'>;

/** A second one of the same reviewer is `store.exists`. */
export const addFirstJudgement = (
  db: Database,
  judgement: NewRow<'firstJudgements'>,
): Promise<FirstJudgement> =>
  db.insertInto('firstJudgements').values(judgement).returningAll().executeTakeFirstOrThrow();

export const listFirstJudgements = (db: Database, reviewId: string): Promise<FirstJudgement[]> =>
  db
    .selectFrom('firstJudgements')
    .selectAll()
    .where('reviewId', '=', reviewId)
    .orderBy('judgedAt')
    .orderBy('reviewerId')
    .execute();

/** A second one of the same reviewer in the same round is `store.exists`. Call it behind `lockReview`. */
export const addDecision = (db: Database, decision: NewRow<'decisions'>): Promise<Decision> =>
  db.insertInto('decisions').values(decision).returningAll().executeTakeFirstOrThrow();

export const listDecisions = (db: Database, reviewId: string): Promise<Decision[]> =>
  db
    .selectFrom('decisions')
    .selectAll()
    .where('reviewId', '=', reviewId)
    .orderBy('round')
    .orderBy('decidedAt')
    .orderBy('id')
    .execute();

/** All decisions of a span of time, oldest first: for statistics over groups. */
export const listDecisionsBetween = (db: Database, from: Date, before: Date): Promise<Decision[]> =>
  db
    .selectFrom('decisions')
    .selectAll()
    .where('decidedAt', '>=', from)
    .where('decidedAt', '<', before)
    .orderBy('decidedAt')
    .orderBy('id')
    .execute();
