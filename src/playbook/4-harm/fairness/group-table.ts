import { unscaled } from './decimal.ts';
import { type CountedCell, nameGroup, type Population, tallyByGroup } from './population.ts';
import { type By, type GroupRow, RATES, type RateName } from './report.ts';
import { effectiveSize, rateInterval, rateOf, type Tally } from './tally.ts';

type Tallies = { readonly [Name in RateName]?: readonly Tally[] };

/** The people of one way to group them, with the tallies of every rate that the data carry. */
export interface GroupTable {
  readonly names: readonly string[];
  readonly by: readonly By[];
  readonly sizes: readonly number[];
  readonly tallies: Tallies & { readonly selectionRate: readonly Tally[] };
  readonly hidden: ReadonlySet<number>;
  readonly weighted: boolean;
  readonly unit: number;
  readonly meanScores: ReadonlyArray<number | null>;
}

/** People of each group: rows where sampling weights are given, else what the tallies count. */
export function peopleByGroup({ cells, groups, weightKind }: Population): number[] {
  const people = new Array<number>(groups.length).fill(0);
  for (const cell of cells) people[cell.group]! += weightKind === 'sampling' ? cell.rows : cell.units;
  return people;
}

/** Tallies every rate by group. */
export function groupTable(
  population: Population,
  hasLabel: boolean,
  scoring: readonly Tally[] | null,
  hidden: ReadonlySet<number>,
): GroupTable {
  const { cells, groups, names, weightKind } = population;
  const tally = (ask: (cell: CountedCell) => boolean | null): Tally[] =>
    tallyByGroup(cells, groups.length, ask);
  const labelled: Tallies = hasLabel
    ? {
        truePositiveRate: tally(({ label, selected }) => (label === true ? selected : null)),
        falsePositiveRate: tally(({ label, selected }) => (label === false ? selected : null)),
        falseNegativeRate: tally(({ label, selected }) => (label === true ? !selected : null)),
        accuracy: tally(({ label, selected }) => (label === null ? null : label === selected)),
        precision: tally(({ label, selected }) => (selected ? label : null)),
        falseDiscoveryRate: tally(({ label, selected }) => (selected && label !== null ? !label : null)),
      }
    : {};
  const selection = tally(({ selected }) => selected);
  return {
    names,
    by: groups.map((values) => nameGroup(names, values)),
    sizes: peopleByGroup(population),
    tallies: { selectionRate: selection, ...labelled, ...(scoring === null ? {} : { scoringRate: scoring }) },
    hidden,
    weighted: weightKind === 'sampling',
    unit: weightKind === 'sampling' ? 1e-6 : 1,
    meanScores: meanScores(population),
  };
}

/** Mean score by group over the rows that have one, from exact sums. Unweighted: the score of a row, not of a person. */
function meanScores({ cells, groups }: Population): Array<number | null> {
  const sums = groups.map(() => ({ sum: 0n, counted: 0 }));
  for (const { group, source } of cells) {
    sums[group]!.sum += source.score?.sum ?? 0n;
    sums[group]!.counted += source.score?.counted ?? 0;
  }
  return sums.map(({ sum, counted }) => (counted === 0 ? null : unscaled(sum, 12) / counted));
}

/** The rows of the report: every rate with its interval, all `null` for a group that must not be shown. */
export function groupRows(table: GroupTable): GroupRow[] {
  return table.by.map((by, index) => {
    const shown = !table.hidden.has(index);
    const tallyOf = (name: RateName): Tally | null => (shown ? (table.tallies[name]?.[index] ?? null) : null);
    const each = <T>(pick: (tally: Tally) => T | null): { readonly [Name in RateName]: T | null } =>
      Object.fromEntries(
        RATES.map((name) => {
          const tally = tallyOf(name);
          return [name, tally === null ? null : pick(tally)];
        }),
      ) as { readonly [Name in RateName]: T | null };
    const selection = table.tallies.selectionRate[index]!;
    return {
      by,
      n: shown ? table.sizes[index]! : null,
      ...each(rateOf),
      meanScore: shown ? table.meanScores[index]! : null,
      interval: each(rateInterval),
      selected: shown ? selection.hits * table.unit : null,
      effectiveSize: shown ? effectiveSize(selection) : null,
      suppressed: !shown,
    };
  });
}
