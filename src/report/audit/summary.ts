import { areaSentences } from './area-sentences.ts';
import { count, decimal, named, percent, pValue, range } from './numbers.ts';
import type { AuditJson, ComparisonJson, GroupJson } from './schema.ts';

type Audited = Pick<
  AuditJson,
  | 'verdict'
  | 'comparisons'
  | 'groups'
  | 'marginals'
  | 'marginalComparisons'
  | 'conditional'
  | 'rules'
  | 'scores'
  | 'people'
  | 'asked'
  | 'method'
  | 'because'
  | 'areas'
  | 'outcomes'
>;

const MOST_GROUPS = 3;

/**
 * What a person in a hurry must know, in sentences: who is selected how much less often, with the interval; what stays of
 * it within strata; which rules carry it; what an alternative gives and takes. Only what the data carry.
 */
export function summaryOf(audit: Audited): string[] {
  const isByArea = audit.areas !== null && audit.asked.groups.length === 0;
  return [
    ...(isByArea ? [] : headline(audit)),
    ...outcomeSentences(audit.outcomes),
    ...areaSentences(audit.areas, threshold(audit)),
    ...conditional(audit),
    ...rules(audit),
    ...thresholds(audit),
  ];
}

function headline(audit: Audited): string[] {
  const rows = [...audit.comparisons, ...(audit.marginalComparisons ?? [])];
  if (audit.verdict === 'review') return reviewed(audit, rows);
  const lowest = lowestOf(audit);
  if (audit.verdict === 'pass')
    return [
      `No group is selected at less than ${threshold(audit)} of the reference's rate beyond what chance explains, and the data could have shown it.`,
      ...(lowest === null ? [] : [`Lowest: ${sentence(audit, lowest)}`]),
      'This speaks of the groups, the decision and the people in this file alone.',
    ];
  return [
    'Cannot tell: these data do not carry a verdict. This is not a pass.',
    ...(lowest === null ? [] : [`Lowest seen: ${sentence(audit, lowest)}`]),
    ...audit.because.slice(0, MOST_GROUPS).map((reason) => `${capital(reason)}.`),
    ...(audit.because.length > MOST_GROUPS
      ? [`The same holds for ${audit.because.length - MOST_GROUPS} more groups.`]
      : []),
  ];
}

const lowestOf = ({ comparisons }: Audited): ComparisonJson | null =>
  comparisons
    .filter(({ ratio }) => ratio !== null)
    .reduce<ComparisonJson | null>((low, row) => (low === null || row.ratio! < low.ratio! ? row : low), null);

const isWorseOff = ({ groups }: AuditJson['outcomes'][number]): boolean =>
  groups.some(({ review }) => review);

/** Who gets less, pays more or waits longer, with both ends of the difference. */
export const outcomeSentences = (outcomes: AuditJson['outcomes']): string[] =>
  outcomes.flatMap(({ outcome, better, groups }) =>
    groups
      .filter(({ review }) => review)
      .sort((a, b) => (a.ratio ?? 1) - (b.ratio ?? 1))
      .slice(0, MOST_GROUPS)
      .map(({ by, mean, difference, differenceInterval, adjustedPValue }) => {
        const ends = (differenceInterval ?? []).map((end) => Math.abs(end ?? 0)).sort((a, b) => a - b);
        return `Mean ${outcome} of people with ${named(by)} is ${decimal(mean)}, ${decimal(Math.abs(difference ?? 0))} ${(difference ?? 0) > 0 ? 'more' : 'less'} than that of everybody else (95 % interval ${ends.map((end) => decimal(end)).join('–')}; ${better} is better); p = ${pValue(Math.log(adjustedPValue ?? 1))} after adjustment.`;
      }),
  );

