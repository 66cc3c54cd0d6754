import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database } from '../tables/index.ts';

/** A use as the gate looks at it, with the clearance that counts: the newest that is not void, else the newest. */
export interface GateUseRow {
  readonly useId: string;
  readonly isStopped: boolean;
  readonly pausedBy: string | null;
  readonly stageSize: number | null;
  readonly stageSent: number;
  readonly clearanceId: string | null;
  readonly versionId: string | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
}

/** What is there of these uses. Stages are read again under a lock before anything is counted. */
export async function readGateUses(db: Database, useIds: readonly string[]): Promise<GateUseRow[]> {
  const { rows } = await sql<GateUseRow>`
    select u.id as "useId", s.id is not null as "isStopped", g.paused_by as "pausedBy",
      g.stage_size as "stageSize", coalesce(g.stage_sent, 0) as "stageSent", c.id as "clearanceId",
      c.version_id as "versionId", c.voided_at as "voidedAt", c.void_reason as "voidReason"
    from json_array_elements_text(${asJson([...new Set(useIds)])}::json) as n (id)
    join uses u on u.id = n.id
    left join gate_uses g on g.use_id = u.id
    left join stops s on s.use_id = u.id and s.lifted_at is null
    left join lateral (
      select id, version_id, voided_at, void_reason from clearances
      where use_id = u.id order by (voided_at is null) desc, issued_at desc, id limit 1
    ) c on true`.execute(db);
  return rows;
}

/** The signed statement of a clearance, which never changes. */
export async function readStatement(db: Database, clearanceId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('clearances')
    .select('statement')
    .where('id', '=', clearanceId)
    .executeTakeFirst();
  return row?.statement;
}

/** Uses with a clearance of the class `essential` in force. */
export async function usesClearedAsEssential(db: Database, at: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('clearances')
    .select('useId')
    .distinct()
    .where('class', '=', 'essential')
    .where('voidedAt', 'is', null)
    .where('expiresAt', '>', at)
    .execute();
  return rows.map(({ useId }) => useId);
}
