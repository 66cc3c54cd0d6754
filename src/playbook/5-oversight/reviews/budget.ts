import type { Gravity } from '../../../kernel/gravity.ts';

/** A review as the budget counts it. Nothing in it tells who judged. */
export interface BudgetReview {
  readonly openedAt: Date;
  readonly gravity: Gravity;
  /** Ids of the checks whose findings, at `review` or above, made the review necessary. */
  readonly checks: readonly string[];
  /** Facts without which checks could not be assessed. */
  readonly missingFacts: readonly string[];
  /** Time that people spent on it in all; `null` while it is open. */
  readonly minutes: number | null;
}

export interface BudgetCause {
  readonly type: 'check' | 'missing-fact';
  readonly name: string;
  /** Reviews that it had a part in. */
  readonly reviews: number;
  /** Reviews that would not have been opened without it. */
  readonly alone: number;
  /** Its part of the minutes, each review shared evenly among its causes. */
  readonly minutes: number;
}

export interface ReviewBudget {
  readonly weeks: number;
  readonly openedPerWeek: number;
  readonly hoursNeededPerWeek: number;
  readonly hoursAvailablePerWeek: number;
  /** Needed over available; `null` where nobody has time. Above 1 the queue grows. */
  readonly load: number | null;
  /** Uses judged in these weeks of which people needed more than a minute, as a share; the goal is 0.15 at most. */
  readonly overOneMinute: { readonly share: number; readonly uses: number } | null;
  /** The dearest causes first. */
  readonly causes: readonly BudgetCause[];
}

export interface BudgetInput {
  readonly reviews: readonly BudgetReview[];
  /** Uses checked in the same weeks, reviewed or not. */
  readonly uses: number;
  readonly hoursAvailablePerWeek: number;
  /** Whole weeks looked back, at least 1. */
  readonly weeks: number;
  /** What a review takes while its own time is not known: minutes by gravity (ours; replaced by the median of closed ones). */
  readonly usualMinutes: Readonly<Record<Gravity, number>>;
  readonly now: Date;
}

const WEEK_MS = 7 * 86_400_000;

/** What reviews cost against the hours there are, and which checks and missing facts cause most of it. */
export function reviewBudget(input: BudgetInput): ReviewBudget {
  const from = input.now.getTime() - input.weeks * WEEK_MS;
  const recent = input.reviews.filter(({ openedAt }) => openedAt.getTime() > from && openedAt <= input.now);
  const medians = mediansOf(recent);
  const costed = recent.map((review) => ({
    ...review,
    cost: review.minutes ?? medians[review.gravity] ?? input.usualMinutes[review.gravity],
  }));
  const minutes = costed.reduce((sum, { cost }) => sum + cost, 0);
  const needed = minutes / 60 / input.weeks;
  const over = costed.filter(({ cost }) => cost > 1).length;
  return {
    weeks: input.weeks,
    openedPerWeek: recent.length / input.weeks,
    hoursNeededPerWeek: needed,
    hoursAvailablePerWeek: input.hoursAvailablePerWeek,
    load: input.hoursAvailablePerWeek > 0 ? needed / input.hoursAvailablePerWeek : null,
    overOneMinute: input.uses > 0 ? { share: Math.min(1, over / input.uses), uses: input.uses } : null,
    causes: causesOf(costed),
  };
}

function causesOf(reviews: ReadonlyArray<BudgetReview & { readonly cost: number }>): readonly BudgetCause[] {
  const causes = new Map<string, BudgetCause>();
  for (const { checks, missingFacts, cost } of reviews) {
    const all = [
      ...[...new Set(checks)].map((name) => ({ type: 'check' as const, name })),
      ...[...new Set(missingFacts)].map((name) => ({ type: 'missing-fact' as const, name })),
    ];
    for (const cause of all) {
      const key = `${cause.type} ${cause.name}`;
      const so = causes.get(key) ?? { ...cause, reviews: 0, alone: 0, minutes: 0 };
      causes.set(key, {
        ...so,
        reviews: so.reviews + 1,
        alone: so.alone + (all.length === 1 ? 1 : 0),
        minutes: so.minutes + cost / all.length,
      });
    }
  }
  return [...causes.values()].sort((a, b) => b.minutes - a.minutes || (a.name < b.name ? -1 : 1));
}

function mediansOf(reviews: readonly BudgetReview[]): Partial<Record<Gravity, number>> {
  const medians: Partial<Record<Gravity, number>> = {};
  for (const gravity of ['advise', 'review', 'block'] as const) {
    const known = reviews.flatMap((one) =>
      one.gravity === gravity && one.minutes !== null ? [one.minutes] : [],
    );
    // Fewer than five say more about a person's day than about reviews.
    if (known.length >= 5) medians[gravity] = medianOf(known);
  }
  return medians;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
