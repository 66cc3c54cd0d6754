import { z } from 'zod';
import { showStatisticsGround } from '../../app/server/settings/statistics-ground.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';

/** Settings that no other part of the API shows. */
export function addSettingRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/settings/review-statistics',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readStatisticsGround',
        summary: 'The agreement or notice that review statistics rest on',
        tags: ['settings'],
        response: {
          200: z.object({
            reference: z.string().nullable().describe('`null` where none is recorded: then there are none.'),
            recordedAt: z.string().nullable(),
          }),
        },
      },
    },
    (request) => viewed(services, request, showStatisticsGround),
  );
}
