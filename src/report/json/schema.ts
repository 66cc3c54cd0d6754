import { z } from 'zod';
import { SENSITIVE_CATEGORIES, type SensitiveCategory } from '../../kernel/categories.ts';
import { GRAVITIES, VERDICTS } from '../../kernel/gravity.ts';
import { RISK_PATTERNS, USE_KINDS } from '../../kernel/vocabulary.ts';

/** The shapes of contract.md §3. Keys may be added; a key that stands here keeps its name and meaning, and is always present. */
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const position = z.number().int().min(1).describe('1-based, in UTF-16 units');

export const locationSchema = z.object({
  file: z.string(),
  line: position,
  column: position,
  endLine: position,
  endColumn: position.describe('1-based, in UTF-16 units, exclusive'),
});

export const findingSchema = z.object({
  check: z.string(),
  advice: z.string().describe('Which of the advices of the check was given.'),
  step: z.number().int().min(1).max(7),
  risk: z.enum(RISK_PATTERNS).nullable(),
  gravity: z.enum(GRAVITIES),
  decidedBy: z.enum(['rule', 'person']),
  decider: z.string().nullable(),
  at: locationSchema,
  quote: z
    .string()
    .nullable()
    .describe('The words seen, masked where they identify a person or list more than three literals.'),
  what: z.string(),
  why: z.string(),
  instead: z.string(),
  norms: z.array(z.object({ id: z.string(), scope: z.enum(['law', 'policy']) })),
  waivedBy: z.string().nullable(),
});

export const notAssessedSchema = z.object({
  check: z.string(),
  missing: z.array(z.string()),
  required: z.boolean().describe('Whether it keeps the verdict from `allow`.'),
});

export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  at: locationSchema.nullable(),
});

export const workspaceReportSchema = z.object({
  schema: z.literal('scruple.report/1'),
  verdict: z.enum(VERDICTS),
  checkedAt: z.iso.datetime(),
  exampleClock: z.boolean().describe('Whether the workspace is an example that fixes its own clock.'),
  workspace: z.string(),
  since: z
    .string()
    .nullable()
    .describe('The revision compared with, where only what differs from it is reported.'),
  uses: z.array(
    z.object({
      use: z.string(),
      kind: z.enum(USE_KINDS).nullable(),
      hash: hash.nullable(),
      verdict: z.enum(VERDICTS),
      checksRun: z.number().int().min(0),
      messages: z.array(z.object({ file: z.string(), messageHash: hash, language: z.string().nullable() })),
      findings: z.array(findingSchema),
      notAssessed: z.array(notAssessedSchema),
    }),
  ),
  problems: z.array(problemSchema),
});

export const messagesReportSchema = z.object({
  schema: z.literal('scruple.messages/1'),
  checkedAt: z.iso.datetime(),
  messages: z.array(
    z.object({
      file: z.string(),
      format: z.enum(['html', 'mjml', 'liquid', 'markdown', 'text', 'json']),
      language: z.string().nullable(),
      messageHash: hash,
      verdict: z.enum(VERDICTS),
      checksRun: z.number().int().min(0),
      findings: z.array(findingSchema),
      notAssessed: z.array(notAssessedSchema),
    }),
  ),
  problems: z.array(problemSchema),
});

const category = z.enum(Object.keys(SENSITIVE_CATEGORIES) as [SensitiveCategory, ...SensitiveCategory[]]);

/** What is read line by line lies in no file. */
const placeSchema = locationSchema.extend({ file: z.string().nullable() });

export const segmentSchema = z.object({
  id: z.string(),
  file: z.string().nullable(),
  dialect: z.enum(['postgres', 'duckdb', 'bigquery', 'snowflake', 'trino']).nullable(),
  format: z.string(),
  assessed: z.boolean(),
  problem: problemSchema
    .extend({ at: placeSchema.nullable() })
    .nullable()
    .describe('Why it was not assessed; `null` where it was.'),
  fields: z.array(
    z.object({
      field: z.string(),
      role: z.enum(['include', 'exclude', 'rank', 'join', 'output']),
      jsonPath: z.string().nullable(),
      path: z.array(z.string()),
      values: z.array(z.string()),
      sensitive: z.array(category),
      proxyFor: z.array(category),
      at: placeSchema,
    }),
  ),
  unresolved: z.array(z.string()),
  findings: z.array(findingSchema),
});

/** A line of `segment --lines`; one that could not be read has what is known of it, and a problem. */
export const segmentLineSchema = segmentSchema.extend({
  line: z.number().int().min(1),
  id: z.union([z.string(), z.number()]).nullable().describe('As the line gives it.'),
  format: z.string().nullable(),
});

export const segmentsReportSchema = z.object({
  schema: z.literal('scruple.segments/1'),
  segments: z.array(segmentSchema),
  problems: z.array(problemSchema),
});

export type FindingJson = z.infer<typeof findingSchema>;
export type ProblemJson = z.infer<typeof problemSchema>;
export type NotAssessedJson = z.infer<typeof notAssessedSchema>;
export type WorkspaceReportJson = z.infer<typeof workspaceReportSchema>;
export type MessagesReportJson = z.infer<typeof messagesReportSchema>;
export type SegmentJson = z.infer<typeof segmentSchema>;
export type SegmentsReportJson = z.infer<typeof segmentsReportSchema>;
