import { z } from 'zod';
import { GRAVITIES, VERDICTS } from '../../kernel/gravity.ts';
import { findingSchema, notAssessedSchema, workspaceReportSchema } from '../../report/json/schema.ts';
import { sentAudit } from './audits.ts';
import { id, line } from './common.ts';

export const useId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/);
export const verdict = z.enum(VERDICTS).meta({ id: 'Verdict' });
export const gravity = z.enum(GRAVITIES).meta({ id: 'Gravity' });
export const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

export const finding = findingSchema.meta({ id: 'Finding' });
export const notAssessed = notAssessedSchema.meta({ id: 'NotAssessed' });

const listed = {
  id: z.string(),
  workspace: z.string(),
  kind: z.string(),
  owner: z.string().describe('As the card names it.'),
  ownerKey: z.string().nullable(),
  state: z.string().describe('checked, in-review, cleared or stopped.'),
  verdict: z.string().nullable().describe('`null` where who asks must judge first.'),
  expiresAt: z.string().nullable(),
  createdAt: z.string(),
  changedAt: z.string(),
  version: z.int(),
};
export const listedUse = z.object(listed).meta({ id: 'ListedUse' });
export const shownUse = z
  .object({
    ...listed,
    latestVersion: z.string().nullable(),
    clearedVersion: z.string().nullable(),
    clearance: z.string().nullable(),
    stop: z.string().nullable(),
    review: z.string().nullable().describe('The one that is open.'),
    isOwn: z.boolean().describe('Whether who asks works on it, and so does not judge it.'),
  })
  .meta({ id: 'Use' });

const version = {
  id: z.string(),
  number: z.int(),
  contentHash: z.string(),
  verdict: z.string().nullable(),
  counts: z.record(z.string(), z.number()).nullable(),
  revision: z.string().nullable(),
  pushedThrough: z.string(),
  createdAt: z.string(),
};
export const listedVersion = z.object(version).meta({ id: 'ListedVersion' });
export const wordChanges = z
  .array(
    z
      .object({ type: z.enum(['same', 'removed', 'added']), words: z.array(z.string()).readonly() })
      .meta({ id: 'WordChange' }),
  )
  .readonly();
/** What a person sees between two versions. */
export const versionDifference = z
  .object({
    since: z.int(),
    parts: z.array(z.string()).readonly(),
    share: z.number(),
    messages: z.array(z.object({ file: z.string(), changes: wordChanges })).readonly(),
    files: z.array(z.object({ path: z.string(), changes: wordChanges })).readonly(),
  })
  .meta({ id: 'VersionDifference' });
export const shownVersion = z
  .object({
    ...version,
    card: z.unknown(),
    files: z.array(z.object({ path: z.string(), text: z.string() })).readonly(),
    difference: versionDifference
      .nullable()
      .describe('To the version that was cleared last; `null` where none was.'),
    messages: z.array(z.object({ name: z.string(), messageHash: z.string() })).readonly(),
    slots: z.array(z.string()).readonly().describe('Places in the messages that are filled for each person.'),
    claims: z.array(z.string()).readonly().describe('Named facts that its claims rest on.'),
    notAssessed: z.array(notAssessed).readonly().nullable(),
    assessedElsewhere: z
      .array(z.string())
      .readonly()
      .nullable()
      .describe('Checks that only the one who pushed could assess, having facts and data at hand.'),
  })
  .meta({ id: 'Version' });

export const push = z.strictObject({
  workspace: line(100),
  files: z
    .array(z.strictObject({ path: z.string().max(500), text: z.string().max(4 * 1024 * 1024) }))
    .min(1)
    .max(5000),
  report: workspaceReportSchema.nullable().optional().describe('What `scruple check --format json` said.'),
  audits: z
    .array(sentAudit)
    .max(200)
    .optional()
    .describe('What `scruple audit` says of the decisions that the cards name, aggregates alone.'),
  revision: line(200).nullable().optional(),
  through: z.enum(['cli', 'ci', 'api', 'console']).optional(),
});
export const pushed = z.object({
  uses: z
    .array(
      z.object({
        use: z.string(),
        version: z.int(),
        versionId: z.string(),
        verdict: z.string(),
        contentHash: z.string(),
        isNew: z.boolean(),
      }),
    )
    .readonly(),
});
export const useParams = z.object({ id: useId });
export const versionParams = z.object({ id: useId, version: id });
