import { type Settled, settleContacts } from '../../../stores/sql/repositories/gate-contacts.ts';
import { countInStage, lockStages } from '../../../stores/sql/repositories/gate-uses.ts';
import { type Change, demand } from '../change.ts';
import { askedSubject } from './asked-subject.ts';

/** One message of a sending to one person. */
export interface NamedContact {
  readonly use: string;
  readonly subject: string;
  readonly dispatch: string;
}

/**
 * Takes from a sender what became of permits: sent, or not made, so that its contact is free for another message. A
 * contact that is told of twice stays as it was told first, and one that there is not is no error: who tells must not
 * learn what others set aside. Refusals: `people.not-allowed`.
 */
export async function settle(
  change: Change,
  contacts: readonly NamedContact[],
  became: 'sent' | 'released',
): Promise<void> {
  demand(change, 'gate.decide');
  const { db, at, context } = change;
  const named = contacts.flatMap(({ use, subject, dispatch }): Settled[] => {
    const key = askedSubject(context.ledger, subject);
    return key.ok ? [{ useId: use, subject: key.value, dispatch }] : [];
  });
  // In the order in which decisions take locks.
  await lockStages(db, [...new Set(named.map(({ useId }) => useId))]);
  const changed = await settleContacts(db, named, became, at);
  if (became === 'sent') return;
  for (const [use, own] of Map.groupBy(changed, ({ useId }) => useId))
    await countInStage(db, use, -own.length);
}
