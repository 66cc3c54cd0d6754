import type { Problem } from '../../../kernel/problem.ts';
import type { Interval } from '../../../kernel/statistics/proportion-interval.ts';
import type { AreasReport } from './areas-report.ts';
import type { Text } from './cells.ts';
import type { RateComparison } from './compare.ts';
import type { ConditionalDisparity } from './conditional.ts';
import type { GroupMean } from './outcomes.ts';
import type { AuditPack } from './packs.ts';
import type { ProxyReport } from './proxies.ts';
import type { RuleAlternative, RuleAnalysis, RulePattern } from './rules.ts';
import type { RateCounts } from './tally.ts';
import type { AuditVerdict } from './verdict.ts';

/** Attribute → value, both as they stand in the file. */
export type By = Readonly<Record<string, Text>>;

export const RATES = [
  'selectionRate',
  'truePositiveRate',
  'falsePositiveRate',
  'falseNegativeRate',
  'accuracy',
  'precision',
  'falseDiscoveryRate',
  'scoringRate',
] as const;
export type RateName = (typeof RATES)[number];

/** One group; `null` where a denominator is empty, nothing was given to compute it, or the cell is suppressed. */
export type GroupRow = { readonly by: By; readonly n: number | null; readonly suppressed: boolean } & {
  readonly [Name in RateName]: number | null;
} & {
  readonly meanScore: number | null;
  readonly interval: { readonly [Name in RateName]: Interval | null };
  /** What each rate was made of; `null` where the rate is not known or not shown. */
  readonly counts: { readonly [Name in RateName]: RateCounts | null };
  readonly selected: number | null;
  /** People that the weighted rows are worth; `n` where there are no sampling weights. */
  readonly effectiveSize: number | null;
};

export interface ComparisonRow extends RateComparison {
  readonly by: By;
  readonly reference: By | null;
  readonly suppressed: boolean;
  /** The group calls for a review: ratio broken and adjusted p-value below 0.05. */
  readonly review: boolean;
  /** What any allotment of people with an unknown attribute could make of the ratio; `null` where none is unknown. */
  readonly bounds: { readonly low: number | null; readonly high: number | null } | null;
}

export interface MetricRow extends ComparisonRow {
  readonly metric: RateName;
}

export interface ConditionalRow extends ConditionalDisparity {
  readonly by: By;
}

export interface ConditionalReport extends ConditionalRow {
  readonly strata: number;
  readonly control: readonly string[];
  /** Interval of `conditionalDisparity` by a seeded bootstrap on cells; `null` for sampling weights. */
  readonly conditionalDisparityInterval: Interval | null;
  /** Every compared group; the row above is that of the lowest ratio, of a known attribute where there is one. */
  readonly all: readonly ConditionalRow[];
  /** The rates within each stratum. */
  readonly byStratum: ReadonlyArray<{
    readonly stratum: By;
    readonly groups: ReadonlyArray<{
      readonly by: By;
      readonly n: number | null;
      readonly selectionRate: number | null;
      readonly counts: RateCounts;
    }>;
  }>;
}

export interface ScoresReport {
  /** Median over everyone with a score; `null` where it could not be told exactly. */
  readonly median: number | null;
  readonly exact: boolean;
  readonly auc: ReadonlyArray<{
    readonly by: By;
    readonly auc: number | null;
    readonly bounds: Interval | null;
    readonly interval: Interval | null;
    readonly positives: number;
    readonly negatives: number;
    readonly effective: { readonly positives: number; readonly negatives: number };
  }>;
  readonly thresholds: ReadonlyArray<{
    readonly threshold: number;
    readonly selected: number;
    readonly worstRatio: number | null;
    readonly precision: number | null;
    readonly rates: ReadonlyArray<{ readonly by: By; readonly rate: number | null }>;
    /** No other threshold of the curve is better in both disparity and worth. */
    readonly pareto: boolean;
  }>;
  readonly calibration: ReadonlyArray<{
    readonly by: By;
    readonly low: number;
    readonly high: number;
    readonly n: number;
    readonly positives: number;
    readonly rate: number;
    readonly interval: Interval;
    readonly effectiveSize: number;
  }>;
}

