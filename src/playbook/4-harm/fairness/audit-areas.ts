import { logBenjaminiHochberg } from '../../../kernel/statistics/benjamini-hochberg.ts';
import { type Interval, katzRatio } from '../../../kernel/statistics/proportion-interval.ts';
import type { DecisionCell } from './cells.ts';
import { breaksRatio, FOUR_FIFTHS, type FourFifths, type Share } from './four-fifths.ts';
import { minimumDetectableRatio } from './minimum-detectable-ratio.ts';
import { type Area, boundsFromAreas } from './missing-attribute.ts';
import { type Tally, testAgainstRest } from './tally.ts';
import { type AuditVerdict, SIGNIFICANCE } from './verdict.ts';

/** Share of an area's people who belong to each group, by public statistics: area → group → share in [0, 1]. */
export type AreaShares = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** What area statistics alone allow to say of one group: bounds, never a guess about a person. */
export interface AreaBounds {
  readonly group: string;
  /** People of the group that the shares lead to expect. */
  readonly expected: number;
  readonly selectionRate: Interval;
  /** Group over everyone else; both ends come from one and the same allotment. `null` where nobody else could be selected. */
  readonly ratio: readonly [low: number | null, high: number | null];
  /** Of the allotment that favours the group most, against everyone else, adjusted over the groups; `null` where nobody is on one side. */
  readonly adjustedPValue: number | null;
  readonly logAdjustedPValue: number | null;
  /** The smallest gap that so many people could show with 80 % power, were their attributes known. */
  readonly minimumDetectableRatio: number | null;
  /**
   * `review`: below the threshold in every allotment, and beyond chance even in the one that favours the group most;
   * `pass`: not below it in any, and enough people to show it, or clear of it beyond chance; else `insufficient`.
   */
  readonly verdict: AuditVerdict;
}

export interface AreaAudit {
  readonly groups: readonly AreaBounds[];
  /** Areas with statistics in which somebody was decided on. */
  readonly areas: number;
  readonly people: number;
  readonly selected: number;
  /** People in areas without statistics, who are in no bound. */
  readonly unmatched: number;
  /** The areas with what was counted there and the shares used: every bound follows from them. Empty beyond 5,000 areas. */
  readonly byArea: ReadonlyArray<{
    readonly area: string;
    readonly people: number;
    readonly selected: number;
    readonly shares: Readonly<Record<string, number>>;
  }>;
}

const MOST_LISTED = 5000;

/**
 * Audits without anybody's attribute: decisions counted by area (the first attribute of the cells) and public shares.
 * Assumes that an area's share holds for the people decided on there; where it does not, no bound here holds.
 * The allotment that favours a group most is tested as whole people, rounded in the group's favour.
 */
export function auditAreas(
  cells: ReadonlyArray<Pick<DecisionCell, 'by' | 'rows'> & { readonly selected: boolean }>,
  shares: AreaShares,
  threshold: FourFifths = FOUR_FIFTHS,
): AreaAudit {
  const counted = new Map<string, { hits: number; total: number }>();
  let unmatched = 0;
  for (const { by, rows, selected } of cells) {
    const area = by[0] ?? null;
    if (area === null || !shares.has(area)) {
      unmatched += rows;
      continue;
    }
    const own = counted.get(area) ?? { hits: 0, total: 0 };
    own.total += rows;
    if (selected) own.hits += rows;
    counted.set(area, own);
  }
  const all = [...counted.values()].reduce(
    (sum, { hits, total }) => ({ hits: sum.hits + hits, total: sum.total + total }),
    { hits: 0, total: 0 },
  );
  const names = [...new Set([...shares.values()].flatMap((byGroup) => Object.keys(byGroup)))].sort();
  const allotments = names.flatMap((group): Allotments[] => {
    const areas = [...counted].map(
      ([area, tally]): Area => ({ ...tally, groupShare: shares.get(area)![group] ?? 0 }),
    );
    const rates = boundsFromAreas(areas);
    return rates === null ? [] : [allotmentsOf(group, areas, rates, all)];
  });
  return {
    groups: judged(allotments, all, threshold),
    areas: counted.size,
    people: all.total,
    selected: all.hits,
    unmatched,
    byArea:
      counted.size > MOST_LISTED
        ? []
        : [...counted]
            .map(([area, { hits, total }]) => ({
              area,
              people: total,
              selected: hits,
              shares: shares.get(area)!,
            }))
            .sort((a, b) => (a.area < b.area ? -1 : 1)),
  };
}

