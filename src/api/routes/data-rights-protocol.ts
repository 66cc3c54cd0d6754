import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  dropAgent,
  isAgent,
  pairWithAgent,
  registerAgent,
  showAgents,
} from '../../app/server/access/protocol/agents.ts';
import { exerciseRight, exerciseStatus, revokeExercise } from '../../app/server/access/protocol/exercise.ts';
import { makeChange } from '../../app/server/change.ts';
import { callerOf, changed, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse } from '../refused.ts';
import { line, pageOf, paging } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

/** Of the directory of agents: `[A-Z_]+` there, letters and digits for those who number them. */
const agentId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
const params = z.object({ id: agentId });
const requestParams = z.object({ id: z.uuid() });
const agent = z
  .object({
    id: z.string(),
    name: z.string(),
    business: z.string(),
    verifyKey: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'AuthorisedAgent' });
const status = z
  .object({
    request_id: z.string(),
    agent_request_id: z.string().optional(),
    status: z.enum(['open', 'in_progress', 'fulfilled', 'revoked', 'denied', 'expired']),
    reason: z.string().optional(),
    received_at: z.string(),
    expected_by: z.string().optional(),
    processing_details: z.string().optional(),
    user_verification_url: z.string().optional(),
    results_url: z.string().optional(),
  })
  .meta({ id: 'ExerciseStatus' });
const paired = z
  .object({
    'agent-id': z.string(),
    token: z.string(),
    'scruple:callback-secret': z
      .string()
      .describe('Signs what is posted to a `status_callback`, as Standard Webhooks; shown this once.'),
  })
  .meta({ id: 'PairedAgent' });
const signed = z
  .string()
  .max(22_000)
  .describe(
    'Base64 of an Ed25519 signature of 64 bytes with the signed JSON behind it (libsodium’s combined mode).',
  );
const tags = ['data rights protocol'];

/** The Data Rights Protocol 1.0 for agents whom people let ask for them, and who these agents are. */
export function addDataRightsProtocolRoutes(app: Api, { services }: RouteDependencies): void {
  app.post(
    '/v1/agents',
    {
      config: { right: 'agent.write' },
      schema: {
        operationId: 'registerAgent',
        summary:
          'Register an agent from the directory of agents; the token of its first call is shown this once',
        tags,
        body: z.strictObject({
          id: agentId,
          name: line(100),
          business: line(100).describe('By which the agent’s directory knows us.'),
          verifyKey: line(100).describe('`verify_key` of the directory: 32 bytes in base64.'),
        }),
        response: { 201: z.object({ agent, setUpToken: z.string() }) },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, (change) => registerAgent(change, request.body)),
  );
  app.get(
    '/v1/agents',
    {
      config: { right: 'agent.read' },
      schema: {
        operationId: 'listAgents',
        summary: 'Agents of customers, latest first',
        tags,
        querystring: z.strictObject({ ...paging, sort: z.enum(['createdAt', 'name']).optional() }),
        response: { 200: pageOf(agent) },
      },
    },
    (request) => viewed(services, request, (view) => showAgents(view, request.query)),
  );
  app.delete(
    '/v1/agents/:id',
    {
      config: { right: 'agent.write' },
      schema: {
        operationId: 'dropAgent',
        summary: 'Take an agent off: its token ends; what it asked for people goes on',
        tags,
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await changed(services, request, reply, 204, (change) => dropAgent(change, request.params.id));
      services.forgetKeys();
    },
  );
  // Signed messages are text, and are read as such on these routes alone.
  void app.register(async (plugin) => addSignedRoutes(plugin as unknown as Api, services));
}

function addSignedRoutes(app: Api, services: RouteDependencies['services']): void {
  app.addContentTypeParser('text/plain', { parseAs: 'string', bodyLimit: 22_000 }, (_request, body, done) =>
    done(null, String(body)),
  );
  app.post(
    '/v1/agent/:id',
    {
      config: { right: 'agent.act' },
      schema: {
        operationId: 'pairWithAgent',
        summary: 'Set the token up by which an agent is known from now on (DRP 1.0 §2.05)',
        tags,
        params,
        body: signed,
        consumes: ['text/plain'],
        response: { 200: paired },
      },
    },
    async (request, reply) => {
      const { params: named, body } = request;
      const made = await makeChange(services.context, callerOf(request), null, async (change) => ({
        status: 200,
        body: await pairWithAgent(change, named.id, body),
      }));
      services.forgetKeys();
      // §2.05.1: a message that does not hold is answered by 403 and nothing else.
      if (!made.ok && made.problem.code === 'agent.message-refused') {
        await (reply as FastifyReply).code(403).send();
        return reply;
      }
      return reply.code(200).send(orRefuse(made).body as z.infer<typeof paired>);
    },
  );
  app.get(
    '/v1/agent/:id',
    {
      config: { right: 'agent.act' },
      schema: {
        operationId: 'readAgent',
        summary: 'Whether the token of an agent still works (DRP 1.0 §2.06)',
        tags,
        params,
        response: { 200: z.object({}) },
      },
    },
    (request) => viewed(services, request, (view) => isAgent(view, request.params.id)),
  );
  app.post(
    '/v1/data-rights-request',
    {
      config: { right: 'agent.act' },
      schema: {
        operationId: 'exerciseRight',
        summary: 'Exercise a right for a person (DRP 1.0 §2.01)',
        tags,
        body: signed,
        consumes: ['text/plain'],
        response: { 200: status },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) => exerciseRight(change, request.body)),
  );
  app.get(
    '/v1/data-rights-request/:id',
    {
      config: { right: 'agent.act' },
      schema: {
        operationId: 'readExercise',
        summary: 'How far it is (DRP 1.0 §2.02)',
        tags,
        params: requestParams,
        response: { 200: status },
      },
    },
    (request) => viewed(services, request, (view) => exerciseStatus(view, request.params.id)),
  );
  app.delete(
    '/v1/data-rights-request/:id',
    {
      config: { right: 'agent.act' },
      schema: {
        operationId: 'revokeExercise',
        summary: 'Take it back (DRP 1.0 §2.04)',
        tags,
        params: requestParams,
        body: signed,
        consumes: ['text/plain'],
        response: { 200: status },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        revokeExercise(change, request.params.id, request.body),
      ),
  );
}
