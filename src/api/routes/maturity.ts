import { z } from 'zod';
import { showBoard } from '../../app/server/board/show-board.ts';
import { attest, type Lowering, lower } from '../../app/server/maturity/attest.ts';
import { exportMaturity } from '../../app/server/maturity/export-maturity.ts';
import { showMaturity } from '../../app/server/maturity/show-maturity.ts';
import { quarterNamed, quarterOf } from '../../kernel/quarter.ts';
import { boardSchema } from '../../report/board/schema.ts';
import { maturitySchema } from '../../report/maturity/schema.ts';
import { changed, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { text } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['maturity'];
const done = z.null();
const SIGNED = 'application/vnd.scruple.signed+json';

/** Where the seven practices stand, what people sign for, and what they say is worse. */
export function addMaturityRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/maturity',
    {
      config: { right: 'maturity.read' },
      schema: {
        operationId: 'readMaturity',
        summary: 'Seven practices by five levels, each point with its evidence and how it was asked for',
        tags,
        response: { 200: maturitySchema.meta({ id: 'Maturity' }) },
      },
    },
    (request) => viewed(services, request, showMaturity),
  );
  app.get(
    '/v1/maturity/export',
    {
      config: { right: 'evidence.export' },
      schema: {
        operationId: 'exportMaturity',
        summary: 'The same, signed, as a file for `scruple verify`',
        tags,
        // Not as plain JSON, which a client would read and write anew: every byte counts.
        produces: [SIGNED],
      },
    },
    async (request, reply) => {
      const statement = await viewed(services, request, exportMaturity);
      return reply
        .type(SIGNED)
        .header('content-disposition', 'attachment; filename="maturity.json"')
        .serializer(String)
        .send(statement);
    },
  );
  app.get(
    '/v1/board',
    {
      config: { right: 'maturity.read' },
      schema: {
        operationId: 'readBoard',
        summary: 'A quarter on two pages: live, caught, found late, exceptions, and what is to be decided',
        tags,
        querystring: z.strictObject({
          quarter: z
            .string()
            .regex(/^\d{4}-Q[1-4]$/, 'write it as 2026-Q3')
            .optional()
            .describe('The one that runs by default.'),
        }),
        response: { 200: boardSchema.meta({ id: 'Board' }) },
      },
    },
    (request) =>
      viewed(services, request, (view) =>
        showBoard(view, quarterNamed(request.query.quarter ?? '') ?? quarterOf(view.at)),
      ),
  );
  app.post(
    '/v1/maturity/attestations',
    {
      config: { right: 'maturity.attest' },
      schema: {
        operationId: 'attestMaturity',
        summary: 'Sign for what time or people outside must prove',
        tags,
        body: z.strictObject({
          requirement: z.string().max(80),
          value: z.number().min(0).max(1_000_000),
          fileHash: z
            .string()
            .regex(/^sha256:[0-9a-f]{64}$/)
            .describe('Of the file that proves it; the file stays with you.'),
        }),
        response: { 204: done },
      },
    },
    (request, reply) => changed(services, request, reply, 204, (change) => attest(change, request.body)),
  );
  app.post(
    '/v1/maturity/lowerings',
    {
      config: { right: 'maturity.lower' },
      schema: {
        operationId: 'lowerMaturity',
        summary: 'Say that a practice is worse than its evidence; nobody can say that it is better',
        tags,
        body: z.strictObject({
          step: z.literal([1, 2, 3, 4, 5, 6, 7]),
          level: z.int().min(0).max(4).nullable().describe('`null` takes back what was said before.'),
          reason: text(1000),
        }),
        response: { 204: done },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 204, (change) => lower(change, request.body as Lowering)),
  );
}
