import type { View } from '../change.ts';
import { showQueue } from '../reviews/show.ts';
import { mayEnter } from '../rights.ts';
import { ownUses } from '../uses/own-uses.ts';
import { dueRequests } from './due-requests.ts';

const SHOWN = 5;

/**
 * What waits for the caller: something that a customer asked, a review to judge, a use of theirs to repair or to bring to
 * review.
 */
export interface WaitingItem {
  readonly kind: 'answer-request' | 'confirm-sources' | 'judge' | 'repair' | 'ask-for-review';
  /** `null` where a request is about no use. */
  readonly use: string | null;
  readonly review: string | null;
  readonly request: { readonly id: string; readonly kind: string } | null;
  /** `null` where it must not sway who judges. */
  readonly verdict: string | null;
  /** Since when it waits. */
  readonly since: string;
  readonly dueAt: string | null;
}

export interface Waiting {
  /** At most a hundred are counted. */
  readonly count: number;
  readonly items: readonly WaitingItem[];
}

const COUNTED = 100;

/** What customers wait for first; then reviews, gravest before others; then own uses, those that are blocked first. */
export async function showWaiting(view: View): Promise<Waiting> {
  const { roles } = view.caller.account;
  const asked = mayEnter(roles, 'contest.decide') ? await dueRequests(view, COUNTED) : [];
  const judged = mayEnter(roles, 'review.judge') ? await reviewsToJudge(view) : [];
  const planned = mayEnter(roles, 'use.write') ? await usesToRepair(view) : [];
  const all = [...asked, ...judged, ...planned];
  return { count: Math.min(all.length, COUNTED), items: all.slice(0, SHOWN) };
}

async function reviewsToJudge(view: View): Promise<readonly WaitingItem[]> {
  const own = new Set(
    view.caller.personId === null
      ? []
      : (await ownUses(view.db, view.caller.personId).execute()).map(({ id }) => id),
  );
  const { items } = await showQueue(view, { untouched: true }, { limit: COUNTED });
  return items
    .filter(({ use }) => !own.has(use))
    .map(({ id, use, gravity, openedAt, dueAt }) => ({
      kind: 'judge',
      use,
      review: id,
      request: null,
      verdict: gravity,
      since: openedAt,
      dueAt,
    }));
}

/** Own uses that were checked and are in nobody's hands: what is blocked is repaired, the rest can go to review. */
async function usesToRepair({ db, caller }: View): Promise<readonly WaitingItem[]> {
  if (caller.personId === null) return [];
  const rows = await db
    .selectFrom('uses')
    .selectAll()
    .where('uses.state', '=', 'checked')
    .where('uses.id', 'in', ownUses(db, caller.personId))
    .orderBy('uses.verdictRank', 'desc')
    .orderBy('uses.changedAt', 'desc')
    .limit(COUNTED)
    .execute();
  return rows.map(({ id, verdict, changedAt }) => ({
    kind: verdict === 'block' ? 'repair' : 'ask-for-review',
    use: id,
    review: null,
    request: null,
    verdict,
    since: changedAt.toISOString(),
    dueAt: null,
  }));
}
