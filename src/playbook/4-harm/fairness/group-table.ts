import { quotient } from './decimal.ts';
import { type Ask, type Guard, hiddenGroups } from './guard.ts';
import { nameGroup, type Population, tallyByGroup } from './population.ts';
import { type By, type GroupRow, RATES, type RateName } from './report.ts';
import { countsOf, effectiveSize, rateInterval, rateOf, type Tally } from './tally.ts';

type Tallies = { readonly [Name in RateName]?: readonly Tally[] };

/** The people of one way to group them, with the tallies of every rate that the data carry. */
export interface GroupTable {
  readonly names: readonly string[];
  readonly by: readonly By[];
  readonly sizes: readonly number[];
  readonly tallies: Tallies & { readonly selectionRate: readonly Tally[] };
  /** Groups of which nothing is shown, and those of which one rate is not. */
  readonly hidden: ReadonlySet<number>;
  isHidden(rate: RateName, group: number): boolean;
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
  guard: Guard,
): GroupTable {
  const { cells, groups, names, weightKind } = population;
  const asked = Object.entries(hasLabel ? { ...SELECTION, ...WITH_LABEL } : SELECTION) as Array<
    [RateName, Ask]
  >;
  const tallies: Tallies = Object.fromEntries(
    asked.map(([name, ask]) => [name, tallyByGroup(cells, groups.length, ask)]),
  );
  const sizes = peopleByGroup(population);
  const hidden = hiddenGroups(population, sizes, guard, SELECTION.selectionRate);
  const hiddenBy = new Map(
    guard.strict ? asked.map(([name, ask]) => [name, hiddenGroups(population, sizes, guard, ask)]) : [],
  );
  return {
    names,
    by: groups.map((values) => nameGroup(names, values)),
    sizes,
    tallies: {
      ...tallies,
      selectionRate: tallies.selectionRate ?? [],
      ...(scoring === null ? {} : { scoringRate: scoring }),
    },
    hidden,
    isHidden: (rate, group) => hidden.has(group) || hiddenBy.get(rate)?.has(group) === true,
    weighted: weightKind === 'sampling',
    unit: weightKind === 'sampling' ? 1e-6 : 1,
    meanScores: guard.isUploadOverVault ? groups.map(() => null) : meanScores(population),
  };
}

const SELECTION = { selectionRate: ({ selected }) => selected } satisfies Record<string, Ask>;
const WITH_LABEL = {
  truePositiveRate: ({ label, selected }) => (label === true ? selected : null),
  falsePositiveRate: ({ label, selected }) => (label === false ? selected : null),
  falseNegativeRate: ({ label, selected }) => (label === true ? !selected : null),
  accuracy: ({ label, selected }) => (label === null ? null : label === selected),
  precision: ({ label, selected }) => (selected ? label : null),
  falseDiscoveryRate: ({ label, selected }) => (selected && label !== null ? !label : null),
} satisfies Record<string, Ask>;

/** Mean score by group over the people who have one, from exact sums: Σwx / Σw with weights, else of rows. */
function meanScores({ cells, groups, weightKind }: Population): Array<number | null> {
  const sums = groups.map(() => ({ sum: 0n, over: 0n }));
  for (const { group, source } of cells) {
    const { score } = source;
    if (score === null) continue;
    const own = sums[group]!;
    own.sum += weightKind === 'none' ? score.sum : (score.weighted?.sum ?? 0n);
    own.over += weightKind === 'none' ? BigInt(score.counted) : (score.weighted?.weight ?? 0n);
  }
  // Both sums of products and sums of scores are 10⁻¹² of what they are divided by.
  return sums.map(({ sum, over }) => (over === 0n ? null : quotient(sum, over * 10n ** 12n)));
}

/** The rows of the report: every rate with its interval, all `null` for a group that must not be shown. */
export function groupRows(table: GroupTable): GroupRow[] {
  return table.by.map((by, index) => {
    const shown = !table.hidden.has(index);
    const tallyOf = (name: RateName): Tally | null =>
      table.isHidden(name, index) ? null : (table.tallies[name]?.[index] ?? null);
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
      counts: each((tally) => countsOf(tally, table.unit)),
      selected: shown ? selection.hits * table.unit : null,
      effectiveSize: shown ? effectiveSize(selection) : null,
      suppressed: !shown,
    };
  });
}
