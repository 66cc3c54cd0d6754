import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';
import { binomialDraw, type Random, seededRandom } from '../../../kernel/statistics/random.ts';
import { conditionalDisparity, type Strata, strataOf } from './conditional.ts';
import { type Tally, withoutTally } from './tally.ts';

const REPLICATES = 400;

/**
 * 95 % percentile interval of the conditional disparity of a group by a bootstrap on cells: in every stratum the hits of
 * the group and of the rest are drawn anew with their sizes kept, which is resampling people within those cells.
 * Seeded, so that the same counts give the same interval. `null` for weighted counts, whose cells are no people.
 * Source: Efron & Tibshirani, An Introduction to the Bootstrap (1993), 13.3.
 */
export function disparityInterval({ tallies, sums }: Strata, group: number, seed: number): Interval | null {
  const sides = tallies.map(
    (byGroup, stratum) => [byGroup[group]!, withoutTally(sums[stratum]!, byGroup[group]!)] as const,
  );
  if (sides.some((pair) => pair.some(({ total, squares }) => total !== squares))) return null;
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let replicate = 0; replicate < REPLICATES; replicate += 1) {
    const drawn = strataOf(sides.map((pair) => pair.map((side) => redrawn(random, side))));
    const { conditionalDisparity: value } = conditionalDisparity(drawn, 0);
    if (value !== null) values.push(value);
  }
  if (values.length < REPLICATES / 2) return null;
  values.sort((a, b) => a - b);
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))]!;
  return [at(0.025), at(0.975)];
}

const redrawn = (random: Random, side: Tally): Tally => ({
  ...side,
  hits: side.total === 0 ? 0 : binomialDraw(random, side.total, side.hits / side.total),
});