export interface RulesReport {
  /** For each group that is compared: what each rule adds to its gap. */
  readonly groups: ReadonlyArray<RuleAnalysis & { readonly by: By; readonly reference: By }>;
  /** Rules that could be dropped: people restored against the worst ratio (Pareto set). */
  readonly alternatives: readonly RuleAlternative[];
  /** People held back by each set of rules; every number above follows from them. Empty over a vault. */
  readonly patterns: ReadonlyArray<{
    readonly rules: RulePattern['rules'];
    readonly groups: ReadonlyArray<{ readonly by: By; readonly heldBack: number }>;
  }>;
}

export interface OutcomeReport {
  readonly outcome: string;
  /** Which way is better for the person, where it was said. */
  readonly better: 'more' | 'less' | null;
  /** Rows without this amount, who are in no mean. */
  readonly missing: number;
  readonly groups: ReadonlyArray<
    Omit<GroupMean, 'n' | 'rest'> & {
      readonly n: number | null;
      readonly rest: GroupMean['rest'] | null;
      readonly by: By;
      readonly adjustedPValue: number | null;
      /** What the group gets of what everybody else gets; below 1 is worse, whichever way is better. */
      readonly ratio: number | null;
      /** Worse than the threshold beyond chance. */
      readonly review: boolean;
      readonly suppressed: boolean;
    }
  >;
}

/** How the numbers were made, so that they can be made again from the same counts. */
export interface AuditMethod {
  readonly test: string;
  readonly adjustment: string;
  readonly family: string;
  readonly reference: string;
  readonly verdict: string;
  readonly intervals: string;
  readonly threshold: string;
  readonly minimumGroup: number;
  readonly minimumCell: number;
  readonly weights: string;
  readonly seed: number;
  /** How each kind of number in this report was made; only of what was asked. */
  readonly formulas: ReadonlyArray<{ readonly of: string; readonly says: string }>;
}

/** The answer of `scruple audit --format json`. */
export interface AuditReport {
  readonly schema: 'scruple.audit/1';
  readonly rows: number;
  readonly verdict: AuditVerdict;
  readonly groups: readonly GroupRow[];
  readonly comparisons: readonly ComparisonRow[];
  readonly metrics: readonly MetricRow[];
  readonly conditional: ConditionalReport | null;
  readonly source: {
    readonly kind: 'file' | 'table' | 'query';
    readonly name: string;
    readonly window: string | null;
    /** Set for an uploaded file: its owner chose what is in it. */
    readonly caution: string | null;
    /** Hash of the counts that every number here was made from; `null` over a vault, where it would confirm a guess. */
    readonly countsHash: string | null;
  };
  readonly problems: readonly Problem[];
  /** Every smaller combination of the attributes, where asked for. */
  readonly marginals?: readonly GroupRow[];
  readonly marginalComparisons?: readonly ComparisonRow[];
  readonly because: readonly string[];
  readonly notes: readonly string[];
  readonly reference: By | null;
  readonly people: number;
  readonly excluded: { readonly decisionMissing: number; readonly weightMissing: number };
  /** Largest less smallest, and smallest over largest, over all groups however small: for comparison with other tools. */
  readonly spread: {
    readonly selectionRateDifference: number | null;
    readonly selectionRateRatio: number | null;
    readonly equalizedOddsDifference: number | null;
  };
  readonly scores: ScoresReport | null;
  readonly rules: RulesReport | null;
  readonly outcomes: readonly OutcomeReport[];
  readonly proxies: ProxyReport | null;
  /** Bounds by area statistics, where they were given. */
  readonly areas: AreasReport | null;
  /** The pack of thresholds that was asked for. */
  readonly pack: AuditPack | null;
  readonly method: AuditMethod;
}
