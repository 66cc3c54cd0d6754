import type { StoryMonth, StoryPeriod } from '../../src/report/story/schema.ts';

const PERIODS = [
  { period: 'before', from: '2025-11', until: '2026-01' },
  { period: 'pressure', from: '2026-02', until: '2026-05' },
  { period: 'after', from: '2026-06', until: '2026-10' },
  { period: 'year', from: '2025-11', until: '2026-10' },
] as const;

interface Months {
  readonly months: readonly StoryMonth[];
}

/** Both worlds, summed up: before the pressure, while one of them has it unrepaired, after the repair, and all in all. */
export const comparedMonths = (worlds: {
  readonly unwatched: Months;
  readonly watched: Months;
}): readonly StoryPeriod[] =>
  PERIODS.map(({ period, from, until }) => {
    const sum = (what: 'orders' | 'kept' | 'complaints' | 'optOuts', { months }: Months): number =>
      months
        .filter(({ month }) => month >= from && month <= until)
        .reduce((total, month) => total + month[what], 0);
    const both = (what: Parameters<typeof sum>[0]) => ({
      unwatched: sum(what, worlds.unwatched),
      watched: sum(what, worlds.watched),
    });
    return {
      period,
      from,
      until,
      orders: both('orders'),
      kept: both('kept'),
      complaints: both('complaints'),
      optOuts: both('optOuts'),
    };
  });
