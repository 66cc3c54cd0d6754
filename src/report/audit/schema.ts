import { z } from 'zod';
import { problemSchema } from '../json/schema.ts';

/** The shape of `scruple audit --format json`. Keys may be added; a key that stands here is always present. */
const number = z.number().nullable();
/** Taken as it stands: a record of zod would drop a column that is called `__proto__`. */
const by = z.any().meta({
  type: 'object',
  additionalProperties: { type: ['string', 'null'] },
  description: 'Attribute → value as it stands in the file; an empty cell is null.',
}) as unknown as z.ZodType<Record<string, string | null>>;
const interval = z.tuple([number, number]).nullable().describe('95 %, low and high.');

const rates = {
  selectionRate: number,
  truePositiveRate: number,
  falsePositiveRate: number,
  falseNegativeRate: number,
  accuracy: number,
  precision: number,
};
const intervals = {
  selectionRate: interval,
  truePositiveRate: interval,
  falsePositiveRate: interval,
  falseNegativeRate: interval,
  accuracy: interval,
  precision: interval,
  falseDiscoveryRate: interval,
  scoringRate: interval,
};

const rateCounts = z
  .object({
    hits: z.number().describe('People for whom the answer was yes, by their weights.'),
    people: z.number().describe('The denominator, by weights.'),
    effectiveSize: z.number().describe('People with equal weights who would carry as much.'),
  })
  .describe('What a rate was made of.');
const counts = z.object({
  selectionRate: rateCounts.nullable(),
  truePositiveRate: rateCounts.nullable(),
  falsePositiveRate: rateCounts.nullable(),
  falseNegativeRate: rateCounts.nullable(),
  accuracy: rateCounts.nullable(),
  precision: rateCounts.nullable(),
  falseDiscoveryRate: rateCounts.nullable(),
  scoringRate: rateCounts.nullable(),
});

const group = z.object({
  by,
  n: number.describe('People; null where the cell is suppressed.'),
  ...rates,
  meanScore: number,
  interval: z.object(intervals),
  counts,
  falseDiscoveryRate: number,
  scoringRate: number.describe('Share with a score above the median of everyone.'),
  selected: number,
  effectiveSize: number.describe('People that the weighted rows are worth.'),
  suppressed: z.boolean(),
});

const comparisonKeys = {
  by,
  reference: by.nullable(),
  difference: number.describe('Rate of the group less rate of the reference.'),
  ratio: number.describe('Rate of the group over rate of the reference.'),
  pValue: number.describe('Two-sided Fisher exact of the group against all other rows.'),
  adjustedPValue: number.describe('Benjamini–Hochberg over the groups of this metric.'),
  enough: z.boolean().describe('The data could show a ratio of the threshold with 80 % power.'),
  minimumDetectableRatio: number,
  interval: z.object({ difference: interval, ratio: interval }),
  logPValue: number,
  logAdjustedPValue: number,
  test: z.string().nullable(),
  restRate: number,
  oddsRatio: number.describe('Odds of the group over odds of all other rows.'),
  broken: z.boolean().nullable().describe('The ratio lies below the threshold, by whole numbers.'),
  shortfall: number.describe('People of the group missing at the rate of the reference.'),
  flipFlop: number,
  bounds: z.object({ low: number, high: number }).nullable(),
  suppressed: z.boolean(),
  review: z.boolean(),
};
const comparison = z.object(comparisonKeys);
const metric = z.object({ metric: z.string(), ...comparisonKeys });

const conditionalKeys = {
  by,
  oddsRatio: number.describe('Mantel–Haenszel; odds of the favourable decision, group over rest.'),
  interval,
  cmh: number.describe('Cochran–Mantel–Haenszel statistic without continuity correction.'),
  pValue: number,
  breslowDay: number,
  conditionalDisparity: number,
  signFlips: z.boolean().describe('The gap reverses within the strata.'),
  cmhCorrected: number,
  logPValue: number,
  breslowDayPValue: number,
  tarone: number,
  taronePValue: number,
  marginalOddsRatio: number,
  unconditionalDisparity: number,
};
const conditional = z.object({
  strata: z.number().int(),
  ...conditionalKeys,
  control: z.array(z.string()),
  conditionalDisparityInterval: interval,
  all: z.array(z.object(conditionalKeys)),
  byStratum: z.array(
    z.object({
      stratum: by,
      groups: z.array(z.object({ by, n: number, selectionRate: number, counts: rateCounts })),
    }),
  ),
});

