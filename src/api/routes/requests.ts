import { z } from 'zod';
import { actOnRequest } from '../../app/server/requests/act.ts';
import { acknowledge } from '../../app/server/requests/destinations.ts';
import { readPersonOfRequest } from '../../app/server/requests/read-person.ts';
import { recordRequest } from '../../app/server/requests/record.ts';
import { shownRequest, showRequest, showRequests } from '../../app/server/requests/show.ts';
import { changeSource, dryRun } from '../../app/server/requests/sources/change-source.ts';
import {
  setToldSystems,
  showToldSystems,
  toldSystemShape,
} from '../../app/server/requests/systems/system-settings.ts';
import { callerOf, changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse } from '../refused.ts';
import { flag, id, pageOf, paging } from '../schemas/common.ts';
import {
  askedDryRun,
  askedPersonOfRequest,
  confirmedChange,
  dryRun as dryRunShape,
  jurisdiction,
  personOfRequest,
  queuedRequest,
  requestAction,
  requestKind,
  request as requestShape,
  requestState,
  sentAcknowledgement,
  toldRequest,
  urgency,
} from '../schemas/requests.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['requests'];
const params = z.object({ id });
type Shown = z.infer<typeof requestShape>;

const shownSystem = z
  .object({
    system: z.string(),
    host: z.string().describe('Of its address; the rest is not shown.'),
    answerWithinDays: z.int(),
    secret: z.string().nullable().describe('As Standard Webhooks writes one; shown once, when it is new.'),
  })
  .meta({ id: 'ToldSystem' });
const shownSystems = z.object({ systems: z.array(shownSystem).readonly(), version: z.int() });

/** Which systems are asked by a webhook to erase or correct. */
function addToldSystems(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/settings/rights-systems',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readToldSystems',
        summary: 'Systems that are asked by a webhook to erase or correct somebody',
        tags,
        response: { 200: shownSystems },
      },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, showToldSystems);
      return reply.header('etag', `"${shown.version}"`).send(shown);
    },
  );
  app.put(
    '/v1/settings/rights-systems',
    {
      config: { right: 'settings.write', match: 'required' },
      schema: {
        operationId: 'setToldSystems',
        summary: 'Set them; a new one gets a secret that is shown this once',
        tags,
        body: z.strictObject({ systems: z.array(toldSystemShape).max(50) }),
        response: { 200: shownSystems },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        setToldSystems(change, matchedVersion(request), request.body.systems),
      ),
  );
}

