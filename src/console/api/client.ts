// Made by `node scripts/publish-client.ts` from the description of the API; do not edit.
import { type Asking, ask, at } from './ask.ts';

// https://stackoverflow.com/questions/49579094/typescript-conditional-types-filter-out-readonly-properties-pick-only-requir/49579497#49579497
type IfEquals<X, Y, A = X, B = never> = (<T>() => T extends X ? 1 : 2) extends <
T,
>() => T extends Y ? 1 : 2
? A
: B;

type WritableKeys<T> = {
[P in keyof T]-?: IfEquals<
  { [Q in P]: T[P] },
  { -readonly [Q in P]: T[P] },
  P
>;
}[keyof T];

type UnionToIntersection<U> =
  (U extends any ? (k: U)=>void : never) extends ((k: infer I)=>void) ? I : never;
type DistributeReadOnlyOverUnions<T> = T extends any ? NonReadonly<T> : never;

type Writable<T> = Pick<T, WritableKeys<T>>;
type NonReadonly<T> = [T] extends [UnionToIntersection<T>] ? {
  [P in keyof Writable<T>]: T[P] extends object
    ? NonReadonly<NonNullable<T[P]>>
    : T[P];
} : DistributeReadOnlyOverUnions<T>;

export type AcknowledgementOutcome = 'done' | 'not-held' | 'kept';
export interface Acknowledgement {
  /**
     * @minLength 1
     * @maxLength 120
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  destination: string;
  outcome: AcknowledgementOutcome;
}

export type AlarmGroup = {[key: string]: string} | null;

export type AlarmAction = 'warn' | 'review' | 'pause';
export interface Alarm {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  id: string;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  group: AlarmGroup;
  monitor: string;
  action: AlarmAction;
  raisedAt: string;
  recordedAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  afterSends: number;
  /** @nullable */
  eValue: number | null;
  alpha: number | null;
  bound: number | null;
  rate: number | null;
  interval: [number, number] | null;
}

export type AnswersAim = 'sell' | 'keep' | 'news' | 'learn' | 'notice' | 'help' | 'protect';
export type AnswersChannelsItem = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email';
export type AnswersGround = 'asked' | 'customers' | 'contract' | 'law' | 'danger' | 'bought';
/**
 * To the questions of `GET /v1/new-use/questions`; each may be left out.
 */
export interface Answers {
  aim?: AnswersAim;
  /**
     * @minItems 1
     * @maxItems 12
     */
  channels?: AnswersChannelsItem[];
  ground?: AnswersGround;
  /**
     * @minLength 1
     * @maxLength 1000
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  benefit?: string;
  /**
     * @maxLength 254
     * @pattern ^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$
     */
  owner?: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$ */
  until?: string;
}

export interface AppendedChoices {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  known: number;
}

export type AskedDryRunCorrectionsItem = {
  /**
     * As the data map names it, with its dataset: `crm.customers.city`.
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  field: string;
  /**
     * What is to stand there.
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  value: string;
};

export interface AskedDryRun {
  /**
     * Of a correction: what is to stand in which fields.
     * @maxItems 20
     */
  corrections?: AskedDryRunCorrectionsItem[];
}

export type IdentifierKind = 'email' | 'phone' | 'customer' | 'device';
/**
 * What a person is reached or known by; it is hashed at once, and not kept.
 */
export interface Identifier {
  kind: IdentifierKind;
  /**
     * @minLength 1
     * @maxLength 320
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  value: string;
}

/**
 * The key that an answer of the ledger named a person by.
 */
export interface Pseudonym {
  kind: 'pseudonym';
  /** @pattern ^subject:[A-Za-z0-9_-]{43}$ */
  value: string;
}

export interface AskedPerson {
  identifier: Identifier | Pseudonym;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  purpose: string;
}

/**
 * What for; it goes into the evidence log by its hash.
 */
export interface AskedPersonOfRequest {
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  purpose: string;
}

export type AudienceDefinitionFieldsItemRole = 'include' | 'exclude' | 'rank' | 'join' | 'output';
export type AudienceDefinitionFieldsItemAt = {
  file: string;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  line: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  column: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  endLine: number;
  /**
     * 1-based, in UTF-16 units, exclusive
     * @minimum 1
     * @maximum 9007199254740991
     */
  endColumn: number;
};

export type AudienceDefinitionFieldsItem = {
  field: string;
  role: AudienceDefinitionFieldsItemRole;
  readonly path: readonly string[];
  readonly values: readonly string[];
  /** @nullable */
  comparison: string | null;
  /** None where the verdict is held back. */
  readonly sensitive: readonly string[];
  at: AudienceDefinitionFieldsItemAt;
};

export interface AudienceDefinition {
  /** segment, exclude, defined-by or rule. */
  part: string;
  file: string;
  format: string;
  isAssessed: boolean;
  /** @nullable */
  problem: string | null;
  readonly fields: readonly AudienceDefinitionFieldsItem[];
  readonly unresolved: readonly string[];
}

/**
 * `null` where who asks must judge first.
 */
export type AuditVerdict = 'pass' | 'review' | 'insufficient' | null;
export type AuditFiguresReference = {[key: string]: string | null} | null;

export type AuditFiguresGroupsItemBy = {[key: string]: string | null};

export type AuditFiguresGroupsItem = {
  by: AuditFiguresGroupsItemBy;
  /** @nullable */
  people: number | null;
  /** @nullable */
  selected: number | null;
  /** @nullable */
  rate: number | null;
  /** 95 %, low and high. */
  interval: readonly (number | null)[] | null;
  isSuppressed: boolean;
};

export type AuditFiguresComparisonsItemBy = {[key: string]: string | null};

export type AuditFiguresComparisonsItem = {
  by: AuditFiguresComparisonsItemBy;
  /** @nullable */
  ratio: number | null;
  /** 95 %, low and high. */
  interval: readonly (number | null)[] | null;
  /** @nullable */
  adjustedPValue: number | null;
  hasEnough: boolean;
  /** @nullable */
  callsForReview: boolean | null;
  isSuppressed: boolean;
};

export type AuditFiguresRulesItemBy = {[key: string]: string | null};

export type AuditFiguresRulesItemRulesItem = {
  rule: string;
  adds: number;
  heldBack: number;
};

export type AuditFiguresRulesItem = {
  by: AuditFiguresRulesItemBy;
  /** @nullable */
  gap: number | null;
  /** @nullable */
  withoutRules: number | null;
  readonly rules: readonly AuditFiguresRulesItemRulesItem[];
};

export type AuditFigures = {
  people: number;
  decision: string;
  readonly attributes: readonly string[];
  /** The ratio under which a difference counts, as `4/5`. */
  threshold: string;
  reference: AuditFiguresReference;
  /** Groups of fewer people are not shown. */
  minimumCell: number;
  isOverVault: boolean;
  readonly groups: readonly AuditFiguresGroupsItem[];
  readonly comparisons: readonly AuditFiguresComparisonsItem[];
  readonly rules: readonly AuditFiguresRulesItem[];
};

export interface Audit {
  id: string;
  use: string;
  versionId: string;
  /**
     * Number of the version.
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
  /** Place of the decisions in the card. */
  pointer: string;
  name: string;
  /** The file of decisions, as the card names it. */
  source: string;
  /** `null` where who asks must judge first. */
  verdict: AuditVerdict;
  /**
     * SHA-256 over what was asked and the counts.
     * @nullable
     */
  countsHash: string | null;
  auditedAt: string;
  /** @nullable */
  sentBy: string | null;
  sentThrough: string;
  sentAt: string;
  because: readonly string[] | null;
  figures: AuditFigures;
}

export type AuditReportVerdict = 'pass' | 'review' | 'insufficient';
/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportGroupsItemBy = {[key: string]: string | null};

export type AuditReportGroupsItemInterval = {
  /** 95 %, low and high. */
  selectionRate: [number | null, number | null] | null;
  /** 95 %, low and high. */
  truePositiveRate: [number | null, number | null] | null;
  /** 95 %, low and high. */
  falsePositiveRate: [number | null, number | null] | null;
  /** 95 %, low and high. */
  falseNegativeRate: [number | null, number | null] | null;
  /** 95 %, low and high. */
  accuracy: [number | null, number | null] | null;
  /** 95 %, low and high. */
  precision: [number | null, number | null] | null;
  /** 95 %, low and high. */
  falseDiscoveryRate: [number | null, number | null] | null;
  /** 95 %, low and high. */
  scoringRate: [number | null, number | null] | null;
};

export type AuditReportGroupsItemCountsSelectionRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportGroupsItemCountsTruePositiveRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportGroupsItemCountsFalsePositiveRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportGroupsItemCountsFalseNegativeRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportGroupsItemCountsAccuracy = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportGroupsItemCountsPrecision = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportGroupsItemCountsFalseDiscoveryRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportGroupsItemCountsScoringRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportGroupsItemCounts = {
  selectionRate: AuditReportGroupsItemCountsSelectionRate;
  truePositiveRate: AuditReportGroupsItemCountsTruePositiveRate;
  falsePositiveRate: AuditReportGroupsItemCountsFalsePositiveRate;
  falseNegativeRate: AuditReportGroupsItemCountsFalseNegativeRate;
  accuracy: AuditReportGroupsItemCountsAccuracy;
  precision: AuditReportGroupsItemCountsPrecision;
  falseDiscoveryRate: AuditReportGroupsItemCountsFalseDiscoveryRate;
  scoringRate: AuditReportGroupsItemCountsScoringRate;
};

export type AuditReportGroupsItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportGroupsItemBy;
  /**
     * People; null where the cell is suppressed.
     * @nullable
     */
  n: number | null;
  /** @nullable */
  selectionRate: number | null;
  /** @nullable */
  truePositiveRate: number | null;
  /** @nullable */
  falsePositiveRate: number | null;
  /** @nullable */
  falseNegativeRate: number | null;
  /** @nullable */
  accuracy: number | null;
  /** @nullable */
  precision: number | null;
  /** @nullable */
  meanScore: number | null;
  interval: AuditReportGroupsItemInterval;
  counts: AuditReportGroupsItemCounts;
  /** @nullable */
  falseDiscoveryRate: number | null;
  /**
     * Share with a score above the median of everyone.
     * @nullable
     */
  scoringRate: number | null;
  /** @nullable */
  selected: number | null;
  /**
     * People that the weighted rows are worth.
     * @nullable
     */
  effectiveSize: number | null;
  suppressed: boolean;
};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportComparisonsItemBy = {[key: string]: string | null};

export type AuditReportComparisonsItemReference = {[key: string]: string | null} | null;

export type AuditReportComparisonsItemInterval = {
  /** 95 %, low and high. */
  difference: [number | null, number | null] | null;
  /** 95 %, low and high. */
  ratio: [number | null, number | null] | null;
};

export type AuditReportComparisonsItemBounds = {
  /** @nullable */
  low: number | null;
  /** @nullable */
  high: number | null;
} | null;

export type AuditReportComparisonsItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportComparisonsItemBy;
  reference: AuditReportComparisonsItemReference;
  /**
     * Rate of the group less rate of the reference.
     * @nullable
     */
  difference: number | null;
  /**
     * Rate of the group over rate of the reference.
     * @nullable
     */
  ratio: number | null;
  /**
     * Two-sided Fisher exact of the group against all other rows.
     * @nullable
     */
  pValue: number | null;
  /**
     * Benjamini–Hochberg over the groups of this metric.
     * @nullable
     */
  adjustedPValue: number | null;
  /** The data could show a ratio of the threshold with 80 % power. */
  enough: boolean;
  /** @nullable */
  minimumDetectableRatio: number | null;
  interval: AuditReportComparisonsItemInterval;
  /** @nullable */
  logPValue: number | null;
  /** @nullable */
  logAdjustedPValue: number | null;
  /** @nullable */
  test: string | null;
  /** @nullable */
  restRate: number | null;
  /**
     * Odds of the group over odds of all other rows.
     * @nullable
     */
  oddsRatio: number | null;
  /**
     * The ratio lies below the threshold, by whole numbers.
     * @nullable
     */
  broken: boolean | null;
  /**
     * People of the group missing at the rate of the reference.
     * @nullable
     */
  shortfall: number | null;
  /** @nullable */
  flipFlop: number | null;
  bounds: AuditReportComparisonsItemBounds;
  suppressed: boolean;
  review: boolean;
};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportMetricsItemBy = {[key: string]: string | null};

export type AuditReportMetricsItemReference = {[key: string]: string | null} | null;

export type AuditReportMetricsItemInterval = {
  /** 95 %, low and high. */
  difference: [number | null, number | null] | null;
  /** 95 %, low and high. */
  ratio: [number | null, number | null] | null;
};

export type AuditReportMetricsItemBounds = {
  /** @nullable */
  low: number | null;
  /** @nullable */
  high: number | null;
} | null;

export type AuditReportMetricsItem = {
  metric: string;
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportMetricsItemBy;
  reference: AuditReportMetricsItemReference;
  /**
     * Rate of the group less rate of the reference.
     * @nullable
     */
  difference: number | null;
  /**
     * Rate of the group over rate of the reference.
     * @nullable
     */
  ratio: number | null;
  /**
     * Two-sided Fisher exact of the group against all other rows.
     * @nullable
     */
  pValue: number | null;
  /**
     * Benjamini–Hochberg over the groups of this metric.
     * @nullable
     */
  adjustedPValue: number | null;
  /** The data could show a ratio of the threshold with 80 % power. */
  enough: boolean;
  /** @nullable */
  minimumDetectableRatio: number | null;
  interval: AuditReportMetricsItemInterval;
  /** @nullable */
  logPValue: number | null;
  /** @nullable */
  logAdjustedPValue: number | null;
  /** @nullable */
  test: string | null;
  /** @nullable */
  restRate: number | null;
  /**
     * Odds of the group over odds of all other rows.
     * @nullable
     */
  oddsRatio: number | null;
  /**
     * The ratio lies below the threshold, by whole numbers.
     * @nullable
     */
  broken: boolean | null;
  /**
     * People of the group missing at the rate of the reference.
     * @nullable
     */
  shortfall: number | null;
  /** @nullable */
  flipFlop: number | null;
  bounds: AuditReportMetricsItemBounds;
  suppressed: boolean;
  review: boolean;
};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportConditionalBy = {[key: string]: string | null};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportConditionalAllItemBy = {[key: string]: string | null};

export type AuditReportConditionalAllItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportConditionalAllItemBy;
  /**
     * Mantel–Haenszel; odds of the favourable decision, group over rest.
     * @nullable
     */
  oddsRatio: number | null;
  /** 95 %, low and high. */
  interval: [number | null, number | null] | null;
  /**
     * Cochran–Mantel–Haenszel statistic without continuity correction.
     * @nullable
     */
  cmh: number | null;
  /** @nullable */
  pValue: number | null;
  /** @nullable */
  breslowDay: number | null;
  /** @nullable */
  conditionalDisparity: number | null;
  /** The gap reverses within the strata. */
  signFlips: boolean;
  /** @nullable */
  cmhCorrected: number | null;
  /** @nullable */
  logPValue: number | null;
  /** @nullable */
  breslowDayPValue: number | null;
  /** @nullable */
  tarone: number | null;
  /** @nullable */
  taronePValue: number | null;
  /** @nullable */
  marginalOddsRatio: number | null;
  /** @nullable */
  unconditionalDisparity: number | null;
};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportConditionalByStratumItemStratum = {[key: string]: string | null};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportConditionalByStratumItemGroupsItemBy = {[key: string]: string | null};

/**
 * What a rate was made of.
 */
export type AuditReportConditionalByStratumItemGroupsItemCounts = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
};

export type AuditReportConditionalByStratumItemGroupsItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportConditionalByStratumItemGroupsItemBy;
  /** @nullable */
  n: number | null;
  /** @nullable */
  selectionRate: number | null;
  /** What a rate was made of. */
  counts: AuditReportConditionalByStratumItemGroupsItemCounts;
};

export type AuditReportConditionalByStratumItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  stratum: AuditReportConditionalByStratumItemStratum;
  groups: AuditReportConditionalByStratumItemGroupsItem[];
};

export type AuditReportConditional = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  strata: number;
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportConditionalBy;
  /**
     * Mantel–Haenszel; odds of the favourable decision, group over rest.
     * @nullable
     */
  oddsRatio: number | null;
  /** 95 %, low and high. */
  interval: [number | null, number | null] | null;
  /**
     * Cochran–Mantel–Haenszel statistic without continuity correction.
     * @nullable
     */
  cmh: number | null;
  /** @nullable */
  pValue: number | null;
  /** @nullable */
  breslowDay: number | null;
  /** @nullable */
  conditionalDisparity: number | null;
  /** The gap reverses within the strata. */
  signFlips: boolean;
  /** @nullable */
  cmhCorrected: number | null;
  /** @nullable */
  logPValue: number | null;
  /** @nullable */
  breslowDayPValue: number | null;
  /** @nullable */
  tarone: number | null;
  /** @nullable */
  taronePValue: number | null;
  /** @nullable */
  marginalOddsRatio: number | null;
  /** @nullable */
  unconditionalDisparity: number | null;
  control: string[];
  /** 95 %, low and high. */
  conditionalDisparityInterval: [number | null, number | null] | null;
  all: AuditReportConditionalAllItem[];
  byStratum: AuditReportConditionalByStratumItem[];
} | null;

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportMarginalsItemBy = {[key: string]: string | null};

export type AuditReportMarginalsItemInterval = {
  /** 95 %, low and high. */
  selectionRate: [number | null, number | null] | null;
  /** 95 %, low and high. */
  truePositiveRate: [number | null, number | null] | null;
  /** 95 %, low and high. */
  falsePositiveRate: [number | null, number | null] | null;
  /** 95 %, low and high. */
  falseNegativeRate: [number | null, number | null] | null;
  /** 95 %, low and high. */
  accuracy: [number | null, number | null] | null;
  /** 95 %, low and high. */
  precision: [number | null, number | null] | null;
  /** 95 %, low and high. */
  falseDiscoveryRate: [number | null, number | null] | null;
  /** 95 %, low and high. */
  scoringRate: [number | null, number | null] | null;
};

export type AuditReportMarginalsItemCountsSelectionRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportMarginalsItemCountsTruePositiveRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportMarginalsItemCountsFalsePositiveRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportMarginalsItemCountsFalseNegativeRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportMarginalsItemCountsAccuracy = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportMarginalsItemCountsPrecision = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportMarginalsItemCountsFalseDiscoveryRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportMarginalsItemCountsScoringRate = {
  /** People for whom the answer was yes, by their weights. */
  hits: number;
  /** The denominator, by weights. */
  people: number;
  /** People with equal weights who would carry as much. */
  effectiveSize: number;
} | null;

export type AuditReportMarginalsItemCounts = {
  selectionRate: AuditReportMarginalsItemCountsSelectionRate;
  truePositiveRate: AuditReportMarginalsItemCountsTruePositiveRate;
  falsePositiveRate: AuditReportMarginalsItemCountsFalsePositiveRate;
  falseNegativeRate: AuditReportMarginalsItemCountsFalseNegativeRate;
  accuracy: AuditReportMarginalsItemCountsAccuracy;
  precision: AuditReportMarginalsItemCountsPrecision;
  falseDiscoveryRate: AuditReportMarginalsItemCountsFalseDiscoveryRate;
  scoringRate: AuditReportMarginalsItemCountsScoringRate;
};

export type AuditReportMarginalsItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportMarginalsItemBy;
  /**
     * People; null where the cell is suppressed.
     * @nullable
     */
  n: number | null;
  /** @nullable */
  selectionRate: number | null;
  /** @nullable */
  truePositiveRate: number | null;
  /** @nullable */
  falsePositiveRate: number | null;
  /** @nullable */
  falseNegativeRate: number | null;
  /** @nullable */
  accuracy: number | null;
  /** @nullable */
  precision: number | null;
  /** @nullable */
  meanScore: number | null;
  interval: AuditReportMarginalsItemInterval;
  counts: AuditReportMarginalsItemCounts;
  /** @nullable */
  falseDiscoveryRate: number | null;
  /**
     * Share with a score above the median of everyone.
     * @nullable
     */
  scoringRate: number | null;
  /** @nullable */
  selected: number | null;
  /**
     * People that the weighted rows are worth.
     * @nullable
     */
  effectiveSize: number | null;
  suppressed: boolean;
};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportMarginalComparisonsItemBy = {[key: string]: string | null};

export type AuditReportMarginalComparisonsItemReference = {[key: string]: string | null} | null;

export type AuditReportMarginalComparisonsItemInterval = {
  /** 95 %, low and high. */
  difference: [number | null, number | null] | null;
  /** 95 %, low and high. */
  ratio: [number | null, number | null] | null;
};

export type AuditReportMarginalComparisonsItemBounds = {
  /** @nullable */
  low: number | null;
  /** @nullable */
  high: number | null;
} | null;

export type AuditReportMarginalComparisonsItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportMarginalComparisonsItemBy;
  reference: AuditReportMarginalComparisonsItemReference;
  /**
     * Rate of the group less rate of the reference.
     * @nullable
     */
  difference: number | null;
  /**
     * Rate of the group over rate of the reference.
     * @nullable
     */
  ratio: number | null;
  /**
     * Two-sided Fisher exact of the group against all other rows.
     * @nullable
     */
  pValue: number | null;
  /**
     * Benjamini–Hochberg over the groups of this metric.
     * @nullable
     */
  adjustedPValue: number | null;
  /** The data could show a ratio of the threshold with 80 % power. */
  enough: boolean;
  /** @nullable */
  minimumDetectableRatio: number | null;
  interval: AuditReportMarginalComparisonsItemInterval;
  /** @nullable */
  logPValue: number | null;
  /** @nullable */
  logAdjustedPValue: number | null;
  /** @nullable */
  test: string | null;
  /** @nullable */
  restRate: number | null;
  /**
     * Odds of the group over odds of all other rows.
     * @nullable
     */
  oddsRatio: number | null;
  /**
     * The ratio lies below the threshold, by whole numbers.
     * @nullable
     */
  broken: boolean | null;
  /**
     * People of the group missing at the rate of the reference.
     * @nullable
     */
  shortfall: number | null;
  /** @nullable */
  flipFlop: number | null;
  bounds: AuditReportMarginalComparisonsItemBounds;
  suppressed: boolean;
  review: boolean;
};

export type AuditReportSourceKind = 'file' | 'table' | 'query';
export type AuditReportSource = {
  kind: AuditReportSourceKind;
  name: string;
  /** @nullable */
  window: string | null;
  /** @nullable */
  caution: string | null;
  /**
     * SHA-256 of the file of decisions; null for a warehouse.
     * @nullable
     */
  dataHash: string | null;
  /**
     * SHA-256 over what was asked and the counts read.
     * @nullable
     */
  countsHash: string | null;
};

export type AuditReportAsked = {
  groups: string[];
  decision: string;
  /** @nullable */
  favourable: string | null;
  /** @nullable */
  label: string | null;
  /** @nullable */
  labelFavourable: string | null;
  /** @nullable */
  score: string | null;
  /** @nullable */
  weight: string | null;
  /** @nullable */
  weightKind: string | null;
  control: string[];
  /** @nullable */
  reference: string | null;
  rules: string[];
  /** @nullable */
  id: string | null;
  proxies: string[];
  outcomes: string[];
  moreIsBetter: string[];
  lessIsBetter: string[];
  marginals: boolean;
  /** @nullable */
  areas: string | null;
  /** @nullable */
  area: string | null;
};

export type AuditReportReference = {[key: string]: string | null} | null;

export type AuditReportExcluded = {
  decisionMissing: number;
  weightMissing: number;
};

export type AuditReportSpread = {
  /** @nullable */
  selectionRateDifference: number | null;
  /** @nullable */
  selectionRateRatio: number | null;
  /** @nullable */
  equalizedOddsDifference: number | null;
};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportScoresAucItemBy = {[key: string]: string | null};

/**
 * The same as people with equal weights, whose interval it is.
 */
export type AuditReportScoresAucItemEffective = {
  positives: number;
  negatives: number;
};

export type AuditReportScoresAucItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportScoresAucItemBy;
  /** @nullable */
  auc: number | null;
  /** 95 %, low and high. */
  bounds: [number | null, number | null] | null;
  /** 95 %, low and high. */
  interval: [number | null, number | null] | null;
  positives: number;
  negatives: number;
  /** The same as people with equal weights, whose interval it is. */
  effective: AuditReportScoresAucItemEffective;
};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportScoresThresholdsItemRatesItemBy = {[key: string]: string | null};

export type AuditReportScoresThresholdsItemRatesItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportScoresThresholdsItemRatesItemBy;
  /** @nullable */
  rate: number | null;
};

export type AuditReportScoresThresholdsItem = {
  threshold: number;
  selected: number;
  /** @nullable */
  worstRatio: number | null;
  /** @nullable */
  precision: number | null;
  pareto: boolean;
  rates: AuditReportScoresThresholdsItemRatesItem[];
};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportScoresCalibrationItemBy = {[key: string]: string | null};

export type AuditReportScoresCalibrationItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportScoresCalibrationItemBy;
  low: number;
  high: number;
  n: number;
  positives: number;
  rate: number;
  /** 95 %, low and high. */
  interval: [number | null, number | null] | null;
  effectiveSize: number;
};

export type AuditReportScores = {
  /** @nullable */
  median: number | null;
  exact: boolean;
  auc: AuditReportScoresAucItem[];
  thresholds: AuditReportScoresThresholdsItem[];
  calibration: AuditReportScoresCalibrationItem[];
} | null;

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportRulesGroupsItemBy = {[key: string]: string | null};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportRulesGroupsItemReference = {[key: string]: string | null};

export type AuditReportRulesGroupsItemGap = {
  /** @nullable */
  now: number | null;
  /** @nullable */
  withoutRules: number | null;
  opened: number;
};

export type AuditReportRulesGroupsItemRulesItemHeldBack = {
  group: number;
  reference: number;
  everyone: number;
};

/**
 * People whom this rule alone holds back.
 */
export type AuditReportRulesGroupsItemRulesItemRestored = {
  group: number;
  reference: number;
  everyone: number;
};

export type AuditReportRulesGroupsItemRulesItemWithout = {
  /** @nullable */
  difference: number | null;
  /** @nullable */
  ratio: number | null;
  selected: number;
};

export type AuditReportRulesGroupsItemRulesItem = {
  rule: string;
  heldBack: AuditReportRulesGroupsItemRulesItemHeldBack;
  /** People whom this rule alone holds back. */
  restored: AuditReportRulesGroupsItemRulesItemRestored;
  without: AuditReportRulesGroupsItemRulesItemWithout;
  /** Share of the gap in rate points. */
  shapley: number;
  /**
     * The same as a part of the gap that all rules open.
     * @nullable
     */
  share: number | null;
};

export type AuditReportRulesGroupsItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportRulesGroupsItemBy;
  /** Attribute → value as it stands in the file; an empty cell is null. */
  reference: AuditReportRulesGroupsItemReference;
  gap: AuditReportRulesGroupsItemGap;
  inconsistent: number;
  rules: AuditReportRulesGroupsItemRulesItem[];
};

export type AuditReportRulesAlternativesItem = {
  dropped: string[];
  selected: number;
  restored: number;
  /** @nullable */
  worstRatio: number | null;
};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportRulesPatternsItemGroupsItemBy = {[key: string]: string | null};

export type AuditReportRulesPatternsItemGroupsItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportRulesPatternsItemGroupsItemBy;
  heldBack: number;
};

export type AuditReportRulesPatternsItem = {
  rules: string[];
  groups: AuditReportRulesPatternsItemGroupsItem[];
};

export type AuditReportRules = {
  groups: AuditReportRulesGroupsItem[];
  alternatives: AuditReportRulesAlternativesItem[];
  /** People who were not selected and on whom exactly these rules applied; every number of the rules follows from them. Empty over a vault. */
  patterns: AuditReportRulesPatternsItem[];
} | null;

/**
 * Which way is better for people, where it was said.
 */
export type AuditReportOutcomesItemBetter = 'more' | 'less' | null;
/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportOutcomesItemGroupsItemBy = {[key: string]: string | null};

/**
 * Everybody else, as the test takes them.
 */
export type AuditReportOutcomesItemGroupsItemRest = {
  n: number;
  /** @nullable */
  mean: number | null;
  /** @nullable */
  standardError: number | null;
} | null;

export type AuditReportOutcomesItemGroupsItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportOutcomesItemGroupsItemBy;
  /** @nullable */
  n: number | null;
  /** @nullable */
  mean: number | null;
  /** 95 %, low and high. */
  interval: [number | null, number | null] | null;
  /**
     * Of the mean.
     * @nullable
     */
  standardError: number | null;
  /** Everybody else, as the test takes them. */
  rest: AuditReportOutcomesItemGroupsItemRest;
  /** @nullable */
  difference: number | null;
  /** 95 %, low and high. */
  differenceInterval: [number | null, number | null] | null;
  /** @nullable */
  pValue: number | null;
  /** @nullable */
  adjustedPValue: number | null;
  /**
     * What the group gets of what everybody else gets; below 1 is worse, whichever way is better.
     * @nullable
     */
  ratio: number | null;
  /** Worse than the threshold beyond chance. */
  review: boolean;
  suppressed: boolean;
};

export type AuditReportOutcomesItem = {
  outcome: string;
  /** Which way is better for people, where it was said. */
  better: AuditReportOutcomesItemBetter;
  /** Rows without this amount, who are in no mean. */
  missing: number;
  groups: AuditReportOutcomesItemGroupsItem[];
};

export type AuditReportProxiesSingleItem = {
  attribute: string;
  /** @nullable */
  value: string | null;
  inputs: string[];
  /** @nullable */
  auc: number | null;
  /** @nullable */
  mutualInformation: number | null;
  /** @nullable */
  uncertaintyShare: number | null;
};

export type AuditReportProxiesJointItem = {
  attribute: string;
  /** @nullable */
  value: string | null;
  inputs: string[];
  /** @nullable */
  auc: number | null;
  /** @nullable */
  mutualInformation: number | null;
  /** @nullable */
  uncertaintyShare: number | null;
};

export type AuditReportProxiesWithoutItem = {
  attribute: string;
  /** @nullable */
  value: string | null;
  inputs: string[];
  /** @nullable */
  auc: number | null;
  /** @nullable */
  mutualInformation: number | null;
  /** @nullable */
  uncertaintyShare: number | null;
  dropped: string;
};

export type AuditReportProxies = {
  folds: number;
  seed: number;
  single: AuditReportProxiesSingleItem[];
  joint: AuditReportProxiesJointItem[];
  without: AuditReportProxiesWithoutItem[];
} | null;

export type AuditReportAreasByAreaItemShares = {[key: string]: number};

export type AuditReportAreasByAreaItem = {
  area: string;
  people: number;
  selected: number;
  shares: AuditReportAreasByAreaItemShares;
};

export type AuditReportAreasVerdict = 'pass' | 'review' | 'insufficient';
export type AuditReportAreasGroupsItemVerdict = 'pass' | 'review' | 'insufficient';
export type AuditReportAreasGroupsItem = {
  group: string;
  /** People of the group that the shares lead to expect. */
  expected: number;
  /**
     * Bounds over every allotment, not an interval of chance.
     * @minItems 2
     * @maxItems 2
     */
  selectionRate: [number | null, number | null];
  /**
     * Bounds of the rate over that of everyone else; null is no bound.
     * @minItems 2
     * @maxItems 2
     */
  ratio: [number | null, number | null];
  /**
     * Of the allotment that favours the group most.
     * @nullable
     */
  adjustedPValue: number | null;
  /** @nullable */
  logAdjustedPValue: number | null;
  /** @nullable */
  minimumDetectableRatio: number | null;
  verdict: AuditReportAreasGroupsItemVerdict;
};

export type AuditReportAreas = {
  /** Column of the area in the decisions. */
  column: string;
  file: string;
  /** SHA-256 of the file of shares. */
  hash: string;
  source: string;
  /** The day of which the shares speak. */
  date: string;
  /**
     * Areas with statistics in which somebody was decided on.
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  areas: number;
  people: number;
  selected: number;
  /** People in areas without statistics, who are in no bound. */
  unmatched: number;
  /** What was counted by area and the shares used; empty beyond 5,000 areas. */
  byArea: AuditReportAreasByAreaItem[];
  verdict: AuditReportAreasVerdict;
  because: string[];
  groups: AuditReportAreasGroupsItem[];
} | null;

export type AuditReportPackThresholdIs = 'law' | 'practice' | 'policy';
export type AuditReportPackThreshold = {
  numerator: number;
  denominator: number;
  is: AuditReportPackThresholdIs;
};

