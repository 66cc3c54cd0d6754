import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { DecisionCell, Text } from './cells.ts';
import { listed, type ReadsFavourable, readFavourable } from './favourable.ts';
import type { AuditSpec } from './spec.ts';
import type { Tally } from './tally.ts';

export type WeightKind = 'none' | 'frequency' | 'sampling';

/** A cell whose decision and label are understood. `units` are people, or millionths of a sampling weight. */
export interface CountedCell {
  readonly group: number;
  readonly selected: boolean;
  readonly label: boolean | null;
  readonly stratum: number;
  /** Bit i is set where rule i held the person back. */
  readonly rules: number;
  readonly units: number;
  readonly squares: number;
  readonly rows: number;
  readonly source: DecisionCell;
}

/** The people of an audit, counted by group; groups are in the order of their values. */
export interface Population {
  readonly names: readonly string[];
  readonly groups: ReadonlyArray<readonly Text[]>;
  readonly strata: ReadonlyArray<readonly Text[]>;
  readonly cells: readonly CountedCell[];
  readonly weightKind: WeightKind;
  readonly rows: number;
  /** Rows that are in no rate: without a decision, or without a weight. */
  readonly excluded: { readonly decisionMissing: number; readonly weightMissing: number };
  readonly labelMissing: number;
  /** Rows of weight 0, who stand for nobody. */
  readonly weightZero: number;
}

/** More groups than this are an identifier, not a protected attribute. */
const MOST_GROUPS = 20_000;
const MOST_RULES = 30;

/**
 * Understands the values of decision, label, rules and weights.
 * Problems: `usage.invalid` (values that cannot be told apart, with those seen), `audit.too-many-groups`,
 * `audit.invalid-weight`, `audit.no-decisions`.
 */
export function populationOf(cells: readonly DecisionCell[], spec: AuditSpec): Result<Population, Problem> {
  const readers = readersOf(cells, spec);
  if (!readers.ok) return readers;
  const weightKind = weightKindOf(cells, spec);
  if (!weightKind.ok) return weightKind;

  const groups = new Places();
  const strata = new Places();
  const counted: CountedCell[] = [];
  const excluded = { decisionMissing: 0, weightMissing: 0 };
  let [rows, labelMissing, weightZero] = [0, 0, 0];
  const { decision, label, rules } = readers.value;
  for (const cell of cells) {
    rows += cell.rows;
    const selected = decision(cell.decision);
    if (selected === null) {
      excluded.decisionMissing += cell.rows;
      continue;
    }
    const missing = cell.weight === null ? 0 : cell.rows - cell.weight.counted;
    excluded.weightMissing += missing;
    weightZero += cell.weight?.zeros ?? 0;
    const { units, squares } = amountOf(cell, weightKind.value);
    if (units === 0) continue;
    const known = label?.(cell.label) ?? null;
    if (label !== null && known === null) labelMissing += cell.rows;
    counted.push({
      group: groups.of(cell.by),
      selected,
      label: known,
      stratum: strata.of(cell.stratum),
      rules: cell.rules.reduce(
        (mask, value, index) => (rules[index]!(value) === true ? mask | (1 << index) : mask),
        0,
      ),
      units,
      squares,
      rows: cell.rows - missing,
      source: cell,
    });
  }
  if (counted.length === 0)
    return fail(
      problem('audit.no-decisions', 'no row holds a decision', `check the column \`${spec.decision}\``),
    );
  if (counted.reduce((sum, { units }) => sum + units, 0) > Number.MAX_SAFE_INTEGER)
    return fail(
      problem(
        'audit.invalid-weight',
        'the weights add up to more than can be counted exactly',
        'divide all weights by the same number',
      ),
    );
  if (groups.values.length > MOST_GROUPS)
    return fail(
      problem(
        'audit.too-many-groups',
        `${spec.groups.join(' × ')} has ${groups.values.length} different values`,
        'name attributes by which people are compared, not identifiers',
      ),
    );
  const [groupOrder, groupPlace] = groups.sorted();
  const [stratumOrder, stratumPlace] = strata.sorted();
  return ok({
    names: spec.groups,
    groups: groupOrder,
    strata: stratumOrder,
    cells: counted.map((cell) => ({
      ...cell,
      group: groupPlace[cell.group]!,
      stratum: stratumPlace[cell.stratum]!,
    })),
    weightKind: weightKind.value,
    rows,
    excluded,
    labelMissing,
    weightZero,
  });
}

interface Readers {
  readonly decision: ReadsFavourable;
  readonly label: ReadsFavourable | null;
  readonly rules: readonly ReadsFavourable[];
}