function reviewed(audit: Audited, rows: readonly ComparisonJson[]): string[] {
  const called = rows.filter(({ review }) => review).sort((a, b) => (a.ratio ?? 0) - (b.ratio ?? 0));
  if (called.length === 0 && (audit.outcomes.some(isWorseOff) || audit.areas?.verdict === 'review')) {
    const lowest = lowestOf(audit);
    return lowest === null
      ? []
      : [
          `No group is selected at less than ${threshold(audit)} of the reference's rate beyond what chance explains${rows.every(({ enough }) => enough) ? '' : ', though of some the data could not have shown it'}. Lowest: ${sentence(audit, lowest)}`,
        ];
  }
  if (called.length === 0)
    return ['A group that is not shown, because too few people are in one of its cells, calls for a review.'];
  // The group that lacks most people says more than the smallest ratio of a handful.
  const worst = [...called].sort((a, b) => (b.shortfall ?? 0) - (a.shortfall ?? 0)).slice(0, MOST_GROUPS);
  const rest = called.length - worst.length;
  return [
    ...worst.map((row) => sentence(audit, row)),
    ...(rest > 0
      ? [`${rest} more ${rest === 1 ? 'group falls' : 'groups fall'} below ${threshold(audit)} too.`]
      : []),
  ];
}

const limitOf = ({ method }: Pick<Audited, 'method'>): [numerator: number, denominator: number] => {
  const [numerator = 4, denominator = 5] = (method?.threshold ?? '4/5').split('/').map(Number);
  return [numerator, denominator];
};

const threshold = (audit: Pick<Audited, 'method'>): string => {
  const [numerator, denominator] = limitOf(audit);
  return percent(numerator / denominator, 0);
};

/** A ratio with as many digits as keep it apart from the threshold. */
function beside(ratio: number | null, audit: Audited): string {
  const limit = threshold(audit);
  const digits = [0, 1, 2, 3].find(
    (places) => Number.parseFloat(percent(ratio, places)) !== Number.parseFloat(limit),
  );
  return percent(ratio, digits ?? 0);
}

function sentence(audit: Audited, row: ComparisonJson): string {
  const own = groupOf(audit, row.by);
  const isSampled = audit.method?.weights.startsWith('sampling') === true;
  const base = row.reference === null ? undefined : groupOf(audit, row.reference);
  const rates = (group: GroupJson | undefined): string =>
    group === undefined
      ? 'unknown'
      : `${percent(group.selectionRate)} of ${isSampled ? `everybody, by the weights of ${count(group.n)}` : count(group.n)}`;
  const lacking =
    row.shortfall !== null && row.shortfall > 0
      ? ` At the same rate ${isSampled ? `about ${count(Math.ceil(row.shortfall))} more people, by the weights,` : `${count(Math.ceil(row.shortfall))} more of them`} would be selected.`
      : '';
  return `People with ${named(row.by)} are ${beside(row.ratio, audit)} as likely to be selected as people with ${named(row.reference ?? {})} (${row.interval.ratio === null ? 'no interval, since one of the rates is 0' : `95 % interval ${range(row.interval.ratio, 0)}`}): ${rates(own)} against ${rates(base)}; against everybody else p = ${pValue(row.logAdjustedPValue)} after adjustment.${lacking}`;
}

const groupOf = (audit: Audited, by: GroupJson['by']): GroupJson | undefined => {
  const key = JSON.stringify(by);
  return [...audit.groups, ...(audit.marginals ?? [])].find((group) => JSON.stringify(group.by) === key);
};

function conditional({ conditional: found, comparisons }: Audited): string[] {
  if (found === null || found.oddsRatio === null) return [];
  const within = `within the same ${found.control.join(' and ')} their odds are ${decimal(found.oddsRatio)} times those of everybody else (95 % interval ${found.interval === null ? 'none' : `${decimal(found.interval[0])}–${decimal(found.interval[1])}`})`;
  const overall = `Over everybody the odds of ${named(found.by)} are ${decimal(found.marginalOddsRatio)} times those of the rest; ${within}`;
  // Two numbers on either side of 1 that chance alone could have put there are no reversal.
  const isBeyondChance = (row: (typeof found.all)[number]): boolean =>
    isClear(row.interval) ||
    (comparisons.find(({ by }) => JSON.stringify(by) === JSON.stringify(row.by))?.adjustedPValue ?? 1) < 0.05;
  const flipped = found.all.filter((row) => row.signFlips && isBeyondChance(row));
  const unlike =
    found.breslowDayPValue !== null && found.breslowDayPValue < 0.05
      ? [
          `The gap differs from one ${found.control.join(' and ')} to the next (Breslow–Day p = ${pValue(Math.log(found.breslowDayPValue))}), so no single number stands for all of them.`,
        ]
      : [];
  return [
    found.signFlips && isBeyondChance(found)
      ? `${overall}: ${isClear(found.interval) ? 'the gap reverses' : 'within the strata no gap is seen beyond chance, and what is left points the other way'} (Simpson's reversal). Look at where people apply or are sorted before you mend the decision.`
      : `${overall}.`,
    ...flipped
      .filter(({ by }) => JSON.stringify(by) !== JSON.stringify(found.by))
      .slice(0, MOST_GROUPS)
      .map(
        ({ by, oddsRatio, marginalOddsRatio }) =>
          `For ${named(by)} the odds ratio turns from ${decimal(marginalOddsRatio)} to ${decimal(oddsRatio)} within the strata too.`,
      ),
    ...unlike,
  ];
}

