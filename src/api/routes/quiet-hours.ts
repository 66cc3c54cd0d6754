import { z } from 'zod';
import { showQuietHours } from '../../app/server/quiet-hours/show.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';

const open = z.array(z.string()).readonly().describe('As `08:00–21:00`, local to the person.');
const row = z
  .object({
    jurisdiction: z.string().nullable().describe('`null` holds everywhere.'),
    channels: z.array(z.string()).readonly(),
    weekdays: open,
    saturday: open,
    sunday: open,
    kind: z.enum(['law', 'ours']),
    source: z.string(),
    verifiedOn: z.string().nullable().describe('`null` where the source itself was not read.'),
  })
  .meta({ id: 'OpenHours' });

/** When people may be called, texted or rung: the table that the gate decides by. */
export function addQuietHourRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/gate/quiet-hours',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readQuietHours',
        summary: 'When people may be called, texted or rung; everything outside of these hours is quiet',
        tags: ['gate'],
        response: { 200: z.object({ hours: z.array(row).readonly() }) },
      },
    },
    (request) => viewed(services, request, async (view) => ({ hours: showQuietHours(view) })),
  );
}
