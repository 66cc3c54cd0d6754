import { logBeta, logRegularisedBeta } from '../../../kernel/statistics/incomplete-beta.ts';
import { logSum } from '../../../kernel/statistics/log-sum.ts';

/** Beta(1, 500): about even odds to rates up to a few in a thousand, which is where complaints lie. */
const PRIOR = { a: 1, b: 500 };

/**
 * ln of the e-value against "the rate is at most `bound`" where sends are independent: a Beta(1, 500) of rates cut off
 * below the bound, against the bound itself. Uses `events` of `sends` alone.
 *
 * @param bound in (0, 1). @returns in (−∞, ∞); 0 without sends.
 * Source: Robbins, Statistical methods related to the law of the iterated logarithm (1970), with a truncated prior.
 */
export function truncatedBetaMixture(events: number, sends: number, bound: number): number {
  if (sends === 0) return 0;
  const { a, b } = PRIOR;
  const [up, down] = [a + events, b + sends - events];
  return (
    logBeta(up, down) +
    logRegularisedBeta(1 - bound, down, up) -
    logBeta(a, b) -
    logRegularisedBeta(1 - bound, b, a) -
    events * Math.log(bound) -
    (sends - events) * Math.log1p(-bound)
  );
}

/** How many times the bound the rates of the alternatives are. */
export const HARMS: readonly number[] = [1.25, 1.5, 2, 3, 5, 10];

/**
 * ln of the e-value against "the rate is at most `bound`" where sends are independent: likelihood ratios at fixed
 * multiples of the bound, equally weighted. Multiples that would make a rate of 1 or more are left out.
 */
export function likelihoodRatios(events: number, sends: number, bound: number): number {
  const rates = HARMS.map((harm) => harm * bound).filter((rate) => rate < 1);
  const ratios = rates.map((rate) => logLikelihoodRatio(events, sends, rate, bound));
  return logSum(ratios) - Math.log(rates.length);
}

/** ln of how much likelier the counts are at `rate` than at `bound`; both in (0, 1). */
export const logLikelihoodRatio = (events: number, sends: number, rate: number, bound: number): number =>
  events * Math.log(rate / bound) + (sends - events) * (Math.log1p(-rate) - Math.log1p(-bound));
