import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database } from '../tables/index.ts';

/** Notes that something was told of uses. */
export async function noteTold(db: Database, useIds: readonly string[], toldAt: Date): Promise<void> {
  if (useIds.length === 0) return;
  await sql`
    insert into outcome_tellings (use_id, told_at)
    select use_id, ${toldAt}::timestamptz from json_array_elements_text(${asJson(useIds)}::json) as n (use_id)
    order by use_id
    on conflict (use_id) do update set told_at = greatest(outcome_tellings.told_at, excluded.told_at)`.execute(
    db,
  );
}

/** When something was told of a use last; `null` where nothing was. */
export const toldAtOf = async (db: Database, useId: string): Promise<Date | null> =>
  (await db.selectFrom('outcomeTellings').select('toldAt').where('useId', '=', useId).executeTakeFirst())
    ?.toldAt ?? null;

/** How a use goes on, and how much is told of it. */
export interface UseInSilence {
  readonly useId: string;
  /** Contacts since something was told last that should have been told of by `dueBy`. */
  readonly unanswered: number;
  /** Contacts of the days before something was told last, and sends that were told of then. */
  readonly answeredContacts: number;
  readonly toldSends: number;
}

/**
 * Uses that sent something in the last days under a clearance that is not for what is essential: that is owed, and no
 * silence holds it.
 */
export async function usesInSilence(
  db: Database,
  { from, dueBy }: { readonly from: Date; readonly dueBy: Date },
): Promise<readonly UseInSilence[]> {
  const { rows } = await sql<Record<keyof Omit<UseInSilence, 'useId'>, string> & { useId: string }>`
    select c.use_id as "useId",
      count(*) filter (where (t.told_at is null or c.reserved_at > t.told_at) and c.reserved_at <= ${dueBy}) as unanswered,
      count(*) filter (where c.reserved_at <= t.told_at) as "answeredContacts",
      (select count(*) from outcome_events e
        where e.use_id = c.use_id and e.type = 'send' and e.at >= ${from}) as "toldSends"
    from gate_contacts c left join outcome_tellings t on t.use_id = c.use_id
    where c.reserved_at >= ${from} and c.state <> 'released'
      and not exists (
        select from clearances k
        where k.use_id = c.use_id and k.class = 'essential' and k.voided_at is null and k.expires_at > ${dueBy})
    group by c.use_id order by c.use_id`.execute(db);
  return rows.map(({ useId, unanswered, answeredContacts, toldSends }) => ({
    useId,
    unanswered: Number(unanswered),
    answeredContacts: Number(answeredContacts),
    toldSends: Number(toldSends),
  }));
}