export type AuditReportPackRequirementsItem = {
  says: string;
  /** @nullable */
  met: boolean | null;
  because: string;
  verified: boolean;
};

/**
 * Attribute → value as it stands in the file; an empty cell is null.
 */
export type AuditReportPackImpactRatiosItemBy = {[key: string]: string | null};

export type AuditReportPackImpactRatiosItemOf = 'selectionRate' | 'scoringRate';
export type AuditReportPackImpactRatiosItem = {
  /** Attribute → value as it stands in the file; an empty cell is null. */
  by: AuditReportPackImpactRatiosItemBy;
  /** @nullable */
  n: number | null;
  /** @nullable */
  rate: number | null;
  /**
     * Rate over that of the most selected category not left out.
     * @nullable
     */
  impactRatio: number | null;
  of: AuditReportPackImpactRatiosItemOf;
  /** Below the share that the rule lets leave out. */
  leftOut: boolean;
};

export type AuditReportPack = {
  id: string;
  title: string;
  says: string;
  source: string;
  /**
     * When its text was verified at the source; null where it never was.
     * @nullable
     */
  date: string | null;
  verified: boolean;
  threshold: AuditReportPackThreshold;
  /**
     * Categories below this share of the people may be left out.
     * @nullable
     */
  smallestShare: number | null;
  requirements: AuditReportPackRequirementsItem[];
  impactRatios: AuditReportPackImpactRatiosItem[];
} | null;

export type AuditReportVaultAttributesItem = {
  attribute: string;
  ground: string;
  source: string;
  collectedOn: string;
  retention: string;
};

export type AuditReportVault = {
  purpose: string;
  minimumCell: number;
  attributes: AuditReportVaultAttributesItem[];
} | null;

export type AuditReportMethodFormulasItem = {
  of: string;
  says: string;
};

export type AuditReportMethod = {
  test: string;
  adjustment: string;
  family: string;
  reference: string;
  verdict: string;
  intervals: string;
  threshold: string;
  minimumGroup: number;
  minimumCell: number;
  weights: string;
  seed: number;
  /** How each kind of number here was made. */
  formulas: AuditReportMethodFormulasItem[];
  engine: string;
  version: string;
} | null;

export type AuditReportProblemsItemAt = {
  file: string;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  line: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  column: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  endLine: number;
  /**
     * 1-based, in UTF-16 units, exclusive
     * @minimum 1
     * @maximum 9007199254740991
     */
  endColumn: number;
} | null;

export type AuditReportProblemsItem = {
  code: string;
  message: string;
  hint: string;
  at: AuditReportProblemsItemAt;
};

export interface AuditReport {
  schema: 'scruple.audit/1';
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  checkedAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rows: number;
  verdict: AuditReportVerdict;
  /** What a reader in a hurry must know, in sentences. */
  summary: string[];
  because: string[];
  groups: AuditReportGroupsItem[];
  /** Of the selection rate: every group but the reference. */
  comparisons: AuditReportComparisonsItem[];
  metrics: AuditReportMetricsItem[];
  conditional: AuditReportConditional;
  marginals?: AuditReportMarginalsItem[];
  marginalComparisons?: AuditReportMarginalComparisonsItem[];
  source: AuditReportSource;
  asked: AuditReportAsked;
  reference: AuditReportReference;
  people: number;
  excluded: AuditReportExcluded;
  spread: AuditReportSpread;
  scores: AuditReportScores;
  rules: AuditReportRules;
  outcomes: AuditReportOutcomesItem[];
  proxies: AuditReportProxies;
  areas: AuditReportAreas;
  pack: AuditReportPack;
  vault: AuditReportVault;
  /** @nullable */
  purpose: string | null;
  notes: string[];
  method: AuditReportMethod;
  problems: AuditReportProblemsItem[];
}

export interface AuthorisedAgent {
  id: string;
  name: string;
  business: string;
  verifyKey: string;
  createdAt: string;
}

export type AutomationDecision = 'none' | 'notable' | 'significant' | 'unclassed';
export type AutomationScoresItemModel = {
  file: string;
  /** @nullable */
  type: string | null;
  /**
     * Why single decisions cannot be explained; `null` where they can.
     * @nullable
     */
  unexplained: string | null;
} | null;

export interface LookedAt {
  name: string;
  words: string;
  /**
     * The data map field; `null` where none is known.
     * @nullable
     */
  field: string | null;
  /** @nullable */
  category: string | null;
  /** @nullable */
  origin: string | null;
  /** @nullable */
  source: string | null;
  /** Whether the card declares it in `fields`. */
  isDeclared: boolean;
  readonly sensitive: readonly string[];
  readonly standsFor: readonly string[];
}

export type AutomationScoresItem = {
  name: string;
  /** @nullable */
  objective: string | null;
  /** @nullable */
  harmTerm: string | null;
  readonly constraints: readonly string[];
  readonly exclusions: readonly string[];
  /** @nullable */
  threshold: number | null;
  model: AutomationScoresItemModel;
  /** Found in the model file. */
  readonly inputs: readonly LookedAt[];
};

export type AutomationRulesItem = {
  name: string;
  type: string;
  /** @nullable */
  reason: string | null;
  /** @nullable */
  expires: string | null;
  /** @nullable */
  appeal: string | null;
  readonly looksAt: readonly string[];
};

export type AutomationAssistantPromptsItem = {
  file: string;
  text: string;
};

export type AutomationAssistantToolsItem = {
  name: string;
  /** @nullable */
  does: string | null;
  readonly reads: readonly LookedAt[];
  readonly changes: readonly LookedAt[];
};

export type AutomationAssistant = {
  readonly prompts: readonly AutomationAssistantPromptsItem[];
  readonly tools: readonly AutomationAssistantToolsItem[];
  /** Over which the checks of messages run. */
  readonly transcripts: readonly string[];
} | null;

export type AutomationDrill = {
  /** @nullable */
  lastAt: string | null;
  /** @nullable */
  seconds: number | null;
  /** @nullable */
  isFastEnough: boolean | null;
  isDue: boolean;
};

/**
 * Of the use, never of a person.
 */
export type AutomationOutcomes = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  days: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  decisions: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  overridden: number;
};

export interface StopDrill {
  id: string;
  use: string;
  startedAt: string;
  /**
     * `null` where it could not be stopped.
     * @nullable
     */
  stoppedAt: string | null;
  /** @nullable */
  seconds: number | null;
  /** @nullable */
  note: string | null;
  recordedAt: string;
}

export type FindingRisk = 'manipulative-personalization' | 'vulnerability-targeting' | 'discriminatory-exclusion' | 'opaque-automation' | 'data-overreach' | null;
export type FindingGravity = 'advise' | 'review' | 'block';
export type FindingDecidedBy = 'rule' | 'person';
export type FindingNormsItemScope = 'law' | 'policy';
export type FindingAt = {
  file: string;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  line: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  column: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  endLine: number;
  /**
     * 1-based, in UTF-16 units, exclusive
     * @minimum 1
     * @maximum 9007199254740991
     */
  endColumn: number;
};

export type FindingNormsItem = {
  id: string;
  scope: FindingNormsItemScope;
};

export interface Finding {
  check: string;
  /** Which of the advices of the check was given. */
  advice: string;
  /**
     * @minimum 1
     * @maximum 7
     */
  step: number;
  risk: FindingRisk;
  gravity: FindingGravity;
  decidedBy: FindingDecidedBy;
  /** @nullable */
  decider: string | null;
  at: FindingAt;
  /**
     * The words seen, masked where they identify a person or list more than three literals.
     * @nullable
     */
  quote: string | null;
  what: string;
  why: string;
  instead: string;
  norms: FindingNormsItem[];
  /** @nullable */
  waivedBy: string | null;
}

export interface Automation {
  id: string;
  workspace: string;
  kind: string;
  owner: string;
  state: string;
  decision: AutomationDecision;
  /** @nullable */
  stopOwner: string | null;
  /** @nullable */
  lastDrillAt: string | null;
  changedAt: string;
  /** @nullable */
  purpose: string | null;
  /** @nullable */
  logic: string | null;
  /** @nullable */
  review: string | null;
  /** @nullable */
  notice: string | null;
  /** @nullable */
  contest: string | null;
  /** @nullable */
  log: string | null;
  readonly scores: readonly AutomationScoresItem[];
  readonly rules: readonly AutomationRulesItem[];
  assistant: AutomationAssistant;
  /** Declared on the card, and in no model and no tool. */
  readonly unseenFields: readonly string[];
  drill: AutomationDrill;
  readonly drills: readonly StopDrill[];
  /** Of the use, never of a person. */
  outcomes: AutomationOutcomes;
  readonly findings: readonly Finding[];
}

/**
 * Of those that sent, such as have no card here.
 */
export type BoardLiveUndeclared = {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  of: number;
};

/**
 * Of those with a card, such as have something required that was not assessed.
 */
export type BoardLiveUnassessed = {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  of: number;
};

export type BoardLive = {
  /**
     * Uses with a clearance in force at the end.
     * @minimum 0
     * @maximum 9007199254740991
     */
  cleared: number;
  /**
     * Uses that were seen to send in the quarter.
     * @minimum 0
     * @maximum 9007199254740991
     */
  sending: number;
  /** Of those that sent, such as have no card here. */
  undeclared: BoardLiveUndeclared;
  /** Of those with a card, such as have something required that was not assessed. */
  unassessed: BoardLiveUnassessed;
};

export type BoardCaught = {
  /**
     * Uses with a version that was blocked.
     * @minimum 0
     * @maximum 9007199254740991
     */
  blocked: number;
  /**
     * Of these, such as have a later version that is not.
     * @minimum 0
     * @maximum 9007199254740991
     */
  repaired: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  pausedByMonitor: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  stoppedByPerson: number;
};

/**
 * Of all sends, such as no clearance covered.
 */
export type BoardLatePastTheGate = {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  of: number;
};

export type BoardLate = {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  pauses: number;
  /**
     * Sends that went out before a monitor paused the use.
     * @minimum 0
     * @maximum 9007199254740991
     */
  sendsBeforePause: number;
  /** Of all sends, such as no clearance covered. */
  pastTheGate: BoardLatePastTheGate;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  incidentsOpened: number;
  /**
     * Of these, such as had happened before.
     * @minimum 0
     * @maximum 9007199254740991
     */
  incidentsAgain: number;
  /** @nullable */
  medianDaysToClose: number | null;
};

export type BoardWaiversItem = {
  owner: string;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  inForce: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  oldestDays: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  renewals: number;
};

/**
 * A share with how many it is of; of none it is no share.
 */
export type BoardRegretComplaints = {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  of: number;
};

/**
 * A share with how many it is of; of none it is no share.
 */
export type BoardRegretOptOuts = {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  of: number;
};

export type BoardRegret = {
  /**
     * Nobody tells us what was bought: revenue at stake cannot be set against this.
     * @nullable
     */
  orders: null;
  /**
     * Refunds, returns, cancellations and chargebacks.
     * @minimum 0
     * @maximum 9007199254740991
     */
  givenBack: number;
  /** A share with how many it is of; of none it is no share. */
  complaints: BoardRegretComplaints;
  /** A share with how many it is of; of none it is no share. */
  optOuts: BoardRegretOptOuts;
};

export type BoardMaturity = {
  /**
     * @items.minimum -9007199254740991
     * @items.maximum 9007199254740991
     */
  readonly levels: readonly number[];
  readonly weakest: readonly string[];
};

export type BoardDecisionsItemKind = 'review' | 'waiver' | 'incident' | 'request' | 'owner';
export type BoardDecisionsItem = {
  kind: BoardDecisionsItemKind;
  what: string;
  dueAt: string | null;
  /** Where somebody who signed in finds it. */
  where: string;
};

export interface Board {
  schema: 'scruple.board/1';
  quarter: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  from: string;
  /**
     * The end of the quarter, or now where it has not ended.
     * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
     */
  until: string;
  isOver: boolean;
  live: BoardLive;
  caught: BoardCaught;
  late: BoardLate;
  readonly waivers: readonly BoardWaiversItem[];
  regret: BoardRegret;
  maturity: BoardMaturity;
  readonly decisions: readonly BoardDecisionsItem[];
}

export type BoundaryEffect = 'forbid' | 'permit';
export type BoundaryAt = {
  file: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  line: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  column: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  endLine: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  endColumn: number;
};

export interface Boundary {
  workspace: string;
  id: string;
  effect: BoundaryEffect;
  /**
     * What it forbids, in words; `null` where its text has to be read.
     * @nullable
     */
  words: string | null;
  because: string;
  instead: string;
  readonly norms: readonly string[];
  at: BoundaryAt;
  /** As Cedar reads it. */
  text: string;
  /** Uses it forbids now; none of those that who asks has to judge first. */
  readonly uses: readonly string[];
}

export type CheckedProofState = 'holds' | 'differs' | 'over';
export interface CheckedProof {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sequence: number;
  from: string;
  to: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  logHash: string;
  state: CheckedProofState;
}

export interface ChoiceImport {
  /** @maxLength 16000000 */
  csv: string;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$ */
  sourceSystem: string;
  notice?: string | null;
  language?: string | null;
  jurisdiction?: string | null;
  /** Tells what would come of it, and keeps nothing. */
  dryRun: boolean;
}

export type ChoiceKind = 'given' | 'objected' | 'withdrawn' | 'refused' | 'gpc' | 'paused' | 'theme-spared' | 'theme-welcome' | 'opt-in-requested' | 'opt-in-confirmed' | 'lapsed' | 'claimed';
export type ChoiceScopeChannel = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email' | null;
/**
 * `null` in a no means all there is.
 */
export interface ChoiceScope {
  purpose: string | null;
  channel: ChoiceScopeChannel;
  topic: string | null;
}

export type ChoiceProofActor = 'person' | 'advocate' | 'agent' | 'system';
export type ChoiceProofNotice = {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$ */
  version: string;
  /** @pattern ^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$ */
  language: string;
  /** @pattern ^sha256:[0-9a-f]{64}$ */
  hash: string;
} | null;

export interface ChoiceProof {
  notice: ChoiceProofNotice;
  uiHash: string | null;
  language: string | null;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$ */
  method: string;
  actor: ChoiceProofActor;
  jurisdiction: string | null;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$ */
  sourceSystem: string;
}

export interface Choice {
  /**
     * @minLength 1
     * @maxLength 128
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  id: string;
  kind: ChoiceKind;
  scope: ChoiceScope;
  theme?: string | null;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  at: string;
  validUntil?: string | null;
  pausedUntil?: string | null;
  confirms?: string | null;
  proof: ChoiceProof;
}

export interface Clearance {
  id: string;
  use: string;
  useVersion: string;
  /** @nullable */
  review: string | null;
  class: string;
  contentHash: string;
  issuedAt: string;
  expiresAt: string;
  /** @nullable */
  voidedAt: string | null;
  /** @nullable */
  voidReason: string | null;
  /** The signed statement, byte by byte, as `scruple verify` takes it. */
  statement: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
}

export type ConditionCheck = {
  type: 'until';
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  at: string;
} | {
  type: 'channels';
  /** @maxItems 12 */
  only: ('email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email')[];
} | {
  type: 'cap';
  /**
     * @minimum 1
     * @maximum 9007199254740991
     */
  count: number;
  /**
     * @minimum 1
     * @maximum 9007199254740991
     */
  days: number;
} | {
  type: 'check-silent';
  /** @pattern ^[a-z][a-z0-9-]{0,63}$ */
  check: string;
} | {
  type: 'monitor';
  /** @pattern ^[a-z][a-z0-9-]{0,63}$ */
  monitor: string;
  /**
     * @minimum 0
     * @maximum 1
     */
  atMost: number;
} | null;

export interface Condition {
  /**
     * @minLength 1
     * @maxLength 1000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  says: string;
  check: ConditionCheck;
}

export type ConfirmedChangeCorrectionsItem = {
  /**
     * As the data map names it, with its dataset: `crm.customers.city`.
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  field: string;
  /**
     * What is to stand there.
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  value: string;
};

export interface ConfirmedChange {
  /**
     * @minLength 1
     * @maxLength 64
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  warehouse: string;
  /**
     * @minLength 1
     * @maxLength 100
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  plan: string;
  /**
     * Of a correction: what is to stand in which fields.
     * @maxItems 20
     */
  corrections?: ConfirmedChangeCorrectionsItem[];
}

export type ConsentSignalFormat = 'segment' | 'rudderstack' | 'tcf' | 'gpp';
export type ConsentSignalMappingItem = {
  scope: ChoiceScope;
  /**
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 200
     * @items.pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  categories: string[];
};

export type ConsentSignalNotice = {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$ */
  version: string;
  /** @pattern ^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$ */
  language: string;
} | null;

export interface ConsentSignal {
  identifier: Identifier;
  format: ConsentSignalFormat;
  /** The event with its consent object, or the string. */
  payload: unknown;
  /** @maxItems 200 */
  mapping?: ConsentSignalMappingItem[];
  /**
     * Our number in the IAB’s list of vendors.
     * @minimum 0
     * @maximum 65535
     */
  vendor?: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  at: string;
  notice?: ConsentSignalNotice;
  jurisdiction?: string | null;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$ */
  sourceSystem: string;
}

export interface ConsideredHarm {
  /** @nullable */
  group: string | null;
  whom: string;
  harm: string;
}

export interface Correction {
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  wrong: string;
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  right: string;
  /** As the data map names it; null for every system with people. */
  system: string | null;
}

export type CoverageProblem = {
  code: string;
  message: string;
  hint: string;
} | null;

export type CoverageConditionsItem = {
  says: string;
  check: unknown;
};

export interface Coverage {
  isCovered: boolean;
  messageHash: string;
  problem: CoverageProblem;
  /** What must be held elsewhere: caps, monitors, what only a person can see to. */
  readonly conditions: readonly CoverageConditionsItem[];
  readonly assessed: readonly string[];
  readonly found: readonly string[];
}

export type CustomerRequestDetail = 'categories' | 'specific' | null;
export type CustomerRequestProofNeeded = 'none' | 'address' | 'address-and-second';
export type CustomerRequestProofGivenItem = 'address' | 'second-identifier' | 'person-checked';
export type CustomerRequestProofMissingItem = 'address' | 'second';
export type CustomerRequestProof = {
  needed: CustomerRequestProofNeeded;
  readonly given: readonly CustomerRequestProofGivenItem[];
  readonly missing: readonly CustomerRequestProofMissingItem[];
};

/**
 * Of a contest: what stands on record of its review.
 */
export type CustomerRequestReview = {
  openedAt: string;
  /** @nullable */
  reviewer: string | null;
  /**
     * When the reviewer was trained to read what the machine says, as it stood then.
     * @nullable
     */
  trainedAt: string | null;
  /** Whether the person said something; read it with who asks. */
  hasStatement: boolean;
  /**
     * What was looked at that the machine had not.
     * @nullable
     */
  facts: string | null;
  /** @nullable */
  isChanged: boolean | null;
  /** @nullable */
  explanation: string | null;
  /** @nullable */
  decidedAt: string | null;
  daysToDecide: number | null;
} | null;

export type CustomerRequestPossibleItem = 'take' | 'ask-for-proof' | 'confirm-person' | 'carry-out' | 'decide' | 'answer' | 'extend' | 'refuse' | 'reopen';
export type CustomerRequestDestinationsItemOutcome = 'done' | 'not-held' | 'kept' | null;
/**
 * `empty`: some columns, as a law keeps the rest; `keep`: nothing, as a law keeps all.
 */
export type TableChangeDoes = 'delete' | 'empty' | 'correct' | 'keep';
export interface TableChange {
  dataset: string;
  /** `empty`: some columns, as a law keeps the rest; `keep`: nothing, as a law keeps all. */
  does: TableChangeDoes;
  /** Those that are emptied or corrected. */
  readonly columns: readonly string[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rows: number;
}

export type CustomerRequestDestinationsItem = {
  name: string;
  askedAt: string;
  dueAt: string;
  /** @nullable */
  acknowledgedAt: string | null;
  outcome: CustomerRequestDestinationsItemOutcome;
  isOverdue: boolean;
  /**
     * Since when a change is under way in a warehouse; long after it nobody knows whether it was kept.
     * @nullable
     */
  begunAt: string | null;
  /** What this server changed there; `null` where nothing. */
  tables: readonly TableChange[] | null;
  /**
     * Why the last change there came to nothing.
     * @nullable
     */
  failure: string | null;
};

export type CustomerRequestEventsItemSays = {[key: string]: unknown};

export type CustomerRequestEventsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  number: number;
  type: string;
  at: string;
  /**
     * `null` for the person who asks, and for the server.
     * @nullable
     */
  by: string | null;
  says: CustomerRequestEventsItemSays;
  /** @nullable */
  words: string | null;
};

export type RequestKind = 'access' | 'portability' | 'correct' | 'erase' | 'restrict' | 'object' | 'opt-out-sale' | 'opt-out-profiling' | 'stop' | 'contest' | 'talk';
export type RequestState = 'open' | 'needs-proof' | 'in-progress' | 'answered' | 'refused' | 'withdrawn';
export type RequestUrgency = 'overdue' | 'due-soon' | 'in-time';
export type RequestClockUnit = 'month' | 'day' | 'business-day';
export interface RequestClock {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  count: number;
  unit: RequestClockUnit;
  norm: string;
}

export interface CustomerRequest {
  id: string;
  kind: RequestKind;
  detail: CustomerRequestDetail;
  state: RequestState;
  /** @nullable */
  jurisdiction: string | null;
  /** @nullable */
  use: string | null;
  /** @nullable */
  purpose: string | null;
  through: string;
  askedAt: string;
  dueAt: string;
  /** `null` where it is closed. */
  urgency: RequestUrgency | null;
  clock: RequestClock;
  isExtended: boolean;
  proof: CustomerRequestProof;
  /** @nullable */
  takenBy: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  openDestinations: number;
  /** @nullable */
  destinationsDueAt: string | null;
  /** @nullable */
  closedAt: string | null;
  /** @nullable */
  outcome: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
  /** @nullable */
  decision: string | null;
  /** Of a contest: what stands on record of its review. */
  review: CustomerRequestReview;
  /** @nullable */
  useVersion: string | null;
  /**
     * `null` where it cannot be extended.
     * @nullable
     */
  canExtendTo: string | null;
  /** What can be done with it now, likeliest first. */
  readonly possible: readonly CustomerRequestPossibleItem[];
  readonly destinations: readonly CustomerRequestDestinationsItem[];
  readonly events: readonly CustomerRequestEventsItem[];
}

export type DataMapUsesItem = {
  id: string;
  kind: string;
  /** @nullable */
  purpose: string | null;
  /** @nullable */
  basis: string | null;
  state: string;
};

export type DataMapProblemsItem = {
  message: string;
  /** @nullable */
  file: string | null;
};

export interface DataMapField {
  name: string;
  /**
     * `null` where the data map does not know the field.
     * @nullable
     */
  source: string | null;
  /** @nullable */
  dataset: string | null;
  /** @nullable */
  system: string | null;
  /** @nullable */
  category: string | null;
  /** @nullable */
  origin: string | null;
  readonly collectedFor: readonly string[];
  /** @nullable */
  basis: string | null;
  /**
     * As ISO 8601 writes a duration.
     * @nullable
     */
  retention: string | null;
  /** @nullable */
  description: string | null;
  readonly sensitive: readonly string[];
  readonly standsFor: readonly string[];
}

export type DataMapEdgeWhereItem = 'audience' | 'message' | 'score' | 'declared' | 'supplier';
export type DataMapEdgeOverreachItem = {
  check: string;
  what: string;
};

export interface DataMapEdge {
  field: string;
  use: string;
  readonly where: readonly DataMapEdgeWhereItem[];
  /** Whether it decides who is reached, left out or ranked. */
  decides: boolean;
  /**
     * That of the use; where its card states none, that of the field.
     * @nullable
     */
  basis: string | null;
  /** Findings of overreach that name the field; none while who asks has to judge the use first. */
  readonly overreach: readonly DataMapEdgeOverreachItem[];
}

export interface DataMap {
  /** All that one may see. */
  readonly workspaces: readonly string[];
  /**
     * The one that is shown; `null` where none was pushed.
     * @nullable
     */
  workspace: string | null;
  readonly fields: readonly DataMapField[];
  readonly uses: readonly DataMapUsesItem[];
  readonly edges: readonly DataMapEdge[];
  /** Whether there are more uses than the 500 that are shown. */
  isCut: boolean;
  readonly problems: readonly DataMapProblemsItem[];
}

export type DecisionWithRealReasonsReasonsItem = {
  code: string;
  detail: string;
  outcome: string;
  /** @nullable */
  retryAfter: string | null;
  /** @nullable */
  waitsFor: string | null;
};

export type DecisionWithRealReasonsShadowItem = {
  code: string;
  outcome: string;
};

export interface DecisionWithRealReasons {
  id: string;
  use: string;
  /** @nullable */
  versionId: string | null;
  /** @nullable */
  clearance: string | null;
  channel: string;
  /** @nullable */
  dispatch: string | null;
  decision: string;
  readonly reasons: readonly DecisionWithRealReasonsReasonsItem[];
  /** What rules that are only tried out would have said. */
  readonly shadow: readonly DecisionWithRealReasonsShadowItem[];
  door: string;
  at: string;
  /** @nullable */
  permittedUntil: string | null;
  /** What lies behind `protected`; `lot` where it fell on the person by lot. */
  readonly real: readonly string[];
}

export type DraftFilesItem = {
  path: string;
  text: string;
};

export type Verdict = 'allow' | 'review' | 'block';
export type ListedFindingRisk = 'manipulative-personalization' | 'vulnerability-targeting' | 'discriminatory-exclusion' | 'opaque-automation' | 'data-overreach' | null;
export type ListedFindingGravity = 'advise' | 'review' | 'block';
export type ListedFindingDecidedBy = 'rule' | 'person';
export type ListedFindingNormsItemScope = 'law' | 'policy';
export type ListedFindingAt = {
  file: string;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  line: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  column: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  endLine: number;
  /**
     * 1-based, in UTF-16 units, exclusive
     * @minimum 1
     * @maximum 9007199254740991
     */
  endColumn: number;
};

export type ListedFindingNormsItem = {
  id: string;
  scope: ListedFindingNormsItemScope;
};

export interface ListedFinding {
  check: string;
  /** Which of the advices of the check was given. */
  advice: string;
  /**
     * @minimum 1
     * @maximum 7
     */
  step: number;
  risk: ListedFindingRisk;
  gravity: ListedFindingGravity;
  decidedBy: ListedFindingDecidedBy;
  /** @nullable */
  decider: string | null;
  at: ListedFindingAt;
  /**
     * The words seen, masked where they identify a person or list more than three literals.
     * @nullable
     */
  quote: string | null;
  what: string;
  why: string;
  instead: string;
  norms: ListedFindingNormsItem[];
  /** @nullable */
  waivedBy: string | null;
  id: string;
}

export interface NotAssessed {
  check: string;
  missing: string[];
  /** Whether it keeps the verdict from `allow`. */
  required: boolean;
}

export type UnknownQuestion = 'aim' | 'channels' | 'ground' | 'benefit' | 'owner' | 'until' | null;
export interface Unknown {
  /** Path in the card, as `audience.dialect`. */
  key: string;
  says: string;
  why: string;
  question: UnknownQuestion;
}

export type PreviewFormat = 'html' | 'mjml' | 'liquid' | 'markdown' | 'text' | 'json';
export interface PreviewPiece {
  text: string;
  readonly findings: readonly string[];
  /** @nullable */
  gravity: string | null;
  /** A value that each person gets their own of, or a step of the template. */
  isSlot: boolean;
}

/**
 * For HTML and MJML. Show it in `<iframe sandbox="" srcdoc>`.
 */
export type PreviewMarkup = {
  /** Safe elements, findings as `<mark data-finding>`; MJML is to be compiled. */
  html: string;
  /** Attributes of the body. */
  body: string;
  styles: string;
  isMjml: boolean;
} | null;

export type PreviewPartsItem = {
  role: string;
  readonly pieces: readonly PreviewPiece[];
};

export type PreviewHiddenItem = {
  readonly pieces: readonly PreviewPiece[];
};

/**
 * What was taken out, and how often.
 */
export type PreviewRemoved = {[key: string]: number};

export interface Preview {
  file: string;
  format: PreviewFormat;
  /** @nullable */
  channel: string | null;
  /** @nullable */
  from: string | null;
  subject: readonly PreviewPiece[] | null;
  preheader: readonly PreviewPiece[] | null;
  /** For HTML and MJML. Show it in `<iframe sandbox="" srcdoc>`. */
  markup: PreviewMarkup;
  /** For every other format. */
  readonly parts: readonly PreviewPartsItem[];
  /** Text that stands there and recipients do not see. */
  readonly hidden: readonly PreviewHiddenItem[];
  /** What was taken out, and how often. */
  removed: PreviewRemoved;
  /** Findings of it that no place in it shows. */
  readonly unplaced: readonly string[];
  /** Whether it is too long or nests too deep to be shown whole. */
  isCut: boolean;
}

export interface Draft {
  use: string;
  workspace: string;
  isKept: boolean;
  /** @nullable */
  versionId: string | null;
  number: number | null;
  /** What the next edit sends as `If-Match`. */
  version: number | null;
  verdict: Verdict;
  contentHash: string;
  readonly findings: readonly ListedFinding[];
  readonly notAssessed: readonly NotAssessed[];
  readonly unknowns: readonly Unknown[];
  /** The message with what was found in it; `null` where there is none. */
  preview: Preview | null;
  /** The card as it was written. */
  card: string;
  readonly files: readonly DraftFilesItem[];
}

/**
 * `empty`: some columns, as a law keeps the rest; `keep`: nothing, as a law keeps all.
 */