/** A group between the allotment that favours it least and the one that favours it most. */
interface Allotments {
  readonly group: string;
  readonly expected: number;
  readonly rates: Interval;
  readonly ratio: AreaBounds['ratio'];
  /** The most favourable one as whole people: selected rounded up, people rounded down. */
  readonly best: Share;
  readonly worst: Share;
}

function allotmentsOf(group: string, areas: readonly Area[], rates: Interval, all: Share): Allotments {
  const expected = areas.reduce(
    (sum, { total, groupShare }) => sum + total * Math.min(1, Math.max(0, groupShare)),
    0,
  );
  const rest = all.total - expected;
  // Whoever of the selected is not of the group is of the rest, so one end of the ratio needs one allotment only.
  const ratioAt = (rate: number): number | null => {
    const others = rest > 0 ? (all.hits - rate * expected) / rest : 0;
    return others > 1e-12 ? rate / others : null;
  };
  // Shares are decimals, and their sums differ from whole people by the width of a double.
  const [down, up] = [Math.floor(expected + 1e-6), Math.ceil(expected - 1e-6)];
  return {
    group,
    expected,
    rates,
    ratio: [ratioAt(rates[0]), ratioAt(rates[1])],
    best: { hits: Math.min(down, Math.ceil(rates[1] * expected - 1e-6)), total: down },
    worst: { hits: Math.max(0, Math.floor(rates[0] * expected + 1e-6)), total: up },
  };
}

const restOf = (all: Share, { hits, total }: Share): Share => ({
  hits: all.hits - hits,
  total: all.total - total,
});
const tallyOf = ({ hits, total }: Share): Tally => ({ hits, total, squares: total });

function judged(groups: readonly Allotments[], all: Share, threshold: FourFifths): AreaBounds[] {
  const tested = groups.filter(({ best }) => best.total > 0 && best.total < all.total);
  const adjusted = logBenjaminiHochberg(
    tested.map(({ best }) => testAgainstRest(tallyOf(best), tallyOf(all), false).logP),
  );
  const logPOf = new Map(tested.map(({ group }, index) => [group, adjusted[index]!]));
  return groups.map(({ group, expected, rates, ratio, best, worst }): AreaBounds => {
    const logP = logPOf.get(group) ?? null;
    const rest = restOf(all, best);
    const detectable = minimumDetectableRatio(
      best.total,
      rest.total,
      rest.total > 0 ? rest.hits / rest.total : 0,
      SIGNIFICANCE / Math.max(1, tested.length),
    );
    const isBelow = logP !== null && breaksRatio(best, rest, threshold) && logP < Math.log(SIGNIFICANCE);
    const limit = threshold.numerator / threshold.denominator;
    const others = restOf(all, worst);
    const [lowest] = katzRatio(worst.hits, worst.total, others.hits, others.total) ?? [0];
    // Either a gap could have been seen, or what is seen lies clear of the threshold whatever chance did.
    const canShow = (detectable !== null && detectable >= limit) || lowest >= limit;
    const isAbove = canShow && !breaksRatio(worst, others, threshold);
    return {
      group,
      expected,
      selectionRate: rates,
      ratio,
      adjustedPValue: logP === null ? null : Math.exp(logP),
      logAdjustedPValue: logP,
      minimumDetectableRatio: detectable,
      verdict: isBelow ? 'review' : isAbove ? 'pass' : 'insufficient',
    };
  });
}
