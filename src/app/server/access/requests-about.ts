import { listRequestsOf } from '../../../stores/sql/repositories/customer-requests.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';

/** A request as the person, or an authority, may see it: without what was said in it. */
export interface ToldRequest {
  readonly [name: string]: string | null;
  readonly id: string;
  readonly kind: string;
  readonly use: string | null;
  readonly state: string;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly closedAt: string | null;
  readonly outcome: string | null;
}

/** What a person asked of us, open or closed; oldest first. */
export async function requestsAbout(
  db: Database,
  subjects: readonly string[],
): Promise<readonly ToldRequest[]> {
  if (subjects.length === 0) return [];
  const rows = await listRequestsOf(db, subjects);
  return rows
    .map(({ id, kind, useId, state, askedAt, dueAt, closedAt, outcome }) => ({
      id,
      kind,
      use: useId === '' ? null : useId,
      state,
      askedAt: askedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      outcome,
    }))
    .sort((a, b) => (`${a.askedAt} ${a.id}` < `${b.askedAt} ${b.id}` ? -1 : 1));
}
