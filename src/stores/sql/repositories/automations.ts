import type { Database, NewRow, Row } from '../tables/index.ts';
import { contains } from './contains.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export type StopDrill = Row<'stopDrills'>;
/** What is kept of the automation of a use beside the use itself. */
export type AutomationRow = NewRow<'automations'>;

/** Stands in a list where no drill was. */
export const NEVER = new Date(0);

/** Uses whose last version is not the one that the register was made from. */
export const usesToRead = (db: Database, limit: number) =>
  db
    .selectFrom('uses')
    .innerJoin('useVersions', 'useVersions.id', 'uses.latestVersionId')
    .leftJoin('automations', 'automations.useId', 'uses.id')
    .where((one) =>
      one.or([
        one('automations.versionId', 'is', null),
        one('automations.versionId', '!=', one.ref('useVersions.id')),
      ]),
    )
    .select(['uses.id as useId', 'useVersions.id as versionId', 'useVersions.card as card'])
    .limit(limit)
    .execute();

/** Keeps what a card says; when its stop was drilled last stays as it is. */
export async function keepAutomation(db: Database, row: AutomationRow): Promise<void> {
  const { useId: _, drilledAt: __, ...changed } = row;
  await db
    .insertInto('automations')
    .values(row)
    .onConflict((conflict) => conflict.column('useId').doUpdateSet(changed))
    .execute();
}

export interface AutomationFilter {
  readonly kind?: string | undefined;
  readonly decision?: string | undefined;
  readonly workspace?: string | undefined;
  /** Only those whose last drill lies before this moment, or that never had one. */
  readonly drilledBefore?: Date | undefined;
  readonly hasStopOwner?: boolean | undefined;
  /** Part of an id or of an owner. */
  readonly query?: string | undefined;
  /** Uses that this person owns or is a member of. */
  readonly personId?: string | undefined;
}

const ID = { column: 'uses.id', key: 'id', type: 'text' } as const;
const SORTS = {
  id: [ID],
  decision: [{ column: 'automations.decisionRank', key: 'decisionRank', type: 'number' }, ID],
  drilledAt: [{ column: 'automations.drilledAt', key: 'drilledAt', type: 'time' }, ID],
  changedAt: [{ column: 'uses.changedAt', key: 'changedAt', type: 'time' }, ID],
} satisfies Sorts<string>;
export type AutomationSort = keyof typeof SORTS;

const listed = (db: Database) =>
  db
    .selectFrom('automations')
    .innerJoin('uses', 'uses.id', 'automations.useId')
    .where('automations.isAutomation', '=', true)
    .select(['uses.id as id', 'uses.workspace as workspace', 'uses.kind as kind', 'uses.owner as owner'])
    .select(['uses.state as state', 'uses.changedAt as changedAt', 'automations.versionId as versionId'])
    .select(['automations.decision as decision', 'automations.decisionRank as decisionRank'])
    .select(['automations.stopOwner as stopOwner', 'automations.drilledAt as drilledAt']);
export type ListedAutomation = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>;

/** The weightiest first, unless another order is asked for. */
export const listAutomations = (
  db: Database,
  filter: AutomationFilter,
  request: PageRequest<AutomationSort> = {},
): Promise<Page<ListedAutomation>> => {
  const { kind, decision, workspace, drilledBefore, hasStopOwner, query, personId } = filter;
  return page(
    listed(db)
      .$if(kind !== undefined, (all) => all.where('uses.kind', '=', kind!))
      .$if(decision !== undefined, (all) => all.where('automations.decision', '=', decision!))
      .$if(workspace !== undefined, (all) => all.where('uses.workspace', '=', workspace!))
      .$if(drilledBefore !== undefined, (all) => all.where('automations.drilledAt', '<', drilledBefore!))
      .$if(hasStopOwner !== undefined, (all) =>
        all.where('automations.stopOwner', hasStopOwner ? 'is not' : 'is', null),
      )
      .$if(query !== undefined, (all) =>
        all.where((one) => one.or([contains('uses.id', query!), contains('uses.owner', query!)])),
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
      ),
    SORTS,
    { sort: 'decision', direction: 'desc' },
    request,
  );
};

export const findAutomation = (db: Database, useId: string): Promise<ListedAutomation | undefined> =>
  listed(db).where('uses.id', '=', useId).executeTakeFirst();

export async function addStopDrill(db: Database, drill: NewRow<'stopDrills'>): Promise<StopDrill> {
  const row = await db.insertInto('stopDrills').values(drill).returningAll().executeTakeFirstOrThrow();
  await db
    .updateTable('automations')
    .set({ drilledAt: row.startedAt })
    .where('useId', '=', row.useId)
    .where('drilledAt', '<', row.startedAt)
    .execute();
  return row;
}

/** Newest first. */
export const listStopDrills = (db: Database, useId: string, limit = 20): Promise<StopDrill[]> =>
  db
    .selectFrom('stopDrills')
    .selectAll()
    .where('useId', '=', useId)
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
