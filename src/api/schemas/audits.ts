import { z } from 'zod';
import { auditReportSchema } from '../../report/audit/schema.ts';
import { id } from './common.ts';

/** Characters of an audit as JSON: some hundreds of groups. */
export const MOST_AUDIT = 256 * 1024;
const MOST_TEXT = 200;
const MOST_ATTRIBUTES = 20;

/** Attribute → value: nothing else may stand where people are named by group. */
const isBy = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length <= MOST_ATTRIBUTES &&
  Object.entries(value).every(
    ([name, text]) =>
      name.length <= MOST_TEXT && (text === null || (typeof text === 'string' && text.length <= MOST_TEXT)),
  );

export const sentAudit = z
  .strictObject({
    use: id,
    pointer: z.string().regex(/^\/scores\/\d{1,3}$/),
    report: auditReportSchema.meta({ id: 'AuditReport' }),
  })
  .refine(({ report }) => JSON.stringify(report).length <= MOST_AUDIT, {
    message: `it is longer than ${MOST_AUDIT} characters`,
  })
  .refine(
    ({ report }) =>
      [...report.groups, ...report.comparisons, ...(report.rules?.groups ?? [])].every(({ by }) =>
        isBy(by),
      ) &&
      (report.reference === null || isBy(report.reference)),
    { message: 'a group is named by more than attributes and their values' },
  )
  .refine(({ report }) => report.rules === null || report.rules.patterns.length === 0, {
    message: 'sets of rules may speak of single persons, and are not kept here',
  });

const listed = {
  id: z.string(),
  use: z.string(),
  versionId: z.string(),
  version: z.int().describe('Number of the version.'),
  pointer: z.string().describe('Place of the decisions in the card.'),
  name: z.string(),
  source: z.string().describe('The file of decisions, as the card names it.'),
  verdict: z
    .enum(['pass', 'review', 'insufficient'])
    .nullable()
    .describe('`null` where who asks must judge first.'),
  countsHash: z.string().nullable().describe('SHA-256 over what was asked and the counts.'),
  auditedAt: z.string(),
  sentBy: z.string().nullable(),
  sentThrough: z.string(),
  sentAt: z.string(),
};
export const listedAudit = z.object(listed).meta({ id: 'ListedAudit' });

const by = z.record(z.string(), z.string().nullable());
const ends = z.array(z.number().nullable()).readonly().nullable().describe('95 %, low and high.');
export const shownAudit = z
  .object({
    ...listed,
    because: z.array(z.string()).readonly().nullable(),
    figures: z.object({
      people: z.number(),
      decision: z.string(),
      attributes: z.array(z.string()).readonly(),
      threshold: z.string().describe('The ratio under which a difference counts, as `4/5`.'),
      reference: by.nullable(),
      minimumCell: z.number().describe('Groups of fewer people are not shown.'),
      isOverVault: z.boolean(),
      groups: z
        .array(
          z.object({
            by,
            people: z.number().nullable(),
            selected: z.number().nullable(),
            rate: z.number().nullable(),
            interval: ends,
            isSuppressed: z.boolean(),
          }),
        )
        .readonly(),
      comparisons: z
        .array(
          z.object({
            by,
            ratio: z.number().nullable(),
            interval: ends,
            adjustedPValue: z.number().nullable(),
            hasEnough: z.boolean(),
            callsForReview: z.boolean().nullable(),
            isSuppressed: z.boolean(),
          }),
        )
        .readonly(),
      rules: z
        .array(
          z.object({
            by,
            gap: z.number().nullable(),
            withoutRules: z.number().nullable(),
            rules: z.array(z.object({ rule: z.string(), adds: z.number(), heldBack: z.number() })).readonly(),
          }),
        )
        .readonly(),
    }),
  })
  .meta({ id: 'Audit' });
