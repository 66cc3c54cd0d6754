import type { GroupTable } from './group-table.ts';
import type { Guard } from './guard.ts';
import type { Population } from './population.ts';
import type { RulesReport } from './report.ts';
import { ruleAlternatives, ruleContributions, rulePatterns, ruleSides } from './rules.ts';

/** Rules and their alternatives for every group that is shown; `null` without rules or a reference. */
export function rulesReport(
  { cells, weightKind }: Population,
  table: GroupTable,
  reference: number | null,
  comparable: readonly number[],
  rules: readonly string[] | undefined,
  { minimumCell, strict }: Guard,
): RulesReport | null {
  if (rules === undefined || rules.length === 0 || reference === null || table.hidden.has(reference))
    return null;
  const people =
    weightKind === 'sampling' ? cells.map((cell) => ({ ...cell, units: cell.units * table.unit })) : cells;
  const sides = ruleSides(people, table.by.length);
  const shown = table.by.map((_, index) => index).filter((index) => !table.hidden.has(index));
  const isSmall = ({ held }: (typeof sides.groups)[number]): boolean =>
    rules.some((_, index) => (held.get(1 << index) ?? 0) < minimumCell);
  if (strict && shown.some((index) => isSmall(sides.groups[index]!))) return null;
  return {
    groups: shown
      .filter((index) => index !== reference)
      .map((index) => ({
        by: table.by[index]!,
        reference: table.by[reference]!,
        ...ruleContributions(sides, rules, index, reference),
      })),
    alternatives: ruleAlternatives(
      sides,
      rules,
      comparable.filter((index) => !table.hidden.has(index)),
    ),
    // Of protected attributes a set of rules could hold a single person, so there the sums above must do.
    patterns:
      strict || table.hidden.size > 0
        ? []
        : rulePatterns(sides, rules).map(({ rules: names, groups }) => ({
            rules: names,
            groups: groups.map(({ group, heldBack }) => ({ by: table.by[group]!, heldBack })),
          })),
  };
}