export type DryRunWarehousesItemTablesItemDoes = 'delete' | 'empty' | 'correct' | 'keep';
export type DryRunWarehousesItemTablesItem = {
  dataset: string;
  /** `empty`: some columns, as a law keeps the rest; `keep`: nothing, as a law keeps all. */
  does: DryRunWarehousesItemTablesItemDoes;
  /** Those that are emptied or corrected. */
  readonly columns: readonly string[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rows: number;
  foundBy: string;
  /** Columns that stay in a row that a law keeps. */
  readonly left: readonly string[];
  /**
     * Rows that stay, at least in part, as a law keeps them.
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  kept: number;
};

export type DryRunWarehousesItemNotAskedItem = {
  dataset: string;
  because: string;
};

export type DryRunWarehousesItem = {
  warehouse: string;
  destination: string;
  readonly tables: readonly DryRunWarehousesItemTablesItem[];
  /** Datasets with people in which nothing can be done from here. */
  readonly notAsked: readonly DryRunWarehousesItemNotAskedItem[];
  /** Who confirms sends it back: it is of these rows and no others. */
  plan: string;
};

/**
 * What would be changed; nothing of who it is of.
 */
export interface DryRun {
  readonly warehouses: readonly DryRunWarehousesItem[];
}

export type GivenMessage = {
  type: 'text';
  /** @maxLength 4194304 */
  text: string;
  /** Seen in the text where it is not given. */
  format?: 'html' | 'mjml' | 'liquid' | 'markdown' | 'text' | 'json';
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  subject?: string;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  from?: string;
} | {
  type: 'picture';
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  name: string;
};

export type GivenAudienceDefinition = {
  type: 'words';
  /** @maxLength 20000 */
  text: string;
} | {
  type: 'sql';
  /** @maxLength 1048576 */
  text: string;
  dialect?: 'postgres' | 'duckdb' | 'bigquery' | 'snowflake' | 'trino';
} | {
  type: 'json';
  /** @maxLength 1048576 */
  text: string;
} | {
  type: 'list';
  /**
     * @minLength 1
     * @maxLength 10000
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  header: string;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  origin?: string;
};

export interface GivenAudience {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  name?: string;
  definition?: GivenAudienceDefinition;
}

export interface EditedUse {
  message?: GivenMessage;
  audience?: GivenAudience;
  answers: Answers;
  /** Give the verdict, and keep nothing. */
  dryRun?: boolean;
}

export type SlotSourceType = 'field' | 'feed' | 'recommendation' | 'generated';
export type SlotSource = {
  type: SlotSourceType;
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  ref: string;
};

/**
 * A place in a message that is filled for each person, and from where.
 */
export interface Slot {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  name: string;
  source: SlotSource;
}

export interface EnvelopeTerms {
  /** @maxItems 1000 */
  slots: Slot[];
  /**
     * Checks that must run on each message and find nothing.
     * @maxItems 200
     * @items.pattern ^[a-z][a-z0-9-]{0,63}$
     */
  silent: string[];
}

export interface EnvelopeTermsInput {
  /** @maxItems 1000 */
  slots: Slot[];
  /**
     * Checks that must run on each message and find nothing.
     * @maxItems 200
     * @items.pattern ^[a-z][a-z0-9-]{0,63}$
     */
  silent: string[];
}

export interface ErasedLedger {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  choices: number;
}

export type EvidenceAlarmGroup = {[key: string]: string} | null;

export type EvidenceAlarmAction = 'warn' | 'review' | 'pause';
export interface EvidenceAlarm {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  id: string;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  group: EvidenceAlarmGroup;
  monitor: string;
  action: EvidenceAlarmAction;
  raisedAt: string;
  recordedAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  afterSends: number;
  /** @nullable */
  eValue: number | null;
  alpha: number | null;
  bound: number | null;
  rate: number | null;
  interval: [number, number] | null;
  /** It is about a group that the caller may not see. */
  isGroupHidden: boolean;
}

export type EvidenceEntryBody = {[key: string]: string | number | boolean | null};

export interface EvidenceEntry {
  sequence: number;
  /** @nullable */
  previous: string | null;
  subject: string;
  at: string;
  type: string;
  body: EvidenceEntryBody;
  salt: string;
  hash: string;
}

export type ExerciseStatusStatus = 'open' | 'in_progress' | 'fulfilled' | 'revoked' | 'denied' | 'expired';
export interface ExerciseStatus {
  request_id: string;
  agent_request_id?: string;
  status: ExerciseStatusStatus;
  reason?: string;
  received_at: string;
  expected_by?: string;
  processing_details?: string;
  user_verification_url?: string;
  results_url?: string;
}

export type ExplanationFor = 'employee' | 'customer';
export type ExplanationBasis = 'score' | 'rule';
export type ExplanationStatus = 'explained' | 'cannot-explain';
export type ExplanationReasonsItemDirection = 'raises' | 'lowers' | null;
/**
 * `null` of a rule and of what is protected.
 */
export type ExplanationReasonsItemStrength = 'decides most' | 'strongly' | 'noticeably' | 'slightly' | null;
export type ExplanationReasonsItem = {
  code: string;
  says: string;
  direction: ExplanationReasonsItemDirection;
  /** `null` of a rule and of what is protected. */
  strength: ExplanationReasonsItemStrength;
};

export type ExplanationSurenessLevel = 'close' | 'clear' | 'far' | 'unknown';
export type ExplanationSureness = {
  level: ExplanationSurenessLevel;
  because: string;
};

export type ExplanationChangeStatus = 'found' | 'none' | 'cannot-tell' | 'withheld' | 'over';
export type ExplanationChangeChangesItem = {
  words: string;
  from: number;
  to: number;
};

/**
 * The smallest change that would alter the outcome.
 */
export type ExplanationChange = {
  status: ExplanationChangeStatus;
  says: string;
  readonly changes: readonly ExplanationChangeChangesItem[];
};

export type ExplanationOverridesItem = {
  outcome: string;
  /** @nullable */
  reason: string | null;
  at: string;
};

export interface Explanation {
  decision: string;
  use: string;
  decider: string;
  /**
     * `null` in what a customer is told.
     * @nullable
     */
  subject: string | null;
  outcome: string;
  decidedAt: string;
  for: ExplanationFor;
  /** Whether what is protected is shown, for a purpose that was logged. */
  isUnmasked: boolean;
  basis: ExplanationBasis;
  status: ExplanationStatus;
  headline: string;
  /** Strongest first. `protected` where naming one would tell something sensitive. */
  readonly reasons: readonly ExplanationReasonsItem[];
  readonly notKnown: readonly string[];
  sureness: ExplanationSureness;
  /** The smallest change that would alter the outcome. */
  change: ExplanationChange;
  canOverride: boolean;
  /** @nullable */
  review: string | null;
  /** @nullable */
  contest: string | null;
  /** Without a trace of who made them. */
  readonly overrides: readonly ExplanationOverridesItem[];
}

export type ExplanationCard = string;

export type ExportedLedgerRecordsItem = {[key: string]: unknown};

export type ExportedLedgerIncompleteItem = {
  record: string;
  readonly missing: readonly string[];
};

export interface ExportedLedger {
  /** ISO/IEC TS 27560 as profiled by DPV, JSON-LD. */
  readonly records: readonly ExportedLedgerRecordsItem[];
  /** What a record lacks that the standard demands. */
  readonly incomplete: readonly ExportedLedgerIncompleteItem[];
}

export interface GateCount {
  /** A day, or after thirteen months a month. */
  day: string;
  use: string;
  channel: string;
  /** `binds`, or `shadow` for rules that are only tried out. */
  mode: string;
  decision: string;
  /** Empty where decisions are counted, and not their reasons. */
  code: string;
  /** `null` where they are fewer than five. */
  decisions: number | null;
}

export type GateDaysDaysItem = {
  day: string;
  /** `null` where they are fewer than five. */
  permitted: number | null;
  /** `null` where they are fewer than five. */
  held: number | null;
  /** `null` where they are fewer than five. */
  denied: number | null;
};

export type GateDaysReasonsItem = {
  code: string;
  /** What was seen. */
  seen: string;
  /** What would have to change. */
  change: string;
  /** `null` where they are fewer than five. */
  decisions: number | null;
};

export interface GateDays {
  /** `null` where they are fewer than five. */
  permitted: number | null;
  /** `null` where they are fewer than five. */
  held: number | null;
  /** `null` where they are fewer than five. */
  denied: number | null;
  readonly days: readonly GateDaysDaysItem[];
  /** The most frequent first. One decision can have several. */
  readonly reasons: readonly GateDaysReasonsItem[];
}

export type GateDecisionDecision = 'permit' | 'hold' | 'deny';
export type GateDecisionReasonsItemWaitsFor = 'time' | 'reviewer' | 'owner' | 'person' | null;
export type GateDecisionReasonsItem = {
  code: string;
  /** What was seen and what would have to change; no personal data. */
  detail: string;
  /**
     * When asking again can help.
     * @nullable
     */
  retryAfter: string | null;
  waitsFor: GateDecisionReasonsItemWaitsFor;
};

export type GateDecisionWaitsFor = 'time' | 'reviewer' | 'owner' | 'person' | null;
export interface GateDecision {
  decision: GateDecisionDecision;
  readonly reasons: readonly GateDecisionReasonsItem[];
  /**
     * What the answer is about, as it was asked.
     * @nullable
     */
  contentHash: string | null;
  /**
     * Of the question, too.
     * @nullable
     */
  dispatch: string | null;
  /** @nullable */
  clearance: string | null;
  /**
     * Until when a permit may be used.
     * @nullable
     */
  expiresAt: string | null;
  /**
     * Of a hold: when the last of its reasons may be over; `null` where time alone is not enough.
     * @nullable
     */
  retryAfter: string | null;
  waitsFor: GateDecisionWaitsFor;
  /**
     * In the log of decisions; `null` where nothing could be read.
     * @nullable
     */
  id: string | null;
}

export interface GateDecisions {
  readonly decisions: readonly GateDecision[];
}

export interface GateLease {
  id: string;
  use: string;
  channel: string;
  dispatch: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  granted: number;
  grantedAt: string;
  endsAt: string;
  /** @nullable */
  endedAt: string | null;
  /** `null` while it is not given back: all of it counts. */
  drawn: number | null;
}

export type GateQuestionChannel = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email';
export type GateQuestionFacts = {
  /**
     * An IANA time zone where the person may be.
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\p{Cc}]+$
     */
  timeZone?: string;
  /**
     * Where the person may live, as `eu-de` or `us-ca`.
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\p{Cc}]+$
     */
  jurisdiction?: string;
  /** The browser of the person sent `Sec-GPC: 1`. */
  globalPrivacyControl?: boolean;
  /**
     * A TCF or GPP string.
     * @maxLength 100000
     */
  consentString?: string;
};

export interface GateQuestion {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\p{Cc}]+$
     */
  use: string;
  /**
     * A key of the ledger, or `email:…`, `phone:…`, `customer:…`; without a kind, a customer id.
     * @minLength 1
     * @maxLength 400
     */
  subject: string;
  channel: GateQuestionChannel;
  /**
     * The `messageHash` of what is about to be sent.
     * @pattern ^sha256:[0-9a-f]{64}$
     */
  contentHash: string;
  /** One sending of a use: asked again for the same person it is the same contact. */
  dispatch?: string | null;
  facts?: GateQuestionFacts;
}

export interface GateQuestions {
  /**
     * @minItems 1
     * @maxItems 1000
     */
  decisions: GateQuestion[];
}

export type GateReportsDecisionsItemChannel = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email';
export type GateReportsDecisionsItemOutcome = 'permit' | 'hold' | 'deny';
export type GateReportsDecisionsItemCodesItem = 'question-invalid' | 'use-unknown' | 'not-cleared' | 'clearance-invalid' | 'clearance-expired' | 'clearance-revoked' | 'content-not-cleared' | 'condition-not-held' | 'channel-not-cleared' | 'claim-not-true' | 'claim-unknown' | 'use-stopped' | 'use-paused' | 'stage-full' | 'person-unknown' | 'choices-unknown' | 'no-consent' | 'consent-lapsed' | 'said-no' | 'privacy-signal' | 'paused-by-person' | 'suppressed' | 'suppression-unknown' | 'age-unknown' | 'place-not-cleared' | 'place-unknown' | 'quiet-hours' | 'contact-cap' | 'named-twice' | 'contacts-unknown' | 'lease-spent' | 'feed-stale' | 'protected';
export type GateReportsDecisionsItemShadowItem = 'question-invalid' | 'use-unknown' | 'not-cleared' | 'clearance-invalid' | 'clearance-expired' | 'clearance-revoked' | 'content-not-cleared' | 'condition-not-held' | 'channel-not-cleared' | 'claim-not-true' | 'claim-unknown' | 'use-stopped' | 'use-paused' | 'stage-full' | 'person-unknown' | 'choices-unknown' | 'no-consent' | 'consent-lapsed' | 'said-no' | 'privacy-signal' | 'paused-by-person' | 'suppressed' | 'suppression-unknown' | 'age-unknown' | 'place-not-cleared' | 'place-unknown' | 'quiet-hours' | 'contact-cap' | 'named-twice' | 'contacts-unknown' | 'lease-spent' | 'feed-stale' | 'protected';
export type GateReportsDecisionsItem = {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\p{Cc}]+$
     */
  id: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  at: string;
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\p{Cc}]+$
     */
  use: string;
  /** `null` where nobody could be told, as for what is owed. */
  subject: string | null;
  channel: GateReportsDecisionsItemChannel;
  dispatch: string | null;
  /** @pattern ^sha256:[0-9a-f]{64}$ */
  contentHash: string;
  outcome: GateReportsDecisionsItemOutcome;
  /** @maxItems 40 */
  codes: GateReportsDecisionsItemCodesItem[];
  /** @maxItems 40 */
  shadow: GateReportsDecisionsItemShadowItem[];
  clearance: string | null;
  lease: string | null;
  knownUpTo?: unknown;
};

export interface GateReports {
  /**
     * @minItems 1
     * @maxItems 5000
     */
  decisions: GateReportsDecisionsItem[];
}

export type GrantedLeasePeopleItemRefused = {
  code: string;
  /** @nullable */
  retryAfter: string | null;
} | null;

export type GrantedLeasePeopleItem = {
  subject: string;
  refused: GrantedLeasePeopleItemRefused;
};

export interface GrantedLease {
  lease: string;
  endsAt: string;
  readonly people: readonly GrantedLeasePeopleItem[];
}

export type Gravity = 'advise' | 'review' | 'block';
export interface Harm {
  group: string | null;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  whom: string;
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  harm: string;
}

/**
 * `null` where who asks must judge first.
 */
export type HeldBackByGroupItemVerdict = 'pass' | 'review' | 'insufficient' | null;
export type HeldBackByGroupItem = {
  use: string;
  attribute: string;
  /** `null` where who asks must judge first. */
  verdict: HeldBackByGroupItemVerdict;
  auditedAt: string;
};

export interface HeldBack {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  asked: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  heldBack: number;
  /** @nullable */
  share: number | null;
  /** The last audit by each attribute of each use, latest first. */
  readonly byGroup: readonly HeldBackByGroupItem[];
  inWords: string;
}

export type HoldAuditVerdict = 'pass' | 'review' | 'insufficient';
export interface HoldAudit {
  id: string;
  verdict: HoldAuditVerdict;
  /**
     * Of whom the log of decisions tells.
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  people: number;
}

/**
 * Why this may be known of people; without it nothing is counted.
 */
export type HoldAuditOrderAttribute = {
  /**
     * As `age_band`.
     * @pattern ^[a-z][a-z0-9_]{0,39}$
     */
  name: string;
  /**
     * Where the attribute is from, as a voluntary survey.
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  source: string;
  /**
     * The legal ground or the consent on which it is held.
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  ground: string;
  /**
     * Since when it is held.
     * @pattern ^\d{4}-\d{2}-\d{2}$
     */
  date: string;
  /**
     * For how long it may be held, as `P2Y`.
     * @maxLength 20
     */
  retention: string;
};

export type HoldAuditOrderPeopleItem = {
  /**
     * @minLength 1
     * @maxLength 400
     */
  subject: string;
  /**
     * @minLength 1
     * @maxLength 60
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  group: string;
};

export interface HoldAuditOrder {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$ */
  use: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  from: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  to: string;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  purpose: string;
  /** Why this may be known of people; without it nothing is counted. */
  attribute: HoldAuditOrderAttribute;
  /**
     * The fewest people that are told of; 10.
     * @minimum 5
     * @maximum 1000
     */
  minimumCell?: number;
  /**
     * A key of the ledger, or what the person is reached by, with their group.
     * @minItems 1
     * @maxItems 100000
     */
  people: HoldAuditOrderPeopleItem[];
}

export type ImportOutcomeKinds = {[key: string]: number};

export type ImportOutcomeBadLinesItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  line: number;
  field: string;
  says: string;
};

export interface ImportOutcome {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lines: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  known: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bad: number;
  kinds: ImportOutcomeKinds;
  readonly badLines: readonly ImportOutcomeBadLinesItem[];
  dryRun: boolean;
}

export interface ImportedToList {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  lines: number;
  /**
     * Lines that name nobody that can be read.
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  bad: number;
}

export type IncidentKind = 'alarm' | 'rule' | 'send' | 'contest' | 'report';
export type IncidentState = 'open' | 'remedying' | 'closed';
export type IncidentClocksItemWhat = 'authority' | 'remedy' | 'proof';
export type IncidentClocksItem = {
  what: IncidentClocksItemWhat;
  dueAt: string;
  /** @nullable */
  norm: string | null;
  runs: boolean;
  isLate: boolean;
};

export type IncidentMissingItemStep = 'cause-found' | 'notice-decided' | 'told' | 'remedy-decided' | 'remedy-proven' | 'guard-named';
export type IncidentMissingItemOf = 'authority' | 'people' | 'correction' | 'apology' | 'refund' | 'reversal' | null;
export type IncidentMissingItem = {
  step: IncidentMissingItemStep;
  of: IncidentMissingItemOf;
  says: string;
};

export type IncidentEvidenceItemOf = 'alarm' | 'review' | 'request';
export type IncidentEvidenceItem = {
  of: IncidentEvidenceItemOf;
  id: string;
};

export type IncidentFound = {
  /** @nullable */
  by: string | null;
  at: string;
  words: string;
} | null;

export type IncidentNoticeNotice = 'no-breach' | 'breach-without-risk' | 'authority' | 'authority-and-people';
export type IncidentNotice = {
  /** @nullable */
  by: string | null;
  at: string;
  notice: IncidentNoticeNotice;
  reason: string;
} | null;

export type IncidentToldItemWhom = 'authority' | 'people';
export type IncidentToldItem = {
  /** @nullable */
  by: string | null;
  at: string;
  whom: IncidentToldItemWhom;
  on: string;
  reference: string;
  /** @nullable */
  lateBecause: string | null;
};

export type IncidentRemedyRemediesItem = 'correction' | 'apology' | 'refund' | 'reversal';
export type IncidentRemedy = {
  /** @nullable */
  by: string | null;
  at: string;
  readonly remedies: readonly IncidentRemedyRemediesItem[];
  reason: string;
} | null;

export type IncidentProofsItemRemedy = 'correction' | 'apology' | 'refund' | 'reversal';
export type IncidentProofsItemProofKind = 'text' | 'link' | 'hash';
export type IncidentProofsItemProof = {
  kind: IncidentProofsItemProofKind;
  /**
     * In words, an https address, or `sha256:` and 64 digits.
     * @minLength 1
     * @maxLength 4000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  value: string;
};

export type IncidentProofsItem = {
  /** @nullable */
  by: string | null;
  at: string;
  remedy: IncidentProofsItemRemedy;
  proof: IncidentProofsItemProof;
  doneOn: string;
};

export type IncidentGuardGuard = 'check' | 'rule' | 'test' | 'none-yet';
export type IncidentGuardFollowUp = {
  what: string;
  until: string;
} | null;

export type IncidentGuard = {
  /** @nullable */
  by: string | null;
  at: string;
  guard: IncidentGuardGuard;
  /** @nullable */
  name: string | null;
  followUp: IncidentGuardFollowUp;
} | null;

export type IncidentAffectedGroupsItem = {
  name: string;
  value: string;
  people: number | null;
};

export type IncidentAffected = {
  people: number | null;
  /** Small cells are `null`; empty for those who may not see results by group. */
  readonly groups: readonly IncidentAffectedGroupsItem[];
};

export type IncidentRecurrencesItem = {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  id: string;
  openedAt: string;
  /** @nullable */
  closedAt: string | null;
};

export type IncidentHistoryItem = {
  /** @nullable */
  by: string | null;
  at: string;
  type: string;
  [key: string]: unknown;
};

export interface Incident {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  id: string;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  kind: IncidentKind;
  cause: string;
  state: IncidentState;
  openedAt: string;
  /** @nullable */
  closedAt: string | null;
  recurs: string | null;
  readonly clocks: readonly IncidentClocksItem[];
  readonly missing: readonly IncidentMissingItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
  /** @nullable */
  reported: string | null;
  knownSince: string;
  readonly evidence: readonly IncidentEvidenceItem[];
  found: IncidentFound;
  notice: IncidentNotice;
  readonly told: readonly IncidentToldItem[];
  remedy: IncidentRemedy;
  readonly proofs: readonly IncidentProofsItem[];
  guard: IncidentGuard;
  affected: IncidentAffected;
  readonly alarms: readonly EvidenceAlarm[];
  readonly recurrences: readonly IncidentRecurrencesItem[];
  readonly history: readonly IncidentHistoryItem[];
}

export type IntakeCounts = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  deliveries: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  accepted: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  duplicates: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quarantined: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  ignored: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unreadable: number;
  /**
     * Deliveries whose signature did not fit.
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  refused: number;
  lastAt: string;
} | null;

export type IntakeSystemSystem = 'sendgrid' | 'mailgun' | 'postmark' | 'mailjet' | 'resend' | 'customerio' | 'hubspot' | 'segment' | 'rudderstack' | 'braze' | 'klaviyo' | 'twilio' | 'sms' | 'arf' | 'ses';
export interface IntakeSystem {
  system: IntakeSystemSystem;
  address: string;
  /** What has to be set as its secret. */
  secret: string;
  isSet: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
  counts: IntakeCounts | null;
}

export interface Key {
  id: string;
  name: string;
  prefix: string;
  readonly roles: readonly string[];
  /** @nullable */
  owner: string | null;
  createdAt: string;
  /** @nullable */
  expiresAt: string | null;
  /** @nullable */
  lastUsedAt: string | null;
  /** @nullable */
  revokedAt: string | null;
}

export interface KeysOfPerson {
  /**
     * @minItems 2
     * @maxItems 20
     */
  identifiers: (Identifier | Pseudonym)[];
  /**
     * By what you know; it goes into the evidence log by its hash.
     * @minLength 1
     * @maxLength 500
     */
  purpose?: string;
}

export type LeaseOrderChannel = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email';
export interface LeaseOrder {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\p{Cc}]+$
     */
  use: string;
  channel: LeaseOrderChannel;
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\p{Cc}]+$
     */
  dispatch: string;
  /**
     * @minItems 1
     * @maxItems 10000
     * @items.minLength 1
     * @items.maxLength 400
     */
  people: string[];
  /**
     * How long it lasts; an hour by default.
     * @minimum 60
     * @maximum 172800
     */
  seconds?: number;
}

export type LedgerOfPersonAnswersItem = {
  scope: ChoiceScope;
  isPermitted: boolean;
  because: string;
  /** @nullable */
  choice: string | null;
  /** @nullable */
  until: string | null;
};

export type LedgerOfPersonStandingItem = {
  kind: string;
  scope: ChoiceScope;
  since: string;
  /** @nullable */
  until: string | null;
};

export type LedgerOfPersonChoicesItemKind = 'given' | 'objected' | 'withdrawn' | 'refused' | 'gpc' | 'paused' | 'theme-spared' | 'theme-welcome' | 'opt-in-requested' | 'opt-in-confirmed' | 'lapsed' | 'claimed';
export type LedgerOfPersonChoicesItem = {
  id: string;
  subject: string;
  kind: LedgerOfPersonChoicesItemKind;
  scope: ChoiceScope;
  at: string;
  /** @nullable */
  validUntil: string | null;
  /** @nullable */
  pausedUntil: string | null;
  proof: ChoiceProof;
};

export interface LedgerOfPerson {
  subject: string;
  readonly keys: readonly string[];
  /** What it all comes to, for each thing that people choose about here or that this one chose about. */
  readonly answers: readonly LedgerOfPersonAnswersItem[];
  readonly standing: readonly LedgerOfPersonStandingItem[];
  readonly choices: readonly LedgerOfPersonChoicesItem[];
}

/**
 * `null` where who asks must judge first.
 */
export type ListedAuditVerdict = 'pass' | 'review' | 'insufficient' | null;
export interface ListedAudit {
  id: string;
  use: string;
  versionId: string;
  /**
     * Number of the version.
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
  /** Place of the decisions in the card. */
  pointer: string;
  name: string;
  /** The file of decisions, as the card names it. */
  source: string;
  /** `null` where who asks must judge first. */
  verdict: ListedAuditVerdict;
  /**
     * SHA-256 over what was asked and the counts.
     * @nullable
     */
  countsHash: string | null;
  auditedAt: string;
  /** @nullable */
  sentBy: string | null;
  sentThrough: string;
  sentAt: string;
}

export type ListedAutomationDecision = 'none' | 'notable' | 'significant' | 'unclassed';
export interface ListedAutomation {
  id: string;
  workspace: string;
  kind: string;
  owner: string;
  state: string;
  decision: ListedAutomationDecision;
  /** @nullable */
  stopOwner: string | null;
  /** @nullable */
  lastDrillAt: string | null;
  changedAt: string;
}

export type ListedIncidentKind = 'alarm' | 'rule' | 'send' | 'contest' | 'report';
export type ListedIncidentState = 'open' | 'remedying' | 'closed';
export type ListedIncidentClocksItemWhat = 'authority' | 'remedy' | 'proof';
export type ListedIncidentClocksItem = {
  what: ListedIncidentClocksItemWhat;
  dueAt: string;
  /** @nullable */
  norm: string | null;
  runs: boolean;
  isLate: boolean;
};

export type ListedIncidentMissingItemStep = 'cause-found' | 'notice-decided' | 'told' | 'remedy-decided' | 'remedy-proven' | 'guard-named';
export type ListedIncidentMissingItemOf = 'authority' | 'people' | 'correction' | 'apology' | 'refund' | 'reversal' | null;
export type ListedIncidentMissingItem = {
  step: ListedIncidentMissingItemStep;
  of: ListedIncidentMissingItemOf;
  says: string;
};

export interface ListedIncident {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  id: string;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  kind: ListedIncidentKind;
  cause: string;
  state: ListedIncidentState;
  openedAt: string;
  /** @nullable */
  closedAt: string | null;
  recurs: string | null;
  readonly clocks: readonly ListedIncidentClocksItem[];
  readonly missing: readonly ListedIncidentMissingItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
}

export interface ListedPeople {
  /**
     * As in questions to the gate.
     * @minItems 1
     * @maxItems 10000
     * @items.minLength 1
     * @items.maxLength 400
     */
  people: string[];
  /** Until when; without it as long as the list lasts. */
  endsAt?: string | null;
}

export interface ListedUse {
  id: string;
  workspace: string;
  kind: string;
  /** As the card names it. */
  owner: string;
  /** @nullable */
  ownerKey: string | null;
  /** checked, in-review, cleared or stopped. */
  state: string;
  /**
     * `null` where who asks must judge first.
     * @nullable
     */
  verdict: string | null;
  /** @nullable */
  expiresAt: string | null;
  createdAt: string;
  changedAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
}

export type ListedVersionCounts = {[key: string]: number} | null;

export interface ListedVersion {
  id: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  number: number;
  contentHash: string;
  /** @nullable */
  verdict: string | null;
  counts: ListedVersionCounts;
  /** @nullable */
  revision: string | null;
  pushedThrough: string;
  createdAt: string;
}

export type LoggedDecisionReasonsItem = {
  code: string;
  detail: string;
  outcome: string;
  /** @nullable */
  retryAfter: string | null;
  /** @nullable */
  waitsFor: string | null;
};

export type LoggedDecisionShadowItem = {
  code: string;
  outcome: string;
};

export interface LoggedDecision {
  id: string;
  use: string;
  /** @nullable */
  versionId: string | null;
  /** @nullable */
  clearance: string | null;
  channel: string;
  /** @nullable */
  dispatch: string | null;
  decision: string;
  readonly reasons: readonly LoggedDecisionReasonsItem[];
  /** What rules that are only tried out would have said. */
  readonly shadow: readonly LoggedDecisionShadowItem[];
  door: string;
  at: string;
  /** @nullable */
  permittedUntil: string | null;
}

export type LookedAtPersonCopyPartsItemState = 'to-do' | 'done' | 'not-answered';
export type LookedAtPersonCopyPartsItem = {
  part: string;
  state: LookedAtPersonCopyPartsItemState;
};

export interface LookedAtPersonCopy {
  id: string;
  /** copy, or dossier */
  kind: string;
  /** @nullable */
  request: string | null;
  language: string;
  /** asked, collecting, ready, failed, refused */
  state: string;
  readonly parts: readonly LookedAtPersonCopyPartsItem[];
  /** @nullable */
  from: string | null;
  /** @nullable */
  until: string | null;
  /** @nullable */
  problem: string | null;
  createdAt: string;
  /** @nullable */
  readyAt: string | null;
  endsAt: string;
  /** @nullable */
  purpose: string | null;
}

/**
 * What went into the score, by the names of its features; `null` where a value was missing.
 */
export type MadeDecisionInputs = {[key: string]: number | null};

export interface MadeDecision {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$ */
  use: string;
  /**
     * The score or rule of the card that decided.
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  decider: string;
  /**
     * A pseudonym of the person, lead or account.
     * @maxLength 128
     * @pattern ^[A-Za-z0-9][A-Za-z0-9_.:-]*$
     */
  subject: string;
  /** What went into the score, by the names of its features; `null` where a value was missing. */
  inputs?: MadeDecisionInputs;
  /** The value that was used; held against the model’s own. */
  prediction?: number;
  /**
     * What came of it, as `offered`, `suppressed` or `ranked-3`.
     * @maxLength 64
     * @pattern ^[a-z0-9]+(?:[.-][a-z0-9]+)*$
     */
  outcome: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  decidedAt?: string;
  /**
     * Which content decided; the cleared version, else the latest, where absent.
     * @pattern ^sha256:[0-9a-f]{64}$
     */
  contentHash?: string;
}

export interface MadeKey {
  key: Key;
  secret: string;
}

export type MaturityPracticesItemLowered = {
  by: string;
  reason: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
} | null;

export type MaturityPracticesItemLevelsItemRequiresItemKind = 'counted' | 'attested';
export type MaturityPracticesItemLevelsItemRequiresItemUnit = 'count' | 'share' | 'days';
export type MaturityPracticesItemLevelsItemRequiresItemStanding = 'met' | 'not-met' | 'stale' | 'unknown';
export type MaturityPracticesItemLevelsItemRequiresItemAttested = {
  by: string;
  file: string;
} | null;

export type MaturityPracticesItemLevelsItemRequiresItem = {
  id: string;
  says: string;
  kind: MaturityPracticesItemLevelsItemRequiresItemKind;
  unit: MaturityPracticesItemLevelsItemRequiresItemUnit;
  /** @nullable */
  atLeast: number | null;
  /** @nullable */
  atMost: number | null;
  freshDays: number;
  standing: MaturityPracticesItemLevelsItemRequiresItemStanding;
  /**
     * `null` where there is nothing that it could be counted over.
     * @nullable
     */
  value: number | null;
  /** @nullable */
  of: number | null;
  /** When what it speaks of was last so. */
  at: string | null;
  /**
     * What was asked; `null` where nobody looked.
     * @nullable
     */
  query: string | null;
  attested: MaturityPracticesItemLevelsItemRequiresItemAttested;
  next: string;
};

export type MaturityPracticesItemLevelsItem = {
  /**
     * @minimum 0
     * @maximum 5
     */
  level: number;
  title: string;
  met: boolean;
  readonly requires: readonly MaturityPracticesItemLevelsItemRequiresItem[];
};

export type MaturityPracticesItem = {
  /**
     * @minimum 1
     * @maximum 7
     */
  step: number;
  title: string;
  /**
     * @minimum 0
     * @maximum 5
     */
  level: number;
  levelTitle: string;
  /**
     * What the evidence alone comes to; a person may only lower it.
     * @minimum 0
     * @maximum 5
     */
  computed: number;
  lowered: MaturityPracticesItemLowered;
  readonly levels: readonly MaturityPracticesItemLevelsItem[];
};

export type MaturityNextItem = {
  /**
     * @minimum 1
     * @maximum 7
     */
  step: number;
  /**
     * @minimum 0
     * @maximum 5
     */
  level: number;
  requirement: string;
  says: string;
  next: string;
};

export type MaturityTrendItem = {
  day: string;
  /**
     * @items.minimum 0
     * @items.maximum 5
     */
  readonly levels: readonly number[];
};

export type MaturityProblemsItemAt = {
  file: string;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  line: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  column: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  endLine: number;
  /**
     * 1-based, in UTF-16 units, exclusive
     * @minimum 1
     * @maximum 9007199254740991
     */
  endColumn: number;
} | null;

export type MaturityProblemsItem = {
  code: string;
  message: string;
  hint: string;
  at: MaturityProblemsItemAt;
};

export interface Maturity {
  schema: 'scruple.maturity/1';
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  /**
     * The lowest level of all practices.
     * @minimum 0
     * @maximum 5
     */
  minimum: number;
  /**
     * @items.minimum 1
     * @items.maximum 7
     */
  readonly weakest: readonly number[];
  readonly practices: readonly MaturityPracticesItem[];
  readonly next: readonly MaturityNextItem[];
  /** By day, the first practice first; empty without a server. */
  readonly trend: readonly MaturityTrendItem[];
  /**
     * What somebody answered on the first day, the first practice first; never part of a level.
     * @items.minimum 0
     * @items.maximum 5
     */
  readonly believed?: readonly number[];
  readonly problems: readonly MaturityProblemsItem[];
}

/**
 * What must be on record before a decision counts.
 */
export interface Missing {
  field: string;
  /**
     * Whose part it is; `null` where it is the review’s.
     * @nullable
     */
  by: string | null;
  says: string;
}

export type NamedContactsContactsItemChannel = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email';
export type NamedContactsContactsItem = {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\p{Cc}]+$
     */
  use: string;
  /**
     * @minLength 1
     * @maxLength 400
     */
  subject: string;
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\p{Cc}]+$
     */
  dispatch: string;
  channel?: NamedContactsContactsItemChannel;
};

export interface NamedContacts {
  /**
     * @minItems 1
     * @maxItems 10000
     */
  contacts: NamedContactsContactsItem[];
}

export interface NamedPerson {
  identifier: Identifier;
}

export type NewNoticeTermsPersonalDataItem = {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  category: string;
  isOptional: boolean;
};

