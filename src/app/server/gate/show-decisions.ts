import { sentenceForSender } from '../../../gate/explain/for-sender.ts';
import type { ReasonCode } from '../../../gate/reason-codes.ts';
import { contentHash } from '../../../kernel/canonical.ts';
import {
  findGateDecision,
  type GateDecision,
  type GateDecisionFilter,
  type GateDecisionSort,
  listGateDecisions,
} from '../../../stores/sql/repositories/gate-decisions.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import { type Change, demand, missing, need, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { type ShortReason, sealedContext } from './log-rows.ts';
import { usesToSee } from './uses-to-see.ts';

/** A decision as colleagues see it: no person, and nothing of what lies behind `protected`. */
export interface ListedDecision {
  readonly id: string;
  readonly use: string;
  readonly versionId: string | null;
  readonly clearance: string | null;
  readonly channel: string;
  readonly dispatch: string | null;
  readonly decision: string;
  readonly reasons: ReadonlyArray<ShortReason & { readonly detail: string }>;
  /** What rules that are only tried out would have said. */
  readonly shadow: ReadonlyArray<Pick<ShortReason, 'code' | 'outcome'>>;
  readonly door: string;
  readonly at: string;
  readonly permittedUntil: string | null;
}

/** What was decided, newest first: of all uses, or of a guest's own. Refusals: `store.invalid-cursor`. */
export async function showDecisions(
  view: View,
  filter: Omit<GateDecisionFilter, 'useIds'>,
  request: PageRequest<GateDecisionSort>,
): Promise<Page<ListedDecision>> {
  const { items, next } = await listGateDecisions(
    view.db,
    { ...filter, ...(await usesToSee(view)) },
    request,
  );
  return { items: items.map(listed), next };
}

/**
 * What really kept somebody's message back, for a purpose that goes into the evidence log by its hash.
 * Refusals: `people.not-allowed`, `store.not-found`, `seal.unreadable`.
 */
export async function readRealReasons(
  change: Change,
  id: string,
  purpose: string,
): Promise<ListedDecision & { readonly real: readonly string[] }> {
  demand(change, 'reason.read', { purpose });
  const row = await findGateDecision(change.db, id);
  if (row === undefined) throw missing();
  say(change, row.useId, 'reason.read', {
    by: change.caller.account.key,
    purposeHash: contentHash(purpose),
  });
  const { sealer } = change.context;
  const real =
    row.sealed === null
      ? []
      : (JSON.parse(need(sealer.open(row.sealed, sealedContext(row.id)))) as readonly string[]);
  return { ...listed(row), real };
}

const listed = (row: GateDecision): ListedDecision => ({
  id: row.id,
  use: row.useId,
  versionId: row.versionId,
  clearance: row.clearanceId,
  channel: row.channel,
  dispatch: row.dispatch,
  decision: row.outcome,
  reasons: (row.reasons as readonly ShortReason[]).map((one) => ({
    ...one,
    detail: sentenceForSender(one.code as ReasonCode),
  })),
  shadow: (row.shadow as readonly ShortReason[]).map(({ code, outcome }) => ({ code, outcome })),
  door: row.door,
  at: row.decidedAt.toISOString(),
  permittedUntil: row.permittedUntil?.toISOString() ?? null,
});
