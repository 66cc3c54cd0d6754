import { z } from 'zod';
import { showDays } from '../../app/server/gate-days/show.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { useId } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const told = z.int().nullable().describe('`null` where they are fewer than five.');
const outcomes = { permitted: told, held: told, denied: told };
const shown = z
  .object({
    ...outcomes,
    days: z.array(z.object({ day: z.string(), ...outcomes })).readonly(),
    reasons: z
      .array(
        z.object({
          code: z.string(),
          seen: z.string().describe('What was seen.'),
          change: z.string().describe('What would have to change.'),
          decisions: told,
        }),
      )
      .readonly()
      .describe('The most frequent first. One decision can have several.'),
  })
  .meta({ id: 'GateDays' });

/** What the gate decided over a time, summed up for people to look at. */
export function addGateDayRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/gate/days',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readGateDays',
        summary: 'How often what was decided on each day and for which reasons; few are not counted',
        tags: ['gate'],
        querystring: z.strictObject({ from: day, to: day, use: useId.optional() }),
        response: { 200: shown },
      },
    },
    (request) => viewed(services, request, (view) => showDays(view, request.query)),
  );
}