export type PartyType = 'controller' | 'joint-controller' | 'processor' | 'third-party';
export interface Party {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  id: string;
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  name: string;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  address: string;
  /**
     * @minLength 1
     * @maxLength 300
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  contact: string;
  type: PartyType;
}

export type NewNoticeTerms = {
  /**
     * @minItems 1
     * @maxItems 20
     */
  readonly controllers: readonly Party[];
  /** @maxItems 100 */
  readonly recipients: readonly Party[];
  /**
     * @minItems 1
     * @maxItems 100
     */
  readonly personalData: readonly NewNoticeTermsPersonalDataItem[];
  /**
     * @minItems 1
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 100
     * @items.pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  readonly storageLocations: readonly string[];
  /** @pattern ^P(?=.)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$ */
  retention: string;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$ */
  jurisdiction: string;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  withdrawal: string;
};

export interface NewNotice {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$ */
  version: string;
  /** @pattern ^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$ */
  language: string;
  /**
     * @minLength 1
     * @maxLength 100000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  text: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  from: string;
  terms: NewNoticeTerms;
}

export type NewSuppressionListScopeChannel = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email' | null;
/**
 * What people on it are left out of; `null` means all there is.
 */
export type NewSuppressionListScope = {
  purpose: string | null;
  channel: NewSuppressionListScopeChannel;
  topic: string | null;
};

export interface NewSuppressionList {
  /** @pattern ^[a-z0-9][a-z0-9-]{0,63}$ */
  id: string;
  standsForNo: boolean;
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  owner: string;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
  /** What people on it are left out of; `null` means all there is. */
  scope: NewSuppressionListScope;
  /** Being on it tells something that is not the sender’s to know. */
  isProtected: boolean;
  /** `null` only for a list that stands for a no of people. */
  endsAt: string | null;
}

export type NoticeTermsPersonalDataItem = {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  category: string;
  isOptional: boolean;
};

export type NoticeTerms = {
  /**
     * @minItems 1
     * @maxItems 20
     */
  readonly controllers: readonly Party[];
  /** @maxItems 100 */
  readonly recipients: readonly Party[];
  /**
     * @minItems 1
     * @maxItems 100
     */
  readonly personalData: readonly NoticeTermsPersonalDataItem[];
  /**
     * @minItems 1
     * @maxItems 50
     * @items.minLength 1
     * @items.maxLength 100
     * @items.pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  readonly storageLocations: readonly string[];
  /** @pattern ^P(?=.)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$ */
  retention: string;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$ */
  jurisdiction: string;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  withdrawal: string;
};

export interface Notice {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$ */
  version: string;
  /** @pattern ^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$ */
  language: string;
  /**
     * @minLength 1
     * @maxLength 100000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  text: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  from: string;
  terms: NoticeTerms;
  /** @pattern ^sha256:[0-9a-f]{64}$ */
  hash: string;
  publishedAt: string;
}

/**
 * The notice in the same language that was published before it.
 */
export type NoticeDifferenceSince = {
  version: string;
  /** @pattern ^sha256:[0-9a-f]{64}$ */
  hash: string;
} | null;

export type WordChangeType = 'same' | 'removed' | 'added';
export interface WordChange {
  type: WordChangeType;
  readonly words: readonly string[];
}

export interface NoticeDifference {
  /** The notice in the same language that was published before it. */
  since: NoticeDifferenceSince;
  readonly changes: readonly WordChange[];
}

export type NoticeUseKindsItemKind = 'given' | 'objected' | 'withdrawn' | 'refused' | 'gpc' | 'paused' | 'theme-spared' | 'theme-welcome' | 'opt-in-requested' | 'opt-in-confirmed' | 'lapsed' | 'claimed';
export type NoticeUseKindsItem = {
  kind: NoticeUseKindsItemKind;
  /** `null` where they are fewer than five. */
  people: number | null;
};

export interface NoticeUse {
  readonly kinds: readonly NoticeUseKindsItem[];
}

export type OpenHoursKind = 'law' | 'ours';
export interface OpenHours {
  /**
     * `null` holds everywhere.
     * @nullable
     */
  jurisdiction: string | null;
  readonly channels: readonly string[];
  /** As `08:00–21:00`, local to the person. */
  readonly weekdays: readonly string[];
  /** As `08:00–21:00`, local to the person. */
  readonly saturday: readonly string[];
  /** As `08:00–21:00`, local to the person. */
  readonly sunday: readonly string[];
  kind: OpenHoursKind;
  source: string;
  /**
     * `null` where the source itself was not read.
     * @nullable
     */
  verifiedOn: string | null;
}

/**
 * Of text and buttons with the page, from 1 to 21; 4.5 is the least that can be kept.
 */
export type PagePreviewContrast = {
  text: number;
  accent: number;
};

export interface PagePreview {
  document: string;
  /** Of text and buttons with the page, from 1 to 21; 4.5 is the least that can be kept. */
  contrast: PagePreviewContrast;
}

export type PagePreviewAskedSettingsTopicsItemName = {
  /**
     * @minLength 1
     * @maxLength 120
     */
  en: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  de?: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  es?: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  fr?: string;
};

export type PagePreviewAskedSettingsTopicsItem = {
  /** @pattern ^[a-z0-9][a-z0-9-]{0,63}$ */
  id: string;
  /** @pattern ^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,60}){0,7}$ */
  purpose: string;
  name: PagePreviewAskedSettingsTopicsItemName;
};

export type PagePreviewAskedSettingsChannelsItem = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email';
export type PagePreviewAskedSettingsThemesItem = 'mothers-day' | 'fathers-day' | 'baby' | 'loss' | 'weight' | 'alcohol' | 'gambling' | 'debt';
export type PagePreviewAskedSettingsColoursLight = {
  /** @pattern ^#[0-9a-f]{6}$ */
  page: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  text: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  accent: string;
};

export type PagePreviewAskedSettingsColoursDark = {
  /** @pattern ^#[0-9a-f]{6}$ */
  page: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  text: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  accent: string;
};

export type PagePreviewAskedSettingsColours = {
  light: PagePreviewAskedSettingsColoursLight;
  dark: PagePreviewAskedSettingsColoursDark;
};

export type PagePreviewAskedSettings = {
  /** Who writes, as customers know them. */
  organisation: string | null;
  /** A mail address or a phone number where a person answers. */
  contact: string | null;
  /** Whose law sets the clocks; null keeps the shortest. */
  jurisdiction: string | null;
  /**
     * Between which people choose; with none there is one choice for each channel.
     * @maxItems 12
     */
  readonly topics: readonly PagePreviewAskedSettingsTopicsItem[];
  /**
     * @minItems 1
     * @maxItems 6
     */
  readonly channels: readonly PagePreviewAskedSettingsChannelsItem[];
  /** Which people can ask to be spared. */
  readonly themes: readonly PagePreviewAskedSettingsThemesItem[];
  /** Version of the notice that a yes agrees to; without it nobody can say yes. */
  notice: string | null;
  colours: PagePreviewAskedSettingsColours;
  /**
     * Where the button to leave quickly leads.
     * @maxLength 200
     */
  leaveTo: string;
  /** Whether /charter shows anyone the boundaries in force: a promise to the public. */
  charter?: boolean;
};

export type PagePreviewAskedLanguage = 'en' | 'de' | 'es' | 'fr';
export type PagePreviewAskedLook = 'light' | 'dark';
export type PagePreviewAskedPage = 'preferences' | 'proven' | 'unsubscribe';
export interface PagePreviewAsked {
  settings: PagePreviewAskedSettings;
  language: PagePreviewAskedLanguage;
  look: PagePreviewAskedLook;
  page: PagePreviewAskedPage;
}

export interface PairedAgent {
  'agent-id': string;
  token: string;
  /** Signs what is posted to a `status_callback`, as Standard Webhooks; shown this once. */
  'scruple:callback-secret': string;
}

export type ParticipationStanding = 'inside' | 'outside' | 'unknown';
export type ParticipationOpenedItem = {
  material: string;
  seconds: number;
};

export type ParticipationFirstJudgement = {
  judgement: string;
  harm: ConsideredHarm;
  at: string;
} | null;

export type ParticipationAlternativesItem = {
  alternative: string;
  whyNot: string;
};

export type ParticipationAnswersItem = {
  finding: string;
  agrees: boolean;
  /** @nullable */
  reason: string | null;
};

export type ReviewDecisionDecision = 'approve' | 'approve-with-conditions' | 'change' | 'reject' | 'escalate';
export type ReviewDecisionConditionsItem = {
  says: string;
  check: unknown;
};

export interface ReviewDecision {
  decision: ReviewDecisionDecision;
  reason: string;
  /** @nullable */
  against: string | null;
  /** @nullable */
  dissent: string | null;
  readonly conditions: readonly ReviewDecisionConditionsItem[];
  /** @nullable */
  until: string | null;
  /** @nullable */
  stopOwner: string | null;
  envelope?: EnvelopeTerms | null;
  at: string;
}

export interface Participation {
  person: string;
  role: string;
  standing: ParticipationStanding;
  /** @nullable */
  trainedAt: string | null;
  mayStop: boolean;
  /** @nullable */
  conflict: string | null;
  readonly opened: readonly ParticipationOpenedItem[];
  firstJudgement: ParticipationFirstJudgement;
  /** @nullable */
  verdictShownAt: string | null;
  readonly harms: readonly ConsideredHarm[];
  readonly alternatives: readonly ParticipationAlternativesItem[];
  readonly answers: readonly ParticipationAnswersItem[];
  decision: ReviewDecision | null;
}

export interface PausedUse {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  pausedBy: string;
  since: string;
  readonly alarms: readonly Alarm[];
}

export interface Person {
  key: string;
  name: string;
  email: string;
  readonly roles: readonly string[];
  /** @nullable */
  reportsTo: string | null;
  isLineKnown: boolean;
  /** @nullable */
  trainedAt: string | null;
  /** @nullable */
  until: string | null;
  isActive: boolean;
  hasSignedUp: boolean;
  /**
     * @minimum 1
     * @maximum 9007199254740991
     */
  version: number;
}

export type PersonCopyPartsItemState = 'to-do' | 'done' | 'not-answered';
export type PersonCopyPartsItem = {
  part: string;
  state: PersonCopyPartsItemState;
};

export interface PersonCopy {
  id: string;
  /** copy, or dossier */
  kind: string;
  /** @nullable */
  request: string | null;
  language: string;
  /** asked, collecting, ready, failed, refused */
  state: string;
  readonly parts: readonly PersonCopyPartsItem[];
  /** @nullable */
  from: string | null;
  /** @nullable */
  until: string | null;
  /** @nullable */
  problem: string | null;
  createdAt: string;
  /** @nullable */
  readyAt: string | null;
  endsAt: string;
}

export interface PersonOfRequest {
  /** @nullable */
  subject: string | null;
  readonly identifiers: readonly Identifier[];
  /** @nullable */
  statement: string | null;
  correction: Correction | null;
}

export interface PracticeCase {
  id: string;
  title: string;
  material: string;
  /** @nullable */
  announcedAt: string | null;
  isAnswered: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
}

export interface PracticeFlaw {
  /** @pattern ^[a-z][a-z0-9-]{0,63}$ */
  check: string;
  /**
     * @minLength 1
     * @maxLength 1000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  says: string;
}

/**
 * The place in a file, where there is one.
 */
export type ProblemAt = { [key: string]: unknown };

export interface Problem {
  type: string;
  title: string;
  status: number;
  /** One of docs/problems.md. */
  code: string;
  detail: string;
  /** What to do, beginning with a verb. */
  hint: string;
  /** For whoever is asked for help. */
  id: string;
  /** The place in a file, where there is one. */
  at?: ProblemAt;
}

export type ProtectiveHoldScopeChannel = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email' | null;
export type ProtectiveHoldScope = {
  purpose: string | null;
  channel: ProtectiveHoldScopeChannel;
};

/**
 * Until when; there is no field for why.
 */
export interface ProtectiveHold {
  identifier: Identifier | Pseudonym;
  scope: ProtectiveHoldScope;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  until: string;
}

export interface QuarantinedCampaign {
  source: string;
  campaign: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  events: number;
  firstAt: string;
  lastAt: string;
}

export type QuestionForm = 'one-of' | 'some-of' | 'address' | 'text' | 'day';
export type QuestionOptionsItem = {
  value: string;
  says: string;
};

export interface Question {
  id: string;
  asks: string;
  why: string;
  form: QuestionForm;
  readonly fills: readonly string[];
  readonly options: readonly QuestionOptionsItem[];
}

export type QueuedRequestDetail = 'categories' | 'specific' | null;
export type QueuedRequestProofNeeded = 'none' | 'address' | 'address-and-second';
export type QueuedRequestProofGivenItem = 'address' | 'second-identifier' | 'person-checked';
export type QueuedRequestProofMissingItem = 'address' | 'second';
export type QueuedRequestProof = {
  needed: QueuedRequestProofNeeded;
  readonly given: readonly QueuedRequestProofGivenItem[];
  readonly missing: readonly QueuedRequestProofMissingItem[];
};

/**
 * Nothing of who asks.
 */
export interface QueuedRequest {
  id: string;
  kind: RequestKind;
  detail: QueuedRequestDetail;
  state: RequestState;
  /** @nullable */
  jurisdiction: string | null;
  /** @nullable */
  use: string | null;
  /** @nullable */
  purpose: string | null;
  through: string;
  askedAt: string;
  dueAt: string;
  /** `null` where it is closed. */
  urgency: RequestUrgency | null;
  clock: RequestClock;
  isExtended: boolean;
  proof: QueuedRequestProof;
  /** @nullable */
  takenBy: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  openDestinations: number;
  /** @nullable */
  destinationsDueAt: string | null;
  /** @nullable */
  closedAt: string | null;
  /** @nullable */
  outcome: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
}

export type ReviewKind = 'use' | 'small-change' | 'waiver' | 'record' | 'contest' | 'alarm';
export type ReviewState = 'open' | 'awaiting-second' | 'disagreement' | 'escalated' | 'approved' | 'approved-with-conditions' | 'changes-asked' | 'rejected' | 'expired' | 'withdrawn';
export interface QueuedReview {
  id: string;
  use: string;
  kind: ReviewKind;
  state: ReviewState;
  /** `null` where a first judgement is asked before the verdict. */
  gravity: Gravity | null;
  openedAt: string;
  /**
     * When it is handed on; `null` where that would tell the gravity.
     * @nullable
     */
  dueAt: string | null;
  /** @nullable */
  closedAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
}

export interface Ramp {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  people: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  stage: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  stages: number;
  /**
     * @minimum 0
     * @maximum 1
     */
  share: number;
}

export interface ReachedPeople {
  readonly subjects: readonly string[];
  /** @nullable */
  next: string | null;
}

export interface RecordReference {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  system: string;
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  id: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$ */
  approved: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$ */
  expires: string;
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  hash: string;
}

export type RecordedDecisionStatus = 'explained' | 'cannot-explain';
export interface RecordedDecision {
  decision: string;
  status: RecordedDecisionStatus;
  /** @nullable */
  because: string | null;
}

export interface ReleasedPerson {
  identifier: Identifier | Pseudonym;
}

export type RequestAction = {
  do: 'take';
} | {
  do: 'ask-for-proof';
} | {
  do: 'confirm-person';
} | {
  do: 'carry-out';
} | {
  do: 'extend';
  /**
     * For the person who asks, in their language.
     * @minLength 1
     * @maxLength 5000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  words: string;
} | {
  do: 'answer';
  outcome: 'done' | 'partly' | 'nothing-held';
  /**
     * For the person who asks, in their language.
     * @minLength 1
     * @maxLength 5000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  words: string;
} | {
  do: 'decide';
  changed: boolean;
  /**
     * What was looked at that the machine had not; the person does not see it.
     * @minLength 1
     * @maxLength 5000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  facts: string;
  /**
     * For the person who asks, in their language.
     * @minLength 1
     * @maxLength 5000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  words: string;
  /**
     * The new outcome, where the decision is kept here.
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  decision?: string;
} | {
  do: 'refuse';
  reason: 'suspected-fraud' | 'not-enough-proof' | 'no-match' | 'not-covered' | 'outside-jurisdiction' | 'too-many' | 'other';
  /**
     * For the person who asks, in their language.
     * @minLength 1
     * @maxLength 5000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  words: string;
} | {
  do: 'reopen';
  /**
     * For the person who asks, in their language.
     * @minLength 1
     * @maxLength 5000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  words: string;
};

export interface ReviewedFinding {
  id: string;
  check: string;
  gravity: Gravity;
  readonly says: readonly string[];
}

export interface ReviewSubject {
  use: string;
  contentHash: string;
  /** @nullable */
  lastCleared: string | null;
  verdict: Verdict | null;
  findings: readonly ReviewedFinding[] | null;
  missingFacts: readonly string[] | null;
  /** What must have been opened. */
  readonly materials: readonly string[];
  /** Groups for which a harm must be considered. */
  readonly groups: readonly string[];
}

export type ReviewTermsSeeing = 'open' | 'blind' | 'hidden';
/**
 * What held when the review opened; `null` where it would tell the gravity.
 */
export interface ReviewTerms {
  /** @nullable */
  approversNeeded: number | null;
  seeing: ReviewTermsSeeing;
  /** @nullable */
  escalatesAt: string | null;
  /** @nullable */
  expiresAt: string | null;
  trainingDays: number;
}

export interface ReviewComment {
  by: string;
  at: string;
  text: string;
}

export interface Review {
  id: string;
  kind: ReviewKind;
  state: ReviewState;
  owner: string;
  gravity: Gravity | null;
  openedAt: string;
  /** @nullable */
  closedAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
  useVersion: string;
  isVerdictHidden: boolean;
  subject: ReviewSubject;
  terms: ReviewTerms;
  readonly participations: readonly Participation[];
  readonly comments: readonly ReviewComment[];
  readonly escalatedBy: readonly string[];
  readonly missing: readonly Missing[];
  /** Of a review that a monitor asked for. */
  readonly alarms: readonly EvidenceAlarm[];
}

export type ReviewBudgetOverOneMinute = {
  share: number;
  uses: number;
} | null;

export type ReviewBudgetCausesItem = {
  type: string;
  name: string;
  reviews: number;
  alone: number;
  minutes: number;
};

export interface ReviewBudget {
  weeks: number;
  openedPerWeek: number;
  hoursNeededPerWeek: number;
  hoursAvailablePerWeek: number;
  /** @nullable */
  load: number | null;
  overOneMinute: ReviewBudgetOverOneMinute;
  readonly causes: readonly ReviewBudgetCausesItem[];
}

export interface Share {
  share: number;
  readonly interval: readonly number[];
  n: number;
}

export interface ReviewStatistics {
  reviews: number;
  people: number;
  medianSeconds: number;
  agreement: Share;
  overriddenMoreLenient: Share;
  overriddenStricter: Share;
  caught: Share | null;
  readonly signs: readonly string[];
}

export type ReviewStep = {
  type: 'joined';
  conflict: string | null;
} | {
  type: 'opened-material';
  /**
     * @minLength 1
     * @maxLength 500
     */
  material: string;
  /**
     * @minimum 0
     * @maximum 86400
     */
  seconds: number;
} | {
  type: 'judged-first';
  judgement: 'approve' | 'change' | 'reject' | 'cannot-tell';
  harm: Harm;
} | {
  type: 'revealed';
} | {
  type: 'considered-harm';
  harm: Harm;
} | {
  type: 'considered-alternative';
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  alternative: string;
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  whyNot: string;
} | {
  type: 'answered-finding';
  /** @maxLength 200 */
  finding: string;
  agrees: boolean;
  reason: string | null;
} | {
  type: 'commented';
  /**
     * @minLength 1
     * @maxLength 4000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  text: string;
} | {
  type: 'decided';
  decision: 'approve' | 'approve-with-conditions' | 'change' | 'reject' | 'escalate';
  /**
     * @minLength 1
     * @maxLength 4000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
  against: string | null;
  dissent: string | null;
  /** @maxItems 50 */
  conditions: Condition[];
  until: string | null;
  stopOwner: string | null;
  contest: {
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  statementRef: string;
  /**
     * @minLength 1
     * @maxLength 4000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  furtherFacts: string;
  outcomeChanged: boolean;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  explanationSentAt: string;
} | null;
  /** What may fill the messages, and what must be silent on each. Left out, each slot comes from its field. Of those who approve, slots are cleared that all clear, and checks must be silent that any asks for. */
  envelope?: EnvelopeTermsInput | null;
  /** Asks for the class that is sent whatever people chose. All who approve must ask for the same. */
  essential: 'security' | 'safety' | 'service' | 'legal-notice' | 'contract-notice' | 'rights-confirmation' | null;
} | {
  type: 'withdrawn';
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
};

export type Role = 'operator' | 'guest' | 'reviewer' | 'customer-advocate' | 'analyst' | 'auditor' | 'administrator' | 'gate' | 'intake' | 'agent';
export type RunningClaimsItem = {
  fact: string;
  state: string;
  /** @nullable */
  freshUntil: string | null;
};

export interface Running {
  use: string;
  /** @nullable */
  pausedBy: string | null;
  /** How many may be sent at this stage; `null` without stages. */
  stageSize: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  stageSent: number;
  /** Named facts that its claims rest on, as they were told last. */
  readonly claims: readonly RunningClaimsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
}

export type SendIncidentFlaw = 'uncleared' | 'changed' | 'refused' | 'after-no';
export interface SendIncident {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  id: string;
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  flaw: SendIncidentFlaw;
  says: string;
  event: string;
  /** @nullable */
  channel: string | null;
  /** @nullable */
  contentHash: string | null;
  /** @nullable */
  clearance: string | null;
  sentAt: string;
  notedAt: string;
}

export interface SentChoices {
  identifier: Identifier | Pseudonym;
  /**
     * @minItems 1
     * @maxItems 100
     */
  choices: Choice[];
}

export type ShadowReportReasonsItem = {
  code: string;
  detail: string;
  /** `null` where they are fewer than five. */
  decisions: number | null;
  /** @nullable */
  share: number | null;
};

export type ShadowReportTriedItem = {
  rule: string;
  owner: string;
  until: string;
};

export interface ShadowReport {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  asked: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  permitted: number;
  wouldHold: number | null;
  inWords: string;
  readonly reasons: readonly ShadowReportReasonsItem[];
  readonly tried: readonly ShadowReportTriedItem[];
}

export type ShownDifferenceMessagesItem = {
  file: string;
  readonly changes: readonly WordChange[];
};

export type ShownDifferenceFilesItem = {
  path: string;
  readonly changes: readonly WordChange[];
};

/**
 * `null` where who asks must judge first.
 */
export type ShownDifferenceFindings = {
  readonly came: readonly ListedFinding[];
  readonly gone: readonly ListedFinding[];
} | null;

export interface ShownDifference {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  since: number;
  readonly parts: readonly string[];
  share: number;
  readonly messages: readonly ShownDifferenceMessagesItem[];
  readonly files: readonly ShownDifferenceFilesItem[];
  /** `null` where who asks must judge first. */
  findings: ShownDifferenceFindings;
}

export interface SigningKey {
  id: string;
  state: string;
  createdAt: string;
  /** @nullable */
  retiredAt: string | null;
  /** @nullable */
  revokedAt: string | null;
}

export interface Stop {
  id: string;
  use: string;
  /** @nullable */
  by: string | null;
  reason: string;
  at: string;
  /** @nullable */
  liftedBy: string | null;
  /** @nullable */
  liftedAt: string | null;
  /** @nullable */
  liftReason: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
}

export type StoryCampaignsItem = {
  use: string;
  says: string;
  /**
     * The harm that the simulator put into it; `null` for none.
     * @nullable
     */
  plants: string | null;
};

export type StoryAlarmsItemGroup = {[key: string]: string} | null;

export type StoryAlarmsItemAction = 'warn' | 'review' | 'pause';
export type StoryAlarmsItem = {
  use: string;
  group: StoryAlarmsItemGroup;
  monitor: string;
  action: StoryAlarmsItemAction;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  at: string;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  afterSends: number;
  /** @nullable */
  rate: number | null;
  interval: [number, number] | null;
  /** @nullable */
  eValue: number | null;
  /** @nullable */
  alpha: number | null;
};

export type StoryComparedItemPeriod = 'before' | 'pressure' | 'after' | 'year';
export interface StoryBoth {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  unwatched: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  watched: number;
}

export type StoryComparedItem = {
  period: StoryComparedItemPeriod;
  /** The first month, as 2026-02. */
  from: string;
  /** The last month. */
  until: string;
  orders: StoryBoth;
  kept: StoryBoth;
  complaints: StoryBoth;
  optOuts: StoryBoth;
};

export type StoryOtherSeedsItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  seed: number;
  pausedAt: string | null;
  keptDuring: StoryBoth;
  keptAfter: StoryBoth;
  keptYear: StoryBoth;
  reachable: StoryBoth;
};

/**
 * A share with how many it is of.
 */
export interface StoryShare {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  of: number;
  /** `null` without any to look at. */
  interval: [number, number] | null;
}

export type StoryWorldMonthsItem = {
  /** As 2026-02. */
  month: string;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  sends: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  orders: number;
  /**
     * Orders that were not given back.
     * @minimum 0
     * @maximum 9007199254740991
     */
  kept: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  complaints: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  optOuts: number;
  /**
     * At the end of the month: people who can still be written to.
     * @minimum 0
     * @maximum 9007199254740991
     */
  reachable: number;
};

export type StoryWorldUsesItemGroupsItemGroup = {[key: string]: string};

export type StoryWorldUsesItemGroupsItem = {
  group: StoryWorldUsesItemGroupsItemGroup;
  complaints: StoryShare;
  optOuts: StoryShare;
  /** Of orders: given back. */
  returned: StoryShare;
};

export type StoryWorldUsesItem = {
  use: string;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  sends: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  orders: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  kept: number;
  /** Of messages: orders. */
  ordered: StoryShare;
  complaints: StoryShare;
  optOuts: StoryShare;
  /** Of orders: given back. */
  returned: StoryShare;
  groups: StoryWorldUsesItemGroupsItem[];
};

export type StoryWorldGroupsItemGroup = {[key: string]: string};

export type StoryWorldGroupsItem = {
  group: StoryWorldGroupsItemGroup;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  people: number;
  returned: StoryShare;
  left: StoryShare;
};

export interface StoryWorld {
  months: StoryWorldMonthsItem[];
  uses: StoryWorldUsesItem[];
  groups: StoryWorldGroupsItem[];
}

export interface Story {
  schema: 'scruple.story/1';
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  seed: number;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  people: number;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  begins: string;
  campaigns: StoryCampaignsItem[];
  /** What the simulator takes for true, with its numbers. */
  assumptions: string[];
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  pausedAt: string;
  alarms: StoryAlarmsItem[];
  /** With nobody watching. */
  unwatched: StoryWorld;
  watched: StoryWorld;
  /** Months summed up. */
  compared: StoryComparedItem[];
  /** The same year with other people and other luck. */
  otherSeeds: StoryOtherSeedsItem[];
}

export interface SuppressionImport {
  /**
     * @minLength 1
     * @maxLength 16000000
     */
  csv: string;
  /** Until when; without it as long as the list lasts. */
  endsAt?: string | null;
}

export type SuppressionListScopeChannel = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email' | null;
export type SuppressionListScope = {
  purpose: string | null;
  channel: SuppressionListScopeChannel;
  topic: string | null;
};

export interface SuppressionList {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  id: string;
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  owner: string;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
  scope: SuppressionListScope;
  /** Being on it tells something that is not the sender’s to know. */
  isProtected: boolean;
  /** @nullable */
  endsAt: string | null;
  standsForNo: boolean;
  /** `null` where being on it tells something. */
  people: number | null;
  createdAt: string;
  changedAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
}

export type SuppressionListTermsScopeChannel = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email' | null;
/**
 * What people on it are left out of; `null` means all there is.
 */
export type SuppressionListTermsScope = {
  purpose: string | null;
  channel: SuppressionListTermsScopeChannel;
  topic: string | null;
};

export interface SuppressionListTerms {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  owner: string;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
  /** What people on it are left out of; `null` means all there is. */
  scope: SuppressionListTermsScope;
  /** Being on it tells something that is not the sender’s to know. */
  isProtected: boolean;
  /** `null` only for a list that stands for a no of people. */
  endsAt: string | null;
}

export type TakenDeliveryRefusedItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  index: number;
  field: string;
};

export interface TakenDelivery {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  accepted: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  duplicates: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quarantined: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  ignored: number;
  readonly refused: readonly TakenDeliveryRefusedItem[];
}

export type TakenEventsRefusedItem = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  index: number;
  code: string;
  detail: string;
  hint: string;
};

export interface TakenEvents {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  accepted: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  duplicates: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  quarantined: number;
  refused: TakenEventsRefusedItem[];
}

export type TakenSignalChoicesItemSays = 'yes' | 'no' | 'unknown';
export type TakenSignalChoicesItem = {
  scope: ChoiceScope;
  says: TakenSignalChoicesItemSays;
  because: string;
};

