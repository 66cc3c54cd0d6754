import { count, percent, pValue } from './numbers.ts';
import type { AreasJson } from './schema.ts';

const MOST_GROUPS = 3;

type Bounds = AreasJson['groups'][number];
const ORDER = { review: 0, insufficient: 1, pass: 2 } as const;

/** Those that call for a review first, then those of which nothing can be told. */
export const areasInOrder = (groups: readonly Bounds[]): Bounds[] =>
  [...groups].sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);

/** What area statistics say, in sentences: bounds that hold for every allotment of people to groups, and what they rest on. */
export function areaSentences(areas: AreasJson | null, threshold: string): string[] {
  if (areas === null) return [];
  const left = areas.groups.length - MOST_GROUPS;
  return [
    ...areasInOrder(areas.groups)
      .slice(0, MOST_GROUPS)
      .map((group) => sentence(group, threshold)),
    ...(left > 0 ? [`${left} more ${left === 1 ? 'group stands' : 'groups stand'} in the table.`] : []),
    `No person's attribute was read or guessed. The bounds hold if in each ${areas.column} the shares of ${areas.source} (${areas.date}) hold among the people decided on.`,
    ...(areas.unmatched > 0
      ? [`${count(areas.unmatched)} people are in areas without statistics, and in none of these bounds.`]
      : []),
  ];
}

function sentence(
  { group, expected, selectionRate, ratio, verdict, logAdjustedPValue }: Bounds,
  threshold: string,
) {
  const rates = `Of about ${count(Math.round(expected))} people of “${group}” between ${percent(selectionRate[0])} and ${percent(selectionRate[1])} are selected`;
  const ratios = `${betweenRatios(ratio)} as often as everybody else`;
  switch (verdict) {
    case 'review':
      return `${rates}, ${ratios}: below ${threshold} however the people of each area are allotted, and beyond chance even in the best case (p = ${pValue(logAdjustedPValue)} after adjustment).`;
    case 'pass':
      return `${rates}, ${ratios}: not below ${threshold} however they are allotted.`;
    default:
      return `${rates}, ${ratios}: cannot tell.`;
  }
}

/** Ratios as people say them; without an upper end, everybody else could have been left out. */
export function betweenRatios([low, high]: Bounds['ratio']): string {
  if (low === null && high === null) return 'with no bound on how much of it is';
  if (high === null) return `at least ${percent(low, 0)}`;
  return `between ${percent(low ?? 0, 0)} and ${percent(high, 0)}`;
}
