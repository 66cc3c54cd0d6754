import { coversJurisdiction } from '../../../kernel/jurisdiction.ts';
import type { NormId } from '../../../kernel/norms/index.ts';
import type { Jurisdiction } from '../../../kernel/vocabulary.ts';
import { monthsLater } from '../preferences/page-choice.ts';
import type { RequestKind } from './request-kind.ts';

/** How long an answer may take at most. */
export interface RequestClock {
  readonly count: number;
  /** Business days leave out Saturdays and Sundays; holidays count, which makes the time shorter and never longer. */
  readonly unit: 'month' | 'day' | 'business-day';
  readonly norm: NormId;
}

interface Row extends RequestClock {
  readonly kinds: readonly RequestKind[];
  /** `null`: where no law that stands here holds. */
  readonly jurisdiction: Jurisdiction | null;
  /** By how many of its unit reasons may extend it, once; 0 where they may not. */
  readonly extendedBy: number;
}

const OPT_OUTS: readonly RequestKind[] = ['object', 'opt-out-sale', 'opt-out-profiling', 'stop'];
const FACTS: readonly RequestKind[] = ['access', 'portability', 'correct', 'erase'];
const RIGHTS: readonly RequestKind[] = [...FACTS, ...OPT_OUTS, 'restrict', 'contest'];
const month = { count: 1, unit: 'month', extendedBy: 2 } as const;

const CLOCKS: readonly Row[] = [
  { kinds: RIGHTS, jurisdiction: 'eu', ...month, norm: 'eu-gdpr-12' },
  { kinds: RIGHTS, jurisdiction: 'uk', ...month, norm: 'uk-gdpr-12' },
  {
    kinds: FACTS,
    jurisdiction: 'us-ca',
    count: 45,
    unit: 'day',
    extendedBy: 45,
    norm: 'us-ca-civ-1798-130',
  },
  {
    kinds: ['opt-out-profiling'],
    jurisdiction: 'us-ca',
    count: 15,
    unit: 'business-day',
    extendedBy: 0,
    norm: 'us-ca-ccpa-7221',
  },
  {
    kinds: ['object', 'opt-out-sale', 'stop'],
    jurisdiction: 'us-ca',
    count: 15,
    unit: 'business-day',
    extendedBy: 0,
    norm: 'us-ca-civ-1798-135',
  },
  {
    kinds: ['contest'],
    jurisdiction: 'us-co',
    count: 30,
    unit: 'day',
    extendedBy: 0,
    norm: 'us-co-sb26-189',
  },
  { kinds: RIGHTS, jurisdiction: null, ...month, norm: 'ours-request-clock' },
  {
    kinds: ['talk'],
    jurisdiction: null,
    count: 5,
    unit: 'business-day',
    extendedBy: 0,
    norm: 'ours-person-to-talk-to',
  },
];

/** Every clock there is, for people who want to look it up. */
export const REQUEST_CLOCKS: readonly Readonly<Row>[] = CLOCKS;

/** The clock of a request. Where it is not known which law holds, the shortest of all that could. */
export function clockOf(kind: RequestKind, jurisdiction: Jurisdiction | null, from: Date): RequestClock {
  return shortest(rowsFor(kind, jurisdiction).map(plain), from);
}

/**
 * The whole time of a request that was extended, counted from when it was asked; `null` where no reason extends it.
 * Where it is not known which law holds, it is extended only where every law lets it, and to the shortest.
 */
export function extendedClockOf(
  kind: RequestKind,
  jurisdiction: Jurisdiction | null,
  from: Date,
): RequestClock | null {
  const rows = rowsFor(kind, jurisdiction);
  if (rows.some(({ extendedBy }) => extendedBy === 0)) return null;
  return shortest(
    rows.map((row) => ({ ...plain(row), count: row.count + row.extendedBy })),
    from,
  );
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

/** So many days before its end a request is due soon. */
export const DUE_SOON_DAYS = 7;
export const URGENCIES = ['overdue', 'due-soon', 'in-time'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** How a request that is open stands to its clock. */
export function urgencyOf(due: Date, now: Date): Urgency {
  const left = due.getTime() - now.getTime();
  return left < 0 ? 'overdue' : left < DUE_SOON_DAYS * 86_400_000 ? 'due-soon' : 'in-time';
}

function rowsFor(kind: RequestKind, jurisdiction: Jurisdiction | null): readonly Row[] {
  const ofKind = CLOCKS.filter(({ kinds }) => kinds.includes(kind));
  if (jurisdiction === null) return ofKind;
  const inForce = ofKind.filter(
    (row) => row.jurisdiction !== null && coversJurisdiction(row.jurisdiction, jurisdiction),
  );
  return inForce.length > 0 ? inForce : ofKind.filter((row) => row.jurisdiction === null);
}

const shortest = (clocks: readonly RequestClock[], from: Date): RequestClock =>
  clocks.reduce((one, other) => (dueAt(other, from) < dueAt(one, from) ? other : one));

const plain = ({ count, unit, norm }: Row): RequestClock => ({ count, unit, norm });