export interface TakenSignal {
  readonly choices: readonly TakenSignalChoicesItem[];
  readonly notes: readonly string[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  known: number;
}

export type ToldRequestDetail = 'categories' | 'specific' | null;
export type ToldRequestProofsItem = 'address' | 'second-identifier' | 'person-checked';
export interface ToldRequest {
  kind: RequestKind;
  detail?: ToldRequestDetail;
  /**
     * What the person is reached or known by; the request is of the first.
     * @minItems 1
     * @maxItems 10
     */
  identifiers: Identifier[];
  /** Without it, that of the customer pages. */
  jurisdiction?: string | null;
  use?: string | null;
  decision?: string | null;
  /** What an objection is to; without it, to all direct marketing. */
  purpose?: string | null;
  /** @maxItems 3 */
  proofs?: ToldRequestProofsItem[];
  language?: string | null;
  statement?: string | null;
  correction?: Correction | null;
}

export interface ToldSystem {
  system: string;
  /** Of its address; the rest is not shown. */
  host: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  answerWithinDays: number;
  /**
     * As Standard Webhooks writes one; shown once, when it is new.
     * @nullable
     */
  secret: string | null;
}

export type TrustIndicatorsIndicatorsItemPartsItemOf = {[key: string]: string};

export type TrustMeasure = {
  status: 'measured';
  unit: 'share' | 'hours';
  value: number;
  low: number;
  /**
     * `null` where so few bound it from below alone.
     * @nullable
     */
  high: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  n: number;
} | {
  status: 'too-few';
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  fewest: number;
} | {
  status: 'cannot-tell';
  why: string;
};

export type TrustIndicatorsIndicatorsItemPartsItem = {
  of: TrustIndicatorsIndicatorsItemPartsItemOf;
  measure: TrustMeasure;
};

export type TrustIndicatorsIndicatorsItem = {
  id: string;
  says: string;
  limits: string;
  measure: TrustMeasure;
  readonly parts: readonly TrustIndicatorsIndicatorsItemPartsItem[];
  /** @nullable */
  withoutGroups: string | null;
};

export interface TrustIndicators {
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  from: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  until: string;
  readonly indicators: readonly TrustIndicatorsIndicatorsItem[];
}

export interface Use {
  id: string;
  workspace: string;
  kind: string;
  /** As the card names it. */
  owner: string;
  /** @nullable */
  ownerKey: string | null;
  /** checked, in-review, cleared or stopped. */
  state: string;
  /**
     * `null` where who asks must judge first.
     * @nullable
     */
  verdict: string | null;
  /** @nullable */
  expiresAt: string | null;
  createdAt: string;
  changedAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
  /** @nullable */
  latestVersion: string | null;
  /** @nullable */
  clearedVersion: string | null;
  /** @nullable */
  clearance: string | null;
  /** @nullable */
  stop: string | null;
  /**
     * The one that is open.
     * @nullable
     */
  review: string | null;
  /** Whether who asks works on it, and so does not judge it. */
  isOwn: boolean;
}

export type UseRecordFields = {[key: string]: unknown};

export type UseRecordJudgement = {
  state: string;
  blocks: boolean;
  readonly because: readonly string[];
};

export interface UseRecord {
  id: string;
  use: string;
  kind: string;
  readonly triggers: readonly string[];
  fields: UseRecordFields;
  reference: RecordReference | null;
  /** @nullable */
  approvedBy: string | null;
  /** @nullable */
  approvedAt: string | null;
  judgement: UseRecordJudgement;
  openedAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
}

export type VersionCounts = {[key: string]: number} | null;

export type VersionFilesItem = {
  path: string;
  text: string;
};

export type VersionMessagesItem = {
  name: string;
  messageHash: string;
};

export type VersionDifferenceMessagesItem = {
  file: string;
  readonly changes: readonly WordChange[];
};

export type VersionDifferenceFilesItem = {
  path: string;
  readonly changes: readonly WordChange[];
};

export interface VersionDifference {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  since: number;
  readonly parts: readonly string[];
  share: number;
  readonly messages: readonly VersionDifferenceMessagesItem[];
  readonly files: readonly VersionDifferenceFilesItem[];
}

export interface Version {
  id: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  number: number;
  contentHash: string;
  /** @nullable */
  verdict: string | null;
  counts: VersionCounts;
  /** @nullable */
  revision: string | null;
  pushedThrough: string;
  createdAt: string;
  card: unknown;
  readonly files: readonly VersionFilesItem[];
  /** To the version that was cleared last; `null` where none was. */
  difference: VersionDifference | null;
  readonly messages: readonly VersionMessagesItem[];
  /** Places in the messages that are filled for each person. */
  readonly slots: readonly string[];
  /** Named facts that its claims rest on. */
  readonly claims: readonly string[];
  notAssessed: readonly NotAssessed[] | null;
  /** Checks that only the one who pushed could assess, having facts and data at hand. */
  assessedElsewhere: readonly string[] | null;
}

export interface Waiver {
  id: string;
  use: string;
  check: string;
  owner: string;
  reason: string;
  state: string;
  until: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  renewals: number;
  /** @nullable */
  review: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
}

export type WatchedStreamGroup = {[key: string]: string} | null;

export type WatchedStreamForeseen = {
  ripeSends: number;
  rate: number | null;
  /**
     * @minItems 2
     * @maxItems 2
     */
  readonly interval: [number, number];
};

export type WatchedStreamDaysItem = {
  day: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sends: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  events: number;
};

export type WatchedStreamSoFarItem = {
  day: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sends: number;
  /**
     * @minimum 0
     * @maximum 1
     */
  rate: number;
  /**
     * @minItems 2
     * @maxItems 2
     */
  readonly interval: [number, number];
};

export interface WatchedStream {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  group: WatchedStreamGroup;
  monitor: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sends: number;
  rate: number | null;
  /**
     * @minItems 2
     * @maxItems 2
     */
  readonly interval: [number, number];
  /** @nullable */
  smallestHarm: number | null;
  bound: number | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  events: number;
  eValue: number;
  sendsToDouble: number | null;
  foreseen: WatchedStreamForeseen;
  readonly days: readonly WatchedStreamDaysItem[];
  readonly soFar: readonly WatchedStreamSoFarItem[];
}

export type ReadHealth200Status = 'ok';
export type ReadHealth200 = {
  status: ReadHealth200Status;
};

export type ReadReadiness200Status = 'ok';
export type ReadReadiness200 = {
  status: ReadReadiness200Status;
};

export type ReadServer200Name = 'scruple';
export type ReadServer200Api = '/openapi.json';
export type ReadServer200 = {
  name: ReadServer200Name;
  version: string;
  api: ReadServer200Api;
};

export type ReadOverview200WaitingItemsItemKind = 'answer-request' | 'confirm-sources' | 'judge' | 'repair' | 'ask-for-review';
/**
 * What a customer asked; nothing of who it is.
 */
export type ReadOverview200WaitingItemsItemRequest = {
  id: string;
  kind: string;
} | null;

export type ReadOverview200WaitingItemsItem = {
  kind: ReadOverview200WaitingItemsItemKind;
  /**
     * `null` where a request is about no use.
     * @nullable
     */
  use: string | null;
  /** @nullable */
  review: string | null;
  /** What a customer asked; nothing of who it is. */
  request: ReadOverview200WaitingItemsItemRequest;
  /** `null` where it must not sway who judges. */
  verdict: Verdict | Gravity | null;
  since: string;
  /** @nullable */
  dueAt: string | null;
};

export type ReadOverview200Waiting = {
  /**
     * Up to 100.
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
  readonly items: readonly ReadOverview200WaitingItemsItem[];
};

export type ReadOverview200LiveItemsItem = {
  use: string;
  owner: string;
  /** @nullable */
  clearedUntil: string | null;
};

export type ReadOverview200Live = {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
  readonly items: readonly ReadOverview200LiveItemsItem[];
};

export type ReadOverview200PausedItemsItem = {
  use: string;
  reason: string;
  at: string;
  byPerson: boolean;
};

export type ReadOverview200Paused = {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  count: number;
  readonly items: readonly ReadOverview200PausedItemsItem[];
};

export type ReadOverview200Incidents = {
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  open: number;
  /**
     * Of these, where something is overdue.
     * @minimum 0
     * @maximum 9007199254740991
     */
  late: number;
};

export type ReadOverview200PracticesItem = {
  /**
     * @minimum 1
     * @maximum 7
     */
  step: number;
  title: string;
  /**
     * How many look at it; with none, nothing is known.
     * @minimum 0
     * @maximum 9007199254740991
     */
  checks: number;
  /**
     * Uses whose latest version holds a finding of it that nobody waived.
     * @minimum 0
     * @maximum 9007199254740991
     */
  uses: number;
  gravest: Gravity | null;
};

export type ReadOverview200 = {
  waiting: ReadOverview200Waiting;
  live: ReadOverview200Live;
  paused: ReadOverview200Paused;
  incidents: ReadOverview200Incidents;
  readonly practices: readonly ReadOverview200PracticesItem[];
};

export type SearchFindingsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: SearchFindingsDirection;
sort?: SearchFindingsSort;
/**
 * @minLength 1
 * @maxLength 200
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
query?: string;
gravity?: Gravity;
};

export type SearchFindingsDirection = 'asc' | 'desc';
export type SearchFindingsSort = 'gravity' | 'check' | 'use';
export type SearchFindings200ItemsItem = {
  use: string;
  finding: Finding;
};

export type SearchFindings200 = {
  readonly items: readonly SearchFindings200ItemsItem[];
  /** @nullable */
  next: string | null;
};

export type ReadWaysIn200 = {
  /** Whether the company’s provider can be asked. */
  company: boolean;
  /** Whether there is an administrator. */
  isSetUp: boolean;
};

export type SignInBody = {
  /**
     * @maxLength 254
     * @pattern ^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$
     */
  email: string;
  /** @maxLength 128 */
  password: string;
};

export type SignIn200Status = 'ok';
export type SignIn200 = {
  status: SignIn200Status;
};

export type SignOut200Status = 'ok';
export type SignOut200 = {
  status: SignOut200Status;
};

export type ReadMe200Is = 'person' | 'machine';
export type ReadMe200MayItem = 'use.write' | 'use.read' | 'use.stop' | 'stop.drill' | 'stop.lift' | 'review.ask' | 'review.read' | 'review.comment' | 'review.judge' | 'clearance.confirm' | 'clearance.revoke' | 'clearance.read' | 'waiver.ask' | 'record.write' | 'record.approve' | 'reason.read' | 'decision.override' | 'contest.decide' | 'request.read' | 'request.read-person' | 'request.open' | 'request.acknowledge' | 'incident.report' | 'incident.work' | 'incident.read-people' | 'ledger.read' | 'ledger.write' | 'ledger.import' | 'ledger.erase' | 'hold.set' | 'hold.end' | 'access.export' | 'access.read' | 'access.remove' | 'dossier.decide' | 'agent.write' | 'agent.read' | 'agent.act' | 'notice.write' | 'audit.run' | 'aggregate.read' | 'maturity.read' | 'maturity.attest' | 'maturity.lower' | 'evidence.read' | 'evidence.export' | 'statistics.read-own' | 'statistics.read-groups' | 'statistics.allow' | 'people.write' | 'people.read' | 'key.read' | 'key.write' | 'settings.write' | 'settings.read' | 'gate.tell' | 'suppression.write' | 'gate.decide' | 'event.deliver';
export type ReadMe200 = {
  key: string;
  is: ReadMe200Is;
  /**
     * `null` of a machine.
     * @nullable
     */
  name: string | null;
  readonly roles: readonly string[];
  /** What the roles allow, at times of own uses alone, as docs/roles.md tells. */
  readonly may: readonly ReadMe200MayItem[];
  /** @nullable */
  until: string | null;
  /** Whether `GET /v1/story` has something to show. */
  hasStory: boolean;
};

export type ListPeopleParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListPeopleDirection;
sort?: ListPeopleSort;
role?: Role;
active?: ListPeopleActive;
/**
 * @maxLength 200
 */
query?: string;
};

export type ListPeopleDirection = 'asc' | 'desc';
export type ListPeopleSort = 'name' | 'createdAt';
export type ListPeopleActive = 'true' | 'false';
export type ListPeople200 = {
  readonly items: readonly Person[];
  /** @nullable */
  next: string | null;
};

export type InvitePersonBody = {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  name: string;
  /**
     * @maxLength 254
     * @pattern ^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$
     */
  email: string;
  /**
     * @minItems 1
     * @maxItems 9
     */
  roles: Role[];
  reportsTo?: string | null;
  trainedAt?: string | null;
  until?: string | null;
};

export type InvitePerson201 = {
  person: Person;
  link: string;
};

export type ChangePersonBody = {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  name?: string;
  /** @maxItems 9 */
  roles?: Role[];
  isActive?: boolean;
  reportsTo?: string | null;
  trainedAt?: string | null;
  until?: string | null;
};

export type ListKeysParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListKeysDirection;
sort?: ListKeysSort;
role?: Role;
/**
 * Only those that are neither revoked nor expired.
 */
inForce?: ListKeysInForce;
/**
 * Those of machines alone, or of people.
 */
ofMachine?: ListKeysOfMachine;
};

export type ListKeysDirection = 'asc' | 'desc';
export type ListKeysSort = 'createdAt' | 'name';
export type ListKeysInForce = 'true' | 'false';
export type ListKeysOfMachine = 'true' | 'false';
export type ListKeys200 = {
  readonly items: readonly Key[];
  /** @nullable */
  next: string | null;
};

export type AddKeyBody = {
  /**
     * @minLength 1
     * @maxLength 100
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  name: string;
  /**
     * @minItems 1
     * @maxItems 9
     */
  roles: Role[];
  /**
     * @minimum 1
     * @maximum 365
     */
  days: number;
};

export type ListOwnKeysParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListOwnKeysDirection;
sort?: ListOwnKeysSort;
role?: Role;
/**
 * Only those that are neither revoked nor expired.
 */
inForce?: ListOwnKeysInForce;
};

export type ListOwnKeysDirection = 'asc' | 'desc';
export type ListOwnKeysSort = 'createdAt' | 'name';
export type ListOwnKeysInForce = 'true' | 'false';
export type ListOwnKeys200 = {
  readonly items: readonly Key[];
  /** @nullable */
  next: string | null;
};

export type AddOwnKeyBody = {
  /**
     * @minLength 1
     * @maxLength 100
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  name: string;
  /**
     * @minItems 1
     * @maxItems 9
     */
  roles: Role[];
  /**
     * @minimum 1
     * @maximum 365
     */
  days: number;
};

export type ListUsesParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListUsesDirection;
sort?: ListUsesSort;
/**
 * @minLength 1
 * @maxLength 100
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
workspace?: string;
/**
 * @minLength 1
 * @maxLength 40
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
kind?: string;
/**
 * @minLength 1
 * @maxLength 40
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
state?: string;
verdict?: Verdict;
/**
 * @maxLength 200
 */
query?: string;
mine?: ListUsesMine;
};

export type ListUsesDirection = 'asc' | 'desc';
export type ListUsesSort = 'id' | 'changedAt' | 'createdAt' | 'verdict';
export type ListUsesMine = 'true' | 'false';
export type ListUses200 = {
  readonly items: readonly ListedUse[];
  /** @nullable */
  next: string | null;
};

export type CreateUseBody = {
  /**
     * The id is made from it.
     * @minLength 1
     * @maxLength 120
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  title: string;
  /**
     * Where it is left out, the only one there is.
     * @minLength 1
     * @maxLength 100
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  workspace?: string;
  message?: GivenMessage;
  audience?: GivenAudience;
  answers: Answers;
  /** Give the verdict, and keep nothing. */
  dryRun?: boolean;
};

export type ListVersionsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListVersionsDirection;
sort?: ListVersionsSort;
/**
 * Those pushed this way: cli, ci, api or console.
 * @minLength 1
 * @maxLength 40
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
through?: string;
};

export type ListVersionsDirection = 'asc' | 'desc';
export type ListVersionsSort = 'number' | 'createdAt';
export type ListVersions200 = {
  readonly items: readonly ListedVersion[];
  /** @nullable */
  next: string | null;
};

export type AddVersionBody = {
  /**
     * @minLength 1
     * @maxLength 100
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  workspace: string;
  /**
     * @minItems 1
     * @maxItems 5000
     */
  files: {
  /** @maxLength 500 */
  path: string;
  /** @maxLength 4194304 */
  text: string;
}[];
  /** What `scruple check --format json` said. */
  report?: {
  schema: 'scruple.report/1';
  verdict: 'allow' | 'review' | 'block';
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  checkedAt: string;
  /** Whether the workspace is an example that fixes its own clock. */
  exampleClock: boolean;
  workspace: string;
  /**
     * The revision compared with, where only what differs from it is reported.
     * @nullable
     */
  since: string | null;
  uses: ({
  use: string;
  kind: 'campaign' | 'journey' | 'audience' | 'offer' | 'pricing' | 'score' | 'eligibility' | 'suppression' | 'recommendation' | 'next-best-action' | 'assistant' | 'outreach' | 'enrichment' | 'identity' | 'service-routing' | null;
  hash: string | null;
  verdict: 'allow' | 'review' | 'block';
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  checksRun: number;
  messages: ({
  file: string;
  /** @pattern ^sha256:[0-9a-f]{64}$ */
  messageHash: string;
  /** @nullable */
  language: string | null;
})[];
  findings: ({
  check: string;
  /** Which of the advices of the check was given. */
  advice: string;
  /**
     * @minimum 1
     * @maximum 7
     */
  step: number;
  risk: 'manipulative-personalization' | 'vulnerability-targeting' | 'discriminatory-exclusion' | 'opaque-automation' | 'data-overreach' | null;
  gravity: 'advise' | 'review' | 'block';
  decidedBy: 'rule' | 'person';
  /** @nullable */
  decider: string | null;
  at: {
  file: string;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  line: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  column: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  endLine: number;
  /**
     * 1-based, in UTF-16 units, exclusive
     * @minimum 1
     * @maximum 9007199254740991
     */
  endColumn: number;
};
  /**
     * The words seen, masked where they identify a person or list more than three literals.
     * @nullable
     */
  quote: string | null;
  what: string;
  why: string;
  instead: string;
  norms: ({
  id: string;
  scope: 'law' | 'policy';
})[];
  /** @nullable */
  waivedBy: string | null;
})[];
  notAssessed: {
  check: string;
  missing: string[];
  /** Whether it keeps the verdict from `allow`. */
  required: boolean;
}[];
})[];
  problems: ({
  code: string;
  message: string;
  hint: string;
  at: {
  file: string;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  line: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  column: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  endLine: number;
  /**
     * 1-based, in UTF-16 units, exclusive
     * @minimum 1
     * @maximum 9007199254740991
     */
  endColumn: number;
} | null;
})[];
} | null;
  /**
     * What `scruple audit` says of the decisions that the cards name, aggregates alone.
     * @maxItems 200
     */
  audits?: {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  /** @pattern ^\/scores\/\d{1,3}$ */
  pointer: string;
  report: AuditReport;
}[];
  revision?: string | null;
  through?: 'cli' | 'ci' | 'api' | 'console';
} | EditedUse;

export type AddVersion201 = {
  readonly uses: readonly {
  use: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
  versionId: string;
  verdict: string;
  contentHash: string;
  isNew: boolean;
}[];
} | Draft;

export type ReadDifferenceParams = {
/**
 * Id of the version before.
 * @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$
 */
since: string;
};

export type ListFindingsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListFindingsDirection;
sort?: ListFindingsSort;
/**
 * @maxLength 128
 */
version?: string;
/**
 * @minLength 1
 * @maxLength 80
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
check?: string;
gravity?: Gravity;
waived?: ListFindingsWaived;
};

export type ListFindingsDirection = 'asc' | 'desc';
export type ListFindingsSort = 'position' | 'gravity' | 'check';
export type ListFindingsWaived = 'true' | 'false';
export type ListFindings200 = {
  readonly items: readonly ListedFinding[];
  /** @nullable */
  next: string | null;
};

export type PushUsesBodyFilesItem = {
  /** @maxLength 500 */
  path: string;
  /** @maxLength 4194304 */
  text: string;
};

export type PushUsesBodyReportSchema = 'scruple.report/1';
export type PushUsesBodyReportVerdict = 'allow' | 'review' | 'block';
export type PushUsesBodyReportUsesItemKind = 'campaign' | 'journey' | 'audience' | 'offer' | 'pricing' | 'score' | 'eligibility' | 'suppression' | 'recommendation' | 'next-best-action' | 'assistant' | 'outreach' | 'enrichment' | 'identity' | 'service-routing' | null;
export type PushUsesBodyReportUsesItemVerdict = 'allow' | 'review' | 'block';
export type PushUsesBodyReportUsesItemMessagesItem = {
  file: string;
  /** @pattern ^sha256:[0-9a-f]{64}$ */
  messageHash: string;
  /** @nullable */
  language: string | null;
};

export type PushUsesBodyReportUsesItemFindingsItemRisk = 'manipulative-personalization' | 'vulnerability-targeting' | 'discriminatory-exclusion' | 'opaque-automation' | 'data-overreach' | null;
export type PushUsesBodyReportUsesItemFindingsItemGravity = 'advise' | 'review' | 'block';
export type PushUsesBodyReportUsesItemFindingsItemDecidedBy = 'rule' | 'person';
export type PushUsesBodyReportUsesItemFindingsItemAt = {
  file: string;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  line: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  column: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  endLine: number;
  /**
     * 1-based, in UTF-16 units, exclusive
     * @minimum 1
     * @maximum 9007199254740991
     */
  endColumn: number;
};

export type PushUsesBodyReportUsesItemFindingsItemNormsItemScope = 'law' | 'policy';
export type PushUsesBodyReportUsesItemFindingsItemNormsItem = {
  id: string;
  scope: PushUsesBodyReportUsesItemFindingsItemNormsItemScope;
};

export type PushUsesBodyReportUsesItemFindingsItem = {
  check: string;
  /** Which of the advices of the check was given. */
  advice: string;
  /**
     * @minimum 1
     * @maximum 7
     */
  step: number;
  risk: PushUsesBodyReportUsesItemFindingsItemRisk;
  gravity: PushUsesBodyReportUsesItemFindingsItemGravity;
  decidedBy: PushUsesBodyReportUsesItemFindingsItemDecidedBy;
  /** @nullable */
  decider: string | null;
  at: PushUsesBodyReportUsesItemFindingsItemAt;
  /**
     * The words seen, masked where they identify a person or list more than three literals.
     * @nullable
     */
  quote: string | null;
  what: string;
  why: string;
  instead: string;
  norms: PushUsesBodyReportUsesItemFindingsItemNormsItem[];
  /** @nullable */
  waivedBy: string | null;
};

export type PushUsesBodyReportUsesItemNotAssessedItem = {
  check: string;
  missing: string[];
  /** Whether it keeps the verdict from `allow`. */
  required: boolean;
};

export type PushUsesBodyReportUsesItem = {
  use: string;
  kind: PushUsesBodyReportUsesItemKind;
  hash: string | null;
  verdict: PushUsesBodyReportUsesItemVerdict;
  /**
     * @minimum 0
     * @maximum 9007199254740991
     */
  checksRun: number;
  messages: PushUsesBodyReportUsesItemMessagesItem[];
  findings: PushUsesBodyReportUsesItemFindingsItem[];
  notAssessed: PushUsesBodyReportUsesItemNotAssessedItem[];
};

export type PushUsesBodyReportProblemsItemAt = {
  file: string;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  line: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  column: number;
  /**
     * 1-based, in UTF-16 units
     * @minimum 1
     * @maximum 9007199254740991
     */
  endLine: number;
  /**
     * 1-based, in UTF-16 units, exclusive
     * @minimum 1
     * @maximum 9007199254740991
     */
  endColumn: number;
} | null;

export type PushUsesBodyReportProblemsItem = {
  code: string;
  message: string;
  hint: string;
  at: PushUsesBodyReportProblemsItemAt;
};

/**
 * What `scruple check --format json` said.
 */
export type PushUsesBodyReport = {
  schema: PushUsesBodyReportSchema;
  verdict: PushUsesBodyReportVerdict;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$ */
  checkedAt: string;
  /** Whether the workspace is an example that fixes its own clock. */
  exampleClock: boolean;
  workspace: string;
  /**
     * The revision compared with, where only what differs from it is reported.
     * @nullable
     */
  since: string | null;
  uses: PushUsesBodyReportUsesItem[];
  problems: PushUsesBodyReportProblemsItem[];
} | null;

export type PushUsesBodyAuditsItem = {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  /** @pattern ^\/scores\/\d{1,3}$ */
  pointer: string;
  report: AuditReport;
};

export type PushUsesBodyThrough = 'cli' | 'ci' | 'api' | 'console';
export type PushUsesBody = {
  /**
     * @minLength 1
     * @maxLength 100
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  workspace: string;
  /**
     * @minItems 1
     * @maxItems 5000
     */
  files: PushUsesBodyFilesItem[];
  /** What `scruple check --format json` said. */
  report?: PushUsesBodyReport;
  /**
     * What `scruple audit` says of the decisions that the cards name, aggregates alone.
     * @maxItems 200
     */
  audits?: PushUsesBodyAuditsItem[];
  revision?: string | null;
  through?: PushUsesBodyThrough;
};

export type PushUses201UsesItem = {
  use: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
  versionId: string;
  verdict: string;
  contentHash: string;
  isNew: boolean;
};

export type PushUses201 = {
  readonly uses: readonly PushUses201UsesItem[];
};

export type ReadNewUseQuestions200 = {
  readonly questions: readonly Question[];
  readonly workspaces: readonly string[];
};

export type ReadAudienceParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ReadAudienceDirection;
/**
 * As the card names them, or by name.
 */
sort?: ReadAudienceSort;
/**
 * @maxLength 40
 */
part?: string;
};

export type ReadAudienceDirection = 'asc' | 'desc';
export type ReadAudienceSort = 'card' | 'file';
export type ReadAudience200 = {
  readonly items: readonly AudienceDefinition[];
  /** @nullable */
  next: string | null;
};

export type ListReviewsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListReviewsDirection;
sort?: ListReviewsSort;
open?: ListReviewsOpen;
kind?: ReviewKind;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$
 */
use?: string;
gravity?: Gravity;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
 */
openedBefore?: string;
/**
 * Only those in which one has neither judged first nor decided.
 */
untouched?: ListReviewsUntouched;
};

export type ListReviewsDirection = 'asc' | 'desc';
export type ListReviewsSort = 'queue' | 'openedAt';
export type ListReviewsOpen = 'true' | 'false';
export type ListReviewsUntouched = 'true' | 'false';
export type ListReviews200 = {
  readonly items: readonly QueuedReview[];
  /** @nullable */
  next: string | null;
};

export type ReadReviewPolicy200TwoApproversFrom = 'advise' | 'review' | 'block';
export type ReadReviewPolicy200EscalatesAfterDays = {
  /**
     * @minimum 1
     * @maximum 365
     */
  block: number;
  /**
     * @minimum 1
     * @maximum 365
     */
  review: number;
  /**
     * @minimum 1
     * @maximum 365
     */
  advise: number;
};

export type ReadReviewPolicy200 = {
  /**
     * @minimum 0
     * @maximum 1
     */
  blindShare: number;
  /**
     * @minimum 0
     * @maximum 1
     */
  hiddenShare: number;
  twoApproversFrom: ReadReviewPolicy200TwoApproversFrom;
  escalatesAfterDays: ReadReviewPolicy200EscalatesAfterDays;
  /**
     * @minimum 30
     * @maximum 1100
     */
  trainingDays: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type SetReviewPolicyBodyTwoApproversFrom = 'advise' | 'review' | 'block';
export type SetReviewPolicyBodyEscalatesAfterDays = {
  /**
     * @minimum 1
     * @maximum 365
     */
  block: number;
  /**
     * @minimum 1
     * @maximum 365
     */
  review: number;
  /**
     * @minimum 1
     * @maximum 365
     */
  advise: number;
};

export type SetReviewPolicyBody = {
  /**
     * @minimum 0
     * @maximum 1
     */
  blindShare: number;
  /**
     * @minimum 0
     * @maximum 1
     */
  hiddenShare: number;
  twoApproversFrom: SetReviewPolicyBodyTwoApproversFrom;
  escalatesAfterDays: SetReviewPolicyBodyEscalatesAfterDays;
  /**
     * @minimum 30
     * @maximum 1100
     */
  trainingDays: number;
};

export type SetReviewPolicy200TwoApproversFrom = 'advise' | 'review' | 'block';
export type SetReviewPolicy200EscalatesAfterDays = {
  /**
     * @minimum 1
     * @maximum 365
     */
  block: number;
  /**
     * @minimum 1
     * @maximum 365
     */
  review: number;
  /**
     * @minimum 1
     * @maximum 365
     */
  advise: number;
};

export type SetReviewPolicy200 = {
  /**
     * @minimum 0
     * @maximum 1
     */
  blindShare: number;
  /**
     * @minimum 0
     * @maximum 1
     */
  hiddenShare: number;
  twoApproversFrom: SetReviewPolicy200TwoApproversFrom;
  escalatesAfterDays: SetReviewPolicy200EscalatesAfterDays;
  /**
     * @minimum 30
     * @maximum 1100
     */
  trainingDays: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type ListClearancesParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListClearancesDirection;
sort?: ListClearancesSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$
 */
use?: string;
inForce?: ListClearancesInForce;
};

export type ListClearancesDirection = 'asc' | 'desc';
export type ListClearancesSort = 'issuedAt' | 'expiresAt' | 'use';
export type ListClearancesInForce = 'true' | 'false';
export type ListClearances200 = {
  readonly items: readonly Clearance[];
  /** @nullable */
  next: string | null;
};

export type ReadCoverageBodyChannel = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email';
export type ReadCoverageBody = {
  /**
     * `messageHash` of the cleared text that it is made from.
     * @pattern ^sha256:[0-9a-f]{64}$
     */
  template: string;
  /**
     * @minLength 1
     * @maxLength 2000000
     */
  text: string;
  /**
     * @minLength 1
     * @maxLength 1000
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  subject?: string;
  channel: ReadCoverageBodyChannel;
  /** @maxItems 1000 */
  slots: Slot[];
};

export type ListMessageChecksParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListMessageChecksDirection;
sort?: ListMessageChecksSort;
/**
 * Part of an id or a title.
 * @maxLength 200
 */
query?: string;
};

export type ListMessageChecksDirection = 'asc' | 'desc';
export type ListMessageChecksSort = 'id' | 'title';
export type ListMessageChecks200ItemsItem = {
  id: string;
  title: string;
};

export type ListMessageChecks200 = {
  readonly items: readonly ListMessageChecks200ItemsItem[];
  /** @nullable */
  next: string | null;
};

export type ReadRevocations200Signature = {
  key: string;
  value: string;
};

export type ReadRevocations200 = {
  payload: unknown;
  signature: ReadRevocations200Signature;
};

export type ReadTrustRoots200Schema = 'scruple.trust/1';
export type ReadTrustRoots200KeysItemRevoked = {
  at: string;
  because: string;
} | null;

export type ReadTrustRoots200KeysItem = {
  id: string;
  x: string;
  readonly signs: readonly string[];
  from: string;
  /** @nullable */
  until: string | null;
  revoked: ReadTrustRoots200KeysItemRevoked;
};

export type ReadTrustRoots200 = {
  schema: ReadTrustRoots200Schema;
  organisation: string;
  readonly keys: readonly ReadTrustRoots200KeysItem[];
};

export type ListSigningKeysParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListSigningKeysDirection;
sort?: ListSigningKeysSort;
state?: ListSigningKeysState;
};

export type ListSigningKeysDirection = 'asc' | 'desc';
export type ListSigningKeysSort = 'createdAt' | 'state';
export type ListSigningKeysState = 'active' | 'retired' | 'revoked';
export type ListSigningKeys200 = {
  readonly items: readonly SigningKey[];
  /** @nullable */
  next: string | null;
};

export type RotateSigningKey201 = {
  id: string;
};

export type ListStopsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListStopsDirection;
sort?: ListStopsSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$
 */
use?: string;
inForce?: ListStopsInForce;
};

export type ListStopsDirection = 'asc' | 'desc';
export type ListStopsSort = 'at' | 'use';
export type ListStopsInForce = 'true' | 'false';
export type ListStops200 = {
  readonly items: readonly Stop[];
  /** @nullable */
  next: string | null;
};

export type StopUseBody = {
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
};

export type LiftStopBody = {
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
};

export type ListRecordsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListRecordsDirection;
sort?: ListRecordsSort;
kind?: ListRecordsKind;
};

export type ListRecordsDirection = 'asc' | 'desc';
export type ListRecordsSort = 'openedAt' | 'kind';
export type ListRecordsKind = 'dpia' | 'lia';
export type ListRecords200 = {
  readonly items: readonly UseRecord[];
  /** @nullable */
  next: string | null;
};

export type OpenRecordBodyKind = 'dpia' | 'lia';
export type OpenRecordBody = {
  kind: OpenRecordBodyKind;
};

export type FillRecordBodyFields = {[key: string]: string | boolean | (string | {
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  whom: string;
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  harm: string;
  likelihood: 1 | 2 | 3 | 4;
  severity: 1 | 2 | 3 | 4;
})[] | null};

export type FillRecordBody = {
  fields: FillRecordBodyFields;
};

export type ListWaiversParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListWaiversDirection;
sort?: ListWaiversSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$
 */
use?: string;
state?: ListWaiversState;
};

export type ListWaiversDirection = 'asc' | 'desc';
export type ListWaiversSort = 'until' | 'use' | 'check';
export type ListWaiversState = 'asked' | 'approved' | 'refused' | 'withdrawn';
export type ListWaivers200 = {
  readonly items: readonly Waiver[];
  /** @nullable */
  next: string | null;
};

export type AskForWaiverBody = {
  /** @pattern ^[a-z][a-z0-9-]{0,63}$ */
  check: string;
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  until: string;
};

export type AllowStatisticsBody = {
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reference: string;
};

export type AllowStatistics200 = {
  reference: string;
  recordedAt: string;
};

export type ReadStatisticsGround200 = {
  /**
     * `null` where none is recorded: then there are none.
     * @nullable
     */
  reference: string | null;
  /** @nullable */
  recordedAt: string | null;
};

export type SetReviewHoursBody = {
  /**
     * @minimum 0
     * @maximum 100000
     */
  hours: number;
};

export type SetReviewHours200 = {
  week: string;
  hours: number;
};

export type ListPracticeCasesParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListPracticeCasesDirection;
sort?: ListPracticeCasesSort;
/**
 * Administrators alone see those that are not.
 */
announced?: ListPracticeCasesAnnounced;
};

export type ListPracticeCasesDirection = 'asc' | 'desc';
export type ListPracticeCasesSort = 'createdAt' | 'title';
export type ListPracticeCasesAnnounced = 'true' | 'false';
export type ListPracticeCases200 = {
  readonly items: readonly PracticeCase[];
  /** @nullable */
  next: string | null;
};

