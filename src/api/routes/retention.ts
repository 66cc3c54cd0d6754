import { z } from 'zod';
import { retentionShape, setRetention, showRetention } from '../../app/server/jobs/retention-setting.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';

const shown = z.object({
  kept: retentionShape.describe('Days that something stays after it has done its work.'),
  jobs: z
    .array(
      z.object({
        name: z.string(),
        dueAt: z.string(),
        doneAt: z.string().nullable(),
        rows: z.int(),
        problem: z.string().nullable(),
      }),
    )
    .readonly(),
  version: z.int(),
});

/** How long the server keeps what it no longer needs, and when it last removed it. */
export function addRetentionRoutes(app: Api, { services }: RouteDependencies): void {
  const tags = ['settings'];
  app.get(
    '/v1/settings/retention',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readRetention',
        summary: 'How long things stay, and when they were removed last',
        tags,
        response: { 200: shown },
      },
    },
    async (request, reply) => {
      const retention = await viewed(services, request, showRetention);
      return reply.header('etag', `"${retention.version}"`).send(retention);
    },
  );
  app.put(
    '/v1/settings/retention',
    {
      config: { right: 'settings.write', match: 'required' },
      schema: {
        operationId: 'setRetention',
        summary: 'Set it; it counts from the next removal on',
        tags,
        body: retentionShape,
        response: { 200: shown },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        setRetention(change, matchedVersion(request), request.body),
      ),
  );
}
