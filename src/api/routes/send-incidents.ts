import { z } from 'zod';
import { SEND_FLAWS, showSendIncidents } from '../../app/server/incidents-of-sends/show-send-incidents.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { id, pageOf, paging } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

const flaw = z.enum(Object.keys(SEND_FLAWS) as [keyof typeof SEND_FLAWS]);
const incident = z
  .object({
    id,
    use: id,
    flaw,
    says: z.string(),
    event: z.string(),
    channel: z.string().nullable(),
    contentHash: z.string().nullable(),
    clearance: z.string().nullable(),
    sentAt: z.string(),
    notedAt: z.string(),
  })
  .meta({ id: 'SendIncident' });

/** What was sent and should not have been. */
export function addSendIncidentRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/send-incidents',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listSendIncidents',
        summary: 'Messages that were sent and should not have been, as was seen afterwards',
        tags: ['outcomes'],
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['at', 'use', 'flaw']).optional(),
          use: id.optional(),
          flaw: flaw.optional(),
        }),
        response: { 200: pageOf(incident) },
      },
    },
    (request) => {
      const { use, flaw: of, ...page } = request.query;
      return viewed(services, request, (view) => showSendIncidents(view, { use, flaw: of }, page));
    },
  );
}
