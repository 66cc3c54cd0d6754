import { sentenceForSender } from '../../../gate/explain/for-sender.ts';
import { REASON_CODES, type ReasonCode } from '../../../gate/reason-codes.ts';
import {
  type GateCountFilter,
  type GateCountSort,
  listGateCounts,
  sumGateCounts,
} from '../../../stores/sql/repositories/gate-decisions.ts';
import type { Page, PageRequest } from '../../../stores/sql/repositories/page.ts';
import type { View } from '../change.ts';
import { gatePolicyIn } from './gate-policy.ts';
import { usesToSee } from './uses-to-see.ts';

/** Of fewer decisions no number is told: it would be about single people. */
export const FEWEST_SHOWN = 5;
const few = (decisions: number): number | null => (decisions < FEWEST_SHOWN ? null : decisions);

/** How often what was decided: on a day, or, after thirteen months, in a month over all uses and channels. */
export interface ShownCount {
  readonly day: string;
  readonly use: string;
  readonly channel: string;
  /** Whether it bound, or was only tried out. */
  readonly mode: string;
  readonly decision: string;
  /** Empty where decisions are counted, and not their reasons. */
  readonly code: string;
  /** `null` where they are fewer than five. */
  readonly decisions: number | null;
}

/** Latest day first. Refusals: `store.invalid-cursor`. */
export async function showCounts(
  view: View,
  filter: Omit<GateCountFilter, 'useIds'>,
  request: PageRequest<GateCountSort>,
): Promise<Page<ShownCount>> {
  const { items, next } = await listGateCounts(view.db, { ...filter, ...(await usesToSee(view)) }, request);
  return {
    items: items.map(({ useId, outcome, decisions, ...row }) => ({
      ...row,
      use: useId,
      decision: outcome,
      decisions: few(decisions),
    })),
    next,
  };
}

/** What rules that are only tried out would have done, beside what was done. */
export interface ShownShadow {
  /** How many decisions there were, and how many of them were permitted. */
  readonly asked: number;
  readonly permitted: number;
  /** Of what was permitted, how much would have been held back if every rule bound. */
  readonly wouldHold: number | null;
  readonly inWords: string;
  readonly reasons: ReadonlyArray<{
    readonly code: string;
    readonly detail: string;
    readonly decisions: number | null;
    /** In parts of what was asked. */
    readonly share: number | null;
  }>;
  /** The rules that are tried out now. From their end on they bind. */
  readonly tried: ReadonlyArray<{ readonly rule: string; readonly owner: string; readonly until: string }>;
}

/**
 * Compares, for one use or all that who asks may see, what would have been held with what was. A reason that few
 * decisions have is named without a number.
 */
export async function showShadow(
  view: View,
  filter: Pick<GateCountFilter, 'useId' | 'from' | 'to'>,
): Promise<ShownShadow> {
  const sums = await sumGateCounts(view.db, { ...filter, ...(await usesToSee(view)) });
  const total = (keep: (row: (typeof sums)[number]) => boolean): number =>
    sums.filter(keep).reduce((sum, { decisions }) => sum + decisions, 0);
  const asked = total(({ mode, code }) => mode === 'binds' && code === '');
  const permitted = total(
    ({ mode, code, outcome }) => mode === 'binds' && code === '' && outcome === 'permit',
  );
  const wouldHold = total(({ mode, code }) => mode === 'shadow' && code === '');
  const codes = [
    ...new Set(sums.flatMap(({ mode, code }) => (mode === 'shadow' && code !== '' ? [code] : []))),
  ];
  const reasons = codes
    .map((code) => ({ code, held: total((row) => row.mode === 'shadow' && row.code === code) }))
    .sort((a, b) => b.held - a.held || (a.code < b.code ? -1 : 1))
    .map(({ code, held }) => ({
      code,
      detail: isCode(code) ? sentenceForSender(code) : code,
      decisions: few(held),
      share: few(held) === null || asked === 0 ? null : held / asked,
    }));
  const { policy } = await gatePolicyIn(view.db);
  return {
    asked,
    permitted,
    wouldHold: wouldHold === 0 ? 0 : few(wouldHold),
    inWords: inWords(asked, wouldHold),
    reasons,
    tried: policy.shadow
      .filter(({ until }) => until > view.at)
      .map(({ rule, owner, until }) => ({ rule, owner, until: until.toISOString() })),
  };
}

const isCode = (code: string): code is ReasonCode => Object.hasOwn(REASON_CODES, code);
const NUMBER = new Intl.NumberFormat('en');

function inWords(asked: number, wouldHold: number): string {
  if (asked === 0) return 'nothing was asked in this time';
  if (wouldHold === 0) return `would have held none of ${NUMBER.format(asked)}`;
  const held = wouldHold < FEWEST_SHOWN ? `fewer than ${FEWEST_SHOWN}` : NUMBER.format(wouldHold);
  return `would have held ${held} of ${NUMBER.format(asked)} more`;
}
