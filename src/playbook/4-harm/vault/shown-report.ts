import type { AuditReport, By, ComparisonRow } from '../fairness/report.ts';

/**
 * What of an audit over a vault may be shown beyond what the counts already keep back. A hidden reference is not even
 * named: with a decision made up for one person, the group that does best is that person's. Bounds go where the people
 * of unknown attribute are hidden, since their number stands behind them.
 */
export function shownReport(report: AuditReport): AuditReport {
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

const same = (a: By, b: By): boolean => JSON.stringify(a) === JSON.stringify(b);
const isUnknown = (by: By): boolean => Object.values(by).includes(null);
