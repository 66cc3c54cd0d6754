import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedCell } from './population.ts';
import { ruleAlternatives, ruleContributions, ruleSides } from './rules.ts';
import { cell } from './testing/cells.ts';

const NAMES = ['a', 'b', 'c'];
const counted = (group: number, rules: number, units: number, selected: boolean): CountedCell => ({
  group,
  selected,
  label: null,
  stratum: 0,
  rules,
  units,
  squares: units,
  rows: units,
  source: cell([`${group}`], selected ? '1' : '0', units),
});
const cells = fc
  .array(fc.record({ group: fc.nat(1), rules: fc.nat(7), units: fc.integer({ min: 1, max: 50 }) }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((list) => [
    counted(0, 0, 40, true),
    counted(1, 0, 40, true),
    ...list.map(({ group, rules, units }) => counted(group, rules, units, false)),
  ]);

/** Gap of the rates when exactly the rules of `active` apply. */
function gap(list: readonly CountedCell[], active: number): number {
  const rate = (group: number): number => {
    const own = list.filter((one) => one.group === group);
    const selected = own.filter((one) => one.selected || (one.rules !== 0 && (one.rules & active) === 0));
    return (
      selected.reduce((sum, { units }) => sum + units, 0) / own.reduce((sum, { units }) => sum + units, 0)
    );
  };
  return rate(1) - rate(0);
}
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

describe('rules', () => {
  it('Shapley shares equal the mean over every order of adding rules, and add up to the gap', () => {
    fc.assert(
      fc.property(cells, (list) => {
        const { rules, gap: found } = ruleContributions(ruleSides(list, 2), NAMES, 0, 1);
        for (const [index, rule] of rules.entries()) {
          let sum = 0;
          for (const order of ORDERS) {
            const before = order.slice(0, order.indexOf(index)).reduce((mask, bit) => mask | (1 << bit), 0);
            sum += gap(list, before | (1 << index)) - gap(list, before);
          }
          expect(rule.shapley).toBeCloseTo(sum / ORDERS.length, 10);
        }
        expect(rules.reduce((sum, { shapley }) => sum + shapley, 0)).toBeCloseTo(
          found.now! - found.withoutRules!,
          10,
        );
      }),
    );
  });
  it('leaving one rule out restores those whom it alone holds back', () => {
    const list = [
      counted(0, 0, 50, true),
      counted(0, 1, 30, false),
      counted(0, 3, 20, false),
      counted(1, 0, 90, true),
      counted(1, 2, 10, false),
    ];
    const { rules } = ruleContributions(ruleSides(list, 2), NAMES, 0, 1);
    expect(rules[0]).toMatchObject({
      rule: 'a',
      heldBack: { group: 50, reference: 0, everyone: 50 },
      restored: { group: 30, reference: 0, everyone: 30 },
      without: { selected: 170 },
    });
    expect(rules[0]!.without.ratio).toBeCloseTo(0.8 / 0.9, 12);
    expect(rules[2]).toMatchObject({ shapley: 0, restored: { everyone: 0 } });
  });
  it('people with a rule set who were selected count as inconsistent', () => {
    expect(
      ruleContributions(ruleSides([counted(0, 1, 5, true), counted(1, 0, 5, true)], 2), NAMES, 0, 1)
        .inconsistent,
    ).toBe(5);
  });
  it('no alternative restores fewer and leaves a better ratio than another', () => {
    fc.assert(
      fc.property(cells, (list) => {
        const options = ruleAlternatives(ruleSides(list, 2), NAMES, [0, 1]);
        for (const [index, { restored, worstRatio }] of options.entries())
          if (index > 0) {
            expect(restored).toBeGreaterThan(options[index - 1]!.restored);
            expect(worstRatio!).toBeGreaterThan(options[index - 1]!.worstRatio!);
          }
        expect(options[0]?.restored).toBe(0);
      }),
    );
  });
});
