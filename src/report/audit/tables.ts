import { areasInOrder } from './area-sentences.ts';
import { between, count, decimal, percent, pValue, range, valuesOf } from './numbers.ts';
import type { AuditJson, ComparisonJson, GroupJson } from './schema.ts';

/** A table of a report, the same in text and in HTML: the first column names the row. */
export interface Table {
  readonly title: string;
  readonly says: string;
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
  /** Rows that were left out for length. */
  readonly more: number;
}

/** Tables stay readable: of thousands of groups the first are those that matter. */
export const MOST_ROWS = 40;

const table = (
  title: string,
  says: string,
  head: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
): Table[] =>
  rows.length === 0
    ? []
    : [{ title, says, head, rows: rows.slice(0, MOST_ROWS), more: Math.max(0, rows.length - MOST_ROWS) }];

/** Every table that the data carry, in the order in which people read them. */
export function tablesOf(audit: AuditJson): Table[] {
  const names = audit.asked.groups.join(' · ');
  return [
    ...groupTable(audit, names),
    ...comparisonTable(audit, names),
    ...areaTable(audit),
    ...areaCounts(audit),
    ...errorRates(audit, names),
    ...errorCounts(audit, names),
    ...metricTable(audit, names),
    ...conditionalTable(audit, names),
    ...stratumTable(audit, names),
    ...ruleTable(audit),
    ...alternativeTable(audit),
    ...thresholdTable(audit),
    ...rankingTable(audit, names),
    ...outcomeTables(audit, names),
    ...proxyTable(audit),
    ...packTables(audit, names),
  ];
}

/** Those that call for a review first, then the lowest ratio, then by size. */
function inOrder(audit: AuditJson): GroupJson[] {
  const rows = new Map(audit.comparisons.map((row) => [JSON.stringify(row.by), row]));
  const place = (group: GroupJson): ComparisonJson | undefined => rows.get(JSON.stringify(group.by));
  return audit.groups.length <= MOST_ROWS
    ? audit.groups
    : [...audit.groups].sort(
        (a, b) =>
          Number(place(b)?.review ?? false) - Number(place(a)?.review ?? false) ||
          (place(b)?.shortfall ?? 0) - (place(a)?.shortfall ?? 0) ||
          (b.n ?? 0) - (a.n ?? 0),
      );
}

function groupTable(audit: AuditJson, names: string): Table[] {
  const isSampled = audit.method?.weights.startsWith('sampling') === true;
  return table(
    'Groups',
    `How many of each group are selected (${audit.asked.decision}${audit.asked.favourable === null ? '' : ` = ${audit.asked.favourable}`}).${isSampled ? ' “Worth” is the number of people with equal weights who would carry as much.' : ''}`,
    isSampled
      ? [names, 'sampled', 'worth', 'selected, weighted', 'rate', '95 % interval']
      : [names, 'people', 'selected', 'rate', '95 % interval'],
    [...inOrder(audit), ...(audit.marginals ?? [])].map((group) => [
      valuesOf(group.by),
      count(group.n),
      ...(isSampled ? [count(group.effectiveSize === null ? null : Math.round(group.effectiveSize))] : []),
      count(group.selected),
      group.suppressed ? 'not shown' : percent(group.selectionRate),
      group.suppressed ? '' : range(group.interval.selectionRate),
    ]),
  );
}

function comparisonTable(audit: AuditJson, names: string): Table[] {
  const rows = [...audit.comparisons, ...(audit.marginalComparisons ?? [])].sort(
    (a, b) => Number(b.review) - Number(a.review) || (b.shortfall ?? 0) - (a.shortfall ?? 0),
  );
  const isOpen = rows.some(({ bounds }) => bounds !== null);
  const isMixed = (audit.marginalComparisons ?? []).length > 0;
  return table(
    'Comparisons of the selection rate',
    `Ratio and points are against ${isMixed || audit.reference === null ? 'the group of the highest rate' : valuesOf(audit.reference)}, p against everybody else; “lacking” people would be selected at the rate of that group; a ratio to everybody else under “would see” shows with 80 % power${isOpen ? '; “if unknown” is what any allotment of people of unknown attribute could make of the ratio' : ''}.`,
    [
      names,
      ...(isMixed ? ['against'] : []),
      'ratio',
      '95 % interval',
      'points',
      'adjusted p',
      'lacking',
      'would see',
      ...(isOpen ? ['if unknown'] : []),
      '',
    ],
    rows.map((row) => [
      valuesOf(row.by),
      ...(isMixed ? [row.reference === null ? '' : valuesOf(row.reference)] : []),
      row.suppressed ? 'not shown' : percent(row.ratio, 1),
      row.suppressed ? '' : range(row.interval.ratio),
      row.difference === null ? '' : (100 * row.difference).toFixed(1),
      pValue(row.logAdjustedPValue),
      row.shortfall === null ? '' : count(Math.ceil(Math.max(0, row.shortfall))),
      decimal(row.minimumDetectableRatio),
      ...(isOpen ? [row.bounds === null ? '' : range([row.bounds.low, row.bounds.high])] : []),
      row.review ? 'review' : row.suppressed ? '' : row.enough ? '' : 'too few',
    ]),
  );
}

