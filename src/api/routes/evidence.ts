import { z } from 'zod';
import { exportLog, showEvidence, signLogNow, verifyLog } from '../../app/server/evidence/log.ts';
import { exportUse } from '../../app/server/evidence/use-archive.ts';
import { callerOf, madeOnce, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse } from '../refused.ts';
import { id, pageOf, paging } from '../schemas/common.ts';
import { useParams } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const entry = z
  .object({
    sequence: z.number(),
    previous: z.string().nullable(),
    subject: z.string(),
    at: z.string(),
    type: z.string(),
    body: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    salt: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'EvidenceEntry' });
const tags = ['evidence'];
const asIs = (value: unknown): string => String(value);

/** The evidence log, and archives of it. */
export function addEvidenceRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/evidence',
    {
      config: { right: 'evidence.read' },
      schema: {
        operationId: 'listEvidence',
        summary: 'Entries in their order',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['sequence']).optional(),
          subject: id.optional(),
          type: z
            .string()
            .regex(/^[a-z][a-z.-]{0,63}$/)
            .optional(),
          above: z.coerce
            .number()
            .int()
            .min(0)
            .max(Number.MAX_SAFE_INTEGER)
            .optional()
            .describe('Only entries with a higher number: what was logged since one looked last.'),
        }),
        response: { 200: pageOf(entry) },
      },
    },
    (request) => {
      const { after, limit, direction, sort, ...filter } = request.query;
      return viewed(services, request, (view) =>
        showEvidence(view, filter, { after, limit, direction, sort }),
      );
    },
  );
  app.get(
    '/v1/evidence/verification',
    {
      config: { right: 'evidence.read' },
      schema: {
        operationId: 'verifyEvidence',
        summary: 'The log held against itself and its signatures',
        tags,
        response: {
          200: z.object({
            intact: z.boolean(),
            entries: z.number(),
            sealed: z.number(),
            heads: z.number(),
            anchoredThrough: z.number().nullable(),
            unanchored: z.number(),
            damages: z
              .array(z.object({ type: z.string(), sequence: z.number(), says: z.string() }))
              .readonly(),
            disregarded: z.array(z.string()).readonly(),
          }),
        },
      },
    },
    (request) => viewed(services, request, verifyLog),
  );
  app.get(
    '/v1/evidence/log',
    {
      config: { right: 'evidence.read' },
      schema: {
        operationId: 'exportEvidenceLog',
        summary: 'The log as a file for `scruple evidence verify`; with `subject`, all others sealed',
        tags,
        querystring: z.strictObject({ subject: id.optional() }),
        produces: ['application/jsonl'],
      },
    },
    async (request, reply) => {
      const { subject } = request.query;
      const log = await viewed(services, request, (view) => exportLog(view, subject ?? null));
      return reply
        .type('application/jsonl; charset=utf-8')
        .header('content-disposition', 'attachment; filename="evidence.jsonl"')
        .serializer(asIs)
        .send(log);
    },
  );
  app.post(
    '/v1/evidence/heads',
    {
      config: { right: 'evidence.export' },
      schema: {
        operationId: 'signEvidenceHead',
        summary: 'Sign where the log ends now',
        tags,
        response: { 201: z.object({ sequence: z.number() }) },
      },
    },
    async (request, reply) => {
      const sequence = orRefuse(await signLogNow(services.context, callerOf(request)));
      return reply.code(201).send({ sequence });
    },
  );
  app.post(
    '/v1/uses/:id/evidence',
    {
      config: { right: 'evidence.export' },
      schema: {
        operationId: 'exportUseEvidence',
        summary: 'All evidence on a use as one archive (ZIP) that opens without us; the export is logged',
        tags,
        params: useParams,
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const { id: use } = request.params;
      orRefuse(await signLogNow(services.context, callerOf(request)));
      // Text, so that it is kept as other first answers are: an archive that is made again is another one.
      const answer = await madeOnce(services, request, reply, 200, async (change) =>
        (await exportUse(change, use)).toString('base64'),
      );
      if (answer === null) return reply;
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="evidence-${use}.zip"`)
        .send(Buffer.from(String(answer.body), 'base64'));
    },
  );
}
