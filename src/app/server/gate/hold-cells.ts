import { createHash } from 'node:crypto';
import type { DecisionCell } from '../../../playbook/4-harm/fairness/cells.ts';
import {
  BUCKETS,
  nearestDifference,
  type PopulationSketch,
} from '../../../playbook/4-harm/vault/population-sketch.ts';

/**
 * Reasons that are holds of ours, and no wish of the person and no state of the use: what an audit of the gate asks about.
 * Whatever stands behind `protected`, nothing but that word is counted.
 */
export const RULES_TOLD = [
  'suppressed',
  'contact-cap',
  'age-unknown',
  'place-unknown',
  'quiet-hours',
  'protected',
] as const;
export const columnOf = (code: string): string => code.replaceAll('-', '_');

/** What became of one person's messages in a time. */
export interface HeldPerson {
  readonly pseudonym: string;
  /** `null` where nobody gave a group. */
  readonly group: string | null;
  /** Whether at least one of their messages was permitted. */
  readonly isPermitted: boolean;
  /** Rules of ours that kept the others back; none of somebody who was permitted something. */
  readonly rules: ReadonlySet<string>;
}

export interface HeldPeople {
  readonly people: readonly HeldPerson[];
  /** People of whom every decision was against a wish of theirs, or about the use: no hold of ours decided. */
  readonly leftOut: number;
}

/** One row a person out of decisions: who got something, and who was kept from everything by holds of ours alone. */
export function peopleOf(
  decisions: ReadonlyArray<{ readonly pseudonym: string; readonly outcome: string; readonly codes: string }>,
  groups: ReadonlyMap<string, string>,
): HeldPeople {
  const people: HeldPerson[] = [];
  let leftOut = 0;
  for (const [pseudonym, own] of Map.groupBy(decisions, (one) => one.pseudonym)) {
    const isPermitted = own.some(({ outcome }) => outcome === 'permit');
    const ours = own.map(({ codes }) => codes.split(' ')).filter((codes) => codes.every(isOurs));
    if (pseudonym === NOBODY || (!isPermitted && ours.length === 0)) {
      leftOut += 1;
      continue;
    }
    people.push({
      pseudonym,
      group: groups.get(pseudonym) ?? null,
      isPermitted,
      rules: new Set(isPermitted ? [] : ours.flat()),
    });
  }
  return { people, leftOut };
}

/** Under which decisions stand that were about nobody who can be told. */
const NOBODY = 'nobody';
const isOurs = (code: string): boolean => (RULES_TOLD as readonly string[]).includes(code);

/** People counted by group, outcome and rules: the cells of the audit. */
export function cellsOf(people: readonly HeldPerson[], rules: readonly string[]): readonly DecisionCell[] {
  const cells = new Map<string, { readonly of: HeldPerson; rows: number }>();
  for (const one of people) {
    const flags = rules.map((rule) => (one.rules.has(rule) ? '1' : '0')).join('');
    const key = JSON.stringify([one.group, one.isPermitted, flags]);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { of: one, rows: 1 });
    else cell.rows += 1;
  }
  return [...cells.values()].map(({ of, rows }) => ({
    by: [of.group],
    decision: of.isPermitted ? 'yes' : 'no',
    label: null,
    stratum: [],
    rules: rules.map((rule) => (of.rules.has(rule) ? '1' : '0')),
    rows,
    weight: null,
    score: null,
    outcomes: [],
  }));
}

/** Rules that held back at least so many people of every group, or nobody at all would be told of any rule. */
export function rulesToTell(people: readonly HeldPerson[], minimum: number): readonly string[] {
  const groups = [...Map.groupBy(people, ({ group }) => group).values()];
  return RULES_TOLD.filter((rule) =>
    groups.every((own) => own.filter(({ rules }) => rules.has(rule)).length >= minimum),
  );
}

/**
 * What the next audit is held against: who was asked about, who got something, and who was in which group. Groups stand
 * without their names: whoever gives the same people another word asks the same again.
 */
export function sketchesOf(people: readonly HeldPerson[]): readonly PopulationSketch[] {
  const hashed = people.map((one) => {
    const hash = createHash('sha256').update(one.pseudonym).digest();
    return {
      one,
      bucket: hash.readUInt32BE(0) % BUCKETS,
      yes: hash.readUInt32BE(4),
      no: hash.readUInt32BE(8),
    };
  });
  const sketch = (role: Role, isIn: (one: HeldPerson) => boolean): PopulationSketch => {
    const sums = new Array<number>(BUCKETS).fill(0);
    // Sums of some hundred thousand numbers of 32 bits are exact.
    for (const { one, bucket, yes, no } of hashed) sums[bucket]! += isIn(one) ? yes : no;
    return { role, buckets: sums.map((sum) => (sum === 0 ? '' : sum.toString(36))) };
  };
  const groups = new Set(people.map(({ group }) => group));
  return [
    sketch('people', () => true),
    sketch('decision', ({ isPermitted }) => isPermitted),
    // With its complement: of two groups the other one is no other question.
    ...[...groups].flatMap((group) => [
      sketch('group', (one) => one.group === group),
      sketch('group', (one) => one.group !== group),
    ]),
  ];
}

type Role = 'people' | 'decision' | 'group';

/** The fewest people in which two audits differ in whom they ask about, who got something, or who is in a group. */
export function differingPeople(
  own: readonly PopulationSketch[],
  earlier: readonly PopulationSketch[],
): number | null {
  const least = (['people', 'decision', 'group'] satisfies Role[]).flatMap((role) => {
    const of = (all: readonly PopulationSketch[]) => all.filter((one) => one.role === role);
    return nearestDifference(of(own), of(earlier)) ?? [];
  });
  return least.length === 0 ? null : Math.min(...least);
}
