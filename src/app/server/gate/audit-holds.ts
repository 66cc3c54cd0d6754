import { contentHash } from '../../../kernel/canonical.ts';
import type { AuditJson } from '../../../report/audit/schema.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { HOLDS, lastHoldAudits } from '../../../stores/sql/repositories/audits.ts';
import { decisionsBetween, sumGateCounts } from '../../../stores/sql/repositories/gate-decisions.ts';
import { type Change, demand, need, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { isVerdictUnseen } from '../reviews/judging.ts';
import { askedSubject } from './asked-subject.ts';
import { MOST_ROWS, tooMany } from './audit-groups.ts';
import { pseudonymOf } from './gate-secrets.ts';
import { columnOf, RULES_TOLD } from './hold-cells.ts';

/**
 * The decisions of a use as a file for `scruple audit`: who was held back, by pseudonym, once for each of their messages.
 * The gate's own holds are a suppression list like any other. For a purpose that goes into the evidence log by its hash.
 * Refusals: `people.not-allowed`, `gate.too-many-rows`.
 */
export async function exportForAudit(
  change: Change,
  asked: { readonly use: string; readonly from: Date; readonly to: Date; readonly purpose: string },
): Promise<{ readonly csv: string; readonly rows: number }> {
  demand(change, 'audit.run');
  const rows = await decisionsBetween(change.db, asked.use, asked.from, asked.to, MOST_ROWS + 1);
  if (rows.length > MOST_ROWS) throw new Refusal(tooMany());
  const lines = rows.map(({ pseudonym, outcome, codes }) =>
    [pseudonym, outcome === 'permit' ? 'yes' : 'no', ...RULES_TOLD.map((code) => has(codes, code))].join(','),
  );
  const csv = `${[`pseudonym,sent,${RULES_TOLD.map(columnOf).join(',')}`, ...lines].join('\n')}\n`;
  say(change, asked.use, 'gate.exported', {
    by: change.caller.account.key,
    rows: rows.length,
    purposeHash: contentHash(asked.purpose),
  });
  return { csv, rows: rows.length };
}

const has = (codes: string, code: string): string => (codes.split(' ').includes(code) ? '1' : '0');

/**
 * The pseudonyms under which people stand in such an export, so that whoever keeps a vault of groups can put theirs
 * beside it. Refusals: `people.not-allowed`, `ledger.invalid-identifier`.
 */
export function pseudonymsOf(
  change: Change,
  people: readonly string[],
  purpose: string,
): { readonly pseudonyms: readonly string[] } {
  demand(change, 'audit.run');
  const { ledger, gate } = change.context;
  say(change, 'gate', 'gate.exported', {
    by: change.caller.account.key,
    rows: people.length,
    purposeHash: contentHash(purpose),
  });
  return { pseudonyms: people.map((one) => pseudonymOf(gate.parts.gate, need(askedSubject(ledger, one)))) };
}

/** How much the gate holds back, and how by group: the first thing that a report of audits tells. */
export interface HeldBack {
  readonly asked: number;
  readonly heldBack: number;
  readonly share: number | null;
  /** The last audit by each attribute of each use, latest first. */
  readonly byGroup: ReadonlyArray<{
    readonly use: string;
    readonly attribute: string;
    /** `null` where who asks must judge first. */
    readonly verdict: AuditJson['verdict'] | null;
    readonly auditedAt: string;
  }>;
  /** What the figures come to, and what is not known. */
  readonly inWords: string;
}

/** Audits that are told at once: so many uses and attributes nobody reads at the head of a page. */
const MOST_TOLD = 50;

/** Refusals: `people.not-allowed`, `store.not-found`. */
export async function showHeldBack(
  view: View,
  filter: {
    readonly useId?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  },
): Promise<HeldBack> {
  demand(view, 'aggregate.read');
  const sums = (await sumGateCounts(view.db, { ...filter, mode: 'binds' })).filter(({ code }) => code === '');
  const total = (rows: typeof sums): number => rows.reduce((sum, { decisions }) => sum + decisions, 0);
  const asked = total(sums);
  const heldBack = total(sums.filter(({ outcome }) => outcome !== 'permit'));
  const byGroup: Array<HeldBack['byGroup'][number]> = [];
  for (const { useId, pointer, verdict, auditedAt } of await lastHoldAudits(view.db, filter.useId, MOST_TOLD))
    byGroup.push({
      use: useId,
      attribute: pointer.slice(HOLDS.length),
      verdict: (await isVerdictUnseen(view, useId)) ? null : (verdict as AuditJson['verdict']),
      auditedAt: auditedAt.toISOString(),
    });
  return {
    asked,
    heldBack,
    share: asked === 0 ? null : heldBack / asked,
    byGroup,
    inWords: inWords(byGroup),
  };
}

function inWords(byGroup: HeldBack['byGroup']): string {
  if (byGroup.length === 0)
    return 'whether some groups of people are held back more than others, nobody has looked at yet';
  const toReview = byGroup.filter(({ verdict }) => verdict === 'review').length;
  return toReview > 0
    ? `in ${toReview} of ${byGroup.length} audits a group is held back more than others, beyond chance`
    : `in none of ${byGroup.length} audits that may be seen a group is held back more than others, as far as the numbers of people tell`;
}
