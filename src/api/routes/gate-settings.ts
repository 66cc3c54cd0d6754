import { z } from 'zod';
import { gatePolicyShape, setGatePolicy, showGatePolicy } from '../../app/server/gate/gate-policy.ts';
import { showSubjectsSecret } from '../../app/server/gate/show-subjects-secret.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { line } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

/** What an administrator sets of the gate. */
export function addGateSettingRoutes(app: Api, { services }: RouteDependencies): void {
  const shown = gatePolicyShape.extend({ version: z.int() });
  app.get(
    '/v1/settings/gate',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readGatePolicy',
        summary: 'Contact caps, how fresh things must be, how long permits last, rules that are tried out',
        tags: ['gate'],
        response: { 200: shown },
      },
    },
    async (request, reply) => {
      const policy = await viewed(services, request, showGatePolicy);
      return reply.header('etag', `"${policy.version}"`).send(policy);
    },
  );
  app.put(
    '/v1/settings/gate',
    {
      config: { right: 'settings.write', match: 'required' },
      schema: {
        operationId: 'setGatePolicy',
        summary:
          'Set them; they count for the next decision. A rule that is tried out has an owner and an end',
        tags: ['gate'],
        body: gatePolicyShape,
        response: { 200: shown },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        setGatePolicy(change, matchedVersion(request), request.body),
      ),
  );
  app.post(
    '/v1/gate/subjects-secret',
    {
      config: { right: 'key.write' },
      schema: {
        operationId: 'showSubjectsSecret',
        summary: 'The secret by which the list door hashes addresses, for a purpose that is logged',
        description:
          'It is always the same, and cannot be changed: all that is kept of people is found by it. Every showing stands in the evidence log.',
        tags: ['gate'],
        body: z.strictObject({ purpose: line(500) }),
        response: { 200: z.object({ secret: z.string(), keepIt: z.string() }) },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return changed(services, request, reply, 200, async (change) =>
        showSubjectsSecret(change, request.body.purpose),
      );
    },
  );
}
