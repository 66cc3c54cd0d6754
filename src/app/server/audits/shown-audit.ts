import type { AuditJson } from '../../../report/audit/schema.ts';

type By = Readonly<Record<string, string | null>>;
type Ends = readonly [number | null, number | null] | null;

/** The figures of an audit, as evidence: what they come to is said apart, since it may be held back. */
export interface AuditFigures {
  readonly people: number;
  /** What is decided, as the file names it. */
  readonly decision: string;
  /** Attributes by which people are compared. */
  readonly attributes: readonly string[];
  /** The ratio under which a difference counts, as `4/5`. */
  readonly threshold: string;
  readonly reference: By | null;
  /** Groups of fewer people are not shown. */
  readonly minimumCell: number;
  readonly isOverVault: boolean;
  readonly groups: ReadonlyArray<{
    readonly by: By;
    readonly people: number | null;
    readonly selected: number | null;
    readonly rate: number | null;
    readonly interval: Ends;
    readonly isSuppressed: boolean;
  }>;
  /** Each group but the reference against it. */
  readonly comparisons: ReadonlyArray<{
    readonly by: By;
    readonly ratio: number | null;
    readonly interval: Ends;
    readonly adjustedPValue: number | null;
    /** Whether there are people enough to see a ratio of the threshold. */
    readonly hasEnough: boolean;
    /** `null` where the verdict is held back. */
    readonly callsForReview: boolean | null;
    readonly isSuppressed: boolean;
  }>;
  /** What each rule adds to the gap of a group, in parts of one. */
  readonly rules: ReadonlyArray<{
    readonly by: By;
    readonly gap: number | null;
    readonly withoutRules: number | null;
    readonly rules: ReadonlyArray<{
      readonly rule: string;
      readonly adds: number;
      readonly heldBack: number;
    }>;
  }>;
}

/** The figures of a report; with `isHidden` nothing in them says what they come to. */
export const figuresOf = (report: AuditJson, isHidden: boolean): AuditFigures => ({
  people: report.people,
  decision: report.asked.decision,
  attributes: report.asked.groups,
  threshold: report.method?.threshold ?? '4/5',
  reference: report.reference,
  minimumCell: report.method?.minimumCell ?? report.vault?.minimumCell ?? 1,
  isOverVault: report.vault !== null,
  groups: report.groups.map(({ by, n, selected, selectionRate, interval, suppressed }) => ({
    by,
    people: n,
    selected,
    rate: selectionRate,
    interval: interval.selectionRate,
    isSuppressed: suppressed,
  })),
  comparisons: report.comparisons.map(
    ({ by, ratio, interval, adjustedPValue, enough, review, suppressed }) => ({
      by,
      ratio,
      interval: interval.ratio,
      adjustedPValue,
      hasEnough: enough,
      callsForReview: isHidden ? null : review,
      isSuppressed: suppressed,
    }),
  ),
  rules: (report.rules?.groups ?? []).map(({ by, gap, rules }) => ({
    by,
    gap: gap.now,
    withoutRules: gap.withoutRules,
    rules: rules.map(({ rule, shapley, heldBack }) => ({ rule, adds: shapley, heldBack: heldBack.group })),
  })),
});