export type AddPracticeCaseBody = {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  title: string;
  /**
     * @minLength 1
     * @maxLength 20000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  material: string;
  flaw: PracticeFlaw;
};

export type AnswerPracticeCaseBodyDecision = 'approve' | 'approve-with-conditions' | 'change' | 'reject' | 'escalate';
export type AnswerPracticeCaseBody = {
  decision: AnswerPracticeCaseBodyDecision;
};

export type AnswerPracticeCase201 = {
  isCaught: boolean;
  flaw: PracticeFlaw;
};

/**
 * Days that something stays after it has done its work.
 */
export type ReadRetention200Kept = {
  /**
     * @minimum 0
     * @maximum 365
     */
  links: number;
  /**
     * @minimum 1
     * @maximum 90
     */
  practice: number;
  /**
     * @minimum 1
     * @maximum 365
     */
  delivered: number;
  /**
     * @minimum 1
     * @maximum 30
     */
  accounts: number;
};

export type ReadRetention200JobsItem = {
  name: string;
  dueAt: string;
  /** @nullable */
  doneAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rows: number;
  /** @nullable */
  problem: string | null;
};

export type ReadRetention200 = {
  /** Days that something stays after it has done its work. */
  kept: ReadRetention200Kept;
  readonly jobs: readonly ReadRetention200JobsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type SetRetentionBody = {
  /**
     * @minimum 0
     * @maximum 365
     */
  links: number;
  /**
     * @minimum 1
     * @maximum 90
     */
  practice: number;
  /**
     * @minimum 1
     * @maximum 365
     */
  delivered: number;
  /**
     * @minimum 1
     * @maximum 30
     */
  accounts: number;
};

/**
 * Days that something stays after it has done its work.
 */
export type SetRetention200Kept = {
  /**
     * @minimum 0
     * @maximum 365
     */
  links: number;
  /**
     * @minimum 1
     * @maximum 90
     */
  practice: number;
  /**
     * @minimum 1
     * @maximum 365
     */
  delivered: number;
  /**
     * @minimum 1
     * @maximum 30
     */
  accounts: number;
};

export type SetRetention200JobsItem = {
  name: string;
  dueAt: string;
  /** @nullable */
  doneAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rows: number;
  /** @nullable */
  problem: string | null;
};

export type SetRetention200 = {
  /** Days that something stays after it has done its work. */
  kept: SetRetention200Kept;
  readonly jobs: readonly SetRetention200JobsItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type ListAuditsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListAuditsDirection;
sort?: ListAuditsSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$
 */
use?: string;
verdict?: ListAuditsVerdict;
/**
 * Part of the name of the use or of the score.
 * @minLength 1
 * @maxLength 200
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
query?: string;
};

export type ListAuditsDirection = 'asc' | 'desc';
export type ListAuditsSort = 'sentAt' | 'use' | 'verdict';
export type ListAuditsVerdict = 'pass' | 'review' | 'insufficient';
export type ListAudits200 = {
  readonly items: readonly ListedAudit[];
  /** @nullable */
  next: string | null;
};

export type ReadAuditsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ReadAuditsDirection;
sort?: ReadAuditsSort;
};

export type ReadAuditsDirection = 'asc' | 'desc';
export type ReadAuditsSort = 'card' | 'name';
export type ReadAudits200 = {
  readonly items: readonly Audit[];
  /** @nullable */
  next: string | null;
};

export type ListAutomationsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListAutomationsDirection;
sort?: ListAutomationsSort;
/**
 * @minLength 1
 * @maxLength 40
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
kind?: string;
decision?: ListAutomationsDecision;
/**
 * @minLength 1
 * @maxLength 100
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
workspace?: string;
hasStopOwner?: ListAutomationsHasStopOwner;
/**
 * Only those without a drill within 90 days.
 */
isDrillDue?: ListAutomationsIsDrillDue;
/**
 * @maxLength 200
 */
query?: string;
mine?: ListAutomationsMine;
};

export type ListAutomationsDirection = 'asc' | 'desc';
export type ListAutomationsSort = 'id' | 'decision' | 'drilledAt' | 'changedAt';
export type ListAutomationsDecision = 'none' | 'notable' | 'significant' | 'unclassed';
export type ListAutomationsHasStopOwner = 'true' | 'false';
export type ListAutomationsIsDrillDue = 'true' | 'false';
export type ListAutomationsMine = 'true' | 'false';
export type ListAutomations200 = {
  readonly items: readonly ListedAutomation[];
  /** @nullable */
  next: string | null;
};

export type RecordDrillBody = {
  /**
     * When somebody said stop.
     * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
     */
  startedAt: string;
  /** When nothing was decided any more; `null` where it could not be stopped. */
  stoppedAt: string | null;
  note?: string | null;
};

export type ReadExplanationParams = {
for?: ReadExplanationFor;
/**
 * Why what is protected is looked at; it is logged.
 * @minLength 1
 * @maxLength 500
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
purpose?: string;
};

export type ReadExplanationFor = 'employee' | 'customer';
export type ReadExplanationCardParams = {
for?: ReadExplanationCardFor;
};

export type ReadExplanationCardFor = 'employee' | 'customer';
export type OverrideDecisionBody = {
  /**
     * @maxLength 64
     * @pattern ^[a-z0-9]+(?:[.-][a-z0-9]+)*$
     */
  outcome: string;
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
};

export type ListBoundariesParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListBoundariesDirection;
/**
 * By workspace as its files hold them, or by name.
 */
sort?: ListBoundariesSort;
/**
 * @minLength 1
 * @maxLength 100
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
workspace?: string;
effect?: ListBoundariesEffect;
};

export type ListBoundariesDirection = 'asc' | 'desc';
export type ListBoundariesSort = 'file' | 'id' | 'workspace';
export type ListBoundariesEffect = 'forbid' | 'permit';
export type ListBoundaries200UnreadItem = {
  workspace: string;
  id: string;
  because: string;
};

export type ListBoundaries200 = {
  readonly items: readonly Boundary[];
  /** @nullable */
  next: string | null;
  /** Policies that could not be read: nobody can tell what they forbid. */
  readonly unread: readonly ListBoundaries200UnreadItem[];
};

export type ReadDataMapParams = {
/**
 * @minLength 1
 * @maxLength 100
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
workspace?: string;
};

export type ListNoticesParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListNoticesDirection;
sort?: ListNoticesSort;
/**
 * @minLength 1
 * @maxLength 40
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
language?: string;
/**
 * @minLength 1
 * @maxLength 100
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
version?: string;
};

export type ListNoticesDirection = 'asc' | 'desc';
export type ListNoticesSort = 'publishedAt' | 'from' | 'language';
export type ListNotices200 = {
  readonly items: readonly Notice[];
  /** @nullable */
  next: string | null;
};

export type ReadToldSystems200 = {
  readonly systems: readonly ToldSystem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type SetToldSystemsBodySystemsItem = {
  /**
     * @minLength 1
     * @maxLength 120
     */
  system: string;
  /** @maxLength 2000 */
  url: string;
  /**
     * @minimum 1
     * @maximum 45
     */
  answerWithinDays: number;
};

export type SetToldSystemsBody = {
  /** @maxItems 50 */
  systems: SetToldSystemsBodySystemsItem[];
};

export type SetToldSystems200 = {
  readonly systems: readonly ToldSystem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type ListRequestsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListRequestsDirection;
sort?: ListRequestsSort;
kind?: RequestKind;
state?: RequestState;
open?: ListRequestsOpen;
taken?: ListRequestsTaken;
urgency?: RequestUrgency;
/**
 * Those with a source that was to say by now what was done there.
 */
destinationsOverdue?: ListRequestsDestinationsOverdue;
/**
 * As `eu`, `eu-de`, `uk` or `us-ca`.
 * @pattern ^[a-z]{2}(?:-[a-z0-9]{2,3})?$
 */
jurisdiction?: string;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$
 */
use?: string;
};

export type ListRequestsDirection = 'asc' | 'desc';
export type ListRequestsSort = 'due' | 'asked';
export type ListRequestsOpen = 'true' | 'false';
export type ListRequestsTaken = 'true' | 'false';
export type ListRequestsDestinationsOverdue = 'true' | 'false';
export type ListRequests200 = {
  readonly items: readonly QueuedRequest[];
  /** @nullable */
  next: string | null;
};

export type OpenRequest201 = {
  id: string;
  state: RequestState;
  dueAt: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type AcknowledgeRequest200 = {
  id: string;
  state: RequestState;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  openDestinations: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

/**
 * Of the page to read; else that of the request.
 */
export type AskForCopyBodyLanguage = 'en' | 'de' | 'es' | 'fr';
export type AskForCopyBody = {
  /**
     * The request of the person, for access or portability, with the proof that it needs.
     * @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$
     */
  request: string;
  /**
     * Why; the evidence log keeps its hash.
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  purpose: string;
  /** Of the page to read; else that of the request. */
  language?: AskForCopyBodyLanguage;
};

export type ListCopiesParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListCopiesDirection;
sort?: ListCopiesSort;
kind?: ListCopiesKind;
state?: ListCopiesState;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$
 */
request?: string;
};

export type ListCopiesDirection = 'asc' | 'desc';
export type ListCopiesSort = 'createdAt' | 'endsAt' | 'state';
export type ListCopiesKind = 'copy' | 'dossier';
export type ListCopiesState = 'asked' | 'collecting' | 'ready' | 'failed' | 'refused';
export type ListCopies200 = {
  readonly items: readonly PersonCopy[];
  /** @nullable */
  next: string | null;
};

export type TakeCopyBody = {
  /**
     * Why; the evidence log keeps its hash.
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  purpose: string;
};

export type AskForDossierBody = {
  /**
     * By what the person is known.
     * @minItems 1
     */
  identifiers: [Identifier, ...Identifier[]];
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  from: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  until: string;
  /**
     * Which authority asks, under which reference, and why.
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  purpose: string;
};

export type DecideDossierBody = {
  agrees: boolean;
};

export type RegisterAgentBody = {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$ */
  id: string;
  /**
     * @minLength 1
     * @maxLength 100
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  name: string;
  /**
     * By which the agent’s directory knows us.
     * @minLength 1
     * @maxLength 100
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  business: string;
  /**
     * `verify_key` of the directory: 32 bytes in base64.
     * @minLength 1
     * @maxLength 100
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  verifyKey: string;
};

export type RegisterAgent201 = {
  agent: AuthorisedAgent;
  setUpToken: string;
};

export type ListAgentsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListAgentsDirection;
sort?: ListAgentsSort;
};

export type ListAgentsDirection = 'asc' | 'desc';
export type ListAgentsSort = 'createdAt' | 'name';
export type ListAgents200 = {
  readonly items: readonly AuthorisedAgent[];
  /** @nullable */
  next: string | null;
};

export type ListEvidenceParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListEvidenceDirection;
sort?: ListEvidenceSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$
 */
subject?: string;
/**
 * @pattern ^[a-z][a-z.-]{0,63}$
 */
type?: string;
/**
 * Only entries with a higher number: what was logged since one looked last.
 * @minimum 0
 * @maximum 9007199254740991
 */
above?: number;
};

export type ListEvidenceDirection = 'asc' | 'desc';
export type ListEvidenceSort = 'sequence';
export type ListEvidence200 = {
  readonly items: readonly EvidenceEntry[];
  /** @nullable */
  next: string | null;
};

export type VerifyEvidence200DamagesItem = {
  type: string;
  sequence: number;
  says: string;
};

export type VerifyEvidence200 = {
  intact: boolean;
  entries: number;
  sealed: number;
  heads: number;
  /** @nullable */
  anchoredThrough: number | null;
  unanchored: number;
  readonly damages: readonly VerifyEvidence200DamagesItem[];
  readonly disregarded: readonly string[];
};

export type ExportEvidenceLogParams = {
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$
 */
subject?: string;
};

export type SignEvidenceHead201 = {
  sequence: number;
};

export type ReadCustomerPages200TopicsItemName = {
  /**
     * @minLength 1
     * @maxLength 120
     */
  en: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  de?: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  es?: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  fr?: string;
};

export type ReadCustomerPages200TopicsItem = {
  /** @pattern ^[a-z0-9][a-z0-9-]{0,63}$ */
  id: string;
  /** @pattern ^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,60}){0,7}$ */
  purpose: string;
  name: ReadCustomerPages200TopicsItemName;
};

export type ReadCustomerPages200ChannelsItem = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email';
export type ReadCustomerPages200ThemesItem = 'mothers-day' | 'fathers-day' | 'baby' | 'loss' | 'weight' | 'alcohol' | 'gambling' | 'debt';
export type ReadCustomerPages200ColoursLight = {
  /** @pattern ^#[0-9a-f]{6}$ */
  page: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  text: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  accent: string;
};

export type ReadCustomerPages200ColoursDark = {
  /** @pattern ^#[0-9a-f]{6}$ */
  page: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  text: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  accent: string;
};

export type ReadCustomerPages200Colours = {
  light: ReadCustomerPages200ColoursLight;
  dark: ReadCustomerPages200ColoursDark;
};

export type ReadCustomerPages200 = {
  /** Who writes, as customers know them. */
  organisation: string | null;
  /** A mail address or a phone number where a person answers. */
  contact: string | null;
  /** Whose law sets the clocks; null keeps the shortest. */
  jurisdiction: string | null;
  /**
     * Between which people choose; with none there is one choice for each channel.
     * @maxItems 12
     */
  readonly topics: readonly ReadCustomerPages200TopicsItem[];
  /**
     * @minItems 1
     * @maxItems 6
     */
  readonly channels: readonly ReadCustomerPages200ChannelsItem[];
  /** Which people can ask to be spared. */
  readonly themes: readonly ReadCustomerPages200ThemesItem[];
  /** Version of the notice that a yes agrees to; without it nobody can say yes. */
  notice: string | null;
  colours: ReadCustomerPages200Colours;
  /**
     * Where the button to leave quickly leads.
     * @maxLength 200
     */
  leaveTo: string;
  /** Whether /charter shows anyone the boundaries in force: a promise to the public. */
  charter: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type SetCustomerPagesBodyTopicsItemName = {
  /**
     * @minLength 1
     * @maxLength 120
     */
  en: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  de?: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  es?: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  fr?: string;
};

export type SetCustomerPagesBodyTopicsItem = {
  /** @pattern ^[a-z0-9][a-z0-9-]{0,63}$ */
  id: string;
  /** @pattern ^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,60}){0,7}$ */
  purpose: string;
  name: SetCustomerPagesBodyTopicsItemName;
};

export type SetCustomerPagesBodyChannelsItem = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email';
export type SetCustomerPagesBodyThemesItem = 'mothers-day' | 'fathers-day' | 'baby' | 'loss' | 'weight' | 'alcohol' | 'gambling' | 'debt';
export type SetCustomerPagesBodyColoursLight = {
  /** @pattern ^#[0-9a-f]{6}$ */
  page: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  text: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  accent: string;
};

export type SetCustomerPagesBodyColoursDark = {
  /** @pattern ^#[0-9a-f]{6}$ */
  page: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  text: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  accent: string;
};

export type SetCustomerPagesBodyColours = {
  light: SetCustomerPagesBodyColoursLight;
  dark: SetCustomerPagesBodyColoursDark;
};

export type SetCustomerPagesBody = {
  /** Who writes, as customers know them. */
  organisation: string | null;
  /** A mail address or a phone number where a person answers. */
  contact: string | null;
  /** Whose law sets the clocks; null keeps the shortest. */
  jurisdiction: string | null;
  /**
     * Between which people choose; with none there is one choice for each channel.
     * @maxItems 12
     */
  readonly topics: readonly SetCustomerPagesBodyTopicsItem[];
  /**
     * @minItems 1
     * @maxItems 6
     */
  readonly channels: readonly SetCustomerPagesBodyChannelsItem[];
  /** Which people can ask to be spared. */
  readonly themes: readonly SetCustomerPagesBodyThemesItem[];
  /** Version of the notice that a yes agrees to; without it nobody can say yes. */
  notice: string | null;
  colours: SetCustomerPagesBodyColours;
  /**
     * Where the button to leave quickly leads.
     * @maxLength 200
     */
  leaveTo: string;
  /** Whether /charter shows anyone the boundaries in force: a promise to the public. */
  charter?: boolean;
};

export type SetCustomerPages200TopicsItemName = {
  /**
     * @minLength 1
     * @maxLength 120
     */
  en: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  de?: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  es?: string;
  /**
     * @minLength 1
     * @maxLength 120
     */
  fr?: string;
};

export type SetCustomerPages200TopicsItem = {
  /** @pattern ^[a-z0-9][a-z0-9-]{0,63}$ */
  id: string;
  /** @pattern ^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,60}){0,7}$ */
  purpose: string;
  name: SetCustomerPages200TopicsItemName;
};

export type SetCustomerPages200ChannelsItem = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email';
export type SetCustomerPages200ThemesItem = 'mothers-day' | 'fathers-day' | 'baby' | 'loss' | 'weight' | 'alcohol' | 'gambling' | 'debt';
export type SetCustomerPages200ColoursLight = {
  /** @pattern ^#[0-9a-f]{6}$ */
  page: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  text: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  accent: string;
};

export type SetCustomerPages200ColoursDark = {
  /** @pattern ^#[0-9a-f]{6}$ */
  page: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  text: string;
  /** @pattern ^#[0-9a-f]{6}$ */
  accent: string;
};

export type SetCustomerPages200Colours = {
  light: SetCustomerPages200ColoursLight;
  dark: SetCustomerPages200ColoursDark;
};

export type SetCustomerPages200 = {
  /** Who writes, as customers know them. */
  organisation: string | null;
  /** A mail address or a phone number where a person answers. */
  contact: string | null;
  /** Whose law sets the clocks; null keeps the shortest. */
  jurisdiction: string | null;
  /**
     * Between which people choose; with none there is one choice for each channel.
     * @maxItems 12
     */
  readonly topics: readonly SetCustomerPages200TopicsItem[];
  /**
     * @minItems 1
     * @maxItems 6
     */
  readonly channels: readonly SetCustomerPages200ChannelsItem[];
  /** Which people can ask to be spared. */
  readonly themes: readonly SetCustomerPages200ThemesItem[];
  /** Version of the notice that a yes agrees to; without it nobody can say yes. */
  notice: string | null;
  colours: SetCustomerPages200Colours;
  /**
     * Where the button to leave quickly leads.
     * @maxLength 200
     */
  leaveTo: string;
  /** Whether /charter shows anyone the boundaries in force: a promise to the public. */
  charter: boolean;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type MakeCustomerLinksBodyIdentifierKind = 'email' | 'phone' | 'customer' | 'device';
export type MakeCustomerLinksBodyIdentifier = {
  kind: MakeCustomerLinksBodyIdentifierKind;
  /**
     * @minLength 1
     * @maxLength 320
     */
  value: string;
};

export type MakeCustomerLinksBodyChannel = 'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email';
export type MakeCustomerLinksBody = {
  identifier: MakeCustomerLinksBodyIdentifier;
  /** @pattern ^[a-z0-9][a-z0-9-]{0,63}$ */
  use: string;
  /** @pattern ^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,60}){0,7}$ */
  purpose: string;
  channel: MakeCustomerLinksBodyChannel;
  topic: string | null;
  mailto?: string | null;
};

/**
 * Of RFC 8058; null where this server has no https address, as mail programs then show no button.
 */
export type MakeCustomerLinks200Headers = {
  'List-Unsubscribe': string;
  'List-Unsubscribe-Post': string;
} | null;

export type MakeCustomerLinks200 = {
  unsubscribe: string;
  preferences: string;
  why: string;
  /** Of RFC 8058; null where this server has no https address, as mail programs then show no button. */
  headers: MakeCustomerLinks200Headers;
};

export type ReadQuietHours200 = {
  readonly hours: readonly OpenHours[];
};

export type ReadGateDaysParams = {
/**
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
from: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
to: string;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$
 */
use?: string;
};

export type ReadPrivacyControl200 = {
  gpc: true;
  lastUpdate: string;
};

export type ListDecisionsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListDecisionsDirection;
sort?: ListDecisionsSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$
 */
use?: string;
decision?: ListDecisionsDecision;
/**
 * @pattern ^[a-z][a-z-]{1,40}$
 */
code?: string;
/**
 * @minLength 1
 * @maxLength 40
 * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
 */
channel?: string;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
 */
since?: string;
/**
 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$
 */
until?: string;
};

export type ListDecisionsDirection = 'asc' | 'desc';
export type ListDecisionsSort = 'at' | 'use' | 'outcome';
export type ListDecisionsDecision = 'permit' | 'hold' | 'deny';
export type ListDecisions200 = {
  readonly items: readonly LoggedDecision[];
  /** @nullable */
  next: string | null;
};

export type ReadGateFeedParams = {
/**
 * Of the position, as `end` named it.
 * @minLength 1
 * @maxLength 100
 */
epoch?: string;
/**
 * Of the position: `at`, `seen` and `tick`, with dots between.
 * @pattern ^(\d{1,15})\.(\d{1,15})\.(\d{1,15})$
 */
after?: string;
};

export type ListSendIncidentsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListSendIncidentsDirection;
sort?: ListSendIncidentsSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$
 */
use?: string;
flaw?: ListSendIncidentsFlaw;
};

export type ListSendIncidentsDirection = 'asc' | 'desc';
export type ListSendIncidentsSort = 'at' | 'use' | 'flaw';
export type ListSendIncidentsFlaw = 'uncleared' | 'changed' | 'refused' | 'after-no';
export type ListSendIncidents200 = {
  readonly items: readonly SendIncident[];
  /** @nullable */
  next: string | null;
};

export type ListIncidentsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListIncidentsDirection;
sort?: ListIncidentsSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$
 */
use?: string;
open?: ListIncidentsOpen;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$
 */
cause?: string;
};

export type ListIncidentsDirection = 'asc' | 'desc';
export type ListIncidentsSort = 'at' | 'due' | 'use';
export type ListIncidentsOpen = 'true' | 'false';
export type ListIncidents200 = {
  readonly items: readonly ListedIncident[];
  /** @nullable */
  next: string | null;
};

export type ReportIncidentBodyCause = 'wrong-price' | 'wrong-claim' | 'wrong-person' | 'unfair-exclusion' | 'pressure' | 'other';
export type ReportIncidentBody = {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  cause: ReportIncidentBodyCause;
  /**
     * What happened, without naming a customer.
     * @minLength 1
     * @maxLength 4000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  words: string;
};

export type StepInIncidentBody = {
  type: 'known-since';
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  since: string;
} | {
  type: 'cause-found';
  /**
     * @minLength 1
     * @maxLength 4000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  words: string;
} | {
  type: 'notice-decided';
  notice: 'no-breach' | 'breach-without-risk' | 'authority' | 'authority-and-people';
  /**
     * @minLength 1
     * @maxLength 4000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
} | {
  type: 'told';
  whom: 'authority' | 'people';
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  on: string;
  /**
     * @minLength 1
     * @maxLength 300
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reference: string;
  lateBecause: string | null;
} | {
  type: 'remedy-decided';
  /**
     * None of them is no remedy, with the reason.
     * @maxItems 4
     */
  remedies: ('correction' | 'apology' | 'refund' | 'reversal')[];
  /**
     * @minLength 1
     * @maxLength 4000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
} | {
  type: 'remedy-proven';
  remedy: 'correction' | 'apology' | 'refund' | 'reversal';
  proof: {
  kind: 'text' | 'link' | 'hash';
  /**
     * In words, an https address, or `sha256:` and 64 digits.
     * @minLength 1
     * @maxLength 4000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  value: string;
};
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  doneOn: string;
} | {
  type: 'guard-named';
  guard: 'check' | 'rule' | 'test' | 'none-yet';
  name: string | null;
  followUp: {
  /**
     * @minLength 1
     * @maxLength 4000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  what: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  until: string;
} | null;
} | {
  type: 'closed';
};

export type ReadPeopleOfIncidentBody = {
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  purpose: string;
  after?: string | null;
  /**
     * @minimum 1
     * @maximum 5000
     */
  limit?: number;
};

export type ReadGatePolicy200CapsAll = {
  /**
     * @minimum 0
     * @maximum 1000
     */
  count: number;
  /**
     * @minimum 1
     * @maximum 90
     */
  days: number;
};

export type ReadGatePolicy200CapsChannels = Partial<Record<'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email', {
  /**
     * @minimum 0
     * @maximum 1000
     */
  count: number;
  /**
     * @minimum 1
     * @maximum 90
     */
  days: number;
}>>;

export type ReadGatePolicy200Caps = {
  all: ReadGatePolicy200CapsAll;
  channels: ReadGatePolicy200CapsChannels;
};

export type ReadGatePolicy200RestLengthsItem = {
  /**
     * @minimum 1
     * @maximum 3660
     */
  days: number;
  /**
     * @maximum 1
     * @exclusiveMinimum 0
     */
  weight: number;
};

export type ReadGatePolicy200ShadowItemRule = 'clearance' | 'content' | 'claims' | 'running' | 'choices' | 'suppression' | 'age' | 'place' | 'quiet-hours' | 'contact-cap' | 'protection';
export type ReadGatePolicy200ShadowItem = {
  rule: ReadGatePolicy200ShadowItemRule;
  /**
     * @minLength 1
     * @maxLength 200
     */
  owner: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  until: string;
};

export type ReadGatePolicy200 = {
  caps: ReadGatePolicy200Caps;
  /**
     * @minimum 1
     * @maximum 3600
     */
  stalenessSeconds: number;
  /**
     * @minimum 10
     * @maximum 86400
     */
  permitSeconds: number;
  /**
     * @minimum 0
     * @maximum 0.5
     */
  restShare: number;
  /**
     * @minItems 1
     * @maxItems 12
     */
  readonly restLengths: readonly ReadGatePolicy200RestLengthsItem[];
  /** @maxItems 11 */
  readonly shadow: readonly ReadGatePolicy200ShadowItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type SetGatePolicyBodyCapsAll = {
  /**
     * @minimum 0
     * @maximum 1000
     */
  count: number;
  /**
     * @minimum 1
     * @maximum 90
     */
  days: number;
};

export type SetGatePolicyBodyCapsChannels = Partial<Record<'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email', {
  /**
     * @minimum 0
     * @maximum 1000
     */
  count: number;
  /**
     * @minimum 1
     * @maximum 90
     */
  days: number;
}>>;

export type SetGatePolicyBodyCaps = {
  all: SetGatePolicyBodyCapsAll;
  channels: SetGatePolicyBodyCapsChannels;
};

export type SetGatePolicyBodyRestLengthsItem = {
  /**
     * @minimum 1
     * @maximum 3660
     */
  days: number;
  /**
     * @maximum 1
     * @exclusiveMinimum 0
     */
  weight: number;
};

export type SetGatePolicyBodyShadowItemRule = 'clearance' | 'content' | 'claims' | 'running' | 'choices' | 'suppression' | 'age' | 'place' | 'quiet-hours' | 'contact-cap' | 'protection';
export type SetGatePolicyBodyShadowItem = {
  rule: SetGatePolicyBodyShadowItemRule;
  /**
     * @minLength 1
     * @maxLength 200
     */
  owner: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  until: string;
};

export type SetGatePolicyBody = {
  caps: SetGatePolicyBodyCaps;
  /**
     * @minimum 1
     * @maximum 3600
     */
  stalenessSeconds: number;
  /**
     * @minimum 10
     * @maximum 86400
     */
  permitSeconds: number;
  /**
     * @minimum 0
     * @maximum 0.5
     */
  restShare: number;
  /**
     * @minItems 1
     * @maxItems 12
     */
  readonly restLengths: readonly SetGatePolicyBodyRestLengthsItem[];
  /** @maxItems 11 */
  readonly shadow: readonly SetGatePolicyBodyShadowItem[];
};

export type SetGatePolicy200CapsAll = {
  /**
     * @minimum 0
     * @maximum 1000
     */
  count: number;
  /**
     * @minimum 1
     * @maximum 90
     */
  days: number;
};

export type SetGatePolicy200CapsChannels = Partial<Record<'email' | 'sms' | 'push' | 'in-app' | 'web' | 'landing' | 'prompt' | 'ad' | 'post' | 'phone' | 'chat' | 'sales-email', {
  /**
     * @minimum 0
     * @maximum 1000
     */
  count: number;
  /**
     * @minimum 1
     * @maximum 90
     */
  days: number;
}>>;

export type SetGatePolicy200Caps = {
  all: SetGatePolicy200CapsAll;
  channels: SetGatePolicy200CapsChannels;
};

export type SetGatePolicy200RestLengthsItem = {
  /**
     * @minimum 1
     * @maximum 3660
     */
  days: number;
  /**
     * @maximum 1
     * @exclusiveMinimum 0
     */
  weight: number;
};

export type SetGatePolicy200ShadowItemRule = 'clearance' | 'content' | 'claims' | 'running' | 'choices' | 'suppression' | 'age' | 'place' | 'quiet-hours' | 'contact-cap' | 'protection';
export type SetGatePolicy200ShadowItem = {
  rule: SetGatePolicy200ShadowItemRule;
  /**
     * @minLength 1
     * @maxLength 200
     */
  owner: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  until: string;
};

export type SetGatePolicy200 = {
  caps: SetGatePolicy200Caps;
  /**
     * @minimum 1
     * @maximum 3600
     */
  stalenessSeconds: number;
  /**
     * @minimum 10
     * @maximum 86400
     */
  permitSeconds: number;
  /**
     * @minimum 0
     * @maximum 0.5
     */
  restShare: number;
  /**
     * @minItems 1
     * @maxItems 12
     */
  readonly restLengths: readonly SetGatePolicy200RestLengthsItem[];
  /** @maxItems 11 */
  readonly shadow: readonly SetGatePolicy200ShadowItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type ShowSubjectsSecretBody = {
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  purpose: string;
};

export type ShowSubjectsSecret200 = {
  secret: string;
  keepIt: string;
};

export type ListLeasesParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListLeasesDirection;
sort?: ListLeasesSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$
 */
use?: string;
isOpen?: ListLeasesIsOpen;
};

export type ListLeasesDirection = 'asc' | 'desc';
export type ListLeasesSort = 'grantedAt' | 'use';
export type ListLeasesIsOpen = 'true' | 'false';
export type ListLeases200 = {
  readonly items: readonly GateLease[];
  /** @nullable */
  next: string | null;
};

export type ReturnLease200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  drawn: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  released: number;
};

export type ReportDecisions200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  added: number;
};

export type ReadRealReasonsBody = {
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  purpose: string;
};

export type ListGateCountsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListGateCountsDirection;
sort?: ListGateCountsSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$
 */
use?: string;
mode?: ListGateCountsMode;
decision?: ListGateCountsDecision;
/**
 * @pattern ^[a-z][a-z-]{1,40}$
 */
code?: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
from?: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
to?: string;
};

export type ListGateCountsDirection = 'asc' | 'desc';
export type ListGateCountsSort = 'day' | 'use';
export type ListGateCountsMode = 'binds' | 'shadow';
export type ListGateCountsDecision = 'permit' | 'hold' | 'deny';
export type ListGateCounts200 = {
  readonly items: readonly GateCount[];
  /** @nullable */
  next: string | null;
};

export type ReadShadowParams = {
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$
 */
use?: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
from?: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
to?: string;
};

export type SetStageBody = {
  stageSize: number | null;
};

export type TellFactsBodyFactsItemState = 'true' | 'not-true' | 'unknown';
export type TellFactsBodyFactsItem = {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  fact: string;
  state: TellFactsBodyFactsItemState;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  freshUntil: string;
};

export type TellFactsBody = {
  /**
     * @minItems 1
     * @maxItems 500
     */
  facts: TellFactsBodyFactsItem[];
};

export type TellPeopleBodyPeopleItem = {
  /**
     * @minLength 1
     * @maxLength 400
     */
  subject: string;
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 60
     * @items.pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  zones: string[];
  /**
     * @maxItems 20
     * @items.minLength 1
     * @items.maxLength 16
     * @items.pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  places: string[];
  isAdult: boolean;
};

export type TellPeopleBody = {
  /**
     * @minItems 1
     * @maxItems 5000
     */
  people: TellPeopleBodyPeopleItem[];
};

export type ReadHeldBackParams = {
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$
 */
use?: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
from?: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
to?: string;
};

export type ExportGateDecisionsBody = {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9-]{0,79}$ */
  use: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  from: string;
  /** @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$ */
  to: string;
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  purpose: string;
};

export type ExportGateDecisions200 = {
  csv: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  rows: number;
};

export type NamePseudonymsBody = {
  /**
     * @minItems 1
     * @maxItems 10000
     * @items.minLength 1
     * @items.maxLength 400
     */
  people: string[];
  /**
     * @minLength 1
     * @maxLength 500
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  purpose: string;
};

export type NamePseudonyms200 = {
  readonly pseudonyms: readonly string[];
};

export type ListSuppressionListsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListSuppressionListsDirection;
sort?: ListSuppressionListsSort;
/**
 * Part of an id, an owner or a reason.
 * @maxLength 200
 */
query?: string;
inForce?: ListSuppressionListsInForce;
};

export type ListSuppressionListsDirection = 'asc' | 'desc';
export type ListSuppressionListsSort = 'id' | 'owner' | 'changedAt';
export type ListSuppressionListsInForce = 'true' | 'false';
export type ListSuppressionLists200 = {
  readonly items: readonly SuppressionList[];
  /** @nullable */
  next: string | null;
};

export type TakeOffSuppressionListBody = {
  /**
     * As in questions to the gate.
     * @minItems 1
     * @maxItems 10000
     * @items.minLength 1
     * @items.maxLength 400
     */
  people: string[];
};

export type DeliverOutcomesBody = unknown[] | {
  /**
     * @minItems 1
     * @maxItems 5000
     */
  events: unknown[];
} | {[key: string]: unknown};

export type ListAlarmsParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListAlarmsDirection;
sort?: ListAlarmsSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$
 */
use?: string;
action?: ListAlarmsAction;
};