const SAYS = { review: 'review', insufficient: 'cannot tell', pass: 'not below' } as const;

function areaTable({ areas, method }: AuditJson): Table[] {
  if (areas === null) return [];
  return table(
    `Bounds by ${areas.column}`,
    `What ${count(areas.areas)} areas with ${count(areas.selected)} selected of ${count(areas.people)} people allow, if the shares hold among them: not estimates, and no intervals of chance. Ratios are against everybody else, the threshold is ${method?.threshold ?? '4/5'}; p is that of the allotment that favours the group most.`,
    ['group', 'people, about', 'rate', 'ratio', 'adjusted p', 'would see', ''],
    areasInOrder(areas.groups).map((row) => [
      row.group,
      count(Math.round(row.expected)),
      range(row.selectionRate),
      range(row.ratio),
      pValue(row.logAdjustedPValue),
      decimal(row.minimumDetectableRatio),
      SAYS[row.verdict],
    ]),
  );
}

const hasRate = (audit: AuditJson, name: keyof GroupJson): boolean =>
  audit.groups.some((group) => group[name] !== null);

function areaCounts({ areas }: AuditJson): Table[] {
  if (areas === null) return [];
  const groups = areas.groups.map(({ group }) => group);
  return table(
    'People decided on by area',
    'The counts and shares behind the bounds.',
    [areas.column, 'people', 'selected', ...groups.map((group) => `share ${group}`)],
    areas.byArea.map(({ area, people, selected, shares }) => [
      area,
      count(people),
      count(selected),
      ...groups.map((group) => String(shares[group] ?? 0)),
    ]),
  );
}

function errorRates(audit: AuditJson, names: string): Table[] {
  const columns = (
    [
      ['truePositiveRate', 'true positive'],
      ['falsePositiveRate', 'false positive'],
      ['falseNegativeRate', 'false negative'],
      ['precision', 'precision'],
      ['accuracy', 'accuracy'],
      ['scoringRate', 'above the median'],
      ['meanScore', 'mean score'],
    ] as const
  ).filter(([name]) => hasRate(audit, name));
  if (columns.length === 0) return [];
  return table(
    audit.asked.label === null ? 'Scores by group' : 'Error rates by group',
    audit.asked.label === null
      ? 'Share of each group with a score above the median of everybody.'
      : `Held against what turned out: ${audit.asked.label}.`,
    [names, ...columns.map(([, title]) => title)],
    inOrder(audit).map((group) => [
      valuesOf(group.by),
      ...columns.map(([name]) => (name === 'meanScore' ? decimal(group[name], 3) : percent(group[name]))),
    ]),
  );
}

/** What the rates of errors were counted from. */
function errorCounts(audit: AuditJson, names: string): Table[] {
  if (audit.asked.label === null) return [];
  const rows = inOrder(audit).flatMap(({ by, counts }) => {
    const [right, wrong] = [counts.truePositiveRate, counts.falsePositiveRate];
    return right === null && wrong === null ? [] : [[valuesOf(by), ...sides(right), ...sides(wrong)]];
  });
  return table(
    'Counts behind the error rates',
    `People whose ${audit.asked.label} is favourable, and all others with one.`,
    [names, 'favourable, selected', 'favourable, left out', 'other, selected', 'other, left out'],
    rows,
  );
}

const sides = (counts: GroupJson['counts']['accuracy']): string[] =>
  counts === null ? ['not shown', 'not shown'] : [count(counts.hits), count(counts.people - counts.hits)];

