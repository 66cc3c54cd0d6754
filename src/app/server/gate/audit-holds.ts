import { contentHash } from '../../../kernel/canonical.ts';
import { problem } from '../../../kernel/problem.ts';
import { Refusal } from '../../../stores/sql/refusal.ts';
import { decisionsBetween, sumGateCounts } from '../../../stores/sql/repositories/gate-decisions.ts';
import { type Change, demand, need, type View } from '../change.ts';
import { say } from '../evidence/say.ts';
import { askedSubject } from './asked-subject.ts';
import { pseudonymOf } from './gate-secrets.ts';

/** Rows of one export: more is asked for in parts, by time. */
const MOST_ROWS = 200_000;

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
  if (rows.length > MOST_ROWS)
    throw new Refusal(
      problem(
        'gate.too-many-rows',
        `there are more than ${MOST_ROWS} decisions in this time`,
        'ask for a shorter time',
      ),
    );
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

/** Reasons that are holds of ours, and no wish of the person: what an audit asks about. */
const RULES_TOLD = ['suppressed', 'contact-cap', 'age-unknown', 'place-unknown', 'quiet-hours', 'protected'];
const columnOf = (code: string): string => code.replaceAll('-', '_');
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

/** How much the gate holds back, the first thing that a report of audits tells. */
export interface HeldBack {
  readonly asked: number;
  readonly heldBack: number;
  readonly share: number | null;
  /** By group nothing can be told here: the server knows no groups. */
  readonly assessedByGroup: false;
  readonly because: string;
}

/** Refusals: `people.not-allowed`. */
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
  return {
    asked,
    heldBack,
    share: asked === 0 ? null : heldBack / asked,
    assessedByGroup: false,
    because:
      'the server keeps no groups of people: export the decisions and run `scruple audit` on them beside a vault',
  };
}
