import { stratifiedOdds } from '../../../kernel/statistics/mantel-haenszel.ts';
import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';
import { effective, sumTallies, type Tally, withoutTally } from './tally.ts';

/** A group's disparity once people are compared within strata only. */
export interface ConditionalDisparity {
  readonly oddsRatio: number | null;
  readonly interval: Interval | null;
  readonly cmh: number | null;
  readonly cmhCorrected: number | null;
  readonly pValue: number | null;
  readonly logPValue: number | null;
  readonly breslowDay: number | null;
  readonly breslowDayPValue: number | null;
  readonly tarone: number | null;
  readonly taronePValue: number | null;
  readonly marginalOddsRatio: number | null;
  readonly conditionalDisparity: number | null;
  readonly unconditionalDisparity: number | null;
  /** The group does worse overall and better within strata, or the other way round (Simpson's reversal). */
  readonly signFlips: boolean;
}

/** The favourable decision by stratum and group, with the sums that every group is held against. */
export interface Strata {
  /** `tallies[stratum][group]`. */
  readonly tallies: ReadonlyArray<readonly Tally[]>;
  readonly sums: readonly Tally[];
  readonly whole: readonly Tally[];
  readonly all: Tally;
}

export function strataOf(tallies: ReadonlyArray<readonly Tally[]>): Strata {
  const sums = tallies.map(sumTallies);
  const whole = (tallies[0] ?? []).map((_, group) => sumTallies(tallies.map((byGroup) => byGroup[group]!)));
  return { tallies, sums, whole, all: sumTallies(sums) };
}

/**
 * Disparity of one group within strata.
 * Odds are those of the favourable decision, group over the rest; sampling weights enter by their effective sizes.
 */
export function conditionalDisparity(
  { tallies, sums, whole, all }: Strata,
  group: number,
): ConditionalDisparity {
  const strata = tallies.map((byGroup, stratum) => {
    const own = effective(byGroup[group]!);
    // Effective sizes of parts do not add up to that of the whole; the rest is taken on its own.
    const rest = effective(withoutTally(sums[stratum]!, byGroup[group]!));
    return { hits: own.hits, size: own.size, allHits: own.hits + rest.hits, all: own.size + rest.size };
  });
  const odds = stratifiedOdds(strata);
  const unconditional = demographicDisparity(whole[group]!, all);
  const conditional = weightedDisparity(tallies, sums, group);
  const marginal = oddsOf(whole[group]!, all);
  return {
    oddsRatio: odds.oddsRatio,
    interval: odds.interval,
    cmh: odds.cmh,
    cmhCorrected: odds.cmhCorrected,
    pValue: odds.logP === null ? null : Math.exp(odds.logP),
    logPValue: odds.logP,
    breslowDay: odds.breslowDay,
    breslowDayPValue: odds.breslowDayLogP === null ? null : Math.exp(odds.breslowDayLogP),
    tarone: odds.tarone,
    taronePValue: odds.taroneLogP === null ? null : Math.exp(odds.taroneLogP),
    marginalOddsRatio: marginal,
    conditionalDisparity: conditional,
    unconditionalDisparity: unconditional,
    signFlips:
      marginal !== null && odds.oddsRatio !== null && marginal > 0 && odds.oddsRatio > 0
        ? Math.log(marginal) * Math.log(odds.oddsRatio) < 0
        : unconditional !== null && conditional !== null && unconditional * conditional < 0,
  };
}

function oddsOf(group: Tally, all: Tally): number | null {
  const [restHits, restMisses] = [all.hits - group.hits, all.total - group.total - (all.hits - group.hits)];
  const down = (group.total - group.hits) * restHits;
  return down > 0 ? (group.hits * restMisses) / down : null;
}

/**
 * The group's share of the rejected less its share of the accepted: above 0 the group is rejected more than accepted.
 * `null` where nobody was accepted or nobody rejected. Source: Wachter, Mittelstadt & Russell (2021), 5.2.
 */
export function demographicDisparity(own: Tally, all: Tally): number | null {
  const rejected = all.total - all.hits;
  if (all.hits === 0 || rejected === 0) return null;
  return (own.total - own.hits) / rejected - own.hits / all.hits;
}

/** Demographic disparity within strata, averaged by their people; strata where all or none were accepted carry none. */
function weightedDisparity(
  tallies: ReadonlyArray<readonly Tally[]>,
  sums: readonly Tally[],
  group: number,
): number | null {
  let [sum, people] = [0, 0];
  for (const [stratum, byGroup] of tallies.entries()) {
    const disparity = demographicDisparity(byGroup[group]!, sums[stratum]!);
    if (disparity === null) continue;
    sum += sums[stratum]!.total * disparity;
    people += sums[stratum]!.total;
  }
  return people > 0 ? sum / people : null;
}
