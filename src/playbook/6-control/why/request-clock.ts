import { coversJurisdiction } from '../../../kernel/jurisdiction.ts';
import type { NormId } from '../../../kernel/norms/index.ts';
import type { Jurisdiction } from '../../../kernel/vocabulary.ts';
import { monthsLater } from '../preferences/page-choice.ts';

/** What a customer can ask for on the why page. */
export const REQUEST_KINDS = ['correct', 'stop', 'contest', 'talk'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** How long an answer may take at most. */
export interface RequestClock {
  readonly count: number;
  /** Business days leave out Saturdays and Sundays; holidays count, which makes the time shorter and never longer. */
  readonly unit: 'month' | 'day' | 'business-day';
  readonly norm: NormId;
}

interface Row extends RequestClock {
  readonly kinds: readonly RequestKind[];
  readonly jurisdiction: Jurisdiction | null;
}

/** Rows without a jurisdiction are kept everywhere: the month of the GDPR is shorter than the 45 days of the CCPA. */
const CLOCKS: readonly Row[] = [
  { kinds: ['correct', 'stop', 'contest'], jurisdiction: null, count: 1, unit: 'month', norm: 'eu-gdpr-12' },
  { kinds: ['stop'], jurisdiction: 'us-ca', count: 15, unit: 'business-day', norm: 'us-ca-civ-1798-135' },
  { kinds: ['contest'], jurisdiction: 'us-co', count: 30, unit: 'day', norm: 'us-co-sb26-189' },
  { kinds: ['talk'], jurisdiction: null, count: 5, unit: 'business-day', norm: 'ours-person-to-talk-to' },
];

/** The clock of a request. Where it is not known which law holds, the shortest of all that could. */
export function clockOf(kind: RequestKind, jurisdiction: Jurisdiction | null, from: Date): RequestClock {
  const could = CLOCKS.filter(
    (row) =>
      row.kinds.includes(kind) &&
      (row.jurisdiction === null ||
        jurisdiction === null ||
        coversJurisdiction(row.jurisdiction, jurisdiction)),
  );
  const shortest = could.reduce((a, b) => (dueAt(b, from) < dueAt(a, from) ? b : a));
  const { count, unit, norm } = shortest;
  return { count, unit, norm };
}

/** The end of the day on which an answer is due, in UTC. */
export function dueAt({ count, unit }: Pick<RequestClock, 'count' | 'unit'>, from: Date): Date {
  const due = unit === 'month' ? monthsLater(from, count) : new Date(from);
  for (let left = unit === 'month' ? 0 : count; left > 0; ) {
    due.setUTCDate(due.getUTCDate() + 1);
    if (unit === 'day' || (due.getUTCDay() !== 0 && due.getUTCDay() !== 6)) left -= 1;
  }
  due.setUTCHours(23, 59, 59, 0);
  return due;
}
