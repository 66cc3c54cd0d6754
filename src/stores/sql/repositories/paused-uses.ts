import { sql } from 'kysely';
import type { Database } from '../tables/index.ts';
import type { AlarmRow } from './alarms.ts';
import { type Page, type PageRequest, page, type Sorts } from './page.ts';

export interface PausedUse {
  readonly useId: string;
  readonly pausedBy: string;
  readonly changedAt: Date;
}

const USE = { column: 'gateUses.useId', key: 'useId', type: 'text' } as const;
const SORTS = {
  at: [{ column: 'gateUses.changedAt', key: 'changedAt', type: 'time' }, USE],
  use: [USE],
} satisfies Sorts<string>;
export type PausedSort = keyof typeof SORTS;

/** What is paused, latest first; `useIds` leaves those of some people alone. */
export async function listPausedUses(
  db: Database,
  { useId, useIds }: { readonly useId?: string | undefined; readonly useIds?: readonly string[] | undefined },
  request: PageRequest<PausedSort>,
): Promise<Page<PausedUse>> {
  return page(
    db
      .selectFrom('gateUses')
      .select(['gateUses.useId', 'gateUses.changedAt'])
      .select(({ ref }) => ref('gateUses.pausedBy').$notNull().as('pausedBy'))
      .where('gateUses.pausedBy', 'is not', null)
      .$if(useId !== undefined, (all) => all.where('gateUses.useId', '=', useId!))
      .$if(useIds !== undefined, (all) =>
        useIds!.length === 0 ? all.where(sql<boolean>`false`) : all.where('gateUses.useId', 'in', useIds!),
      ),
    SORTS,
    { sort: 'at', direction: 'desc' },
    request,
  );
}

/** The alarms that asked for a pause of these uses since each was armed last, first ones first. */
export const pausingAlarms = (db: Database, useIds: readonly string[]): Promise<AlarmRow[]> =>
  useIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('alarms')
        .innerJoin('monitoredUses', (join) =>
          join
            .onRef('monitoredUses.useId', '=', 'alarms.useId')
            .onRef('monitoredUses.armedAt', '=', 'alarms.armedAt'),
        )
        .selectAll('alarms')
        .where('alarms.useId', 'in', useIds)
        .where('alarms.action', '=', 'pause')
        .orderBy('alarms.recordedAt')
        .orderBy('alarms.id')
        .execute();
