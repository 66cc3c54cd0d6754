import type { CountedCell } from './population.ts';

/** What one suppression rule does to the gap between a group's rate and the reference's. */
export interface RuleContribution {
  readonly rule: string;
  /** People of each side whom the rule holds back, alone or with others. */
  readonly heldBack: { readonly group: number; readonly reference: number; readonly everyone: number };
  /** People whom this rule alone holds back: they would be restored without it. */
  readonly restored: { readonly group: number; readonly reference: number; readonly everyone: number };
  /** Difference and ratio of the rates without this rule. */
  readonly without: {
    readonly difference: number | null;
    readonly ratio: number | null;
    readonly selected: number;
  };
  /** The rule's Shapley share of the gap that all rules open, in rate points; the shares add up to that gap. */
  readonly shapley: number;
  /** The same as a part of the gap; `null` where the rules open none. */
  readonly share: number | null;
}

export interface RuleAnalysis {
  /** Reference rate less group rate: as it is, without any rule, and what the rules add. */
  readonly gap: {
    readonly now: number | null;
    readonly withoutRules: number | null;
    readonly opened: number;
  };
  readonly rules: readonly RuleContribution[];
  /** People with a rule set who were selected all the same: the rule did not bind, and they count as not held back. */
  readonly inconsistent: number;
}

/** One side of a comparison: everyone, the selected, and by rule mask those whom rules held back. */
export interface Side {
  readonly total: number;
  readonly selected: number;
  readonly held: ReadonlyMap<number, number>;
}

/**
 * Leave-one-out and Shapley shares of the suppression rules, from the rule mask alone.
 * A person is held back when any rule applies and the decision was unfavourable; without all rules that apply, the person
 * would be selected. For a game of that kind the Shapley value has a closed form: each of the m rules that hold a person
 * back carries 1/m of the exclusion, so no subset has to be enumerated. Source: Shapley (1953); by symmetry of an OR game.
 */
export function ruleContributions(
  { groups, everyone, inconsistent }: RuleSides,
  names: readonly string[],
  group: number,
  reference: number,
): RuleAnalysis {
  const [own, base] = [groups[group]!, groups[reference]!];
  const gap = (without: number): number | null =>
    difference(rateWithout(base, without), rateWithout(own, without));
  const all = 2 ** names.length - 1;
  const shapleyOf = (index: number): number => shapley(own, index) - shapley(base, index);
  const opened = names.reduce((sum, _, index) => sum + shapleyOf(index), 0);
  return {
    gap: { now: gap(0), withoutRules: gap(all), opened },
    inconsistent,
    rules: names.map((rule, index) => {
      const mask = 1 << index;
      const [ownRate, baseRate] = [rateWithout(own, mask), rateWithout(base, mask)];
      const value = shapleyOf(index);
      return {
        rule,
        heldBack: {
          group: heldBy(own, index),
          reference: heldBy(base, index),
          everyone: heldBy(everyone, index),
        },
        restored: {
          group: own.held.get(mask) ?? 0,
          reference: base.held.get(mask) ?? 0,
          everyone: everyone.held.get(mask) ?? 0,
        },
        without: {
          difference: difference(ownRate, baseRate),
          ratio: ownRate === null || !baseRate ? null : ownRate / baseRate,
          selected: selectedWithout(everyone, mask),
        },
        shapley: value,
        share: opened === 0 ? null : value / opened,
      };
    }),
  };
}

/** People by rule mask, for every group and for everyone. */
export interface RuleSides {
  readonly groups: readonly Side[];
  readonly everyone: Side;
  readonly inconsistent: number;
}

export function ruleSides(cells: readonly CountedCell[], groups: number): RuleSides {
  const empty = () => ({ total: 0, selected: 0, held: new Map<number, number>() });
  const byGroup = Array.from({ length: groups }, empty);
  const everyone = empty();
  let inconsistent = 0;
  for (const { group, selected, rules, units } of cells) {
    if (selected && rules !== 0) inconsistent += units;
    for (const side of [byGroup[group]!, everyone]) {
      side.total += units;
      if (selected) side.selected += units;
      else if (rules !== 0) side.held.set(rules, (side.held.get(rules) ?? 0) + units);
    }
  }
  return { groups: byGroup, everyone, inconsistent };
}

