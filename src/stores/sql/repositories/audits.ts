import { type SelectQueryBuilder, sql } from 'kysely';
import type { Database, NewRow, Row, Tables } from '../tables/index.ts';
import { contains } from './contains.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';
import { type Judging, unseenUses } from './unseen-verdicts.ts';

export type AuditRow = Row<'audits'>;

/** Keeps an audit as the last of its decisions in its version. For use behind the lock of the use. */
export async function addAudit(db: Database, row: Omit<NewRow<'audits'>, 'isLast'>): Promise<void> {
  await db
    .updateTable('audits')
    .set({ isLast: false })
    .where('versionId', '=', row.versionId)
    .where('pointer', '=', row.pointer)
    .where('isLast', '=', true)
    .execute();
  await db
    .insertInto('audits')
    .values({ ...row, isLast: true })
    .execute();
}

/** The last audit of each of the decisions of a version: those of the gate's own holds, then in the order of its card. */
export async function auditsOfVersion(db: Database, versionId: string): Promise<AuditRow[]> {
  const rows = await db
    .selectFrom('audits')
    .selectAll()
    .where('versionId', '=', versionId)
    .where('isLast', '=', true)
    .execute();
  return rows.sort((a, b) => placeOf(a) - placeOf(b));
}

const placeOf = ({ pointer }: AuditRow): number =>
  pointer.startsWith(HOLDS) ? -1 : Number(pointer.split('/').at(-1));

/** What begins the place of an audit of the gate's own holds, before the attribute that people are compared by. */
export const HOLDS = '/gate/';

/** The last audits of the gate's own holds for each use and attribute, whatever version was there then; latest first. */
export const lastHoldAudits = async (
  db: Database,
  useId: string | undefined,
  limit: number,
): Promise<ReadonlyArray<Omit<AuditRow, 'report'>>> =>
  db
    .selectFrom((from) =>
      from
        .selectFrom('audits')
        .selectAll()
        .distinctOn(['audits.useId', 'audits.pointer'])
        .where('audits.pointer', 'like', `${HOLDS}%`)
        .$if(useId !== undefined, (all) => all.where('audits.useId', '=', useId!))
        .orderBy('audits.useId')
        .orderBy('audits.pointer')
        .orderBy('audits.sentAt', 'desc')
        .as('last'),
    )
    .selectAll()
    .orderBy('last.sentAt', 'desc')
    .orderBy('last.id')
    .limit(limit)
    .execute();

export interface AuditFilter {
  readonly useId?: string | undefined;
  readonly verdict?: string | undefined;
  /** Part of the id of the use or of the name of the score. */
  readonly query?: string | undefined;
  /** Uses that this person owns or is a member of. */
  readonly personId?: string | undefined;
  /** Who asks, where verdicts are held back from them: no filter and no order then tells of these. */
  readonly judging?: Judging | undefined;
}

/** An audit in a list, for who asks. */
export type ListedAuditRow = Omit<AuditRow, 'report'> & {
  readonly number: number;
  readonly isUnseen: boolean;
};

const ID = { column: 'audits.id', key: 'id', type: 'text' } as const;
const SORTS = {
  sentAt: [{ column: 'audits.sentAt', key: 'sentAt', type: 'time' }, ID],
  use: [{ column: 'audits.useId', key: 'useId', type: 'text' }, ID],
  verdict: [{ column: 'audits.seenRank', key: 'seenRank', type: 'number' }, ID],
} satisfies Sorts<string>;
export type AuditSort = keyof typeof SORTS;

/** Before all that are seen. */
const UNSEEN_RANK = -1;

/** The last audits of what uses are now, sent last first unless another order is asked for. */
export function listAudits(
  db: Database,
  { useId, verdict, query, personId, judging }: AuditFilter,
  request: PageRequest<AuditSort> = {},
): Promise<Page<ListedAuditRow>> {
  const seen = db
    .selectFrom('audits')
    .innerJoin('uses', (join) =>
      join.onRef('uses.id', '=', 'audits.useId').onRef('uses.latestVersionId', '=', 'audits.versionId'),
    )
    .innerJoin('useVersions', 'useVersions.id', 'audits.versionId')
    .where('audits.isLast', '=', true)
    .$if(useId !== undefined, (all) => all.where('audits.useId', '=', useId!))
    .$if(verdict !== undefined, (all) => all.where('audits.verdict', '=', verdict!))
    .$if(verdict !== undefined && judging !== undefined, (all) =>
      all.where('audits.useId', 'not in', unseenUses(db, judging!)),
    )
    .$if(query !== undefined, (all) =>
      all.where((one) => one.or([contains('audits.useId', query!), contains('audits.name', query!)])),
    )
    .$if(personId !== undefined, (all) =>
      all.where((one) =>
        one.or([
          one('uses.ownerId', '=', personId!),
          one('uses.id', 'in', (members) =>
            members.selectFrom('useMembers').select('useMembers.useId').where('personId', '=', personId!),
          ),
        ]),
      ),
    )
    .select(['audits.id', 'audits.useId', 'audits.versionId', 'audits.pointer', 'audits.name'])
    .select(['audits.source', 'audits.verdict', 'audits.verdictRank', 'audits.countsHash', 'audits.isLast'])
    .select(['audits.auditedAt', 'audits.sentBy', 'audits.sentThrough', 'audits.sentAt'])
    .select('useVersions.number')
    .select((one) =>
      sql<boolean>`${judging === undefined ? sql`false` : one('audits.useId', 'in', unseenUses(db, judging))}`.as(
        'isUnseen',
      ),
    );
  const ranked = db
    .selectFrom(seen.as('seen'))
    .selectAll('seen')
    .select((one) =>
      one
        .case()
        .when('seen.isUnseen', '=', true)
        .then(UNSEEN_RANK)
        .else(one.ref('seen.verdictRank'))
        .end()
        .as('seenRank'),
    );
  // To the paging it is the table with columns more and without the reports.
  const rows = db.selectFrom(ranked.as('audits')).selectAll('audits') as unknown as SelectQueryBuilder<
    Tables,
    'audits',
    ListedAuditRow
  >;
  return page(rows, SORTS, { sort: 'sentAt', direction: 'desc' }, request);
}
