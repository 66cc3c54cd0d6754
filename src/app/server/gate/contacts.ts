import type { Settled } from '../../../stores/sql/repositories/gate-contacts.ts';
import { countInStage, lockStages } from '../../../stores/sql/repositories/gate-uses.ts';
import { settleHeldContacts } from '../../../stores/sql/repositories/settle-held-contacts.ts';
import { type Change, demand, isAllowed } from '../change.ts';
import { seenUse } from '../uses/standing.ts';
import { askedSubject } from './asked-subject.ts';

/** One message of a sending to one person. */
export interface NamedContact {
  readonly use: string;
  readonly subject: string;
  readonly dispatch: string;
}

/**
 * Takes from a sender what became of permits: sent, or not made, so that its contact is free for another message. A
 * contact that is told of twice stays as it was told first. A sender tells of what it reserved itself, and the owner of
 * a use of whatever is of it; another one's contact stays as it is, and one that there is not is no error: who tells must
 * not learn what others set aside. Refusals: `people.not-allowed`, `store.not-found`.
 */
export async function settle(
  change: Change,
  contacts: readonly NamedContact[],
  became: 'sent' | 'released',
): Promise<void> {
  const { db, at, caller, context } = change;
  const isSender = isAllowed(change, 'gate.decide');
  if (!isSender)
    for (const use of new Set(contacts.map((one) => one.use)))
      demand(change, 'use.write', await seenUse(change, use));
  const named = contacts.flatMap(({ use, subject, dispatch }): Settled[] => {
    const key = askedSubject(context.ledger, subject);
    return key.ok ? [{ useId: use, subject: key.value, dispatch }] : [];
  });
  // In the order in which decisions take locks.
  await lockStages(db, [...new Set(named.map(({ useId }) => useId))]);
  const holder = isSender ? caller.account.key : null;
  const changed = await settleHeldContacts(db, named, became, holder, at);
  if (became === 'sent') return;
  for (const [use, own] of Map.groupBy(changed, ({ useId }) => useId))
    await countInStage(db, use, -own.length);
}
