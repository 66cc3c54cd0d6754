import type { FindingJson } from '../../../report/json/schema.ts';
import { contains } from '../../../stores/sql/repositories/contains.ts';
import { isAllowed, type View } from '../change.ts';
import { ownUses } from '../overview/own-uses.ts';
import { OPEN_STATES } from '../reviews/open.ts';

export interface FoundFinding {
  readonly use: string;
  readonly finding: FindingJson;
}

/**
 * Findings that stand now, by part of the name of their check or of the use, the gravest first. Of uses in a blind
 * review nobody who judges finds any.
 */
export async function searchFindings(
  view: View,
  query: string,
  limit: number,
): Promise<readonly FoundFinding[]> {
  const { db, caller } = view;
  const judges = caller.account.roles.some((role) => role === 'reviewer' || role === 'customer-advocate');
  const rows = await db
    .selectFrom('findings')
    .select(['findings.useId', 'findings.body'])
    .where('findings.isCurrent', '=', true)
    .where((one) => one.or([contains('findings.checkId', query), contains('findings.useId', query)]))
    .$if(!isAllowed(view, 'use.read'), (all) =>
      all.where('findings.useId', 'in', ownUses(db, caller.personId ?? 'nobody')),
    )
    .$if(judges, (all) =>
      all.where('findings.useId', 'not in', (reviews) =>
        reviews
          .selectFrom('reviews')
          .select('reviews.useId')
          .where('reviews.isBlind', '=', true)
          .where('reviews.state', 'in', [...OPEN_STATES]),
      ),
    )
    .orderBy('findings.gravityRank', 'desc')
    .orderBy('findings.versionId')
    .orderBy('findings.position')
    .limit(limit)
    .execute();
  return rows.map(({ useId, body }) => ({ use: useId, finding: body as FindingJson }));
}