const scores = z.object({
  median: number,
  exact: z.boolean(),
  auc: z.array(
    z.object({
      by,
      auc: number,
      bounds: interval,
      interval,
      positives: z.number(),
      negatives: z.number(),
      effective: z
        .object({ positives: z.number(), negatives: z.number() })
        .describe('The same as people with equal weights, whose interval it is.'),
    }),
  ),
  thresholds: z.array(
    z.object({
      threshold: z.number(),
      selected: z.number(),
      worstRatio: number,
      precision: number,
      pareto: z.boolean(),
      rates: z.array(z.object({ by, rate: number })),
    }),
  ),
  calibration: z.array(
    z.object({
      by,
      low: z.number(),
      high: z.number(),
      n: z.number(),
      positives: z.number(),
      rate: z.number(),
      interval,
      effectiveSize: z.number(),
    }),
  ),
});

const sides = z.object({ group: z.number(), reference: z.number(), everyone: z.number() });
const rules = z.object({
  groups: z.array(
    z.object({
      by,
      reference: by,
      gap: z.object({ now: number, withoutRules: number, opened: z.number() }),
      inconsistent: z.number(),
      rules: z.array(
        z.object({
          rule: z.string(),
          heldBack: sides,
          restored: sides.describe('People whom this rule alone holds back.'),
          without: z.object({ difference: number, ratio: number, selected: z.number() }),
          shapley: z.number().describe('Share of the gap in rate points.'),
          share: number.describe('The same as a part of the gap that all rules open.'),
        }),
      ),
    }),
  ),
  alternatives: z.array(
    z.object({
      dropped: z.array(z.string()),
      selected: z.number(),
      restored: z.number(),
      worstRatio: number,
    }),
  ),
  patterns: z
    .array(
      z.object({
        rules: z.array(z.string()),
        groups: z.array(z.object({ by, heldBack: z.number() })),
      }),
    )
    .describe(
      'People who were not selected and on whom exactly these rules applied; every number of the rules follows from them. Empty over a vault.',
    ),
});

const outcome = z.object({
  outcome: z.string(),
  better: z.enum(['more', 'less']).nullable().describe('Which way is better for people, where it was said.'),
  missing: z.number().describe('Rows without this amount, who are in no mean.'),
  groups: z.array(
    z.object({
      by,
      n: number,
      mean: number,
      interval,
      standardError: number.describe('Of the mean.'),
      rest: z
        .object({ n: z.number(), mean: number, standardError: number })
        .nullable()
        .describe('Everybody else, as the test takes them.'),
      difference: number,
      differenceInterval: interval,
      pValue: number,
      adjustedPValue: number,
      ratio: number.describe(
        'What the group gets of what everybody else gets; below 1 is worse, whichever way is better.',
      ),
      review: z.boolean().describe('Worse than the threshold beyond chance.'),
      suppressed: z.boolean(),
    }),
  ),
});

const proxyKeys = {
  attribute: z.string(),
  value: z.string().nullable(),
  inputs: z.array(z.string()),
  auc: number,
  mutualInformation: number,
  uncertaintyShare: number,
};
const proxies = z.object({
  folds: z.number(),
  seed: z.number(),
  single: z.array(z.object(proxyKeys)),
  joint: z.array(z.object(proxyKeys)),
  without: z.array(z.object({ ...proxyKeys, dropped: z.string() })),
});

const areas = z.object({
  column: z.string().describe('Column of the area in the decisions.'),
  file: z.string(),
  hash: z.string().describe('SHA-256 of the file of shares.'),
  source: z.string(),
  date: z.string().describe('The day of which the shares speak.'),
  areas: z.number().int().describe('Areas with statistics in which somebody was decided on.'),
  people: z.number(),
  selected: z.number(),
  unmatched: z.number().describe('People in areas without statistics, who are in no bound.'),
  byArea: z
    .array(
      z.object({
        area: z.string(),
        people: z.number(),
        selected: z.number(),
        shares: z.any().meta({ type: 'object', additionalProperties: { type: 'number' } }) as z.ZodType<
          Record<string, number>
        >,
      }),
    )
    .describe('What was counted by area and the shares used; empty beyond 5,000 areas.'),
  verdict: z.enum(['pass', 'review', 'insufficient']),
  because: z.array(z.string()),
  groups: z.array(
    z.object({
      group: z.string(),
      expected: z.number().describe('People of the group that the shares lead to expect.'),
      selectionRate: z
        .tuple([number, number])
        .describe('Bounds over every allotment, not an interval of chance.'),
      ratio: z
        .tuple([number, number])
        .describe('Bounds of the rate over that of everyone else; null is no bound.'),
      adjustedPValue: number.describe('Of the allotment that favours the group most.'),
      logAdjustedPValue: number,
      minimumDetectableRatio: number,
      verdict: z.enum(['pass', 'review', 'insufficient']),
    }),
  ),
});

