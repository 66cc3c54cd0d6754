import { sql } from 'kysely';
import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../refusal.ts';
import type { Database, NewRow, Row } from '../tables/index.ts';

export type GateUse = Row<'gateUses'>;
export type GateClaim = Row<'gateClaims'>;

export const findGateUse = (db: Database, useId: string): Promise<GateUse | undefined> =>
  db.selectFrom('gateUses').selectAll().where('useId', '=', useId).executeTakeFirst();

/** Sets where a use stands. `expected` is the version that was read, 0 where there was none, `null` whatever is there. Refusals: `store.changed`. */
export async function setGateUse(
  db: Database,
  row: Pick<NewRow<'gateUses'>, 'useId' | 'pausedBy' | 'stageSize' | 'changedAt'>,
  expected: number | null,
): Promise<GateUse> {
  const set = await db
    .insertInto('gateUses')
    .values({ ...row, stageSent: 0 })
    .onConflict((conflict) =>
      conflict
        .column('useId')
        .doUpdateSet({
          pausedBy: row.pausedBy ?? null,
          // Another size is another stage, which begins anew.
          stageSent: sql<number>`case when gate_uses.stage_size is distinct from excluded.stage_size
            then 0 else gate_uses.stage_sent end`,
          stageSize: row.stageSize ?? null,
          changedAt: row.changedAt,
          version: sql<number>`gate_uses.version + 1`,
        })
        .$call((update) => (expected === null ? update : update.where('gateUses.version', '=', expected))),
    )
    .returningAll()
    .executeTakeFirst();
  if (set !== undefined && (expected === null || set.version === expected + 1)) return set;
  throw new Refusal(
    problem(
      'store.changed',
      `where the use \`${row.useId}\` stands was changed by somebody else`,
      'read it again, and change what is there now',
    ),
  );
}

/** Those of these uses that have stages, for this transaction alone until it ends. */
export const lockStages = (db: Database, useIds: readonly string[]): Promise<GateUse[]> =>
  useIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('gateUses')
        .selectAll()
        .where('useId', 'in', useIds)
        .where('stageSize', 'is not', null)
        .orderBy('useId')
        .forUpdate()
        .execute();

/** Counts sends of a stage, or takes back those that were not made. */
export async function countInStage(db: Database, useId: string, sends: number): Promise<void> {
  await db
    .updateTable('gateUses')
    .set({ stageSent: sql<number>`greatest(0, stage_sent + ${sends})` })
    .where('useId', '=', useId)
    .where('stageSize', 'is not', null)
    .execute();
}

/** What was told of the named facts of uses. */
export const listClaims = (db: Database, useIds: readonly string[]): Promise<GateClaim[]> =>
  useIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('gateClaims')
        .selectAll()
        .where('useId', 'in', useIds)
        .orderBy('useId')
        .orderBy('fact')
        .execute();

export async function tellClaims(db: Database, claims: readonly GateClaim[]): Promise<void> {
  for (const claim of claims)
    await db
      .insertInto('gateClaims')
      .values(claim)
      .onConflict((conflict) =>
        conflict
          .columns(['useId', 'fact'])
          .doUpdateSet({ state: claim.state, freshUntil: claim.freshUntil, toldAt: claim.toldAt }),
      )
      .execute();
}