function metricTable(audit: AuditJson, names: string): Table[] {
  const found = audit.metrics
    .filter(({ ratio, adjustedPValue }) => ratio !== null && adjustedPValue !== null && adjustedPValue < 0.05)
    .sort((a, b) => (a.logAdjustedPValue ?? 0) - (b.logAdjustedPValue ?? 0));
  return table(
    'Other rates that differ beyond chance',
    'Each metric is its own family of tests; a difference here is no verdict.',
    ['metric', names, 'ratio', 'points', 'adjusted p'],
    found.map((row) => [
      row.metric,
      valuesOf(row.by),
      percent(row.ratio),
      row.difference === null ? '' : (100 * row.difference).toFixed(1),
      pValue(row.logAdjustedPValue),
    ]),
  );
}

function conditionalTable({ conditional }: AuditJson, names: string): Table[] {
  if (conditional === null) return [];
  return table(
    `Within the same ${conditional.control.join(' and ')}`,
    `Odds of being selected, group over rest, over ${conditional.strata} strata (Mantel–Haenszel).`,
    [
      names,
      'odds ratio',
      '95 % interval',
      'odds ratio overall',
      'CMH',
      'p of CMH',
      'Breslow–Day',
      'p of Breslow–Day',
      'disparity',
      'disparity overall',
      '',
    ],
    conditional.all.map((row) => [
      valuesOf(row.by),
      decimal(row.oddsRatio, 3),
      row.interval === null ? '' : `${decimal(row.interval[0])}–${decimal(row.interval[1])}`,
      decimal(row.marginalOddsRatio, 3),
      decimal(row.cmh),
      pValue(row.logPValue),
      decimal(row.breslowDay),
      row.breslowDayPValue === null ? 'none' : pValue(Math.log(row.breslowDayPValue)),
      decimal(row.conditionalDisparity, 4),
      decimal(row.unconditionalDisparity, 4),
      row.signFlips ? 'reverses' : '',
    ]),
  );
}

function stratumTable({ conditional }: AuditJson, names: string): Table[] {
  if (conditional === null) return [];
  return table(
    'Rates within each stratum',
    'The counts behind the line above.',
    [conditional.control.join(' · '), names, 'people', 'rate'],
    conditional.byStratum.flatMap(({ stratum, groups }) =>
      groups
        .filter(({ n }) => n !== 0)
        .map((group) => [
          valuesOf(stratum),
          valuesOf(group.by),
          count(group.n),
          percent(group.selectionRate),
        ]),
    ),
  );
}

/** For the groups that lack most people: a gap that is none needs no explanation. */
function ruleTable({ rules, comparisons }: AuditJson): Table[] {
  const lacking = new Map(comparisons.map((row) => [JSON.stringify(row.by), row.shortfall ?? 0]));
  const lack = (by: GroupJson['by']): number => lacking.get(JSON.stringify(by)) ?? 0;
  const worst = (rules?.groups ?? [])
    .filter(({ gap, by }) => gap.now !== null && gap.now > 0 && !Object.values(by).includes(null))
    .sort((a, b) => lack(b.by) - lack(a.by))
    .slice(0, 3);
  const mayBeChance = (by: GroupJson['by']): boolean =>
    (comparisons.find((row) => JSON.stringify(row.by) === JSON.stringify(by))?.adjustedPValue ?? 1) >= 0.05;
  return worst.flatMap(({ by, reference, gap, rules: each }) =>
    table(
      `Rules: the gap of ${valuesOf(by)} to ${valuesOf(reference)}`,
      `${gap.now === null ? 'unknown' : `${(100 * gap.now).toFixed(1)} points now`}, ${gap.withoutRules === null ? 'unknown' : `${(100 * gap.withoutRules).toFixed(1)} without any rule`}; a share is the Shapley value.${mayBeChance(by) ? ' Chance alone may have made this gap, and then its shares say nothing.' : ''} “Restored” are those whom this rule alone holds back, if nothing else did.`,
      [
        'rule',
        'share, points',
        'share of the rules',
        'held back, group',
        'others',
        'restored without it',
        'ratio without it',
      ],
      each.map((rule) => [
        rule.rule,
        (100 * rule.shapley).toFixed(2),
        rule.share === null ? '' : percent(rule.share, 0),
        count(rule.heldBack.group),
        count(rule.heldBack.everyone - rule.heldBack.group),
        count(rule.restored.everyone),
        percent(rule.without.ratio),
      ]),
    ),
  );
}

function alternativeTable({ rules }: AuditJson): Table[] {
  return table(
    'Alternatives: rules that could be dropped',
    'No other choice restores fewer people and leaves a better lowest ratio, among groups of known attributes that are large enough for a reference, and if nothing else held people back.',
    ['drop', 'selected', 'restored', 'lowest ratio'],
    (rules?.alternatives ?? []).map((one) => [
      one.dropped.length === 0 ? 'nothing' : one.dropped.join(', '),
      count(one.selected),
      count(one.restored),
      percent(one.worstRatio),
    ]),
  );
}

