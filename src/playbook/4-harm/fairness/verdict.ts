import type { RateComparison } from './compare.ts';

export type AuditVerdict = 'pass' | 'review' | 'insufficient';

/** The level of the adjusted p-value below which a broken ratio counts. */
export const SIGNIFICANCE = 0.05;

/** A group calls for a review where both hold: the exact ratio is broken, and the adjusted p-value is below 0.05. */
export const callsForReview = ({ broken, logAdjustedPValue }: RateComparison): boolean =>
  broken === true && logAdjustedPValue !== null && logAdjustedPValue < Math.log(SIGNIFICANCE);

/**
 * `review` where a group calls for it; else `insufficient` where some group's data could not show a broken ratio, or
 * there is nothing to compare; else `pass`: no disparity beyond the threshold was seen, and one could have been.
 */
export function judgeComparisons(comparisons: Iterable<RateComparison>): AuditVerdict {
  const rows = [...comparisons];
  if (rows.some(callsForReview)) return 'review';
  return rows.length > 0 && rows.every(({ enough }) => enough) ? 'pass' : 'insufficient';
}

export const stricterVerdict = (a: AuditVerdict, b: AuditVerdict): AuditVerdict =>
  a === 'review' || b === 'review'
    ? 'review'
    : a === 'insufficient' || b === 'insufficient'
      ? 'insufficient'
      : 'pass';