/** What customers ask of the organisation: the queue, and what an advocate does with each. */
export function addRequestRoutes(app: Api, dependencies: RouteDependencies): void {
  const { services } = dependencies;
  addToldSystems(app, dependencies);
  app.get(
    '/v1/requests',
    {
      config: { right: 'request.read' },
      schema: {
        operationId: 'listRequests',
        summary: 'The queue of what customers ask: what is due first comes first; nothing of who asks',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['due', 'asked']).optional(),
          kind: requestKind.optional(),
          state: requestState.optional(),
          open: flag.optional(),
          taken: flag.optional(),
          urgency: urgency.optional().describe('Of those that are open.'),
          destinationsOverdue: flag
            .optional()
            .describe('Those with a source that was to say by now what was done there.'),
          jurisdiction: jurisdiction.optional(),
          use: id.optional(),
        }),
        response: { 200: pageOf(queuedRequest) },
      },
    },
    (request) => {
      const { after, limit, direction, sort, ...filter } = request.query;
      return viewed(services, request, (view) =>
        showRequests(view, filter, { after, limit, direction, sort }),
      ) as Promise<{ items: z.infer<typeof queuedRequest>[]; next: string | null }>;
    },
  );
  app.get(
    '/v1/requests/:id',
    {
      config: { right: 'request.read' },
      schema: {
        operationId: 'readRequest',
        summary: 'One request with its steps and what can be done now; nothing of who asks',
        tags,
        params,
        response: { 200: requestShape },
      },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, (view) => showRequest(view, request.params.id));
      return reply.header('etag', `"${shown.version}"`).send(shown as Shown);
    },
  );
  app.post(
    '/v1/requests',
    {
      config: { right: 'request.open' },
      schema: {
        operationId: 'openRequest',
        summary: 'Open a request for a customer who asks by phone, letter or another system',
        tags,
        body: toldRequest,
        response: { 201: requestShape.pick({ id: true, state: true, dueAt: true, version: true }) },
      },
    },
    (request, reply) => {
      const { jurisdiction: law = null, proofs = [], ...told } = request.body;
      return changed(services, request, reply, 201, async (change) => {
        const { row } = await recordRequest(change, { ...told, jurisdiction: law, proofs });
        const { id: made, state, dueAt, version } = row;
        return { id: made, state, dueAt: dueAt.toISOString(), version };
      });
    },
  );
  app.post(
    '/v1/requests/:id/actions',
    {
      config: { right: 'contest.decide', match: 'required' },
      schema: {
        operationId: 'actOnRequest',
        summary: 'Take, ask for proof, carry out, extend, answer, decide, refuse or reopen a request',
        tags,
        params,
        body: requestAction,
        response: { 200: requestShape },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, async (change) =>
        shownRequest(
          change,
          await actOnRequest(change, request.params.id, matchedVersion(request), request.body),
        ),
      ),
  );
  app.post(
    '/v1/requests/:id/acknowledgements',
    {
      config: { right: 'request.acknowledge' },
      schema: {
        operationId: 'acknowledgeRequest',
        summary: 'Say what a source did that was asked to erase or correct; with the last the request ends',
        tags,
        params,
        body: sentAcknowledgement,
        response: {
          200: requestShape.pick({ id: true, state: true, openDestinations: true, version: true }),
        },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, async (change) => {
        const { destination, outcome } = request.body;
        const { row } = await acknowledge(change, request.params.id, destination, outcome);
        const { id: made, state, openDestinations, version } = row;
        return { id: made, state, openDestinations, version };
      }),
  );
  app.post(
    '/v1/requests/:id/dry-run',
    {
      config: { right: 'contest.decide' },
      schema: {
        operationId: 'dryRunRequest',
        summary: 'How many rows of which tables an erasure or a correction would change; nothing is changed',
        tags,
        params,
        body: askedDryRun,
        response: { 200: dryRunShape },
      },
    },
    async (request) => {
      const { corrections = [] } = request.body;
      const { warehouses } = await viewed(services, request, (view) =>
        dryRun(view, request.params.id, corrections),
      );
      return {
        warehouses: warehouses.map(({ tables, hash, ...one }) => ({
          ...one,
          plan: hash,
          tables: tables.map(({ change, ...table }) => ({
            ...table,
            does: change.does,
            columns: 'columns' in change ? change.columns : [],
          })),
        })),
      };
    },
  );
  app.post(
    '/v1/requests/:id/changes',
    {
      config: { right: 'contest.decide', match: 'required' },
      schema: {
        operationId: 'changeSourceOfRequest',
        summary: 'Erase or correct in one warehouse what a dry run showed, in one transaction',
        tags,
        params,
        body: confirmedChange,
        response: { 200: requestShape },
      },
    },
    async (request, reply) => {
      const { corrections = [], ...confirmed } = request.body;
      orRefuse(
        await changeSource(services.context, callerOf(request), {
          ...confirmed,
          corrections,
          request: request.params.id,
          version: matchedVersion(request),
        }),
      );
      const shown = await viewed(services, request, (view) => showRequest(view, request.params.id));
      return reply.header('etag', `"${shown.version}"`).send(shown as Shown);
    },
  );
  app.post(
    '/v1/requests/:id/person',
    {
      config: { right: 'request.read-person' },
      schema: {
        operationId: 'readPersonOfRequest',
        summary: 'Who asks and what they say, for a purpose that is logged',
        tags,
        params,
        body: askedPersonOfRequest,
        response: { 200: personOfRequest },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        readPersonOfRequest(change, request.params.id, request.body.purpose),
      ),
  );
}
