import { z } from 'zod';
import { hookShape, setHooks, showHooks } from '../../app/server/hooks/hook-settings.ts';
import { alarmMailShape, setAlarmMail, showAlarmMail } from '../../app/server/hooks/mail-settings.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import type { RouteDependencies } from './index.ts';

/** Whom to tell of alarms. */
export function addHookRoutes(app: Api, { services }: RouteDependencies): void {
  const shown = z.object({
    hooks: z
      .array(
        z.object({
          id: z.string(),
          form: z.enum(['standard', 'slack']),
          host: z.string(),
          secret: z.string().nullable().describe('Shown once, when the hook is new.'),
        }),
      )
      .readonly(),
    version: z.int(),
  });
  const tags = ['settings'];
  app.get(
    '/v1/settings/hooks',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readHooks',
        summary: 'Webhooks that are told of alarms; of addresses the host alone, of secrets nothing',
        tags,
        response: { 200: shown },
      },
    },
    async (request, reply) => {
      const hooks = await viewed(services, request, showHooks);
      return reply.header('etag', `"${hooks.version}"`).send(hooks);
    },
  );
  app.put(
    '/v1/settings/hooks',
    {
      config: { right: 'settings.write', match: 'required' },
      schema: {
        operationId: 'setHooks',
        summary: 'Set them; a new one gets a secret that is shown this once',
        tags,
        body: z.strictObject({ hooks: z.array(hookShape).max(20) }),
        response: { 200: shown },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        setHooks(change, matchedVersion(request), request.body.hooks),
      ),
  );
  const mail = z.object({
    from: alarmMailShape.shape.from,
    roles: alarmMailShape.shape.roles.readonly(),
    addresses: alarmMailShape.shape.addresses.readonly(),
    version: z.int(),
  });
  app.get(
    '/v1/settings/alarm-mail',
    {
      config: { right: 'settings.write' },
      schema: {
        operationId: 'readAlarmMail',
        summary: 'Who gets a mail of alarms, by role and address, and from which step on',
        tags,
        response: { 200: mail },
      },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, showAlarmMail);
      return reply.header('etag', `"${shown.version}"`).send(shown);
    },
  );
  app.put(
    '/v1/settings/alarm-mail',
    {
      config: { right: 'settings.write', match: 'required' },
      schema: {
        operationId: 'setAlarmMail',
        summary: 'Set it; a mail names no person and no group',
        tags,
        body: alarmMailShape,
        response: { 200: mail },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        setAlarmMail(change, matchedVersion(request), request.body),
      ),
  );
}
