import { z } from 'zod';
import {
  addMachineKey,
  addOwnKey,
  revokeKey,
  revokeOwnKey,
  showKeys,
  showOwnKeys,
} from '../../app/server/people/keys.ts';
import { changed, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { flag, id, line, pageOf, paging, role } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

const key = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    roles: z.array(z.string()).readonly(),
    owner: z.string().nullable(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'Key' });
const listed = z.strictObject({
  ...paging,
  sort: z.enum(['createdAt', 'name']).optional(),
  role: role.optional(),
  inForce: flag.optional().describe('Only those that are neither revoked nor expired.'),
});
const made = z.object({ key, secret: z.string() }).meta({ id: 'MadeKey' });
const asked = z.strictObject({
  name: line(100),
  roles: z.array(role).min(1).max(9),
  days: z.int().min(1).max(365),
});
const params = z.object({ id });
const tags = ['keys'];

/** Keys of machines, and of people for their own programs. */
export function addKeyRoutes(app: Api, { services }: RouteDependencies): void {
  const routes = [
    {
      path: '/v1/keys',
      right: 'key.write',
      seen: 'key.read',
      whose: 'a machine',
      lists: 'Keys of machines and of people, newest first; no secrets',
      query: listed.extend({ ofMachine: flag.optional().describe('Those of machines alone, or of people.') }),
      names: { list: 'listKeys', add: 'addKey', revoke: 'revokeKey' },
      show: showKeys,
      add: addMachineKey,
      revoke: revokeKey,
    },
    {
      path: '/v1/me/keys',
      right: 'anyone-known',
      seen: 'anyone-known',
      whose: 'oneself',
      lists: 'One’s own keys, newest first; no secrets',
      query: listed,
      names: { list: 'listOwnKeys', add: 'addOwnKey', revoke: 'revokeOwnKey' },
      show: showOwnKeys,
      add: addOwnKey,
      revoke: revokeOwnKey,
    },
  ] as const;
  for (const { path, right, seen, whose, lists, query, names, show, add, revoke } of routes) {
    app.get(
      path,
      {
        config: { right: seen },
        schema: {
          operationId: names.list,
          summary: lists,
          tags,
          querystring: query,
          response: { 200: pageOf(key) },
        },
      },
      (request) => {
        const { after, limit, direction, sort, ...filter } = request.query;
        return viewed(services, request, (view) => show(view, filter, { after, limit, direction, sort }));
      },
    );
    app.post(
      path,
      {
        config: { right },
        schema: {
          operationId: names.add,
          summary: `Make a key for ${whose}; its secret is shown this once`,
          tags,
          body: asked,
          response: { 201: made },
        },
      },
      (request, reply) => changed(services, request, reply, 201, (change) => add(change, request.body)),
    );
    app.delete(
      `${path}/:id`,
      {
        config: { right },
        schema: {
          operationId: names.revoke,
          summary: `Revoke a key of ${whose}`,
          tags,
          params,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await changed(services, request, reply, 204, (change) => revoke(change, request.params.id));
        services.forgetKeys();
      },
    );
  }
}
