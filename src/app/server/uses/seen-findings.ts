import { isAllowed, type View } from '../change.ts';
import { OPEN_STATES } from '../reviews/open.ts';
import { ownUses } from './own-uses.ts';

/**
 * Findings over uses, as they stand now and as far as the caller may see them: a question to be completed. Of uses in a
 * blind review nobody who judges sees any, so that neither a list nor a number gives a verdict away.
 */
export function seenFindings(view: View) {
  const { db, caller } = view;
  const judges = caller.account.roles.some((role) => role === 'reviewer' || role === 'customer-advocate');
  return db
    .selectFrom('findings')
    .where('findings.isCurrent', '=', true)
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
    );
}
