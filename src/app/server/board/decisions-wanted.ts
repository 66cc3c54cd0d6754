import type { Board } from '../../../report/board/schema.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { OPEN_STATES } from '../reviews/open.ts';

const DAY_MS = 86_400_000;
/** Waivers that end so soon want a word: renew them, or mend what they excuse (ours). */
const SOON_DAYS = 30;
/** More than this is no list for a board. */
const SHOWN = 12;

/** What waits for somebody who decides, what is due first first. */
export async function decisionsWanted(db: Database, at: Date): Promise<Board['decisions']> {
  const [reviews, waivers, incidents, requests, ownerless] = [
    await db
      .selectFrom('reviews')
      .select(['id', 'useId', 'dueAt'])
      .where('state', 'in', [...OPEN_STATES])
      .where('dueAt', '<', at)
      .execute(),
    await db
      .selectFrom('waivers')
      .select(['id', 'useId', 'checkId', 'until'])
      .where('state', '=', 'approved')
      .where('until', '>=', at)
      .where('until', '<', new Date(at.getTime() + SOON_DAYS * DAY_MS))
      .execute(),
    await db
      .selectFrom('incidents')
      .select(['id', 'useId', 'cause', 'dueAt'])
      .where('state', '=', 'open')
      .execute(),
    await db
      .selectFrom('customerRequests')
      .select(['id', 'kind', 'dueAt'])
      .where('closedAt', 'is', null)
      .where('dueAt', '<', at)
      .execute(),
    await db
      .selectFrom('uses')
      .select('id')
      .where('state', '=', 'cleared')
      .where('ownerId', 'is', null)
      .execute(),
  ];
  const wanted = [
    ...reviews.map(({ id, useId, dueAt }) => ({
      kind: 'review' as const,
      what: `the review of ${useId} is overdue`,
      dueAt,
      where: `/reviews/${id}`,
    })),
    ...waivers.map(({ useId, checkId, until }) => ({
      kind: 'waiver' as const,
      what: `the waiver of ${checkId} for ${useId} ends`,
      dueAt: until,
      where: `/uses/${useId}`,
    })),
    ...incidents.map(({ id, useId, cause, dueAt }) => ({
      kind: 'incident' as const,
      what: `what is done for the people whom ${cause} of ${useId} reached`,
      dueAt,
      where: `/incidents/${id}`,
    })),
    ...requests.map(({ id, kind, dueAt }) => ({
      kind: 'request' as const,
      what: `a customer's request (${kind}) is past its clock`,
      dueAt,
      where: `/requests/${id}`,
    })),
    ...ownerless.map(({ id }) => ({
      kind: 'owner' as const,
      what: `${id} is live, and its owner is none of our people`,
      dueAt: null,
      where: `/uses/${id}`,
    })),
  ];
  return wanted
    .map((one) => ({ ...one, dueAt: one.dueAt === null ? null : one.dueAt.toISOString() }))
    .sort((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1))
    .slice(0, SHOWN);
}
