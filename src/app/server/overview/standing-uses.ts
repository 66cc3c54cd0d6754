import type { View } from '../change.ts';
import { ownUses } from '../uses/own-uses.ts';

const SHOWN = 5;

export interface Live {
  readonly count: number;
  /** Those that end first. */
  readonly items: ReadonlyArray<{
    readonly use: string;
    readonly owner: string;
    readonly clearedUntil: string | null;
  }>;
}

/** Uses that are cleared, the clearance that ends first before the others. */
export async function showLive({ db, at }: Pick<View, 'db' | 'at'>, only: string | null): Promise<Live> {
  const cleared = db
    .selectFrom('uses')
    .where('uses.state', '=', 'cleared')
    .$if(only !== null, (all) => all.where('uses.id', 'in', ownUses(db, only!)));
  const items = await cleared
    .select((one) => [
      'uses.id',
      'uses.owner',
      one
        .selectFrom('clearances')
        .select((each) => each.fn.max('clearances.expiresAt').as('until'))
        .whereRef('clearances.useId', '=', 'uses.id')
        .where('clearances.voidedAt', 'is', null)
        .where('clearances.expiresAt', '>', at)
        .as('until'),
    ])
    .orderBy('until', 'asc')
    .orderBy('uses.id')
    .limit(SHOWN)
    .execute();
  const { count } = await cleared
    .select((one) => one.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    count: Number(count),
    items: items.map(({ id, owner, until }) => ({
      use: id,
      owner,
      clearedUntil: until === null ? null : new Date(until).toISOString(),
    })),
  };
}

export interface Paused {
  readonly count: number;
  /** Those that were stopped or paused last. */
  readonly items: ReadonlyArray<{
    readonly use: string;
    readonly reason: string;
    readonly at: string;
    /** Whether a person did it; an alarm otherwise. */
    readonly byPerson: boolean;
  }>;
}

/** Uses that are stopped by somebody or paused by what was seen of them, and why. */
export async function showPaused({ db }: Pick<View, 'db'>, only: string | null): Promise<Paused> {
  const inForce = db
    .selectFrom('stops')
    .where('stops.liftedAt', 'is', null)
    .$if(only !== null, (all) => all.where('stops.useId', 'in', ownUses(db, only!)));
  const held = db
    .selectFrom('gateUses')
    .where('gateUses.pausedBy', 'is not', null)
    .$if(only !== null, (all) => all.where('gateUses.useId', 'in', ownUses(db, only!)));
  const stops = await inForce
    .selectAll('stops')
    .orderBy('stops.stoppedAt', 'desc')
    .orderBy('stops.id')
    .limit(SHOWN)
    .execute();
  const pauses = await held
    .selectAll('gateUses')
    .orderBy('gateUses.changedAt', 'desc')
    .orderBy('gateUses.useId')
    .limit(SHOWN)
    .execute();
  const stopped = await inForce
    .select((one) => one.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const paused = await held.select((one) => one.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const items = [
    ...stops.map(({ useId, reason, stoppedAt, stoppedBy }) => ({
      use: useId,
      reason,
      at: stoppedAt.toISOString(),
      byPerson: stoppedBy !== null,
    })),
    ...pauses.map(({ useId, pausedBy, changedAt }) => ({
      use: useId,
      reason: pausedBy!,
      at: changedAt.toISOString(),
      byPerson: false,
    })),
  ];
  return {
    count: Number(stopped.count) + Number(paused.count),
    items: items.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, SHOWN),
  };
}
