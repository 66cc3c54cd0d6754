import type { SaidDate } from './said-dates.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A deadline as its fact declares it. */
export interface Deadline {
  readonly end: Date;
  /** As it is written, with the offset that tells its local day; `null` where a query or an answer gave it. */
  readonly written: string | null;
  readonly zone: string | null;
}

/**
 * Whether words that name a day or moment fit a deadline, read at `now`. Days are compared in the zone of the deadline;
 * where that is not told, in every zone in which the moment is the end of a day. At the plan a weekday fits the deadline
 * of any week, because the day of the send is not known; at the send it means one of the next seven days.
 */
export function fitsDeadline(
  { means }: SaidDate,
  deadline: Deadline,
  now: Date,
  moment: 'plan' | 'send',
): boolean {
  const days = daysOf(deadline);
  switch (means.type) {
    case 'date':
      return means.readings.some(({ year, month, day }) =>
        days.some((own) => own.month === month && own.day === day && (year === null || own.year === year)),
      );
    case 'weekday':
      return (
        days.some((own) => means.days.includes(weekdayOf(own))) &&
        (moment === 'plan' || deadline.end.getTime() - now.getTime() < 8 * DAY_MS)
      );
    case 'days-ahead': {
      const meant = dayIn(new Date(now.getTime() + means.days * DAY_MS), deadline);
      return days.some((own) => numberOfDay(own) === numberOfDay(meant));
    }
    case 'after': {
      const meant = now.getTime() + means.ms;
      const tolerance = Math.max(HOUR_MS, means.ms / 4);
      return (
        Math.abs(deadline.end.getTime() - meant) <=
        (means.ms >= DAY_MS * 2 ? Math.max(tolerance, DAY_MS) : tolerance)
      );
    }
  }
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The days on which people may say that a deadline falls. */
function daysOf(deadline: Deadline): Day[] {
  const own = dayIn(deadline.end, deadline);
  const before = (ms: number): Day => dayIn(new Date(deadline.end.getTime() - ms), deadline);
  // Midnight belongs to the day that it ends. A bare UTC time before noon may be the end of a day further west.
  const hoursBack =
    deadline.zone === null && offsetOf(deadline.written) === 0 ? deadline.end.getUTCHours() + 1 : 0;
  return hoursBack > 0 && hoursBack <= 12 ? [own, before(hoursBack * HOUR_MS)] : [own, before(1)];
}

function dayIn(moment: Date, { zone, written }: Deadline): Day {
  if (zone !== null) {
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    const [year, month, day] = parts.format(moment).split('-').map(Number);
    return { year: year!, month: month!, day: day! };
  }
  const local = new Date(moment.getTime() + offsetOf(written));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** Milliseconds that the written offset is ahead of UTC. */
function offsetOf(written: string | null): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(written ?? '') ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

const numberOfDay = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);
const weekdayOf = (day: Day): number => new Date(numberOfDay(day)).getUTCDay();
