import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { View } from '../../app/server/change.ts';
import { bringUpToDate } from '../../app/server/register/bring-up-to-date.ts';
import { recordDrill } from '../../app/server/register/drills.ts';
import { showAutomation, showAutomations } from '../../app/server/register/show.ts';
import { changed, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse } from '../refused.ts';
import { automation, drill, listedAutomation, newDrill } from '../schemas/automations.ts';
import { flag, line, pageOf, paging } from '../schemas/common.ts';
import { useParams } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

/** The register of automations, and drills of stopping them. */
export function addAutomationRoutes(app: Api, { services }: RouteDependencies): void {
  const tags = ['automations'];
  /** Uses may have been pushed since it was looked at last. */
  const looked = async <T>(request: FastifyRequest, look: (view: View) => Promise<T>): Promise<T> => {
    orRefuse(await bringUpToDate(services.context));
    return viewed(services, request, look);
  };
  app.get(
    '/v1/automations',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listAutomations',
        summary: 'Uses that decide by machine; what weighs most first',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['id', 'decision', 'drilledAt', 'changedAt']).optional(),
          kind: line(40).optional(),
          decision: z.enum(['none', 'notable', 'significant', 'unclassed']).optional(),
          workspace: line(100).optional(),
          hasStopOwner: flag.optional(),
          isDrillDue: flag.optional().describe('Only those without a drill within 90 days.'),
          query: z.string().max(200).optional(),
          mine: flag.optional(),
        }),
        response: { 200: pageOf(listedAutomation) },
      },
    },
    (request) => {
      const { after, limit, direction, sort, ...filter } = request.query;
      return looked(request, (view) => showAutomations(view, filter, { after, limit, direction, sort }));
    },
  );
  app.get(
    '/v1/automations/:id',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readAutomation',
        summary:
          'One automation: purpose, inputs, logic, class, review path, stop, and what is wrong with it',
        tags,
        params: useParams,
        response: { 200: automation },
      },
    },
    (request) => looked(request, (view) => showAutomation(view, request.params.id)),
  );
  app.post(
    '/v1/automations/:id/drills',
    {
      config: { right: 'stop.drill' },
      schema: {
        operationId: 'recordDrill',
        summary: 'Record that stopping it was tried, and how long it took',
        tags,
        params: useParams,
        body: newDrill,
        response: { 201: drill },
      },
    },
    (request, reply) => {
      const { startedAt, stoppedAt, note = null } = request.body;
      return changed(services, request, reply, 201, (change) =>
        recordDrill(change, request.params.id, { startedAt, stoppedAt, note }),
      );
    },
  );
}
