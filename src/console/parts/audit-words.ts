import type { Audit } from '../api/client.ts';

export type Figures = Audit['figures'];
export type By = Figures['groups'][number]['by'];

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export const percent = (rate: number | null): string =>
  rate === null ? '–' : `${(100 * rate).toFixed(1)}\u00a0%`;

export const people = (count: number | null): string => (count === null ? 'not shown' : whole.format(count));

/** Both ends of 95 %; an end that is open is said to be. */
export function range(interval: readonly (number | null)[] | null): string {
  if (interval === null) return '–';
  const [low, high] = interval.map((end) => (typeof end === 'number' ? (100 * end).toFixed(1) : 'open'));
  return `${low} to ${high}\u00a0%`;
}

/** A group by its values, as `f, 18-39`. */
export const groupName = (by: By): string =>
  Object.values(by)
    .map((value) => value ?? 'not known')
    .join(', ');

const keyOf = (by: By): string => JSON.stringify(Object.entries(by).sort());

/** A group with its rate and how it stands to the reference. */
export interface GroupRow {
  readonly name: string;
  readonly people: number | null;
  readonly selected: number | null;
  readonly rate: number | null;
  readonly rateInterval: readonly (number | null)[] | null;
  readonly ratio: number | null;
  readonly ratioInterval: readonly (number | null)[] | null;
  readonly isReference: boolean;
  readonly isSuppressed: boolean;
  /** Whether a gap would show, or does beyond chance; of the reference nothing is asked. */
  readonly canTell: boolean;
  readonly callsForReview: boolean;
}

/** As the audit itself takes it. */
const isBeyondChance = (adjustedPValue: number | null): boolean =>
  adjustedPValue !== null && adjustedPValue < 0.05;

/** All groups in the order of their names, which no audit changes. */
export function groupRows({ groups, comparisons, reference }: Figures): readonly GroupRow[] {
  const compared = new Map(comparisons.map((one) => [keyOf(one.by), one]));
  const own = reference === null ? null : keyOf(reference);
  return groups
    .map((group) => {
      const to = compared.get(keyOf(group.by));
      return {
        name: groupName(group.by),
        people: group.people,
        selected: group.selected,
        rate: group.rate,
        rateInterval: group.interval,
        ratio: to?.ratio ?? null,
        ratioInterval: to?.interval ?? null,
        isReference: keyOf(group.by) === own,
        isSuppressed: group.isSuppressed,
        canTell:
          to === undefined ? keyOf(group.by) === own : to.hasEnough || isBeyondChance(to.adjustedPValue),
        callsForReview: to?.callsForReview === true,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** What a rule adds to the gap of a group, in points of a rate. */
export interface RuleRow {
  readonly group: string;
  readonly rule: string;
  readonly points: number;
  /** Nobody is held back by what is left without any rule. */
  readonly heldBack: number | null;
}

/** Every rule for every group that has a gap; last what is left without any rule. */
export const ruleRows = ({ rules }: Figures): readonly RuleRow[] =>
  rules
    .map(({ by, ...rest }) => ({ group: groupName(by), ...rest }))
    .sort((a, b) => (a.group < b.group ? -1 : 1))
    .flatMap(({ group, withoutRules, rules: own }) => [
      ...own.map(({ rule, adds, heldBack }) => ({ group, rule, points: 100 * adds, heldBack })),
      ...(withoutRules === null
        ? []
        : [{ group, rule: 'without any rule', points: 100 * withoutRules, heldBack: null }]),
    ]);

/** The group whose gap is the widest, whose rules are drawn. */
export function widestGap({ rules }: Figures): { readonly group: string; readonly gap: number } | null {
  const [widest] = rules
    .flatMap(({ by, gap }) => (gap === null || gap <= 0 ? [] : [{ group: groupName(by), gap }]))
    .sort((a, b) => b.gap - a.gap);
  return widest ?? null;
}

/** The rates in a sentence: from the lowest to the highest. */
export function ratesInWords(rows: readonly GroupRow[]): string {
  const shown = rows.filter(({ rate }) => rate !== null).sort((a, b) => a.rate! - b.rate!);
  const [low, high] = [shown[0], shown.at(-1)];
  if (low === undefined || high === undefined) return 'Of no group is there enough to show a rate.';
  const said = ({ name, rate, rateInterval }: GroupRow) =>
    `${percent(rate)} of ${name} (${range(rateInterval)})`;
  return low === high
    ? `Decided for: ${said(low)}.`
    : `Decided for, from the lowest to the highest: ${said(low)} up to ${said(high)}.`;
}

/** How groups stand to the reference, in sentences, and for whom there is too little to tell. */
export function ratiosInWords(rows: readonly GroupRow[], threshold: string): string {
  const reference = rows.find(({ isReference }) => isReference);
  const [lowest] = rows.filter(({ ratio }) => ratio !== null).sort((a, b) => a.ratio! - b.ratio!);
  const few = rows.filter(({ canTell, isSuppressed }) => !canTell && !isSuppressed);
  return [
    reference === undefined || lowest === undefined
      ? 'No group can be compared with another.'
      : `Furthest below ${reference.name}: ${lowest.name}, with ${percent(lowest.ratio)} of its rate (${range(lowest.ratioInterval)}). The threshold is ${threshold}.`,
    ...(few.length === 0 ? [] : [`Not enough data to tell for ${few.map(({ name }) => name).join('; ')}.`]),
  ].join(' ');
}

/** `4/5` as a number. */
export const thresholdOf = ({ threshold }: Figures): number => {
  const [numerator, denominator] = threshold.split('/').map(Number);
  const ratio = numerator! / (denominator ?? 1);
  return Number.isFinite(ratio) ? ratio : 0.8;
};
