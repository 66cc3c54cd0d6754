import { z } from 'zod';
import { gatePolicyShape, setGatePolicy, showGatePolicy } from '../../app/server/gate/gate-policy.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
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
}
