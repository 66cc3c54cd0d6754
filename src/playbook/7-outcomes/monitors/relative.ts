import { logSum } from '../../../kernel/statistics/log-sum.ts';

/** What is watched, beside what it is compared with, in one hour and at one mailbox provider. */
export interface Stratum {
  readonly sends: number;
  readonly events: number;
  readonly otherSends: number;
  readonly otherEvents: number;
}

/** Times the tolerated ratio, equally weighted. */
const RATIOS: readonly number[] = [1.25, 1.5, 2, 3, 5, 10];

/**
 * ln of the e-value against "the rate is at most `tolerated` times that of the others", over strata. Given how many
 * events a stratum has in all, how many of them are here is binomial: whatever moves both alike, as a season or a
 * filter of a mailbox provider, drops out. Each ratio is multiplied over the strata, and only then are the ratios
 * averaged, so that the order of the strata does not matter. For people who are drawn without replacement the number
 * is less spread than binomial, which makes the e-value smaller in expectation and never larger.
 *
 * @param tolerated above 0; 1 for "not worse". @returns in (−∞, ∞); 0 without a stratum that tells something.
 * Source: conditional test of two rates (Przyborowski & Wilenski 1940) as a mixture of likelihood ratios; Hoeffding
 * (1963), theorem 4, for draws without replacement.
 */
export function relativeToOthers(strata: readonly Stratum[], tolerated = 1): number {
  const sums = RATIOS.map(() => 0);
  for (const { sends, events, otherSends, otherEvents } of strata) {
    if (sends === 0 || otherSends === 0 || events + otherEvents === 0) continue;
    const share = shareAt(tolerated, sends, otherSends);
    for (let index = 0; index < RATIOS.length; index += 1) {
      const alternative = shareAt(tolerated * RATIOS[index]!, sends, otherSends);
      sums[index] =
        sums[index]! +
        events * Math.log(alternative / share) +
        otherEvents * (Math.log1p(-alternative) - Math.log1p(-share));
    }
  }
  return logSum(sums) - Math.log(RATIOS.length);
}

/** The share of all events that is expected here where the rate is `ratio` times that of the others. */
const shareAt = (ratio: number, sends: number, otherSends: number): number =>
  (ratio * sends) / (ratio * sends + otherSends);

export interface Disparity {
  /** ln e against "this group has it no more often than the rest". */
  readonly more: number;
  /** ln e against "this group has it no less often than the rest". */
  readonly less: number;
  /** ln e against "no difference": the mean of both, so that looking both ways costs what it costs. */
  readonly either: number;
}

/**
 * A group against all others, both ways. With a tolerance of 1/0.8, as for exclusions, only a difference beyond four
 * fifths counts.
 */
export function disparity(strata: readonly Stratum[], tolerated = 1): Disparity {
  const more = relativeToOthers(strata, tolerated);
  const less = relativeToOthers(strata.map(turned), tolerated);
  return { more, less, either: logSum([more, less]) - Math.LN2 };
}

const turned = ({ sends, events, otherSends, otherEvents }: Stratum): Stratum => ({
  sends: otherSends,
  events: otherEvents,
  otherSends: sends,
  otherEvents: events,
});
