import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';
import type { DecisionCell } from './cells.ts';
import { FOUR_FIFTHS, type FourFifths } from './four-fifths.ts';
import { type Area, boundsFromAreas } from './missing-attribute.ts';
import type { AuditVerdict } from './verdict.ts';

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
  /** `review`: below the threshold in every allotment; `pass`: above it in every one; else `insufficient`. */
  readonly verdict: AuditVerdict;
}

export interface AreaAudit {
  readonly groups: readonly AreaBounds[];
  /** People in areas without statistics, who are in no bound. */
  readonly unmatched: number;
}

/**
 * Audits without anybody's attribute: decisions counted by area (the first attribute of the cells) and public shares.
 * Assumes that an area's share holds for the people decided on there; where it does not, no bound here holds.
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
  const names = [...new Set([...shares.values()].flatMap((byGroup) => Object.keys(byGroup)))].sort();
  const groups = names.flatMap((group): AreaBounds[] => {
    const areas = [...counted].map(
      ([area, tally]): Area => ({ ...tally, groupShare: shares.get(area)![group] ?? 0 }),
    );
    const bounds = boundsFromAreas(areas);
    return bounds === null ? [] : [boundsOf(group, areas, bounds, threshold)];
  });
  return { groups, unmatched };
}

function boundsOf(group: string, areas: readonly Area[], rates: Interval, threshold: FourFifths): AreaBounds {
  const expected = areas.reduce(
    (sum, { total, groupShare }) => sum + total * Math.min(1, Math.max(0, groupShare)),
    0,
  );
  const hits = areas.reduce((sum, area) => sum + area.hits, 0);
  const rest = areas.reduce((sum, { total }) => sum + total, 0) - expected;
  // Whoever of the selected is not of the group is of the rest, so one end of the ratio needs one allotment only.
  const ratioAt = (rate: number): number | null => {
    const others = rest > 0 ? (hits - rate * expected) / rest : 0;
    return others > 1e-12 ? rate / others : null;
  };
  const ratio = [ratioAt(rates[0]), ratioAt(rates[1])] as const;
  const limit = threshold.numerator / threshold.denominator;
  const isAbove = ratio[0] !== null && ratio[0] >= limit;
  const isBelow = ratio[1] !== null && ratio[1] < limit;
  return {
    group,
    expected,
    selectionRate: rates,
    ratio,
    verdict: isBelow ? 'review' : isAbove ? 'pass' : 'insufficient',
  };
}
