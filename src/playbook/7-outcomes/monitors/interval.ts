import { logBeta } from '../../../kernel/statistics/incomplete-beta.ts';
import { logSum } from '../../../kernel/statistics/log-sum.ts';
import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';

/** One half of the weight where complaints lie, the other over all rates, so that no rate is far from both. */
const PRIORS = [
  { a: 0.5, b: 250 },
  { a: 0.5, b: 0.5 },
] as const;

/**
 * An interval for a rate that holds at all times at once: with probability at least 1 − alpha the true rate is never
 * outside, however often somebody looks. It is where the mixture of all rates is less than 1/alpha times likelier than
 * the rate itself. For independent sends; clusters make it too narrow, which is why alarms do not rest on it.
 *
 * Source: Howard, Ramdas, McAuliffe & Sekhon (2021), beta-binomial mixture; prior-posterior ratio of Waudby-Smith &
 * Ramdas (2020).
 */
export function anytimeInterval(events: number, sends: number, alpha = 0.05): Interval {
  if (sends === 0) return [0, 1];
  const parts = PRIORS.map(({ a, b }) => logBeta(a + events, b + sends - events) - logBeta(a, b));
  const mixture = logSum(parts) - Math.log(PRIORS.length) + Math.log(alpha);
  const isOutside = (rate: number): boolean => mixture >= logLikelihood(events, sends, rate);
  const rate = events / sends;
  return [events === 0 ? 0 : border(isOutside, 0, rate), events === sends ? 1 : border(isOutside, 1, rate)];
}

const logLikelihood = (events: number, sends: number, rate: number): number =>
  (events === 0 ? 0 : events * Math.log(rate)) +
  (sends === events ? 0 : (sends - events) * Math.log1p(-rate));

/** Between an end that is outside and a rate that is inside, by halving: to the last digit. */
function border(isOutside: (rate: number) => boolean, outside: number, inside: number): number {
  let [far, near] = [outside, inside];
  for (let step = 0; step < 200 && far !== near; step += 1) {
    const middle = (far + near) / 2;
    if (middle === far || middle === near) break;
    if (isOutside(middle)) far = middle;
    else near = middle;
  }
  return far;
}
