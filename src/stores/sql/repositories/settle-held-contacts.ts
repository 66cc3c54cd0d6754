import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database } from '../tables/index.ts';
import type { Settled } from './gate-contacts.ts';

/**
 * Tells what became of contacts that this sender reserved; `null` stands for whoever did. What another one reserved
 * stays as it is, and so does one that was told to be sent, or not made, before. Gives the uses of those that changed.
 */
export async function settleHeldContacts(
  db: Database,
  contacts: readonly Settled[],
  state: 'drawn' | 'sent' | 'released',
  holder: string | null,
  at: Date,
): Promise<ReadonlyArray<{ readonly useId: string }>> {
  if (contacts.length === 0) return [];
  const rows = contacts.map(({ useId, dispatch, subject }) => ({ use_id: useId, dispatch, subject }));
  const before = state === 'drawn' ? ['reserved'] : ['reserved', 'drawn'];
  const { rows: changed } = await sql<{ useId: string }>`
    update gate_contacts c set state = ${state}, settled_at = ${at}
    from json_to_recordset(${asJson(rows)}::json) as n (use_id text, dispatch text, subject text)
    where c.use_id = n.use_id and c.dispatch = n.dispatch and c.subject = n.subject
      and c.state in (${sql.join(before)})
      and (${holder}::text is null or c.holder = ${holder}::text)
    returning c.use_id as "useId"`.execute(db);
  return changed;
}
