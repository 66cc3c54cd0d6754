import type { ComparisonRow, OutcomeReport } from './report.ts';
import type { AuditVerdict } from './verdict.ts';

/** What the verdict rests on, a line for each group that decides it. */
export function becauseOf(
  verdict: AuditVerdict,
  comparisons: readonly ComparisonRow[],
  marginal: readonly ComparisonRow[],
  compared: number,
  hasReference: boolean,
  doubts: readonly string[],
  worseOff: readonly string[],
): string[] {
  const lines = [
    ...(verdict === 'insufficient' ? doubts : []),
    ...(verdict === 'review' ? worseOff : []),
    ...linesOf(verdict, comparisons, marginal, compared, hasReference),
  ];
  return lines.length > 0 ? lines : ['groups that are not shown decide it'];
}

function linesOf(
  verdict: AuditVerdict,
  comparisons: readonly ComparisonRow[],
  marginal: readonly ComparisonRow[],
  compared: number,
  hasReference: boolean,
): string[] {
  if (verdict === 'review')
    return [...comparisons, ...marginal]
      .filter(({ review }) => review)
      .map(
        (row) =>
          `${named(row)}: ${percent(row.ratio)} of the reference's rate, adjusted p ${readableP(row.logAdjustedPValue)}`,
      );
  if (verdict === 'pass')
    return ['no group lies below the threshold beyond chance, and every group has the data to show it'];
  if (compared === 0) return ['there is one group only, so there is nothing to compare'];
  if (!hasReference) return ['no group is large enough to be the reference'];
  const lacking = comparisons.filter(({ enough, suppressed }) => !enough && !suppressed);
  const lines = lacking
    .slice(0, MOST_LINES)
    .map((row) =>
      row.minimumDetectableRatio === null
        ? `${named(row)}: nothing could be seen, since nobody else was selected`
        : `${named(row)}: only a ratio below ${row.minimumDetectableRatio.toFixed(2)} would be seen with 80 % power`,
    );
  return lacking.length > MOST_LINES ? [...lines, `and ${lacking.length - MOST_LINES} groups more`] : lines;
}

/** Groups whose mean amount calls for a review, a line each. */
export const worseOffIn = (outcomes: readonly OutcomeReport[]): string[] =>
  outcomes.flatMap(({ outcome, better, groups }) =>
    groups
      .filter(({ review }) => review)
      .map(
        ({ by, mean, difference, adjustedPValue }) =>
          `${named({ by })}: mean ${outcome} ${mean?.toFixed(2)} against ${((mean ?? 0) - (difference ?? 0)).toFixed(2)} of everybody else, where ${better} is better, adjusted p ${readableP(Math.log(adjustedPValue ?? 1))}`,
      ),
  );

const MOST_LINES = 20;

const named = (row: Pick<ComparisonRow, 'by'>): string =>
  Object.entries(row.by)
    .map(([name, value]) => `${name} = ${value ?? '(empty)'}`)
    .join(', ');

const percent = (ratio: number | null): string => (ratio === null ? 'none' : `${(100 * ratio).toFixed(1)} %`);

/** A p-value to two digits, however small. */
function readableP(logP: number | null): string {
  if (logP === null) return 'unknown';
  const tens = Math.floor(logP / Math.LN10);
  return tens >= -3
    ? Math.exp(logP).toPrecision(2)
    : `${Math.exp(logP - tens * Math.LN10).toFixed(1)}e${tens}`;
}
