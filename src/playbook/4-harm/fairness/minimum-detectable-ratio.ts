import { normalQuantile } from '../../../kernel/statistics/normal.ts';

const Z_POWER = normalQuantile(0.8);

/**
 * The largest ratio below 1 of a group's rate to that of all others which a two-sided test at `alpha` would see with a
 * power of 80 %, given the sizes and the others' rate: 0.9 means that a shortfall of a tenth would be seen, 0 that even
 * a rate of zero would not. `null` where the others' rate is 0 or a side is empty: nothing could be seen.
 * Normal approximation with pooled variance under equality, unpooled under the alternative.
 * Source: Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003), 4.2.
 */
export function minimumDetectableRatio(
  groupSize: number,
  restSize: number,
  restRate: number,
  alpha = 0.05,
): number | null {
  if (!(groupSize > 0 && restSize > 0 && restRate > 0)) return null;
  const zAlpha = normalQuantile(1 - alpha / 2);
  const isSeen = (ratio: number): boolean => {
    const rate = ratio * restRate;
    const pooled = (rate * groupSize + restRate * restSize) / (groupSize + restSize);
    const equal = Math.sqrt(pooled * (1 - pooled) * (1 / groupSize + 1 / restSize));
    const apart = Math.sqrt((rate * (1 - rate)) / groupSize + (restRate * (1 - restRate)) / restSize);
    return restRate - rate >= zAlpha * equal + Z_POWER * apart;
  };
  if (!isSeen(0)) return 0;
  let [seen, unseen] = [0, 1];
  for (let step = 0; step < 50; step += 1) {
    const middle = (seen + unseen) / 2;
    if (isSeen(middle)) seen = middle;
    else unseen = middle;
  }
  return seen;
}