const pack = z.object({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  source: z.string(),
  date: z.string().nullable().describe('When its text was verified at the source; null where it never was.'),
  verified: z.boolean(),
  threshold: z.object({
    numerator: z.number(),
    denominator: z.number(),
    is: z.enum(['law', 'practice', 'policy']),
  }),
  smallestShare: number.describe('Categories below this share of the people may be left out.'),
  requirements: z.array(
    z.object({ says: z.string(), met: z.boolean().nullable(), because: z.string(), verified: z.boolean() }),
  ),
  impactRatios: z.array(
    z.object({
      by,
      n: number,
      rate: number,
      impactRatio: number.describe('Rate over that of the most selected category not left out.'),
      of: z.enum(['selectionRate', 'scoringRate']),
      leftOut: z.boolean().describe('Below the share that the rule lets leave out.'),
    }),
  ),
});

export const auditReportSchema = z.object({
  schema: z.literal('scruple.audit/1'),
  checkedAt: z.iso.datetime(),
  rows: z.number().int(),
  verdict: z.enum(['pass', 'review', 'insufficient']),
  summary: z.array(z.string()).describe('What a reader in a hurry must know, in sentences.'),
  because: z.array(z.string()),
  groups: z.array(group),
  comparisons: z.array(comparison).describe('Of the selection rate: every group but the reference.'),
  metrics: z.array(metric),
  conditional: conditional.nullable(),
  marginals: z.array(group).optional(),
  marginalComparisons: z.array(comparison).optional(),
  source: z.object({
    kind: z.enum(['file', 'table', 'query']),
    name: z.string(),
    window: z.string().nullable(),
    caution: z.string().nullable(),
    dataHash: z.string().nullable().describe('SHA-256 of the file of decisions; null for a warehouse.'),
    countsHash: z.string().nullable().describe('SHA-256 over what was asked and the counts read.'),
  }),
  asked: z.object({
    groups: z.array(z.string()),
    decision: z.string(),
    favourable: z.string().nullable(),
    label: z.string().nullable(),
    labelFavourable: z.string().nullable(),
    score: z.string().nullable(),
    weight: z.string().nullable(),
    weightKind: z.string().nullable(),
    control: z.array(z.string()),
    reference: z.string().nullable(),
    rules: z.array(z.string()),
    id: z.string().nullable(),
    proxies: z.array(z.string()),
    outcomes: z.array(z.string()),
    moreIsBetter: z.array(z.string()),
    lessIsBetter: z.array(z.string()),
    marginals: z.boolean(),
    areas: z.string().nullable(),
    area: z.string().nullable(),
  }),
  reference: by.nullable(),
  people: z.number(),
  excluded: z.object({ decisionMissing: z.number(), weightMissing: z.number() }),
  spread: z.object({
    selectionRateDifference: number,
    selectionRateRatio: number,
    equalizedOddsDifference: number,
  }),
  scores: scores.nullable(),
  rules: rules.nullable(),
  outcomes: z.array(outcome),
  proxies: proxies.nullable(),
  areas: areas.nullable(),
  pack: pack.nullable(),
  vault: z
    .object({
      purpose: z.string(),
      minimumCell: z.number(),
      attributes: z.array(
        z.object({
          attribute: z.string(),
          ground: z.string(),
          source: z.string(),
          collectedOn: z.string(),
          retention: z.string(),
        }),
      ),
    })
    .nullable(),
  purpose: z.string().nullable(),
  notes: z.array(z.string()),
  method: z
    .object({
      test: z.string(),
      adjustment: z.string(),
      family: z.string(),
      reference: z.string(),
      verdict: z.string(),
      intervals: z.string(),
      threshold: z.string(),
      minimumGroup: z.number(),
      minimumCell: z.number(),
      weights: z.string(),
      seed: z.number(),
      formulas: z
        .array(z.object({ of: z.string(), says: z.string() }))
        .describe('How each kind of number here was made.'),
      engine: z.string(),
      version: z.string(),
    })
    .nullable(),
  problems: z.array(problemSchema),
});

export type AuditJson = z.infer<typeof auditReportSchema>;
export type GroupJson = AuditJson['groups'][number];
export type ComparisonJson = AuditJson['comparisons'][number];
export type AreasJson = NonNullable<AuditJson['areas']>;
export type ByJson = GroupJson['by'];
