import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { countRefused } from '../../app/server/intake/count-refused.ts';
import { setSecret, showSystems } from '../../app/server/intake/secrets.ts';
import { isSystemName, SYSTEM_NAMES } from '../../app/server/intake/systems.ts';
import { takeDelivery } from '../../app/server/intake/take-delivery.ts';
import { decideCampaign, showQuarantine } from '../../app/server/outcomes/quarantine.ts';
import { judgeSoon } from '../../app/server/outcomes/watch-outcomes.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse, unauthenticated } from '../refused.ts';
import { id, pageOf, paging } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

const counts = z
  .object({
    deliveries: z.int(),
    accepted: z.int(),
    duplicates: z.int(),
    quarantined: z.int(),
    ignored: z.int(),
    unreadable: z.int(),
    refused: z.int().describe('Deliveries whose signature did not fit.'),
    lastAt: z.string(),
  })
  .nullable()
  .meta({ id: 'IntakeCounts' });
const system = z
  .object({
    system: z.enum(SYSTEM_NAMES),
    address: z.string(),
    secret: z.string().describe('What has to be set as its secret.'),
    isSet: z.boolean(),
    version: z.int(),
    counts,
  })
  .meta({ id: 'IntakeSystem' });
const quarantined = z
  .object({
    source: z.string(),
    campaign: z.string(),
    events: z.int(),
    firstAt: z.string(),
    lastAt: z.string(),
  })
  .meta({ id: 'QuarantinedCampaign' });

/** What mail systems deliver by themselves, and the secrets that they sign with. */
export function addIntakeRoutes(app: Api, { services, limits, origin }: RouteDependencies): void {
  const tags = ['outcomes'];
  app.get(
    '/v1/settings/intake',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readIntake',
        summary:
          'Which systems may deliver outcomes, and what became of it within thirty days; secrets are never shown',
        tags,
        response: { 200: z.object({ systems: z.array(system).readonly(), own: counts }) },
      },
    },
    (request) => viewed(services, request, showSystems),
  );
  app.put(
    '/v1/settings/intake/:system',
    {
      config: { right: 'settings.write', match: 'required' },
      schema: {
        operationId: 'setIntakeSecret',
        summary: 'Set the secret of a system, or take it away with null: then nothing of it is taken',
        tags,
        params: z.object({ system: z.enum(SYSTEM_NAMES) }),
        body: z.strictObject({ secret: z.string().min(8).max(2000).nullable() }),
        response: { 200: system },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        setSecret(change, request.params.system, matchedVersion(request), request.body.secret),
      ),
  );
  app.get(
    '/v1/outcomes/quarantine',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'listQuarantine',
        summary: 'Campaigns as systems name them, that no use is known by',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['at', 'campaign']).optional(),
          source: z.string().max(40).optional(),
        }),
        response: { 200: pageOf(quarantined) },
      },
    },
    (request) => {
      const { source, ...page } = request.query;
      return viewed(services, request, (view) => showQuarantine(view, { source }, page));
    },
  );
  app.post(
    '/v1/outcomes/quarantine/decisions',
    {
      config: { right: 'settings.write' },
      schema: {
        operationId: 'decideCampaign',
        summary:
          'Say which use a campaign is, or with null that it is none: what is kept of it then counts for the use',
        tags,
        body: z.strictObject({
          source: z.string().max(40),
          campaign: z.string().max(200),
          use: id.nullable(),
        }),
        response: { 200: z.object({ moved: z.int() }) },
      },
    },
    async (request, reply) => {
      await changed(services, request, reply, 200, (change) => decideCampaign(change, request.body));
      if (request.body.use !== null) judgeSoon(services.context, [request.body.use]);
    },
  );
  // Signatures are made over the body as it came.
  void app.register(async (plugin) => {
    const inner = plugin as unknown as Api;
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: limits.pushBytes },
      (_request, body, done) => done(null, body),
    );
    inner.post(
      '/v1/intake/:system',
      {
        config: { isSigned: true },
        schema: {
          operationId: 'deliver',
          summary:
            'Payloads of mail systems as they send them; known by their signature or their secret, and by no key of ours',
          tags,
          params: z.object({ system: z.string().max(40) }),
          response: {
            200: z
              .object({
                accepted: z.int(),
                duplicates: z.int(),
                quarantined: z.int(),
                ignored: z.int(),
                refused: z.array(z.object({ index: z.int(), field: z.string() })).readonly(),
              })
              .meta({ id: 'TakenDelivery' }),
          },
        },
      },
      async (request, reply) => {
        const { system: name } = request.params;
        if (!isSystemName(name)) throw unauthenticated();
        const taken = await takeDelivery(services.context, name, deliveryOf(request, origin()));
        // Nobody is told whether the system has a secret here, or what of the signature is wrong.
        if (!taken.ok && /^intake\.(?:not-signed|stale)$/.test(taken.problem.code)) {
          countRefused(services.context, name);
          request.log.info({ system: name, code: taken.problem.code }, 'delivery refused');
          throw unauthenticated();
        }
        const { uses, ...shown } = orRefuse(taken);
        judgeSoon(services.context, uses);
        // Twilio sends on what it is answered: this answer says nothing to the person.
        if (name === 'twilio') return reply.type('text/xml').send('<Response/>' as never);
        return shown;
      },
    );
  });
}

const deliveryOf = (request: FastifyRequest, origin: string) => ({
  method: request.method,
  url: new URL(request.originalUrl, origin).href,
  headers: Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  ),
  body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
});
