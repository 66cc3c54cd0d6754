import { type SelectQueryBuilder, sql } from 'kysely';
import type { Changes, Database, NewRow, Row, Tables } from '../tables/index.ts';
import { changeRow } from './change-row.ts';
import { contains } from './contains.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';
import { type Judging, unseenUses } from './unseen-verdicts.ts';

export type Use = Row<'uses'>;

export const addUse = (db: Database, use: NewRow<'uses'>): Promise<Use> =>
  db.insertInto('uses').values(use).returningAll().executeTakeFirstOrThrow();

export const findUse = (db: Database, id: string): Promise<Use | undefined> =>
  db.selectFrom('uses').selectAll().where('id', '=', id).executeTakeFirst();

/** The use, for this transaction alone until it ends: pushes, clearances and stops of one use come one after another. */
export const lockUse = (db: Database, id: string): Promise<Use | undefined> =>
  db.selectFrom('uses').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Refusals: `store.not-found`, `store.changed`. */
export const changeUse = (
  db: Database,
  id: string,
  expected: number | null,
  changes: Changes<'uses'>,
): Promise<Use> => changeRow(db, 'uses', id, expected, changes);

export async function addUseMember(db: Database, useId: string, personId: string, at: Date): Promise<void> {
  await db
    .insertInto('useMembers')
    .values({ useId, personId, addedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeUseMember(db: Database, useId: string, personId: string): Promise<void> {
  await db.deleteFrom('useMembers').where('useId', '=', useId).where('personId', '=', personId).execute();
}

export async function listUseMembers(db: Database, useId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('useMembers')
    .select('personId')
    .where('useId', '=', useId)
    .orderBy('personId')
    .execute();
  return rows.map(({ personId }) => personId);
}

export interface UseFilter {
  readonly workspace?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly verdict?: string | undefined;
  /** Uses that this person owns or is a member of. */
  readonly personId?: string | undefined;
  /** Part of an id or of an owner. */
  readonly query?: string | undefined;
  /** Who asks, where verdicts are held back from them: no filter and no order then tells of these. */
  readonly judging?: Judging | undefined;
}

/** A use in a list, for who asks. */
export interface SeenUse extends Use {
  readonly isUnseen: boolean;
}

const ID = { column: 'uses.id', key: 'id', type: 'text' } as const;
const SORTS = {
  id: [ID],
  changedAt: [{ column: 'uses.changedAt', key: 'changedAt', type: 'time' }, ID],
  createdAt: [{ column: 'uses.createdAt', key: 'createdAt', type: 'time' }, ID],
  verdict: [{ column: 'uses.seenRank', key: 'seenRank', type: 'number' }, ID],
} satisfies Sorts<string>;
export type UseSort = keyof typeof SORTS;

/** Last changed first, unless another order is asked for. */
export function listUses(
  db: Database,
  filter: UseFilter,
  request: PageRequest<UseSort> = {},
): Promise<Page<SeenUse>> {
  const { judging } = filter;
  const seen = matching(db, filter)
    .selectAll('uses')
    .select((one) =>
      sql<boolean>`${judging === undefined ? sql`false` : one('uses.id', 'in', unseenUses(db, judging))}`.as(
        'isUnseen',
      ),
    );
  const ranked = db
    .selectFrom(seen.as('seen'))
    .selectAll('seen')
    .select((one) =>
      // Where nothing is held back, by the rank itself: it has an index.
      judging === undefined
        ? one.ref('seen.verdictRank').as('seenRank')
        : one
            .case()
            .when('seen.isUnseen', '=', true)
            .then(UNSEEN_RANK)
            .else(one.ref('seen.verdictRank'))
            .end()
            .as('seenRank'),
    );
  // To the paging it is the table with two columns more.
  const uses = db.selectFrom(ranked.as('uses')).selectAll('uses') as unknown as SelectQueryBuilder<
    Tables,
    'uses',
    SeenUse
  >;
  return page(uses, SORTS, { sort: 'changedAt', direction: 'desc' }, request);
}

/** Before all that are seen. */
const UNSEEN_RANK = -1;

/** How many uses a list would hold over all its pages, by verdict. */
export async function countUses(db: Database, filter: UseFilter): Promise<Readonly<Record<string, number>>> {
  const rows = await matching(db, filter)
    .select((one) => ['uses.verdict', one.fn.countAll<number>().as('count')])
    .groupBy('uses.verdict')
    .execute();
  return Object.fromEntries(rows.map(({ verdict, count }) => [verdict, Number(count)]));
}

function matching(db: Database, { workspace, kind, state, verdict, personId, query, judging }: UseFilter) {
  return db
    .selectFrom('uses')
    .$if(workspace !== undefined, (all) => all.where('uses.workspace', '=', workspace!))
    .$if(kind !== undefined, (all) => all.where('uses.kind', '=', kind!))
    .$if(state !== undefined, (all) => all.where('uses.state', '=', state!))
    .$if(verdict !== undefined, (all) => all.where('uses.verdict', '=', verdict!))
    .$if(verdict !== undefined && judging !== undefined, (all) =>
      all.where('uses.id', 'not in', unseenUses(db, judging!)),
    )
    .$if(personId !== undefined, (all) =>
      all.where((one) =>
        one.or([
          one('uses.ownerId', '=', personId!),
          // By a list of ids, which is made once, and not by a question for every use.
          one('uses.id', 'in', (members) =>
            members.selectFrom('useMembers').select('useMembers.useId').where('personId', '=', personId!),
          ),
        ]),
      ),
    )
    .$if(query !== undefined, (all) =>
      all.where((one) => one.or([contains('uses.id', query!), contains('uses.owner', query!)])),
    );
}
