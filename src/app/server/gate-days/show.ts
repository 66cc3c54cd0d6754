import { sentenceForSender } from '../../../gate/explain/for-sender.ts';
import { REASON_CODES, type ReasonCode } from '../../../gate/reason-codes.ts';
import { type GateDayFilter, sumByDay, sumByReason } from '../../../stores/sql/repositories/gate-days.ts';
import type { View } from '../change.ts';
import { FEWEST_SHOWN } from '../gate/counts.ts';
import { usesToSee } from '../gate/uses-to-see.ts';

type Told = number | null;

/** What the gate decided over a time: by day, and for which reasons. `null` stands for fewer than five. */
export interface ShownDays {
  readonly permitted: Told;
  readonly held: Told;
  readonly denied: Told;
  readonly days: ReadonlyArray<{
    readonly day: string;
    readonly permitted: Told;
    readonly held: Told;
    readonly denied: Told;
  }>;
  /** The most frequent first. One decision can have several. */
  readonly reasons: ReadonlyArray<{
    readonly code: string;
    /** What was seen. */
    readonly seen: string;
    /** What would have to change. */
    readonly change: string;
    readonly decisions: Told;
  }>;
}

const OUTCOMES = { permitted: 'permit', held: 'hold', denied: 'deny' } as const;

/** Of all uses that who asks may see, or of one of them. */
export async function showDays(view: View, filter: Omit<GateDayFilter, 'uses'>): Promise<ShownDays> {
  const { useIds: uses } = await usesToSee(view);
  const byDay = await sumByDay(view.db, { ...filter, uses });
  const byReason = await sumByReason(view.db, { ...filter, uses });
  return {
    ...toldOf(byDay),
    days: [...Map.groupBy(byDay, ({ day }) => day)].map(([day, rows]) => ({ day, ...toldOf(rows) })),
    reasons: byReason
      .toSorted((a, b) => b.decisions - a.decisions)
      .map(({ code, decisions }) => ({ code, ...sentenceOf(code), decisions: told(decisions) })),
  };
}

const told = (decisions: number): Told => (decisions > 0 && decisions < FEWEST_SHOWN ? null : decisions);

const toldOf = (
  rows: ReadonlyArray<{ readonly outcome: string; readonly decisions: number }>,
): Pick<ShownDays, keyof typeof OUTCOMES> => {
  const of = (name: string): Told =>
    told(rows.filter(({ outcome }) => outcome === name).reduce((sum, { decisions }) => sum + decisions, 0));
  return {
    permitted: of(OUTCOMES.permitted),
    held: of(OUTCOMES.held),
    denied: of(OUTCOMES.denied),
  };
};

/** A code that is not known any more, from an older version, says itself. */
function sentenceOf(code: string): { readonly seen: string; readonly change: string } {
  if (!Object.hasOwn(REASON_CODES, code)) return { seen: code, change: '' };
  const seen = REASON_CODES[code as ReasonCode];
  const sentence = sentenceForSender(code as ReasonCode);
  return { seen, change: sentence.startsWith(`${seen}: `) ? sentence.slice(seen.length + 2) : '' };
}
