import type { AuditReport, By, ComparisonRow, GroupRow, RateName } from '../fairness/report.ts';

/** The values that a vault holds of each attribute, whoever the decisions speak of. */
export type KeptValues = ReadonlyMap<string, readonly (string | null)[]>;

/**
 * What of an audit over a vault may be shown beyond what the counts already keep back. A hidden reference is not even
 * named: with a decision made up for one person, the group that does best is that person's. Bounds go where the people
 * of unknown attribute are hidden, since their number stands behind them.
 */
export function shownReport(whole: AuditReport, kept: KeptValues): AuditReport {
  const report = withEveryCombination(withoutThinLabels(whole), kept);
  const { reference } = report;
  const hiddenReference =
    reference === null || report.groups.some((row) => row.suppressed && same(row.by, reference));
  const hidesUnknown = report.groups.some((row) => row.suppressed && isUnknown(row.by));
  const bounded = <Row extends ComparisonRow>(rows: readonly Row[]): Row[] =>
    rows.map((row) => (hidesUnknown ? { ...row, bounds: null } : row));
  const notes = report.notes.filter((note) => !(hidesUnknown && note.includes('an attribute is unknown')));
  if (!hiddenReference)
    return {
      ...report,
      notes,
      comparisons: bounded(report.comparisons),
      metrics: bounded(report.metrics),
      ...(report.marginalComparisons === undefined
        ? {}
        : { marginalComparisons: shownMarginals(report.marginalComparisons) }),
    };
  return {
    ...report,
    verdict: 'insufficient',
    comparisons: [],
    metrics: [],
    reference: null,
    because: ['the group to compare with is not shown, because too few people are in one of its cells'],
    conditional: null,
    rules: null,
    ...(report.marginalComparisons === undefined
      ? {}
      : { marginalComparisons: shownMarginals(report.marginalComparisons) }),
    notes,
  };
}

/** The smaller combinations name their own reference: it goes with all rows where one of them is hidden. */
function shownMarginals(rows: readonly ComparisonRow[]): ComparisonRow[] {
  return rows.filter(({ suppressed }) => !suppressed).map((row) => ({ ...row, bounds: null }));
}

/** With more combinations than this the hidden ones are left out altogether. */
const MOST_COMBINATIONS = 5000;

/**
 * Which small combinations exist would tell who is in them: a file of one person among strangers would have one. Every
 * combination of the values in file and vault is listed as hidden, whether anybody has it or not; where these are too
 * many, none is. Of the smaller combinations the hidden ones are left out.
 */
function withEveryCombination(report: AuditReport, kept: KeptValues): AuditReport {
  const hidden = report.groups.find(({ suppressed }) => suppressed);
  if (hidden === undefined) return report;
  const groups = report.groups.filter(({ suppressed }) => !suppressed);
  const shown = new Set(groups.map(({ by }) => JSON.stringify(by)));
  const combinations = combinationsOf(report.groups, kept).filter((by) => !shown.has(JSON.stringify(by)));
  const isReference = (by: By): boolean => report.reference !== null && same(by, report.reference);
  const rows = <Row extends ComparisonRow>(list: readonly Row[]): Row[] => {
    const template = list.find(({ suppressed }) => suppressed);
    const own = list.filter(({ suppressed }) => !suppressed);
    return template === undefined
      ? own
      : [...own, ...combinations.filter((by) => !isReference(by)).map((by) => ({ ...template, by }))];
  };
  const metrics = [...new Set(report.metrics.map(({ metric }) => metric))];
  return {
    ...report,
    groups: [...groups, ...combinations.map((by) => ({ ...hidden, by }))],
    comparisons: rows(report.comparisons),
    metrics: metrics.flatMap((name) => rows(report.metrics.filter(({ metric }) => metric === name))),
    ...(report.marginals === undefined
      ? {}
      : { marginals: report.marginals.filter(({ suppressed }) => !suppressed) }),
    notes: report.notes.map((note) =>
      /^\d+ groups are not shown/.test(note) ? note.replace(/^\d+ groups/, 'some groups') : note,
    ),
  };
}

function combinationsOf(groups: readonly GroupRow[], kept: KeptValues): By[] {
  const names = Object.keys(groups[0]?.by ?? {});
  const values = names.map((name) => [
    ...new Set([...groups.map(({ by }) => by[name] ?? null), ...(kept.get(name) ?? [])]),
  ]);
  if (values.reduce((product, list) => product * list.length, 1) > MOST_COMBINATIONS) return [];
  return values
    .reduce<Array<Array<string | null>>>(
      (all, list) => all.flatMap((before) => list.map((value) => [...before, value ?? null])),
      [[]],
    )
    .map((combination) => Object.fromEntries(names.map((name, index) => [name, combination[index]!])))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const BY_LABEL: readonly RateName[] = [
  'truePositiveRate',
  'falsePositiveRate',
  'falseNegativeRate',
  'accuracy',
  'precision',
  'falseDiscoveryRate',
];

/**
 * Error rates speak of four cells, and one that is hidden follows from the three that are not: all of them are shown, of
 * every group, or none.
 */
function withoutThinLabels(report: AuditReport): AuditReport {
  const shown = report.groups.filter(({ suppressed }) => !suppressed);
  const isLabelled = shown.some((row) => BY_LABEL.some((name) => row[name] !== null));
  const isWhole = [...shown, ...(report.marginals ?? []).filter(({ suppressed }) => !suppressed)].every(
    (row) => row.truePositiveRate !== null && row.falsePositiveRate !== null,
  );
  if (!isLabelled || isWhole) return report;
  const none = Object.fromEntries(BY_LABEL.map((name) => [name, null]));
  const without = (row: GroupRow): GroupRow => ({
    ...row,
    ...none,
    interval: { ...row.interval, ...none },
    counts: { ...row.counts, ...none },
  });
  return {
    ...report,
    groups: report.groups.map(without),
    ...(report.marginals === undefined ? {} : { marginals: report.marginals.map(without) }),
    metrics: report.metrics.filter(({ metric }) => !BY_LABEL.includes(metric)),
    spread: { ...report.spread, equalizedOddsDifference: null },
    notes: [
      ...report.notes,
      'error rates are not shown, because some group has too few people in one of their cells',
    ],
  };
}

const same = (a: By, b: By): boolean => JSON.stringify(a) === JSON.stringify(b);
const isUnknown = (by: By): boolean => Object.values(by).includes(null);
