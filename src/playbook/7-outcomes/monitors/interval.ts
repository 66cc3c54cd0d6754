import { logBeta } from '../../../kernel/statistics/incomplete-beta.ts';
import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';

/** Beta(½, ½·500): even odds over orders of magnitude, centred where complaints lie. */
const PRIOR = { a: 0.5, b: 250 };

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
  const mixture =
    logBeta(PRIOR.a + events, PRIOR.b + sends - events) - logBeta(PRIOR.a, PRIOR.b) + Math.log(alpha);
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