function readersOf(cells: readonly DecisionCell[], spec: AuditSpec): Result<Readers, Problem> {
  const values = (pick: (cell: DecisionCell) => Text): Set<Text> => new Set(cells.map(pick));
  const decision = readFavourable(
    spec.decision,
    values((cell) => cell.decision),
    spec.favourable,
    '--favourable',
  );
  if (!decision.ok) return decision;
  let label: ReadsFavourable | null = null;
  if (spec.label !== undefined) {
    const read = readFavourable(
      spec.label,
      values((cell) => cell.label),
      spec.labelFavourable,
      '--label-favourable',
    );
    if (!read.ok) return read;
    label = read.value;
  }
  const names = spec.rules ?? [];
  if (names.length > MOST_RULES)
    return fail(problem('usage.invalid', `${names.length} rules are named`, `name at most ${MOST_RULES}`));
  const rules: ReadsFavourable[] = [];
  for (const [index, name] of names.entries()) {
    const seen = values((cell) => cell.rules[index] ?? null);
    const read = readFavourable(name, seen, undefined, '--rules');
    if (!read.ok)
      return fail(
        problem(
          'usage.invalid',
          `the rule \`${name}\` is not a column of 1/0, true/false or yes/no; seen: ${listed([...seen].filter((value) => value !== null).sort())}`,
          'name columns that say whether a rule held the person back',
        ),
      );
    rules.push(read.value);
  }
  return ok({ decision: decision.value, label, rules });
}

function weightKindOf(cells: readonly DecisionCell[], spec: AuditSpec): Result<WeightKind, Problem> {
  if (spec.weight === undefined) return ok('none');
  if (cells.some(({ weight }) => weight !== null && weight.least < 0n))
    return fail(
      problem(
        'audit.invalid-weight',
        `\`${spec.weight}\` holds a negative weight`,
        'correct the weights: a person cannot count less than not at all',
      ),
    );
  if (spec.weightKind !== undefined) {
    const fractions = cells.some(({ weight }) => (weight?.fractions ?? 0) > 0);
    if (spec.weightKind === 'frequency' && fractions)
      return fail(
        problem(
          'audit.invalid-weight',
          `\`${spec.weight}\` holds fractions, so it does not count people`,
          'declare the weights as sampling weights',
        ),
      );
    return ok(spec.weightKind);
  }
  return ok(cells.every(({ weight }) => (weight?.fractions ?? 0) === 0) ? 'frequency' : 'sampling');
}

function amountOf(
  { rows, weight }: DecisionCell,
  kind: WeightKind,
): { readonly units: number; readonly squares: number } {
  if (kind === 'none' || weight === null) return { units: rows, squares: rows };
  const micro = Number(weight.sum);
  if (kind === 'sampling') return { units: micro, squares: Number(weight.squares) };
  const people = Number(weight.sum / 1_000_000n);
  return { units: people, squares: people };
}

/** Tallies one yes-or-no question by group: `ask` gives true for a hit, false for a miss, null where it does not apply. */
export function tallyByGroup(
  cells: readonly CountedCell[],
  groups: number,
  ask: (cell: CountedCell) => boolean | null,
): Tally[] {
  const tallies = Array.from({ length: groups }, () => ({ hits: 0, total: 0, squares: 0 }));
  for (const cell of cells) {
    const answer = ask(cell);
    if (answer === null) continue;
    const tally = tallies[cell.group]!;
    tally.total += cell.units;
    tally.squares += cell.squares;
    if (answer) tally.hits += cell.units;
  }
  return tallies;
}

/** Numbers combinations of values as they come, and puts them in the order of their values at the end. */
class Places {
  readonly values: Array<readonly Text[]> = [];
  readonly #places = new Map<string, number>();

  of(values: readonly Text[]): number {
    const key = JSON.stringify(values);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.values.length;
      this.#places.set(key, place);
      this.values.push(values);
    }
    return place;
  }

  sorted(): [ordered: Array<readonly Text[]>, placeOf: number[]] {
    const order = this.values.map((_, index) => index);
    order.sort((a, b) => compareTexts(this.values[a]!, this.values[b]!));
    const placeOf: number[] = [];
    order.forEach((old, place) => {
      placeOf[old] = place;
    });
    return [order.map((index) => this.values[index]!), placeOf];
  }
}

/** By code units, value after value; an empty cell comes last. */
export function compareTexts(a: readonly Text[], b: readonly Text[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** A group as reports name it: attribute → value. */
export const nameGroup = (
  names: readonly string[],
  values: readonly Text[],
): Readonly<Record<string, Text>> =>
  Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
