import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { type Interval, wilsonInterval } from '../../../kernel/statistics/proportion-interval.ts';
import type { PersonKey } from '../people/person.ts';
import type { PracticeAnswer } from './practice-case.ts';

/** What of a finished review counts for statistics. Kept 90 days at most, see `withinRetention`. */
export interface ReviewTiming {
  readonly by: PersonKey;
  readonly at: string;
  readonly seconds: number;
  /** Whether the decision went the way of the tool's verdict. */
  readonly agreed: boolean;
  readonly override: 'more-lenient' | 'stricter' | null;
}

/** The agreement or notice that statistics about reviewers rest on, as an administrator recorded it. */
export interface StatisticsAgreement {
  readonly reference: string;
  readonly recordedAt: string;
}

export interface Share {
  readonly share: number;
  readonly interval: Interval;
  readonly n: number;
}

export interface ReviewStatistics {
  readonly reviews: number;
  readonly people: number;
  readonly medianSeconds: number;
  readonly agreement: Share;
  readonly overriddenMoreLenient: Share;
  readonly overriddenStricter: Share;
  /** Practice cases caught; `null` where none was answered. */
  readonly caught: Share | null;
  /** Signs of reviewing that is no reviewing, said as questions to oneself; never a mark against anyone. */
  readonly signs: readonly string[];
}

/** Nothing is shown over fewer reviews, or of fewer others; nothing about one person is kept longer (ours). */
export const STATISTICS_LIMITS = { reviews: 30, people: 5, days: 90 } as const;
/** From which figures on a sign is said (ours). */
export const SIGN_LIMITS = { seconds: 30, agreement: 0.98, caught: 0.8, cases: 5 } as const;

const DAY_MS = 86_400_000;

/** What may still be kept and counted; everything older is to be deleted. */
export const withinRetention = <T extends { readonly at: string }>(
  records: readonly T[],
  now: Date,
): readonly T[] =>
  records.filter(({ at }) => now.getTime() - Date.parse(at) <= STATISTICS_LIMITS.days * DAY_MS);

export interface StatisticsInput {
  readonly timings: readonly ReviewTiming[];
  readonly answers: readonly PracticeAnswer[];
  readonly agreement: StatisticsAgreement | null;
  readonly now: Date;
}

/** One's own statistics; nobody else can ask for them. Problems: `statistics.off`, `statistics.too-few`. */
export const ownStatistics = (input: StatisticsInput, viewer: PersonKey): Result<ReviewStatistics, Problem> =>
  statistics(input, (by) => by === viewer, 1);

/**
 * The statistics of all reviewers but the viewer together: at least five of them, so that a viewer cannot take their
 * own figures out and see fewer. There are no smaller groups, since the difference of two would show one person.
 * Problems: `statistics.off`, `statistics.too-few`.
 */
export const groupStatistics = (
  input: StatisticsInput,
  viewer: PersonKey,
): Result<ReviewStatistics, Problem> => statistics(input, (by) => by !== viewer, STATISTICS_LIMITS.people);

function statistics(
  { timings, answers, agreement, now }: StatisticsInput,
  isCounted: (by: PersonKey) => boolean,
  fewestPeople: number,
): Result<ReviewStatistics, Problem> {
  if (agreement === null || Date.parse(agreement.recordedAt) > now.getTime())
    return fail(
      problem(
        'statistics.off',
        'review statistics are off',
        'record the agreement or notice that they rest on; nothing before it is counted',
      ),
    );
  const since = Date.parse(agreement.recordedAt);
  const counted = <T extends { readonly by: PersonKey; readonly at: string }>(
    records: readonly T[],
  ): readonly T[] =>
    withinRetention(records, now).filter(({ by, at }) => isCounted(by) && Date.parse(at) >= since);
  const own = counted(timings);
  const people = new Set(own.map(({ by }) => by)).size;
  if (own.length < STATISTICS_LIMITS.reviews || people < fewestPeople)
    return fail(
      problem(
        'statistics.too-few',
        `statistics are shown from ${STATISTICS_LIMITS.reviews} reviews${fewestPeople > 1 ? ` of ${fewestPeople} other people` : ''} on`,
        'look again once there are more',
      ),
    );
  const practised = counted(answers);
  const figures = {
    reviews: own.length,
    people,
    medianSeconds: medianOf(own.map(({ seconds }) => seconds)),
    agreement: shareOf(own, ({ agreed }) => agreed),
    overriddenMoreLenient: shareOf(own, ({ override }) => override === 'more-lenient'),
    overriddenStricter: shareOf(own, ({ override }) => override === 'stricter'),
    caught: practised.length === 0 ? null : shareOf(practised, ({ isCaught }) => isCaught),
  };
  return ok({ ...figures, signs: signsOf(figures) });
}

function signsOf({ medianSeconds, agreement, caught }: Omit<ReviewStatistics, 'signs'>): readonly string[] {
  const signs: string[] = [];
  if (medianSeconds < SIGN_LIMITS.seconds) signs.push('half of the reviews took less than half a minute');
  if (agreement.share > SIGN_LIMITS.agreement) signs.push('nearly every decision went the way of the tool');
  // A few misses by chance are no sign: the whole interval must lie below.
  if (caught !== null && caught.n >= SIGN_LIMITS.cases && caught.interval[1] < SIGN_LIMITS.caught)
    signs.push('many practice cases were approved');
  return signs;
}

function shareOf<T>(records: readonly T[], holds: (one: T) => boolean): Share {
  const hits = records.filter(holds).length;
  return { share: hits / records.length, interval: wilsonInterval(hits, records.length), n: records.length };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
