import { z } from 'zod';
import {
  actOnIncident,
  type IncidentStep,
  reportIncident,
} from '../../app/server/incidents/act-on-incident.ts';
import { readPeopleOfIncident } from '../../app/server/incidents/read-people.ts';
import { showIncident, showIncidents, shownIncident } from '../../app/server/incidents/show-incidents.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { flag, id, pageOf, paging } from '../schemas/common.ts';
import {
  incident,
  listedIncident,
  peopleBody,
  reachedPeople,
  reportBody,
  stepBody,
} from '../schemas/incidents.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['outcomes'];
const params = z.object({ incident: id });

/** Harm that happened, and what is done about it. */
export function addIncidentRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/incidents',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listIncidents',
        summary: 'Harm that happened, with the clocks that run for it, newest first',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['at', 'due', 'use']).optional(),
          use: id.optional(),
          open: flag.optional(),
          cause: id.optional(),
        }),
        response: { 200: pageOf(listedIncident) },
      },
    },
    (request) => {
      const { use, open, cause, ...page } = request.query;
      return viewed(services, request, (view) => showIncidents(view, { use, open, cause }, page));
    },
  );
  app.post(
    '/v1/incidents',
    {
      config: { right: 'incident.report' },
      schema: {
        operationId: 'reportIncident',
        summary:
          'Report harm that nothing here saw by itself; one of the same use and cause that is open is given',
        tags,
        body: reportBody,
        response: { 201: incident },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, async (change) =>
        shownIncident(change, await reportIncident(change, request.body)),
      ),
  );
  app.get(
    '/v1/incidents/:incident',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readIncident',
        summary:
          'An incident: what, whom it reached, decisions, remedies, proofs, and what is missing to close it',
        tags,
        params,
        response: { 200: incident },
      },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, (view) => showIncident(view, request.params.incident));
      return reply.header('etag', `"${shown.version}"`).send(shown);
    },
  );
  app.post(
    '/v1/incidents/:incident/steps',
    {
      config: { right: 'incident.work', match: 'required' },
      schema: {
        operationId: 'stepInIncident',
        summary:
          'Take a step in an incident: what caused it, whom to tell, what is done, that it was, and close it',
        tags,
        params,
        body: stepBody,
        response: { 200: incident },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, async (change) =>
        shownIncident(
          change,
          await actOnIncident(
            change,
            request.params.incident,
            matchedVersion(request),
            request.body as IncidentStep,
          ),
        ),
      ),
  );
  app.post(
    '/v1/incidents/:incident/people',
    {
      config: { right: 'incident.read-people' },
      schema: {
        operationId: 'readPeopleOfIncident',
        summary: 'Keys of the people whom an incident reached, for a stated purpose that is logged',
        tags,
        params,
        body: peopleBody,
        response: { 200: reachedPeople },
      },
    },
    (request, reply) => {
      const { purpose, after = null, limit = 500 } = request.body;
      return changed(services, request, reply, 200, (change) =>
        readPeopleOfIncident(change, request.params.incident, { purpose, after, limit }),
      );
    },
  );
}