function rules(audit: Audited): string[] {
  const { rules: found, comparisons } = audit;
  if (found === null || found.groups.length === 0) return [];
  const [worst] = comparisons
    .filter(({ ratio }) => ratio !== null)
    .sort((a, b) => Number(b.review) - Number(a.review) || (b.shortfall ?? 0) - (a.shortfall ?? 0));
  const analysis = found.groups.find(({ by }) => JSON.stringify(by) === JSON.stringify(worst?.by));
  if (analysis === undefined || analysis.gap.now === null || analysis.gap.now <= 0) return [];
  const carrying = analysis.rules
    .filter(({ share }) => share !== null && share > 0.05)
    .sort((a, b) => b.shapley - a.shapley)
    .slice(0, 2);
  if (carrying.length === 0 || analysis.gap.opened <= 0)
    return [`The rules do not open the gap of ${named(analysis.by)}.`];
  const part = carrying.reduce((sum, { shapley }) => sum + shapley, 0) / analysis.gap.now;
  const selected = audit.groups.reduce((sum, group) => sum + (group.selected ?? 0), 0);
  return [
    `${carrying.length === 1 ? 'One rule carries' : 'Two rules carry'} ${part >= 1 ? 'the whole' : `${percent(part, 0)} of the`} gap of ${named(analysis.by)}: ${carrying.map(({ rule, shapley }) => `${rule} (${percent(shapley / analysis.gap.now!, 0)})`).join(' and ')}.`,
    ...carrying
      .slice(0, 1)
      .map(({ rule, restored, without }) =>
        restored.everyone === 0
          ? `Dropping ${rule} alone would restore nobody: others hold the same people back.`
          : `Dropping ${rule} would restore ${count(restored.everyone)} people, ${count(restored.group)} of them with ${named(analysis.by)}, if nothing else held them back: reach would grow by ${percent(selected > 0 ? restored.everyone / selected : null)} and the ratio become ${percent(without.ratio, 0)}.`,
      ),
  ];
}

function thresholds({ scores, comparisons, groups, method }: Audited): string[] {
  if (scores === null) return [];
  const [numerator, denominator] = limitOf({ method });
  const limit = numerator / denominator;
  const worst = Math.min(...comparisons.map(({ ratio }) => ratio ?? Infinity));
  const selected = groups.reduce((sum, group) => sum + (group.selected ?? 0), 0);
  const [better] = scores.thresholds
    .filter(({ worstRatio }) => worstRatio !== null && worstRatio > worst && worstRatio >= limit)
    .sort((a, b) => Math.abs(a.selected - selected) - Math.abs(b.selected - selected));
  return better === undefined || !comparisons.some(({ review }) => review)
    ? []
    : [
        `Among these same people, selecting everybody with a score of at least ${decimal(better.threshold, 3)} would select ${count(better.selected)} with a lowest ratio of ${percent(better.worstRatio, 0)}${better.precision === null ? '' : ` and a precision of ${percent(better.precision)}`}; of a threshold picked after the fact others may show less.`,
      ];
}

/** An interval of a ratio that does not hold 1. */
const isClear = (interval: readonly [number | null, number | null] | null): boolean =>
  interval !== null && ((interval[0] ?? 0) > 1 || (interval[1] ?? Infinity) < 1);

/** A line that starts with the name of a column keeps it as it is written. */
const capital = (text: string): string =>
  / = .*:/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