function thresholdTable({ scores }: AuditJson): Table[] {
  return table(
    'Alternatives: thresholds of the score',
    `Among these same people; no other threshold of the curve is better in both the lowest ratio and ${scores?.thresholds.some(({ precision }) => precision !== null) === true ? 'precision' : 'people selected'}.`,
    ['at least', 'selected', 'lowest ratio', 'precision'],
    (scores?.thresholds ?? [])
      .filter(({ pareto }) => pareto)
      .map((point) => [
        decimal(point.threshold, 4),
        count(point.selected),
        percent(point.worstRatio),
        percent(point.precision),
      ]),
  );
}

function rankingTable({ scores }: AuditJson, names: string): Table[] {
  return table(
    'How well the score ranks each group',
    'Area under the curve: 0.5 is chance.',
    [names, 'AUC', '95 % interval', 'positives', 'negatives'],
    (scores?.auc ?? [])
      .filter(({ auc }) => auc !== null)
      .map((row) => [
        valuesOf(row.by),
        decimal(row.auc, 3),
        row.interval === null ? '' : `${decimal(row.interval[0], 3)}–${decimal(row.interval[1], 3)}`,
        count(row.positives),
        count(row.negatives),
      ]),
  );
}

function outcomeTables({ outcomes }: AuditJson, names: string): Table[] {
  return outcomes.flatMap(({ outcome, better, missing, groups }) =>
    table(
      `Mean of ${outcome}`,
      `Difference to everybody else, with a Welch test${better === null ? '; which way is better was not said, so no difference calls for a review' : `; ${better} is better, and the ratio is what the group gets of what everybody else gets`}.${missing > 0 ? ` ${count(missing)} rows have no ${outcome} and are in no mean: whether one gets any is a decision of its own.` : ''}`,
      [
        names,
        'people',
        'mean',
        '95 % interval',
        'difference',
        '95 % interval',
        'adjusted p',
        ...(better === null ? [] : ['ratio', '']),
      ],
      groups.map((row) => [
        valuesOf(row.by),
        count(row.n),
        row.suppressed ? 'not shown' : decimal(row.mean),
        between(row.interval),
        decimal(row.difference),
        between(row.differenceInterval),
        row.adjustedPValue === null ? '' : pValue(Math.log(row.adjustedPValue)),
        ...(better === null ? [] : [percent(row.ratio), row.review ? 'review' : '']),
      ]),
    ),
  );
}

function proxyTable({ proxies }: AuditJson): Table[] {
  if (proxies === null) return [];
  const line = (row: (typeof proxies.single)[number], inputs: string): string[] => [
    inputs,
    `${row.attribute} ${row.value ?? '(empty)'}`,
    decimal(row.auc, 3),
    decimal(row.mutualInformation, 4),
  ];
  return table(
    'Inputs that stand in for the attribute',
    'Cross-validated area under the curve of telling the attribute from the input; 0.5 tells nothing. Mutual information is that of the counts, in nats, and grows by chance with the number of categories.',
    ['input', 'tells', 'AUC', 'mutual information'],
    [
      ...proxies.joint.map((row) => line(row, `all together (${row.inputs.length})`)),
      ...proxies.single.map((row) => line(row, row.inputs.join(', '))),
      ...proxies.without.map((row) => line(row, `all but ${row.dropped}`)),
    ],
  );
}

function packTables({ pack }: AuditJson, names: string): Table[] {
  if (pack === null) return [];
  return [
    ...table(
      `What ${pack.title} asks`,
      `${pack.says} Source: ${pack.source}${pack.verified ? `, read there on ${pack.date}` : '; we have not verified its text on any date, so read it there before you rely on it'}.`,
      ['asked', 'answer', 'because'],
      pack.requirements.map(({ says, met, because }) => [
        says,
        met === null ? 'cannot tell' : met ? 'in this report' : 'missing',
        because,
      ]),
    ),
    ...table(
      'Impact ratios',
      `Rate over that of the most selected category${pack.smallestShare === null ? '' : `; categories below ${percent(pack.smallestShare, 0)} of the people may be left out`}.`,
      [names, 'people', 'rate', 'impact ratio', ''],
      pack.impactRatios.map((row) => [
        valuesOf(row.by),
        count(row.n),
        percent(row.rate),
        decimal(row.impactRatio, 3),
        row.leftOut ? 'may be left out' : '',
      ]),
    ),
  ];
}
