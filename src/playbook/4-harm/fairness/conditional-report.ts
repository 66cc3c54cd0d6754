import { disparityInterval } from './bootstrap.ts';
import type { Text } from './cells.ts';
import { conditionalDisparity, strataOf } from './conditional.ts';
import type { GroupTable } from './group-table.ts';
import { type Guard, smallerSides } from './guard.ts';
import { isUnknown } from './judge-groups.ts';
import { nameGroup, type Population } from './population.ts';
import type { ComparisonRow, ConditionalReport, ConditionalRow } from './report.ts';
import { type AuditSpec, DEFAULT_SEED } from './spec.ts';
import { countsOf, EMPTY_TALLY, rateOf, type Tally } from './tally.ts';

/** Strata × groups beyond this are an identifier rather than strata, and more than a report could hold. */
const MOST_CELLS = 1_000_000;
/** More strata than this are summed up, not listed. */
const MOST_LISTED = 200;

/** Every compared group within the strata; `null` where no strata are declared or nothing is compared. */
export function conditionalReport(
  population: Population,
  table: GroupTable,
  comparisons: readonly ComparisonRow[],
  { control, seed }: Pick<AuditSpec, 'control' | 'seed'>,
  { minimumCell, strict }: Guard,
): ConditionalReport | null {
  if (control === undefined || control.length === 0) return null;
  if (population.strata.length * population.groups.length > MOST_CELLS) return null;
  if (strict && hasSmallStratum(population, minimumCell)) return null;
  const tallies = tallyByStratum(population);
  const strata = strataOf(tallies);
  const placeOf = new Map(table.by.map((by, index) => [by, index]));
  const all = comparisons
    .filter(({ suppressed }) => !suppressed)
    .map((row): ConditionalRow & { readonly ratio: number | null } => ({
      by: row.by,
      ratio: row.ratio,
      ...conditionalDisparity(strata, placeOf.get(row.by)!),
    }));
  const [worst] = [...all].sort(
    (a, b) => Number(isUnknown(a.by)) - Number(isUnknown(b.by)) || byRatio(a.ratio, b.ratio),
  );
  if (worst === undefined) return null;
  return {
    strata: population.strata.length,
    ...withoutRatio(worst),
    control,
    conditionalDisparityInterval: disparityInterval(strata, placeOf.get(worst.by)!, seed ?? DEFAULT_SEED),
    all: all.map(withoutRatio),
    byStratum: stratumRows(control, population.strata, tallies, table, minimumCell),
  };
}

const byRatio = (a: number | null, b: number | null): number =>
  a === b ? 0 : (a ?? Infinity) < (b ?? Infinity) ? -1 : 1;

const withoutRatio = ({
  ratio: _,
  ...row
}: ConditionalRow & { readonly ratio: number | null }): ConditionalRow => row;

/** The rates of every stratum; none of them where a cell is too small to be shown, since the others would give it away. */
function stratumRows(
  control: readonly string[],
  strata: ReadonlyArray<readonly Text[]>,
  tallies: ReadonlyArray<readonly Tally[]>,
  table: GroupTable,
  minimumCell: number,
): ConditionalReport['byStratum'] {
  if (strata.length > MOST_LISTED) return [];
  const isSmall = ({ total }: Tally): boolean => total * table.unit < minimumCell;
  if (minimumCell > 1 && (table.hidden.size > 0 || tallies.some((byGroup) => byGroup.some(isSmall))))
    return [];
  return strata.map((values, index) => ({
    stratum: nameGroup(control, values),
    groups: table.by.map((by, group) => ({
      by,
      n: tallies[index]![group]!.total * table.unit,
      selectionRate: rateOf(tallies[index]![group]!),
      counts: countsOf(tallies[index]![group]!, table.unit),
    })),
  }));
}

/** Some group has too few rows of either decision in a stratum, so that the stratum could ask about a single person. */
function hasSmallStratum({ cells, groups, strata }: Population, minimumCell: number): boolean {
  const placed = cells.map((cell) => ({ ...cell, group: cell.stratum * groups.length + cell.group }));
  const smaller = smallerSides(placed, strata.length * groups.length, ({ selected }) => selected);
  return smaller.some((rows) => rows < minimumCell);
}

function tallyByStratum({ cells, groups, strata }: Population): Tally[][] {
  const tallies = strata.map(() => groups.map(() => ({ ...EMPTY_TALLY })));
  for (const { group, stratum, selected, units, squares } of cells) {
    const tally = tallies[stratum]![group]! as { hits: number; total: number; squares: number };
    tally.total += units;
    tally.squares += squares;
    if (selected) tally.hits += units;
  }
  return tallies;
}
