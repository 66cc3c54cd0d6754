import { ENDS_EARLY, type LotPolicy, lotIntensities, type RestLength } from './lot.ts';

/** Share of people, in [0, 1), who have a rest of each length in one ground from a real cause. */
export type RealShares = ReadonlyArray<{ readonly days: number; readonly share: number }>;

/**
 * How sure anybody can be at the most that a rest which they see begin, or see run, has a real cause, in [0, 1], however
 * often they ask; 1 where rests of a length have causes and no lot. Rests from causes and by lot are independent streams
 * of starts, so that of the starts of one length a share real / (real + lot) is real, whatever else was seen before. By
 * lot only 1 − ENDS_EARLY run to the end of their length, which is the most that watching one can add.
 *
 * It assumes that causes begin at an even rate. On a day on which many begin at once, as after a letter that offers to
 * spare people a theme, `certaintyOfStarts` of that day holds. Whoever sees several rests of a person one after another
 * has several chances: of n starts that one is real with at most 1 − (1 − certainty)^n.
 */
export function certaintyOfRest(real: RealShares, policy: LotPolicy): number {
  const lots = lotIntensities(policy);
  const odds = real
    .filter(({ share }) => share > 0)
    .map(({ days, share }) => {
      const lot = policy.restLengths.reduce((sum, one, i) => sum + (one.days === days ? lots[i]! : 0), 0);
      return intensityOf(share) / (lot * (1 - ENDS_EARLY));
    });
  return fromOdds(Math.max(0, ...odds));
}

/** The same for one day: so many rests began from causes, and so many are to be expected by lot among all people. */
export const certaintyOfStarts = (real: number, byLot: number): number =>
  real <= 0 ? 0 : fromOdds(real / (byLot * (1 - ENDS_EARLY)));

/** Starts by lot that are to be expected in one day among so many people, in one ground. */
export const lotStartsPerDay = (people: number, policy: LotPolicy): number =>
  lotIntensities(policy).reduce(
    (sum, intensity, i) => sum + (people * intensity) / (1 - ENDS_EARLY / 2) / policy.restLengths[i]!.days,
    0,
  );

/** Lengths weighted as real rests fall, which makes `certaintyOfRest` the least that a share of rests can give. */
export const lengthsLike = (real: RealShares): readonly RestLength[] => {
  const used = real.filter(({ share }) => share > 0);
  const sum = used.reduce((all, { share }) => all + intensityOf(share), 0);
  return used.map(({ days, share }) => ({ days, weight: intensityOf(share) / sum }));
};

/** Mean number of rests that run, where a share of people has any: the share without is e to the minus of it. */
const intensityOf = (share: number): number => -Math.log(1 - Math.min(0.999, share));

const fromOdds = (odds: number): number => (odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds));
