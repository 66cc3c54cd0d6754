import { z } from 'zod';
import { showTrust } from '../../app/server/trust/show-trust.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';

const measure = z
  .discriminatedUnion('status', [
    z.object({
      status: z.literal('measured'),
      unit: z.enum(['share', 'hours']),
      value: z.number(),
      low: z.number(),
      high: z.number().nullable().describe('`null` where so few bound it from below alone.'),
      n: z.int(),
    }),
    z.object({ status: z.literal('too-few'), fewest: z.int() }),
    z.object({ status: z.literal('cannot-tell'), why: z.string() }),
  ])
  .meta({ id: 'TrustMeasure' });
const trust = z
  .object({
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    indicators: z
      .array(
        z.object({
          id: z.string(),
          says: z.string(),
          limits: z.string(),
          measure,
          parts: z.array(z.object({ of: z.record(z.string(), z.string()), measure })).readonly(),
          withoutGroups: z.string().nullable(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'TrustIndicators' });

/** What speaks for trust, or against it; `/v1/trust` itself gives the keys that are trusted. */
export function addTrustRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/trust-indicators',
    {
      config: { right: 'aggregate.read' },
      schema: {
        operationId: 'readTrustIndicators',
        summary:
          'Who stays, narrows, comes back, expected it and was left in peace; each with interval and count',
        tags: ['outcomes'],
        response: { 200: trust },
      },
    },
    (request) => viewed(services, request, showTrust),
  );
}
