import { sql } from 'kysely';
import type { Database } from '../tables/index.ts';

/** Whom an incident reached: those whom a use was sent within a time, or whose sends were noted as flawed. */
export type Reached =
  | {
      readonly by: 'sends';
      readonly useId: string;
      readonly from: Date;
      readonly to: Date;
      /** Only people of one of these groups; all where it is empty. */
      readonly groups: readonly Readonly<Record<string, string>>[];
    }
  | {
      readonly by: 'flaw';
      readonly useId: string;
      readonly flaw: string;
      readonly from: Date;
      readonly to: Date;
    };

/** The sends of it, each with the person's key and groups; of somebody who is erased the key leads to nobody. */
function sendsOf(db: Database, reached: Reached) {
  const { useId, from, to } = reached;
  const sends = db
    .selectFrom('outcomeEvents')
    .select(['outcomeEvents.subject', 'outcomeEvents.groups'])
    .where('outcomeEvents.useId', '=', useId)
    .where('outcomeEvents.type', '=', 'send');
  if (reached.by === 'flaw')
    return sends
      .innerJoin('sendIncidents', (join) =>
        join
          .onRef('sendIncidents.source', '=', 'outcomeEvents.source')
          .onRef('sendIncidents.eventId', '=', 'outcomeEvents.id'),
      )
      .where('sendIncidents.flaw', '=', reached.flaw)
      .where('sendIncidents.notedAt', '>=', from)
      .where('sendIncidents.notedAt', '<=', to);
  return sends
    .where('outcomeEvents.at', '>=', from)
    .where('outcomeEvents.at', '<=', to)
    .$if(reached.groups.length > 0, (all) =>
      all.where((one) =>
        one.or(
          reached.groups.map((group) =>
            one.and(
              Object.entries(group).map(([name, value]) =>
                one(sql<string>`outcome_events.groups ->> ${name}`, '=', value),
              ),
            ),
          ),
        ),
      ),
    );
}

export interface AffectedGroup {
  readonly name: string;
  readonly value: string;
  readonly people: number;
}

/** How many different people were reached. */
export async function countReached(db: Database, reached: Reached): Promise<number> {
  const { people } = await db
    .selectFrom(sendsOf(db, reached).as('sends'))
    .select(({ fn }) => fn.count<number>('sends.subject').distinct().as('people'))
    .executeTakeFirstOrThrow();
  return Number(people);
}

/** How many different people of each group were reached, by attribute and value. */
export async function countReachedByGroup(db: Database, reached: Reached): Promise<readonly AffectedGroup[]> {
  const rows = await db
    .selectFrom(sendsOf(db, reached).as('sends'))
    .innerJoinLateral(
      sql<{ key: string; value: string }>`json_each_text(sends.groups)`.as('grouped'),
      (join) => join.onTrue(),
    )
    .select(({ fn }) => [
      'grouped.key',
      'grouped.value',
      fn.count<number>('sends.subject').distinct().as('people'),
    ])
    .groupBy(['grouped.key', 'grouped.value'])
    .orderBy('grouped.key')
    .orderBy('grouped.value')
    .execute();
  return rows.map(({ key, value, people }) => ({ name: key, value, people: Number(people) }));
}

/** Keys of those who were reached, in order; up to `limit` behind `after`. */
export async function listReached(
  db: Database,
  reached: Reached,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom(sendsOf(db, reached).as('sends'))
    .select('sends.subject')
    .distinct()
    .$if(after !== null, (all) => all.where('sends.subject', '>', after!))
    .orderBy('sends.subject')
    .limit(limit)
    .execute();
  return rows.map(({ subject }) => subject);
}