export type ListAlarmsDirection = 'asc' | 'desc';
export type ListAlarmsSort = 'at' | 'use';
export type ListAlarmsAction = 'warn' | 'review' | 'pause';
export type ListAlarms200 = {
  readonly items: readonly Alarm[];
  /** @nullable */
  next: string | null;
};

export type ListPausedParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListPausedDirection;
sort?: ListPausedSort;
/**
 * @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$
 */
use?: string;
};

export type ListPausedDirection = 'asc' | 'desc';
export type ListPausedSort = 'at' | 'use';
export type ListPaused200 = {
  readonly items: readonly PausedUse[];
  /** @nullable */
  next: string | null;
};

export type ReadOutcomes200QuietItemGroup = {[key: string]: string} | null;

export type ReadOutcomes200QuietItem = {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  group: ReadOutcomes200QuietItemGroup;
  monitor: string;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  sends: number;
  rate: number | null;
  /**
     * @minItems 2
     * @maxItems 2
     */
  readonly interval: [number, number];
  /** @nullable */
  smallestHarm: number | null;
};

export type ReadOutcomes200 = {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$ */
  use: string;
  /** @nullable */
  pausedBy: string | null;
  /** @nullable */
  armedAt: string | null;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  events: number;
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  unmatched: number;
  readonly quiet: readonly ReadOutcomes200QuietItem[];
  readonly streams: readonly WatchedStream[];
  ramp: Ramp | null;
};

export type RampUseBody = {
  people: number | null;
};

export type RampUse200 = {
  ramp: Ramp | null;
};

export type ResumeUseBody = {
  /**
     * @minLength 1
     * @maxLength 2000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
};

export type ReadIntake200 = {
  readonly systems: readonly IntakeSystem[];
  own: IntakeCounts | null;
};

export type SetIntakeSecretBody = {
  secret: string | null;
};

export type ListQuarantineParams = {
/**
 * @maxLength 2000
 */
after?: string;
/**
 * @minimum 1
 * @maximum 500
 */
limit?: number;
direction?: ListQuarantineDirection;
sort?: ListQuarantineSort;
/**
 * @maxLength 40
 */
source?: string;
};

export type ListQuarantineDirection = 'asc' | 'desc';
export type ListQuarantineSort = 'at' | 'campaign';
export type ListQuarantine200 = {
  readonly items: readonly QuarantinedCampaign[];
  /** @nullable */
  next: string | null;
};

export type DecideCampaignBody = {
  /** @maxLength 40 */
  source: string;
  /** @maxLength 200 */
  campaign: string;
  use: string | null;
};

export type DecideCampaign200 = {
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  moved: number;
};

export type ReadHooks200HooksItemForm = 'standard' | 'slack';
export type ReadHooks200HooksItem = {
  id: string;
  form: ReadHooks200HooksItemForm;
  host: string;
  /**
     * Shown once, when the hook is new.
     * @nullable
     */
  secret: string | null;
};