const difference = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

/** People selected once the rules of `without` are dropped. */
export function selectedWithout({ selected, held }: Side, without: number): number {
  let sum = selected;
  for (const [mask, units] of held) if ((mask & ~without) === 0) sum += units;
  return sum;
}

const rateWithout = (side: Side, without: number): number | null =>
  side.total > 0 ? selectedWithout(side, without) / side.total : null;

function heldBy({ held }: Side, index: number): number {
  let sum = 0;
  for (const [mask, units] of held) if ((mask >> index) & 1) sum += units;
  return sum;
}

/** The share of a side that a rule excludes, each exclusion split evenly over the rules that cause it. */
function shapley({ held, total }: Side, index: number): number {
  let sum = 0;
  for (const [mask, units] of held) if ((mask >> index) & 1) sum += units / bitCount(mask);
  return total > 0 ? sum / total : 0;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** A choice of rules to drop, what it costs and what it gives. */
export interface RuleAlternative {
  readonly dropped: readonly string[];
  readonly selected: number;
  readonly restored: number;
  readonly worstRatio: number | null;
}

/** People of each group who were not selected and on whom exactly these rules applied. */
export interface RulePattern {
  readonly rules: readonly string[];
  readonly groups: ReadonlyArray<{ readonly group: number; readonly heldBack: number }>;
}

/** Each set of rules that holds anybody back, the most common first. */
export function rulePatterns({ groups, everyone }: RuleSides, names: readonly string[]): RulePattern[] {
  return [...everyone.held]
    .sort(([a, own], [b, other]) => other - own || a - b)
    .map(([mask]) => ({
      rules: names.filter((_, index) => (mask >> index) & 1),
      groups: groups.flatMap(({ held }, group) => {
        const heldBack = held.get(mask) ?? 0;
        return heldBack === 0 ? [] : [{ group, heldBack }];
      }),
    }));
}

/** With more rules than this the subsets are too many; those that drop at most two rules are tried then. */
const MOST_ENUMERATED = 12;

/**
 * The subsets of rules worth weighing: none of them could restore fewer people and leave a better worst ratio.
 * Worst ratio: the lowest rate of the groups `compared` over the highest of them. Sorted by people restored.
 */
export function ruleAlternatives(
  { groups, everyone }: RuleSides,
  names: readonly string[],
  compared: readonly number[],
): RuleAlternative[] {
  const sides = compared.map((group) => groups[group]!);
  const candidates = subsets(names.length).map((without) => {
    const rates = sides.map((side) => rateWithout(side, without)).filter((rate) => rate !== null);
    const highest = Math.max(...rates);
    const selected = selectedWithout(everyone, without);
    return {
      dropped: names.filter((_, index) => (without >> index) & 1),
      selected,
      restored: selected - everyone.selected,
      worstRatio: highest > 0 ? Math.min(...rates) / highest : null,
    };
  });
  candidates.sort(
    (a, b) =>
      a.restored - b.restored ||
      (b.worstRatio ?? 0) - (a.worstRatio ?? 0) ||
      a.dropped.length - b.dropped.length,
  );
  let best = Number.NEGATIVE_INFINITY;
  return candidates.filter(({ worstRatio }) => {
    if (worstRatio === null || worstRatio <= best) return false;
    best = worstRatio;
    return true;
  });
}

function subsets(count: number): number[] {
  if (count <= MOST_ENUMERATED) return Array.from({ length: 2 ** count }, (_, mask) => mask);
  const bits = Array.from({ length: count }, (_, index) => 1 << index);
  return [0, ...bits, ...bits.flatMap((a, index) => bits.slice(index + 1).map((b) => a | b))];
}