export type ReadHooks200 = {
  readonly hooks: readonly ReadHooks200HooksItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type SetHooksBodyHooksItemForm = 'standard' | 'slack';
export type SetHooksBodyHooksItem = {
  /** @pattern ^[a-z0-9][a-z0-9-]{0,39}$ */
  id: string;
  /** @maxLength 2000 */
  url: string;
  form: SetHooksBodyHooksItemForm;
};

export type SetHooksBody = {
  /** @maxItems 20 */
  hooks: SetHooksBodyHooksItem[];
};

export type SetHooks200HooksItemForm = 'standard' | 'slack';
export type SetHooks200HooksItem = {
  id: string;
  form: SetHooks200HooksItemForm;
  host: string;
  /**
     * Shown once, when the hook is new.
     * @nullable
     */
  secret: string | null;
};

export type SetHooks200 = {
  readonly hooks: readonly SetHooks200HooksItem[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type ReadAlarmMail200From = 'warn' | 'review' | 'pause';
export type ReadAlarmMail200RolesItem = 'operator' | 'guest' | 'reviewer' | 'customer-advocate' | 'analyst' | 'auditor' | 'administrator';
export type ReadAlarmMail200 = {
  from: ReadAlarmMail200From;
  /** @maxItems 7 */
  readonly roles: readonly ReadAlarmMail200RolesItem[];
  /**
     * @maxItems 20
     * @items.maxLength 254
     * @items.pattern ^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$
     */
  readonly addresses: readonly string[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type SetAlarmMailBodyFrom = 'warn' | 'review' | 'pause';
export type SetAlarmMailBodyRolesItem = 'operator' | 'guest' | 'reviewer' | 'customer-advocate' | 'analyst' | 'auditor' | 'administrator';
export type SetAlarmMailBody = {
  from: SetAlarmMailBodyFrom;
  /** @maxItems 7 */
  roles: SetAlarmMailBodyRolesItem[];
  /**
     * @maxItems 20
     * @items.maxLength 254
     * @items.pattern ^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$
     */
  addresses: string[];
};

export type SetAlarmMail200From = 'warn' | 'review' | 'pause';
export type SetAlarmMail200RolesItem = 'operator' | 'guest' | 'reviewer' | 'customer-advocate' | 'analyst' | 'auditor' | 'administrator';
export type SetAlarmMail200 = {
  from: SetAlarmMail200From;
  /** @maxItems 7 */
  readonly roles: readonly SetAlarmMail200RolesItem[];
  /**
     * @maxItems 20
     * @items.maxLength 254
     * @items.pattern ^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$
     */
  readonly addresses: readonly string[];
  /**
     * @minimum -9007199254740991
     * @maximum 9007199254740991
     */
  version: number;
};

export type ReadBoardParams = {
/**
 * The one that runs by default.
 * @pattern ^\d{4}-Q[1-4]$
 */
quarter?: string;
};

export type AttestMaturityBody = {
  /** @maxLength 80 */
  requirement: string;
  /**
     * @minimum 0
     * @maximum 1000000
     */
  value: number;
  /**
     * Of the file that proves it; the file stays with you.
     * @pattern ^sha256:[0-9a-f]{64}$
     */
  fileHash: string;
};

export type LowerMaturityBodyStep = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type LowerMaturityBody = {
  step: LowerMaturityBodyStep;
  /** `null` takes back what was said before. */
  level: number | null;
  /**
     * @minLength 1
     * @maxLength 1000
     * @pattern ^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  reason: string;
};

export type SetUpBody = {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  name: string;
  /**
     * @maxLength 254
     * @pattern ^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$
     */
  email?: string;
  /**
     * @minLength 12
     * @maxLength 128
     */
  password: string;
};

export type SetUp200Status = 'ok';
export type SetUp200 = {
  status: SetUp200Status;
};

export type AcceptInvitationBody = {
  /**
     * @minLength 1
     * @maxLength 200
     * @pattern ^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$
     */
  name: string;
  /**
     * @maxLength 254
     * @pattern ^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$
     */
  email?: string;
  /**
     * @minLength 12
     * @maxLength 128
     */
  password: string;
};

export type AcceptInvitation200Status = 'ok';
export type AcceptInvitation200 = {
  status: AcceptInvitation200Status;
};

export type ReadAgent200 = { [key: string]: unknown };

export type AskForChoicesBody = {
  /** @maxLength 400 */
  email?: string;
};

export type ShowPreferencesParams = {
/**
 * @maxLength 40
 */
saved?: string;
};

export type ChoosePreferenceBody = {
  /** @maxLength 200 */
  do: string;
};

export type AskForProofOfChoicesBody = {
  /** @maxLength 400 */
  email?: string;
};

export type AskForProofOfReasonsBody = {
  /** @maxLength 400 */
  email?: string;
};

export type ShowReasonsParams = {
done?: ShowReasonsDone;
};

export type ShowReasonsDone = 'counted' | 'correct' | 'stop' | 'contest' | 'talk';
export type CountExpectationBodyAnswer = 'yes' | 'no' | 'unsure';
export type CountExpectationBody = {
  answer: CountExpectationBodyAnswer;
};

export type AskAboutUseBodyDo = 'correct' | 'stop' | 'contest' | 'talk';
export type AskAboutUseBodyStep = 'mail' | 'send';
export type AskAboutUseBody = {
  do: AskAboutUseBodyDo;
  /** @maxLength 320 */
  email?: string;
  /** @maxLength 600 */
  words?: string;
  /** @maxLength 2000 */
  link?: string;
  step?: AskAboutUseBodyStep;
};

export type AskForRightsBodyDo = 'access' | 'portability' | 'correct' | 'erase' | 'restrict' | 'object' | 'opt-out-sale' | 'opt-out-profiling' | 'talk';
export type AskForRightsBody = {
  /** @maxLength 400 */
  email?: string;
  do: AskForRightsBodyDo;
};

export type AskForRightBodyDo = 'access' | 'portability' | 'correct' | 'erase' | 'restrict' | 'object' | 'opt-out-sale' | 'opt-out-profiling' | 'talk';
export type AskForRightBodyStep = 'mail' | 'send';
export type AskForRightBody = {
  do: AskForRightBodyDo;
  /** @maxLength 600 */
  wrong?: string;
  /** @maxLength 600 */
  right?: string;
  /** @maxLength 600 */
  words?: string;
  /** @maxLength 2000 */
  link?: string;
  step?: AskForRightBodyStep;
};

export type StepOwnRequestBody = {
  do: 'prove' | 'withdraw';
} | {
  do: 'second';
  kind: 'phone' | 'customer';
  /**
     * @minLength 1
     * @maxLength 200
     */
  value: string;
};

/**
 * @summary Whether the process runs
 */
export const readHealth = (asking?: Asking): Promise<ReadHealth200> =>
  ask('GET', '/healthz', { ...asking });

/**
 * @summary Whether it can work: the store answers
 */
export const readReadiness = (asking?: Asking): Promise<ReadReadiness200> =>
  ask('GET', '/readyz', { ...asking });

/**
 * @summary Figures for Prometheus; without a credential on the machine itself alone
 */
export const readMetrics = (asking?: Asking): Promise<string> =>
  ask('GET', '/metrics', { ...asking });

/**
 * @summary This description
 */
export const readDescription = (asking?: Asking): Promise<Blob> =>
  ask('GET', '/openapi.json', { ...asking });

/**
 * @summary What this is; the console for browsers
 */
export const readServer = (asking?: Asking): Promise<ReadServer200> =>
  ask('GET', '/', { ...asking });

/**
 * @summary What needs one now, what is live, what is paused and why, and where the practices stand
 */
export const readOverview = (asking?: Asking): Promise<ReadOverview200> =>
  ask('GET', '/v1/overview', { ...asking });

/**
 * @summary Findings that stand now in any use, by part of the name of their check or use
 */
export const searchFindings = (query?: SearchFindingsParams, asking?: Asking): Promise<SearchFindings200> =>
  ask('GET', '/v1/findings', { query, ...asking });

/**
 * @summary Which ways in there are
 */
export const readWaysIn = (asking?: Asking): Promise<ReadWaysIn200> =>
  ask('GET', '/auth/ways', { ...asking });

/**
 * @summary Sign in with address and password; the session is a cookie
 */
export const signIn = (body: SignInBody, asking?: Asking): Promise<SignIn200> =>
  ask('POST', '/auth/sign-in', { body, ...asking });

/**
 * @summary End the session
 */
export const signOut = (asking?: Asking): Promise<SignOut200> =>
  ask('POST', '/auth/sign-out', { ...asking });

/**
 * @summary Go to the company’s provider (OpenID Connect)
 */
export const signInWithCompany = (asking?: Asking): Promise<Blob> =>
  ask('GET', '/auth/company', { ...asking });

/**
 * @summary Come back from the provider
 */
export const returnFromCompany = (asking?: Asking): Promise<Blob> =>
  ask('GET', '/auth/callback/company', { ...asking });

/**
 * @summary Where a sign-in that failed ends
 */
export const readFailedSignIn = (asking?: Asking): Promise<Blob> =>
  ask('GET', '/auth/failed', { ...asking });

/**
 * @summary Who one is, and what one’s roles are
 */
export const readMe = (asking?: Asking): Promise<ReadMe200> =>
  ask('GET', '/v1/me', { ...asking });

/**
 * @summary Who holds which role
 */
export const listPeople = (query?: ListPeopleParams, asking?: Asking): Promise<ListPeople200> =>
  ask('GET', '/v1/people', { query, ...asking });

/**
 * @summary Invite somebody; the link is shown this once
 */
export const invitePerson = (body: InvitePersonBody, asking?: Asking): Promise<InvitePerson201> =>
  ask('POST', '/v1/people', { body, ...asking });

/**
 * @summary One account
 */
export const readPerson = (key: string, asking?: Asking): Promise<Person> =>
  ask('GET', at`/v1/people/${key}`, { ...asking });

/**
 * @summary Change an account
 */
export const changePerson = (key: string, body: ChangePersonBody, asking?: Asking): Promise<Person> =>
  ask('PATCH', at`/v1/people/${key}`, { body, ...asking });

/**
 * @summary Erase somebody; what they did stays, without a name
 */
export const erasePerson = (key: string, asking?: Asking): Promise<void> =>
  ask('DELETE', at`/v1/people/${key}`, { ...asking });

/**
 * @summary Keys of machines and of people, newest first; no secrets
 */
export const listKeys = (query?: ListKeysParams, asking?: Asking): Promise<ListKeys200> =>
  ask('GET', '/v1/keys', { query, ...asking });

/**
 * @summary Make a key for a machine; its secret is shown this once
 */
export const addKey = (body: AddKeyBody, asking?: Asking): Promise<MadeKey> =>
  ask('POST', '/v1/keys', { body, ...asking });

/**
 * @summary Revoke a key of a machine
 */
export const revokeKey = (id: string, asking?: Asking): Promise<void> =>
  ask('DELETE', at`/v1/keys/${id}`, { ...asking });

/**
 * @summary One’s own keys, newest first; no secrets
 */
export const listOwnKeys = (query?: ListOwnKeysParams, asking?: Asking): Promise<ListOwnKeys200> =>
  ask('GET', '/v1/me/keys', { query, ...asking });

/**
 * @summary Make a key for oneself; its secret is shown this once
 */
export const addOwnKey = (body: AddOwnKeyBody, asking?: Asking): Promise<MadeKey> =>
  ask('POST', '/v1/me/keys', { body, ...asking });

/**
 * @summary Revoke a key of oneself
 */
export const revokeOwnKey = (id: string, asking?: Asking): Promise<void> =>
  ask('DELETE', at`/v1/me/keys/${id}`, { ...asking });

/**
 * @summary Uses that one may see
 */
export const listUses = (query?: ListUsesParams, asking?: Asking): Promise<ListUses200> =>
  ask('GET', '/v1/uses', { query, ...asking });

/**
 * What nobody said is listed as unknown and marked so in the card; nothing is guessed.
 * @summary Make a use from a message, an audience and at most six answers, and give its verdict
 */
export const createUse = (body: CreateUseBody, asking?: Asking): Promise<Draft> =>
  ask('POST', '/v1/uses', { body, ...asking });

/**
 * @summary One use
 */
export const readUse = (id: string, asking?: Asking): Promise<Use> =>
  ask('GET', at`/v1/uses/${id}`, { ...asking });

/**
 * @summary Its versions, newest first
 */
export const listVersions = (id: string, query?: ListVersionsParams, asking?: Asking): Promise<ListVersions200> =>
  ask('GET', at`/v1/uses/${id}/versions`, { query, ...asking });

/**
 * What is made from answers is an edit and says in `If-Match` of what; files may.
 * @summary A new version of one use: from the files of its workspace, or from a message, an audience and answers
 */
export const addVersion = (id: string, body: AddVersionBody, asking?: Asking): Promise<Draft | AddVersion201> =>
  ask('POST', at`/v1/uses/${id}/versions`, { body, ...asking });

/**
 * @summary One version with its files and its difference to what was cleared last
 */
export const readVersion = (id: string, version: string, asking?: Asking): Promise<Version> =>
  ask('GET', at`/v1/uses/${id}/versions/${version}`, { ...asking });

/**
 * @summary What came and went since another version: words, files and findings
 */
export const readDifference = (id: string, version: string, query: ReadDifferenceParams, asking?: Asking): Promise<ShownDifference> =>
  ask('GET', at`/v1/uses/${id}/versions/${version}/difference`, { query, ...asking });

/**
 * @summary Findings of a use: of its latest version, unless another is named
 */
export const listFindings = (id: string, query?: ListFindingsParams, asking?: Asking): Promise<ListFindings200> =>
  ask('GET', at`/v1/uses/${id}/findings`, { query, ...asking });

/**
 * @summary Push all uses of a workspace; each becomes a new version where anything changed
 */
export const pushUses = (body: PushUsesBody, asking?: Asking): Promise<PushUses201> =>
  ask('POST', '/v1/pushes', { body, ...asking });

/**
 * @summary What is asked when a use is made here, and the workspaces that it can be made in
 */
export const readNewUseQuestions = (asking?: Asking): Promise<ReadNewUseQuestions200> =>
  ask('GET', '/v1/new-use/questions', { ...asking });

/**
 * @summary A version as a folder that `scruple check` reads, in a ZIP
 */
export const exportFolder = (id: string, version: string, asking?: Asking): Promise<Blob> =>
  ask('GET', at`/v1/uses/${id}/versions/${version}/folder`, { ...asking });

/**
 * `file` is the path of the message as the files of the version name it.
 * @summary A message of a version, safe to show, with what was found marked in it
 */
export const readPreview = (id: string, version: string, file: string, asking?: Asking): Promise<Preview> =>
  ask('GET', at`/v1/uses/${id}/versions/${version}/previews/${file}`, { ...asking });

/**
 * @summary Which fields and values decide who is reached, and through which path
 */
export const readAudience = (id: string, version: string, query?: ReadAudienceParams, asking?: Asking): Promise<ReadAudience200> =>
  ask('GET', at`/v1/uses/${id}/versions/${version}/audience`, { query, ...asking });

/**
 * @summary The queue: gravest first, then oldest
 */
export const listReviews = (query?: ListReviewsParams, asking?: Asking): Promise<ListReviews200> =>
  ask('GET', '/v1/reviews', { query, ...asking });

/**
 * @summary One review, without what must not sway who asks
 */
export const readReview = (id: string, asking?: Asking): Promise<Review> =>
  ask('GET', at`/v1/reviews/${id}`, { ...asking });

/**
 * @summary Ask for a review of the latest version
 */
export const openReview = (id: string, asking?: Asking): Promise<Review> =>
  ask('POST', at`/v1/uses/${id}/reviews`, { ...asking });

/**
 * @summary Do something in a review: join, look, judge first, consider, answer, comment, decide, withdraw
 */
export const actInReview = (id: string, body: ReviewStep, asking?: Asking): Promise<Review> =>
  ask('POST', at`/v1/reviews/${id}/steps`, { body, ...asking });

/**
 * @summary How reviews open from here on
 */
export const readReviewPolicy = (asking?: Asking): Promise<ReadReviewPolicy200> =>
  ask('GET', '/v1/settings/reviews', { ...asking });

/**
 * @summary Set it; reviews that are open keep theirs
 */
export const setReviewPolicy = (body: SetReviewPolicyBody, asking?: Asking): Promise<SetReviewPolicy200> =>
  ask('PUT', '/v1/settings/reviews', { body, ...asking });

/**
 * @summary Clearances, newest first
 */
export const listClearances = (query?: ListClearancesParams, asking?: Asking): Promise<ListClearances200> =>
  ask('GET', '/v1/clearances', { query, ...asking });

/**
 * @summary One clearance
 */
export const readClearance = (id: string, asking?: Asking): Promise<Clearance> =>
  ask('GET', at`/v1/clearances/${id}`, { ...asking });

/**
 * @summary Take a clearance back
 */
export const revokeClearance = (id: string, asking?: Asking): Promise<Clearance> =>
  ask('POST', at`/v1/clearances/${id}/revocation`, { ...asking });

/**
 * Text, slots and checks are looked at here; where a slot was filled from is the word of who asks.
 * @summary Whether a clearance covers a message as it is about to be sent, and if not why
 */
export const readCoverage = (id: string, body: ReadCoverageBody, asking?: Asking): Promise<Coverage> =>
  ask('POST', at`/v1/clearances/${id}/covers`, { body, ...asking });

/**
 * @summary Checks that can run on each message as it is rendered, and so be asked to stay silent
 */
export const listMessageChecks = (query?: ListMessageChecksParams, asking?: Asking): Promise<ListMessageChecks200> =>
  ask('GET', '/v1/message-checks', { query, ...asking });

/**
 * @summary All that was taken back, as one signed list for verifiers
 */
export const readRevocations = (asking?: Asking): Promise<ReadRevocations200> =>
  ask('GET', '/v1/revocations', { ...asking });

/**
 * @summary The keys that signed here; a verifier takes them on a way of their own
 */
export const readTrustRoots = (asking?: Asking): Promise<ReadTrustRoots200> =>
  ask('GET', '/v1/trust', { ...asking });

/**
 * @summary Keys that sign clearances and the log, oldest first; no secrets
 */
export const listSigningKeys = (query?: ListSigningKeysParams, asking?: Asking): Promise<ListSigningKeys200> =>
  ask('GET', '/v1/signing-keys', { query, ...asking });

/**
 * @summary Sign with a new key from here on; what the old one signed stays good
 */
export const rotateSigningKey = (asking?: Asking): Promise<RotateSigningKey201> =>
  ask('POST', '/v1/signing-keys', { ...asking });

/**
 * @summary Say that a key is in wrong hands; what it signed counts no more
 */
export const revokeSigningKey = (id: string, asking?: Asking): Promise<void> =>
  ask('POST', at`/v1/signing-keys/${id}/revocation`, { ...asking });

/**
 * @summary Stops, newest first
 */
export const listStops = (query?: ListStopsParams, asking?: Asking): Promise<ListStops200> =>
  ask('GET', '/v1/stops', { query, ...asking });

/**
 * @summary One stop
 */
export const readStop = (id: string, asking?: Asking): Promise<Stop> =>
  ask('GET', at`/v1/stops/${id}`, { ...asking });

/**
 * @summary Stop a use at once
 */
export const stopUse = (id: string, body: StopUseBody, asking?: Asking): Promise<Stop> =>
  ask('POST', at`/v1/uses/${id}/stops`, { body, ...asking });

/**
 * @summary Lift a stop
 */
export const liftStop = (id: string, body: LiftStopBody, asking?: Asking): Promise<Stop> =>
  ask('POST', at`/v1/stops/${id}/lift`, { body, ...asking });

/**
 * @summary Records of a use; those that are not complete block its clearance
 */
export const listRecords = (id: string, query?: ListRecordsParams, asking?: Asking): Promise<ListRecords200> =>
  ask('GET', at`/v1/uses/${id}/records`, { query, ...asking });

/**
 * @summary Open a record by hand
 */
export const openRecord = (id: string, body: OpenRecordBody, asking?: Asking): Promise<UseRecord> =>
  ask('POST', at`/v1/uses/${id}/records`, { body, ...asking });

/**
 * @summary One record
 */
export const readRecord = (id: string, asking?: Asking): Promise<UseRecord> =>
  ask('GET', at`/v1/records/${id}`, { ...asking });

/**
 * @summary Fill fields in; an approval that stood does no longer
 */
export const fillRecord = (id: string, body: FillRecordBody, asking?: Asking): Promise<UseRecord> =>
  ask('PATCH', at`/v1/records/${id}`, { body, ...asking });

/**
 * @summary Say where the record is kept, so that nobody types it again
 */
export const referRecord = (id: string, body: RecordReference, asking?: Asking): Promise<UseRecord> =>
  ask('PUT', at`/v1/records/${id}/reference`, { body, ...asking });

/**
 * @summary Approve it for the use as it is now
 */
export const approveRecord = (id: string, asking?: Asking): Promise<UseRecord> =>
  ask('POST', at`/v1/records/${id}/approval`, { ...asking });

/**
 * @summary Waivers; those that end first come first
 */
export const listWaivers = (query?: ListWaiversParams, asking?: Asking): Promise<ListWaivers200> =>
  ask('GET', '/v1/waivers', { query, ...asking });

/**
 * @summary One waiver
 */
export const readWaiver = (id: string, asking?: Asking): Promise<Waiver> =>
  ask('GET', at`/v1/waivers/${id}`, { ...asking });

/**
 * @summary Ask for a waiver; it is reviewed, and counts from the next push on
 */
export const askForWaiver = (id: string, body: AskForWaiverBody, asking?: Asking): Promise<Waiver> =>
  ask('POST', at`/v1/uses/${id}/waivers`, { body, ...asking });

/**
 * @summary One’s own reviews, from 30 on
 */
export const readOwnStatistics = (asking?: Asking): Promise<ReviewStatistics> =>
  ask('GET', '/v1/statistics/own', { ...asking });

/**
 * @summary The reviews of at least five others together
 */
export const readGroupStatistics = (asking?: Asking): Promise<ReviewStatistics> =>
  ask('GET', '/v1/statistics/group', { ...asking });

/**
 * @summary Reviews opened against hours there are, and what causes most of them
 */
export const readReviewBudget = (asking?: Asking): Promise<ReviewBudget> =>
  ask('GET', '/v1/statistics/budget', { ...asking });

/**
 * @summary Record the agreement or notice that review statistics rest on
 */
export const allowStatistics = (body: AllowStatisticsBody, asking?: Asking): Promise<AllowStatistics200> =>
  ask('PUT', '/v1/settings/review-statistics', { body, ...asking });

/**
 * @summary The agreement or notice that review statistics rest on
 */
export const readStatisticsGround = (asking?: Asking): Promise<ReadStatisticsGround200> =>
  ask('GET', '/v1/settings/review-statistics', { ...asking });

/**
 * @summary The hours that all reviewers together have in a week, as 2026-W47
 */
export const setReviewHours = (week: string, body: SetReviewHoursBody, asking?: Asking): Promise<SetReviewHours200> =>
  ask('PUT', at`/v1/settings/review-hours/${week}`, { body, ...asking });

/**
 * @summary Practice cases; what is wrong with one is shown after the answer
 */
export const listPracticeCases = (query?: ListPracticeCasesParams, asking?: Asking): Promise<ListPracticeCases200> =>
  ask('GET', '/v1/practice-cases', { query, ...asking });

/**
 * @summary Add a case; nobody answers it before it was announced
 */
export const addPracticeCase = (body: AddPracticeCaseBody, asking?: Asking): Promise<PracticeCase> =>
  ask('POST', '/v1/practice-cases', { body, ...asking });

/**
 * @summary Record that reviewers were told
 */
export const announcePracticeCase = (id: string, asking?: Asking): Promise<PracticeCase> =>
  ask('POST', at`/v1/practice-cases/${id}/announcement`, { ...asking });

/**
 * @summary Answer a case, once
 */
export const answerPracticeCase = (id: string, body: AnswerPracticeCaseBody, asking?: Asking): Promise<AnswerPracticeCase201> =>
  ask('POST', at`/v1/practice-cases/${id}/answers`, { body, ...asking });

/**
 * @summary How long things stay, and when they were removed last
 */
export const readRetention = (asking?: Asking): Promise<ReadRetention200> =>
  ask('GET', '/v1/settings/retention', { ...asking });

/**
 * @summary Set it; it counts from the next removal on
 */
export const setRetention = (body: SetRetentionBody, asking?: Asking): Promise<SetRetention200> =>
  ask('PUT', '/v1/settings/retention', { body, ...asking });

/**
 * @summary The last audits of the decisions of what uses are now
 */
export const listAudits = (query?: ListAuditsParams, asking?: Asking): Promise<ListAudits200> =>
  ask('GET', '/v1/audits', { query, ...asking });

/**
 * @summary The last audits of the decisions of a version, with their figures
 */
export const readAudits = (id: string, version: string, query?: ReadAuditsParams, asking?: Asking): Promise<ReadAudits200> =>
  ask('GET', at`/v1/uses/${id}/versions/${version}/audits`, { query, ...asking });

/**
 * @summary Uses that decide by machine; what weighs most first
 */
export const listAutomations = (query?: ListAutomationsParams, asking?: Asking): Promise<ListAutomations200> =>
  ask('GET', '/v1/automations', { query, ...asking });

/**
 * @summary One automation: purpose, inputs, logic, class, review path, stop, and what is wrong with it
 */
export const readAutomation = (id: string, asking?: Asking): Promise<Automation> =>
  ask('GET', at`/v1/automations/${id}`, { ...asking });

/**
 * @summary Record that stopping it was tried, and how long it took
 */
export const recordDrill = (id: string, body: RecordDrillBody, asking?: Asking): Promise<StopDrill> =>
  ask('POST', at`/v1/automations/${id}/drills`, { body, ...asking });

/**
 * @summary Record a decision that a score or a rule made; its reasons are worked out and kept
 */
export const recordDecision = (body: MadeDecision, asking?: Asking): Promise<RecordedDecision> =>
  ask('POST', '/v1/explanations', { body, ...asking });

/**
 * @summary Why a decision came out as it did, for who works with it or for whom it is about
 */
export const readExplanation = (decision: string, query?: ReadExplanationParams, asking?: Asking): Promise<Explanation> =>
  ask('GET', at`/v1/explanations/${decision}`, { query, ...asking });

/**
 * @summary The same as a small page without script, to be shown in another system
 */
export const readExplanationCard = (decision: string, query?: ReadExplanationCardParams, asking?: Asking): Promise<ExplanationCard> =>
  ask('GET', at`/v1/explanations/${decision}/card`, { query, ...asking });

/**
 * @summary Override a decision with a reason; who did is not kept
 */
export const overrideDecision = (decision: string, body: OverrideDecisionBody, asking?: Asking): Promise<Explanation> =>
  ask('POST', at`/v1/explanations/${decision}/override`, { body, ...asking });

/**
 * @summary Boundaries in force, in words, with the uses that they forbid now
 */
export const listBoundaries = (query?: ListBoundariesParams, asking?: Asking): Promise<ListBoundaries200> =>
  ask('GET', '/v1/boundaries', { query, ...asking });

/**
 * @summary Fields of a workspace, the uses that touch them, and where that goes too far
 */
export const readDataMap = (query?: ReadDataMapParams, asking?: Asking): Promise<DataMap> =>
  ask('GET', '/v1/datamap', { query, ...asking });

/**
 * @summary Record what a person chose; from the answer on it counts
 */
export const recordChoices = (body: SentChoices, asking?: Asking): Promise<AppendedChoices> =>
  ask('POST', '/v1/ledger/choices', { body, ...asking });

/**
 * @summary What a person chose, for a purpose that is logged; themes they are spared are not shown
 */
export const readLedgerOfPerson = (body: AskedPerson, asking?: Asking): Promise<LedgerOfPerson> =>
  ask('POST', '/v1/ledger/person', { body, ...asking });

/**
 * @summary A person’s records of consent as ISO/IEC TS 27560 in JSON-LD, for a purpose that is logged
 */
export const exportLedgerOfPerson = (body: AskedPerson, asking?: Asking): Promise<ExportedLedger> =>
  ask('POST', '/v1/ledger/person/export', { body, ...asking });

/**
 * @summary Erase a person’s choices; every no of theirs stays under a keyed hash
 */
export const eraseLedgerOfPerson = (body: NamedPerson, asking?: Asking): Promise<ErasedLedger> =>
  ask('POST', '/v1/ledger/person/erasure', { body, ...asking });

/**
 * @summary Say that addresses, numbers and ids are of one person; a no under one counts for all
 */
export const joinKeysOfPerson = (body: KeysOfPerson, asking?: Asking): Promise<void> =>
  ask('POST', '/v1/ledger/person/keys', { body, ...asking });

/**
 * @summary Import choices from CSV, all of it or nothing; a dry run tells what would come of it
 */
export const importChoices = (body: ChoiceImport, asking?: Asking): Promise<ImportOutcome> =>
  ask('POST', '/v1/ledger/imports', { body, ...asking });

/**
 * @summary Take a consent object of Segment or RudderStack, or a TCF or GPP string; what it leaves open is no
 */
export const takeConsentSignal = (body: ConsentSignal, asking?: Asking): Promise<TakenSignal> =>
  ask('POST', '/v1/ledger/signals', { body, ...asking });

/**
 * @summary Leave a person in peace until a day; why is not asked, and no answer tells of a hold
 */
export const holdPerson = (body: ProtectiveHold, asking?: Asking): Promise<void> =>
  ask('POST', '/v1/ledger/holds', { body, ...asking });

/**
 * @summary End the holds of a person, whether there are any or not
 */
export const endHoldsOfPerson = (body: ReleasedPerson, asking?: Asking): Promise<void> =>
  ask('POST', '/v1/ledger/holds/end', { body, ...asking });

/**
 * @summary What people are told when they choose, in every version and language
 */
export const listNotices = (query?: ListNoticesParams, asking?: Asking): Promise<ListNotices200> =>
  ask('GET', '/v1/ledger/notices', { query, ...asking });

/**
 * @summary Publish a notice; no word of it ever changes
 */
export const publishNotice = (body: NonReadonly<NewNotice>, asking?: Asking): Promise<Notice> =>
  ask('POST', '/v1/ledger/notices', { body, ...asking });

/**
 * @summary One notice by its hash, as every choice under it names it
 */
export const readNotice = (notice: string, asking?: Asking): Promise<Notice> =>
  ask('GET', at`/v1/ledger/notices/${notice}`, { ...asking });

/**
 * @summary What a notice says otherwise than the one before it in the same language
 */
export const readNoticeDifference = (notice: string, asking?: Asking): Promise<NoticeDifference> =>
  ask('GET', at`/v1/ledger/notices/${notice}/difference`, { ...asking });

/**
 * @summary How many chose what under a notice, as counts; few people are not counted
 */
export const readNoticeUse = (notice: string, asking?: Asking): Promise<NoticeUse> =>
  ask('GET', at`/v1/ledger/notices/${notice}/choices`, { ...asking });

/**
 * @summary Systems that are asked by a webhook to erase or correct somebody
 */
export const readToldSystems = (asking?: Asking): Promise<ReadToldSystems200> =>
  ask('GET', '/v1/settings/rights-systems', { ...asking });

/**
 * @summary Set them; a new one gets a secret that is shown this once
 */
export const setToldSystems = (body: SetToldSystemsBody, asking?: Asking): Promise<SetToldSystems200> =>
  ask('PUT', '/v1/settings/rights-systems', { body, ...asking });

/**
 * @summary The queue of what customers ask: what is due first comes first; nothing of who asks
 */
export const listRequests = (query?: ListRequestsParams, asking?: Asking): Promise<ListRequests200> =>
  ask('GET', '/v1/requests', { query, ...asking });

/**
 * @summary Open a request for a customer who asks by phone, letter or another system
 */
export const openRequest = (body: ToldRequest, asking?: Asking): Promise<OpenRequest201> =>
  ask('POST', '/v1/requests', { body, ...asking });

/**
 * @summary One request with its steps and what can be done now; nothing of who asks
 */
export const readRequest = (id: string, asking?: Asking): Promise<CustomerRequest> =>
  ask('GET', at`/v1/requests/${id}`, { ...asking });

/**
 * @summary Take, ask for proof, carry out, extend, answer, decide, refuse or reopen a request
 */
export const actOnRequest = (id: string, body: RequestAction, asking?: Asking): Promise<CustomerRequest> =>
  ask('POST', at`/v1/requests/${id}/actions`, { body, ...asking });

/**
 * @summary Say what a source did that was asked to erase or correct; with the last the request ends
 */
export const acknowledgeRequest = (id: string, body: Acknowledgement, asking?: Asking): Promise<AcknowledgeRequest200> =>
  ask('POST', at`/v1/requests/${id}/acknowledgements`, { body, ...asking });

/**
 * @summary How many rows of which tables an erasure or a correction would change; nothing is changed
 */
export const dryRunRequest = (id: string, body: AskedDryRun, asking?: Asking): Promise<DryRun> =>
  ask('POST', at`/v1/requests/${id}/dry-run`, { body, ...asking });

/**
 * @summary Erase or correct in one warehouse what a dry run showed, in one transaction
 */
export const changeSourceOfRequest = (id: string, body: ConfirmedChange, asking?: Asking): Promise<CustomerRequest> =>
  ask('POST', at`/v1/requests/${id}/changes`, { body, ...asking });

/**
 * @summary Who asks and what they say, for a purpose that is logged
 */
export const readPersonOfRequest = (id: string, body: AskedPersonOfRequest, asking?: Asking): Promise<PersonOfRequest> =>
  ask('POST', at`/v1/requests/${id}/person`, { body, ...asking });

/**
 * @summary Make a copy of what is known of whoever made a request, over all sources that can be asked
 */
export const askForCopy = (body: AskForCopyBody, asking?: Asking): Promise<PersonCopy> =>
  ask('POST', '/v1/access/exports', { body, ...asking });

/**
 * @summary Copies and dossiers that have not ended, and how far each is; never of whom
 */
export const listCopies = (query?: ListCopiesParams, asking?: Asking): Promise<ListCopies200> =>
  ask('GET', '/v1/access/exports', { query, ...asking });

/**
 * @summary How far a copy or a dossier is, part by part; of a dossier what it is for
 */
export const readCopy = (id: string, asking?: Asking): Promise<LookedAtPersonCopy> =>
  ask('GET', at`/v1/access/exports/${id}`, { ...asking });

/**
 * @summary Remove a copy or a dossier before its end
 */
export const removeCopy = (id: string, asking?: Asking): Promise<void> =>
  ask('DELETE', at`/v1/access/exports/${id}`, { ...asking });

/**
 * @summary The copy or the dossier as a ZIP, for a purpose that is logged
 */
export const takeCopy = (id: string, body: TakeCopyBody, asking?: Asking): Promise<Blob> =>
  ask('POST', at`/v1/access/exports/${id}/download`, { body, ...asking });

/**
 * @summary Ask for what is on record about a person and a time, for an authority; a second person agrees
 */
export const askForDossier = (body: AskForDossierBody, asking?: Asking): Promise<PersonCopy> =>
  ask('POST', '/v1/access/dossiers', { body, ...asking });

/**
 * @summary Agree to a dossier that somebody else asked for, or refuse it
 */
export const decideDossier = (id: string, body: DecideDossierBody, asking?: Asking): Promise<PersonCopy> =>
  ask('POST', at`/v1/access/dossiers/${id}/decision`, { body, ...asking });

/**
 * @summary Register an agent from the directory of agents; the token of its first call is shown this once
 */
export const registerAgent = (body: RegisterAgentBody, asking?: Asking): Promise<RegisterAgent201> =>
  ask('POST', '/v1/agents', { body, ...asking });

/**
 * @summary Agents of customers, latest first
 */
export const listAgents = (query?: ListAgentsParams, asking?: Asking): Promise<ListAgents200> =>
  ask('GET', '/v1/agents', { query, ...asking });

/**
 * @summary Take an agent off: its token ends; what it asked for people goes on
 */
export const dropAgent = (id: string, asking?: Asking): Promise<void> =>
  ask('DELETE', at`/v1/agents/${id}`, { ...asking });

/**
 * @summary Entries in their order
 */
export const listEvidence = (query?: ListEvidenceParams, asking?: Asking): Promise<ListEvidence200> =>
  ask('GET', '/v1/evidence', { query, ...asking });

/**
 * @summary The log held against itself and its signatures
 */
export const verifyEvidence = (asking?: Asking): Promise<VerifyEvidence200> =>
  ask('GET', '/v1/evidence/verification', { ...asking });

/**
 * @summary The log as a file for `scruple evidence verify`; with `subject`, all others sealed
 */
export const exportEvidenceLog = (query?: ExportEvidenceLogParams, asking?: Asking): Promise<Blob> =>
  ask('GET', '/v1/evidence/log', { query, ...asking });

/**
 * @summary Sign where the log ends now
 */
export const signEvidenceHead = (asking?: Asking): Promise<SignEvidenceHead201> =>
  ask('POST', '/v1/evidence/heads', { ...asking });

/**
 * @summary All evidence on a use as one archive (ZIP) that opens without us; the export is logged
 */
export const exportUseEvidence = (id: string, asking?: Asking): Promise<Blob> =>
  ask('POST', at`/v1/uses/${id}/evidence`, { ...asking });

/**
 * @summary What customers see on their pages: topics, channels, themes, colours
 */
export const readCustomerPages = (asking?: Asking): Promise<ReadCustomerPages200> =>
  ask('GET', '/v1/settings/customer-pages', { ...asking });

/**
 * @summary Set what customers see on their pages; colours that cannot be read are refused
 */
export const setCustomerPages = (body: NonReadonly<SetCustomerPagesBody>, asking?: Asking): Promise<SetCustomerPages200> =>
  ask('PUT', '/v1/settings/customer-pages', { body, ...asking });

/**
 * @summary The links and the one-click headers of one message to one person
 */
export const makeCustomerLinks = (body: MakeCustomerLinksBody, asking?: Asking): Promise<MakeCustomerLinks200> =>
  ask('POST', '/v1/customer-links', { body, ...asking });

/**
 * @summary A page of the customers under settings that are only tried; nothing is kept, nobody is read
 */
export const previewCustomerPage = (body: NonReadonly<PagePreviewAsked>, asking?: Asking): Promise<PagePreview> =>
  ask('POST', '/v1/settings/customer-pages/previews', { body, ...asking });

/**
 * @summary When people may be called, texted or rung; everything outside of these hours is quiet
 */
export const readQuietHours = (asking?: Asking): Promise<ReadQuietHours200> =>
  ask('GET', '/v1/gate/quiet-hours', { ...asking });

/**
 * @summary How often what was decided on each day and for which reasons; few are not counted
 */
export const readGateDays = (query: ReadGateDaysParams, asking?: Asking): Promise<GateDays> =>
  ask('GET', '/v1/gate/days', { query, ...asking });

/**
 * @summary That Global Privacy Control is heeded here, since when
 */
export const readPrivacyControl = (asking?: Asking): Promise<ReadPrivacyControl200> =>
  ask('GET', '/.well-known/gpc.json', { ...asking });

/**
 * A question that cannot be read is denied. Asked again for the same use, person and dispatch it is one contact.
 * @summary May this be sent to this person now
 */
export const decide = (body: GateQuestion, asking?: Asking): Promise<GateDecision> =>
  ask('POST', '/v1/gate/decisions', { body, ...asking });

/**
 * @summary What was decided, newest first, with reasons; of no person, and `protected` stays that
 */
export const listDecisions = (query?: ListDecisionsParams, asking?: Asking): Promise<ListDecisions200> =>
  ask('GET', '/v1/gate/decisions', { query, ...asking });

/**
 * @summary The same for many, in their order
 */
export const decideMany = (body: GateQuestions, asking?: Asking): Promise<GateDecisions> =>
  ask('POST', '/v1/gate/decisions:batch', { body, ...asking });

/**
 * JSON lines of `scruple.gate-feed/1`: `begin`, then `policy`, `use` and `person`, then `end` with the position to go on from. An answer without its `end` counts for nothing. With a position it waits for up to five seconds for a change.
 * @summary What a gate in a process of its own has to know: everything, or what changed since a position
 */
export const readGateFeed = (query?: ReadGateFeedParams, asking?: Asking): Promise<string> =>
  ask('GET', '/v1/gate/feed', { query, ...asking });

/**
 * @summary Messages that were sent and should not have been, as was seen afterwards
 */
export const listSendIncidents = (query?: ListSendIncidentsParams, asking?: Asking): Promise<ListSendIncidents200> =>
  ask('GET', '/v1/send-incidents', { query, ...asking });

/**
 * @summary Harm that happened, with the clocks that run for it, newest first
 */
export const listIncidents = (query?: ListIncidentsParams, asking?: Asking): Promise<ListIncidents200> =>
  ask('GET', '/v1/incidents', { query, ...asking });

/**
 * @summary Report harm that nothing here saw by itself; one of the same use and cause that is open is given
 */
export const reportIncident = (body: ReportIncidentBody, asking?: Asking): Promise<Incident> =>
  ask('POST', '/v1/incidents', { body, ...asking });

/**
 * @summary An incident: what, whom it reached, decisions, remedies, proofs, and what is missing to close it
 */
export const readIncident = (incident: string, asking?: Asking): Promise<Incident> =>
  ask('GET', at`/v1/incidents/${incident}`, { ...asking });

/**
 * @summary Take a step in an incident: what caused it, whom to tell, what is done, that it was, and close it
 */
export const stepInIncident = (incident: string, body: StepInIncidentBody, asking?: Asking): Promise<Incident> =>
  ask('POST', at`/v1/incidents/${incident}/steps`, { body, ...asking });

/**
 * @summary Keys of the people whom an incident reached, for a stated purpose that is logged
 */
export const readPeopleOfIncident = (incident: string, body: ReadPeopleOfIncidentBody, asking?: Asking): Promise<ReachedPeople> =>
  ask('POST', at`/v1/incidents/${incident}/people`, { body, ...asking });

/**
 * @summary Contact caps, how fresh things must be, how long permits last, rules that are tried out
 */
export const readGatePolicy = (asking?: Asking): Promise<ReadGatePolicy200> =>
  ask('GET', '/v1/settings/gate', { ...asking });

/**
 * @summary Set them; they count for the next decision. A rule that is tried out has an owner and an end
 */
export const setGatePolicy = (body: NonReadonly<SetGatePolicyBody>, asking?: Asking): Promise<SetGatePolicy200> =>
  ask('PUT', '/v1/settings/gate', { body, ...asking });

/**
 * It is always the same, and cannot be changed: all that is kept of people is found by it. Every showing stands in the evidence log.
 * @summary The secret by which the list door hashes addresses, for a purpose that is logged
 */
export const showSubjectsSecret = (body: ShowSubjectsSecretBody, asking?: Asking): Promise<ShowSubjectsSecret200> =>
  ask('POST', '/v1/gate/subjects-secret', { body, ...asking });

/**
 * @summary Say that messages permitted to this sender were sent; the owner of a use says it of all of its own
 */
export const tellSent = (body: NamedContacts, asking?: Asking): Promise<void> =>
  ask('POST', '/v1/gate/contacts:sent', { body, ...asking });

/**
 * @summary Say that messages permitted to this sender were not sent: their contacts are free for others
 */
export const releaseContacts = (body: NamedContacts, asking?: Asking): Promise<void> =>
  ask('POST', '/v1/gate/contacts:release', { body, ...asking });

/**
 * @summary Contacts that senders took in advance, and how many of them they drew on
 */
export const listLeases = (query?: ListLeasesParams, asking?: Asking): Promise<ListLeases200> =>
  ask('GET', '/v1/gate/leases', { query, ...asking });

/**
 * @summary Set contacts aside for a sender who decides in a process of its own
 */
export const takeLease = (body: LeaseOrder, asking?: Asking): Promise<GrantedLease> =>
  ask('POST', '/v1/gate/leases', { body, ...asking });

/**
 * @summary Give a lease back: what no report drew on is free again
 */
export const returnLease = (id: string, asking?: Asking): Promise<ReturnLease200> =>
  ask('POST', at`/v1/gate/leases/${id}/return`, { ...asking });

/**
 * @summary Take decisions of a gate in a sender’s own process into the log; the same twice is one
 */
export const reportDecisions = (body: GateReports, asking?: Asking): Promise<ReportDecisions200> =>
  ask('POST', '/v1/gate/reports', { body, ...asking });

/**
 * @summary What really lay behind `protected`, for a purpose that is logged
 */
export const readRealReasons = (id: string, body: ReadRealReasonsBody, asking?: Asking): Promise<DecisionWithRealReasons> =>
  ask('POST', at`/v1/gate/decisions/${id}/reason`, { body, ...asking });

/**
 * @summary How often what was decided, by day, use, channel and reason; few are not counted
 */
export const listGateCounts = (query?: ListGateCountsParams, asking?: Asking): Promise<ListGateCounts200> =>
  ask('GET', '/v1/gate/counts', { query, ...asking });

/**
 * @summary What rules that are only tried out would have held back, beside what was sent
 */
export const readShadow = (query?: ReadShadowParams, asking?: Asking): Promise<ShadowReport> =>
  ask('GET', '/v1/gate/shadow', { query, ...asking });

/**
 * @summary Whether the decisions of a span of time are those whose hash stands in the evidence log
 */
export const verifyGateProof = (sequence: string, asking?: Asking): Promise<CheckedProof> =>
  ask('GET', at`/v1/gate/proofs/${sequence}`, { ...asking });

/**
 * @summary Whether a use is paused, at which stage it is, and whether its claims are true now
 */
export const readRunning = (id: string, asking?: Asking): Promise<Running> =>
  ask('GET', at`/v1/uses/${id}/running`, { ...asking });

/**
 * @summary Set how many may be sent at this stage of the roll-out; another number is another stage
 */
export const setStage = (id: string, body: SetStageBody, asking?: Asking): Promise<Running> =>
  ask('PUT', at`/v1/uses/${id}/running`, { body, ...asking });

/**
 * @summary Say whether named facts of a use are true, and until when that is good
 */
export const tellFacts = (id: string, body: TellFactsBody, asking?: Asking): Promise<void> =>
  ask('POST', at`/v1/uses/${id}/facts`, { body, ...asking });

/**
 * Every one that comes into question. Who is a minor is told as a hold, never here.
 * @summary Say in which time zones and places people may be, and who is known to be of age
 */
export const tellPeople = (body: TellPeopleBody, asking?: Asking): Promise<void> =>
  ask('POST', '/v1/gate/people', { body, ...asking });

/**
 * @summary How much the gate holds back, and what audits of it by group came to
 */
export const readHeldBack = (query?: ReadHeldBackParams, asking?: Asking): Promise<HeldBack> =>
  ask('GET', '/v1/gate/audit', { query, ...asking });

/**
 * Somebody counts once: as permitted if any of their messages was, else by the holds that kept all of them back. Groups of too few people are hidden, and an audit that differs from an earlier one in a few people is refused. Every run is logged with its purpose.
 * @summary Audit the gate’s own holds of a use by group; the groups are not kept
 */
export const auditHolds = (body: HoldAuditOrder, asking?: Asking): Promise<HoldAudit> =>
  ask('POST', '/v1/gate/audits', { body, ...asking });

/**
 * @summary Decisions of a use by pseudonym, as CSV for `scruple audit`, for a purpose that is logged
 */
export const exportGateDecisions = (body: ExportGateDecisionsBody, asking?: Asking): Promise<ExportGateDecisions200> =>
  ask('POST', '/v1/gate/audits/decisions', { body, ...asking });

/**
 * @summary Under which pseudonyms people stand there, for a vault beside it; for a purpose that is logged
 */
export const namePseudonyms = (body: NamePseudonymsBody, asking?: Asking): Promise<NamePseudonyms200> =>
  ask('POST', '/v1/gate/audits/pseudonyms', { body, ...asking });

/**
 * @summary Suppression lists with owner, reason and end
 */
export const listSuppressionLists = (query?: ListSuppressionListsParams, asking?: Asking): Promise<ListSuppressionLists200> =>
  ask('GET', '/v1/suppression-lists', { query, ...asking });

/**
 * @summary Make a list; all but one that stands for a no of people has an end
 */
export const makeSuppressionList = (body: NewSuppressionList, asking?: Asking): Promise<SuppressionList> =>
  ask('POST', '/v1/suppression-lists', { body, ...asking });

/**
 * @summary One list
 */
export const readSuppressionList = (id: string, asking?: Asking): Promise<SuppressionList> =>
  ask('GET', at`/v1/suppression-lists/${id}`, { ...asking });

/**
 * @summary Change owner, reason, scope or end of a list
 */
export const changeSuppressionList = (id: string, body: SuppressionListTerms, asking?: Asking): Promise<SuppressionList> =>
  ask('PUT', at`/v1/suppression-lists/${id}`, { body, ...asking });

/**
 * @summary Put people on a list; who is there stays until the later end, and nobody is told
 */
export const putOnSuppressionList = (id: string, body: ListedPeople, asking?: Asking): Promise<void> =>
  ask('POST', at`/v1/suppression-lists/${id}/people`, { body, ...asking });

/**
 * @summary Take people off a list, whether they are on it or not
 */
export const takeOffSuppressionList = (id: string, body: TakeOffSuppressionListBody, asking?: Asking): Promise<void> =>
  ask('POST', at`/v1/suppression-lists/${id}/people/removal`, { body, ...asking });

/**
 * @summary Put people on a list from a file, one to a line in the first column
 */
export const importSuppressionList = (id: string, body: SuppressionImport, asking?: Asking): Promise<ImportedToList> =>
  ask('POST', at`/v1/suppression-lists/${id}/imports`, { body, ...asking });

/**
 * @summary Sends and what followed them: one event, a list, or CloudEvents 1.0; what cannot be read is named, the rest is kept
 */
export const deliverOutcomes = (body: DeliverOutcomesBody, asking?: Asking): Promise<TakenEvents> =>
  ask('POST', '/v1/outcomes', { body, ...asking });

/**
 * @summary What the monitors said, newest first
 */
export const listAlarms = (query?: ListAlarmsParams, asking?: Asking): Promise<ListAlarms200> =>
  ask('GET', '/v1/alarms', { query, ...asking });

/**
 * @summary Uses that are paused, each with the alarms that asked for it, latest first
 */
export const listPaused = (query?: ListPausedParams, asking?: Asking): Promise<ListPaused200> =>
  ask('GET', '/v1/outcomes/paused', { query, ...asking });

/**
 * @summary Monitors of a use that are quiet, with the smallest harm that they would have seen by now
 */
export const readOutcomes = (use: string, asking?: Asking): Promise<ReadOutcomes200> =>
  ask('GET', at`/v1/uses/${use}/outcomes`, { ...asking });

/**
 * @summary Roll a use out to so many people in stages of 1, 5, 10, 25, 50 and 100 %, each when the last is ripe and quiet; `null` ends the stages
 */
export const rampUse = (use: string, body: RampUseBody, asking?: Asking): Promise<RampUse200> =>
  ask('PUT', at`/v1/uses/${use}/ramp`, { body, ...asking });

/**
 * @summary Let a use run again that a monitor paused; evidence begins anew
 */
export const resumeUse = (use: string, body: ResumeUseBody, asking?: Asking): Promise<void> =>
  ask('POST', at`/v1/uses/${use}/resume`, { body, ...asking });

/**
 * @summary Which systems may deliver outcomes, and what became of it within thirty days; secrets are never shown
 */
export const readIntake = (asking?: Asking): Promise<ReadIntake200> =>
  ask('GET', '/v1/settings/intake', { ...asking });

/**
 * @summary Set the secret of a system, or take it away with null: then nothing of it is taken
 */
export const setIntakeSecret = (system: string, body: SetIntakeSecretBody, asking?: Asking): Promise<IntakeSystem> =>
  ask('PUT', at`/v1/settings/intake/${system}`, { body, ...asking });

/**
 * @summary Campaigns as systems name them, that no use is known by
 */
export const listQuarantine = (query?: ListQuarantineParams, asking?: Asking): Promise<ListQuarantine200> =>
  ask('GET', '/v1/outcomes/quarantine', { query, ...asking });

/**
 * @summary Say which use a campaign is, or with null that it is none: what is kept of it then counts for the use
 */
export const decideCampaign = (body: DecideCampaignBody, asking?: Asking): Promise<DecideCampaign200> =>
  ask('POST', '/v1/outcomes/quarantine/decisions', { body, ...asking });

/**
 * @summary Webhooks that are told of alarms; of addresses the host alone, of secrets nothing
 */
export const readHooks = (asking?: Asking): Promise<ReadHooks200> =>
  ask('GET', '/v1/settings/hooks', { ...asking });

/**
 * @summary Set them; a new one gets a secret that is shown this once
 */
export const setHooks = (body: SetHooksBody, asking?: Asking): Promise<SetHooks200> =>
  ask('PUT', '/v1/settings/hooks', { body, ...asking });

/**
 * @summary Who gets a mail of alarms, by role and address, and from which step on
 */
export const readAlarmMail = (asking?: Asking): Promise<ReadAlarmMail200> =>
  ask('GET', '/v1/settings/alarm-mail', { ...asking });

/**
 * @summary Set it; a mail names no person and no group
 */
export const setAlarmMail = (body: SetAlarmMailBody, asking?: Asking): Promise<SetAlarmMail200> =>
  ask('PUT', '/v1/settings/alarm-mail', { body, ...asking });

/**
 * @summary Seven practices by five levels, each point with its evidence and how it was asked for
 */
export const readMaturity = (asking?: Asking): Promise<Maturity> =>
  ask('GET', '/v1/maturity', { ...asking });

/**
 * @summary The same, signed, as a file for `scruple verify`
 */
export const exportMaturity = (asking?: Asking): Promise<Blob> =>
  ask('GET', '/v1/maturity/export', { ...asking });

/**
 * @summary A quarter on two pages: live, caught, found late, exceptions, and what is to be decided
 */
export const readBoard = (query?: ReadBoardParams, asking?: Asking): Promise<Board> =>
  ask('GET', '/v1/board', { query, ...asking });

/**
 * @summary Sign for what time or people outside must prove
 */
export const attestMaturity = (body: AttestMaturityBody, asking?: Asking): Promise<void> =>
  ask('POST', '/v1/maturity/attestations', { body, ...asking });

/**
 * @summary Say that a practice is worse than its evidence; nobody can say that it is better
 */
export const lowerMaturity = (body: LowerMaturityBody, asking?: Asking): Promise<void> =>
  ask('POST', '/v1/maturity/lowerings', { body, ...asking });

/**
 * @summary Who stays, narrows, comes back, expected it and was left in peace; each with interval and count
 */
export const readTrustIndicators = (asking?: Asking): Promise<TrustIndicators> =>
  ask('GET', '/v1/trust-indicators', { ...asking });

/**
 * @summary A simulated year with and without the monitors, on a server that shows the example
 */
export const readStory = (asking?: Asking): Promise<Story> =>
  ask('GET', '/v1/story', { ...asking });

/**
 * @summary A page with a form: make the first administrator, with the link of the first start
 */
export const showSetUp = (link: string, asking?: Asking): Promise<Blob> =>
  ask('GET', at`/set-up/${link}`, { ...asking });

/**
 * @summary Make the first administrator, with the link of the first start
 */
export const setUp = (link: string, body: SetUpBody, asking?: Asking): Promise<SetUp200> =>
  ask('POST', at`/auth/set-up/${link}`, { body, ...asking });

/**
 * @summary A page with a form: take the account that one was invited to
 */
export const showInvitation = (link: string, asking?: Asking): Promise<Blob> =>
  ask('GET', at`/invitation/${link}`, { ...asking });

/**
 * @summary Take the account that one was invited to
 */
export const acceptInvitation = (link: string, body: AcceptInvitationBody, asking?: Asking): Promise<AcceptInvitation200> =>
  ask('POST', at`/auth/invitation/${link}`, { body, ...asking });

/**
 * @summary Set the token up by which an agent is known from now on (DRP 1.0 §2.05)
 */
export const pairWithAgent = (id: string, body: string, asking?: Asking): Promise<PairedAgent> =>
  ask('POST', at`/v1/agent/${id}`, { body, ...asking });

/**
 * @summary Whether the token of an agent still works (DRP 1.0 §2.06)
 */
export const readAgent = (id: string, asking?: Asking): Promise<ReadAgent200> =>
  ask('GET', at`/v1/agent/${id}`, { ...asking });

/**
 * @summary Exercise a right for a person (DRP 1.0 §2.01)
 */
export const exerciseRight = (body: string, asking?: Asking): Promise<ExerciseStatus> =>
  ask('POST', '/v1/data-rights-request', { body, ...asking });

/**
 * @summary How far it is (DRP 1.0 §2.02)
 */
export const readExercise = (id: string, asking?: Asking): Promise<ExerciseStatus> =>
  ask('GET', at`/v1/data-rights-request/${id}`, { ...asking });

/**
 * @summary Take it back (DRP 1.0 §2.04)
 */
export const revokeExercise = (id: string, body: string, asking?: Asking): Promise<ExerciseStatus> =>
  ask('DELETE', at`/v1/data-rights-request/${id}`, { body, ...asking });

/**
 * @summary A page with one button to unsubscribe; a visit alone changes nothing
 */
export const showUnsubscribe = (token: string, asking?: Asking): Promise<Blob> =>
  ask('GET', at`/u/${token}`, { ...asking });

/**
 * @summary Unsubscribe at once, as RFC 8058 says; as often as it is asked for, for a year
 */
export const unsubscribe = (token: string, asking?: Asking): Promise<Blob> =>
  ask('POST', at`/u/${token}`, { ...asking });

/**
 * @summary A page on which anyone asks for a link to their choices
 */
export const showAskForChoices = (asking?: Asking): Promise<Blob> =>
  ask('GET', '/preferences/', { ...asking });

/**
 * @summary Ask for a link to one’s choices, sent to the address that is named, customer or not
 */
export const askForChoices = (body: AskForChoicesBody, asking?: Asking): Promise<Blob> =>
  ask('POST', '/preferences/', { body, ...asking });

/**
 * @summary Somebody’s choices, on a page that works without a script
 */
export const showPreferences = (token: string, query?: ShowPreferencesParams, asking?: Asking): Promise<Blob> =>
  ask('GET', at`/preferences/${token}`, { query, ...asking });

/**
 * @summary Keep what one button of the page says; when the answer comes it counts
 */
export const choosePreference = (token: string, body: ChoosePreferenceBody, asking?: Asking): Promise<Blob> =>
  ask('POST', at`/preferences/${token}`, { body, ...asking });

/**
 * @summary Ask for a link that shows facts for 15 minutes, sent to the address that this link belongs to
 */
export const askForProofOfChoices = (token: string, body: AskForProofOfChoicesBody, asking?: Asking): Promise<Blob> =>
  ask('POST', at`/preferences/${token}/proof`, { body, ...asking });

/**
 * @summary Ask for a link that shows facts for 15 minutes, sent to the address that this link belongs to
 */
export const askForProofOfReasons = (token: string, body: AskForProofOfReasonsBody, asking?: Asking): Promise<Blob> =>
  ask('POST', at`/why/${token}/proof`, { body, ...asking });

/**
 * @summary Why somebody got a message, from what was cleared to run
 */
export const showReasons = (token: string, query?: ShowReasonsParams, asking?: Asking): Promise<Blob> =>
  ask('GET', at`/why/${token}`, { query, ...asking });

/**
 * @summary Count whether somebody expected this use; of who said it nothing is kept
 */
export const countExpectation = (token: string, body: CountExpectationBody, asking?: Asking): Promise<Blob> =>
  ask('POST', at`/why/${token}/expected`, { body, ...asking });

/**
 * @summary Correct, stop, contest, or talk to a person; an answer is due by a clock
 */
export const askAboutUse = (token: string, body: AskAboutUseBody, asking?: Asking): Promise<Blob> =>
  ask('POST', at`/why/${token}/ask`, { body, ...asking });

/**
 * @summary What was asked for with an address, and one button to confirm it
 */
export const showOptIn = (token: string, asking?: Asking): Promise<Blob> =>
  ask('GET', at`/opt-in/${token}`, { ...asking });

/**
 * @summary Confirm what was asked for, once; when the answer comes it counts
 */
export const confirmOptIn = (token: string, asking?: Asking): Promise<Blob> =>
  ask('POST', at`/opt-in/${token}`, { ...asking });

/**
 * @summary What anyone can ask of us about their data, what happens, and by when
 */
export const showRights = (asking?: Asking): Promise<Blob> =>
  ask('GET', '/rights/', { ...asking });

/**
 * @summary Object at once, or ask for a private link to ask for more; the same answer whoever asks
 */
export const askForRights = (body: AskForRightsBody, asking?: Asking): Promise<Blob> =>
  ask('POST', '/rights/', { body, ...asking });

/**
 * @summary What somebody asked of us, how far it is and what came of it, by a fresh proof
 */
export const showOwnRequests = (token: string, asking?: Asking): Promise<Blob> =>
  ask('GET', at`/rights/${token}`, { ...asking });

/**
 * @summary Ask for something; its clock runs from the answer on
 */
export const askForRight = (token: string, body: AskForRightBody, asking?: Asking): Promise<Blob> =>
  ask('POST', at`/rights/${token}`, { body, ...asking });

/**
 * @summary Prove more for one’s own request, or take it back
 */
export const stepOwnRequest = (token: string, id: string, body: StepOwnRequestBody, asking?: Asking): Promise<Blob> =>
  ask('POST', at`/rights/${token}/requests/${id}`, { body, ...asking });

/**
 * @summary One’s own copy as a ZIP, by a fresh proof
 */
export const takeOwnCopy = (token: string, id: string, asking?: Asking): Promise<Blob> =>
  ask('GET', at`/rights/${token}/copies/${id}`, { ...asking });

/**
 * @summary What is not done with what is known of people, from the boundaries in force
 */
export const showCharter = (asking?: Asking): Promise<Blob> =>
  ask('GET', '/charter/', { ...asking });

/**
 * @summary Payloads of mail systems as they send them; known by their signature or their secret, and by no key of ours
 */
export const deliver = (system: string, asking?: Asking): Promise<TakenDelivery> =>
  ask('POST', at`/v1/intake/${system}`, { ...asking });
