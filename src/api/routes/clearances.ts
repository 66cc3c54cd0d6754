import { z } from 'zod';
import { coversRendered } from '../../app/server/clearances/covers-rendered.ts';
import { showMessageChecks } from '../../app/server/clearances/message-checks.ts';
import {
  revokeClearance,
  showClearance,
  showClearances,
  signedRevocations,
} from '../../app/server/clearances/show.ts';
import {
  revokeSigningKey,
  rotateSigningKey,
  showSigningKeys,
  trustRootsOf,
} from '../../app/server/signing.ts';
import { liftOne, showStop, showStops, stopOne } from '../../app/server/stops/stops.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { askedMessage, coverage, messageCheck } from '../schemas/clearances.ts';
import { flag, id, pageOf, paging, text } from '../schemas/common.ts';
import { useId, useParams } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const clearance = z
  .object({
    id: z.string(),
    use: z.string(),
    useVersion: z.string(),
    review: z.string().nullable(),
    class: z.string(),
    contentHash: z.string(),
    issuedAt: z.string(),
    expiresAt: z.string(),
    voidedAt: z.string().nullable(),
    voidReason: z.string().nullable(),
    statement: z.string().describe('The signed statement, byte by byte, as `scruple verify` takes it.'),
    version: z.int(),
  })
  .meta({ id: 'Clearance' });
const stop = z
  .object({
    id: z.string(),
    use: z.string(),
    by: z.string().nullable(),
    reason: z.string(),
    at: z.string(),
    liftedBy: z.string().nullable(),
    liftedAt: z.string().nullable(),
    liftReason: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Stop' });
const why = z.strictObject({ reason: text(2000) });
const clearanceParams = z.object({ id: z.string().regex(/^clearance:[A-Za-z0-9_-]{8,64}$/) });
const keyParams = z.object({ id: z.string().regex(/^ed25519:[A-Za-z0-9_-]{20,64}$/) });

/** What was approved, and what was stopped. */
export function addClearanceRoutes(app: Api, { services, limits }: RouteDependencies): void {
  const tags = ['clearances'];
  app.get(
    '/v1/clearances',
    {
      config: { right: 'clearance.read' },
      schema: {
        operationId: 'listClearances',
        summary: 'Clearances, newest first',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['issuedAt', 'expiresAt', 'use']).optional(),
          use: useId.optional(),
          inForce: flag.optional(),
        }),
        response: { 200: pageOf(clearance) },
      },
    },
    (request) => {
      const { use, inForce, ...page } = request.query;
      return viewed(services, request, (view) => showClearances(view, { use, inForce }, page));
    },
  );
  app.get(
    '/v1/clearances/:id',
    {
      config: { right: 'clearance.read' },
      schema: {
        operationId: 'readClearance',
        summary: 'One clearance',
        tags,
        params: clearanceParams,
        response: { 200: clearance },
      },
    },
    (request) => viewed(services, request, (view) => showClearance(view, request.params.id)),
  );
  app.post(
    '/v1/clearances/:id/revocation',
    {
      config: { right: 'clearance.revoke' },
      schema: {
        operationId: 'revokeClearance',
        summary: 'Take a clearance back',
        tags,
        params: clearanceParams,
        response: { 200: clearance },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) => revokeClearance(change, request.params.id)),
  );
  app.post(
    '/v1/clearances/:id/covers',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'clearance.read' },
      schema: {
        operationId: 'readCoverage',
        summary: 'Whether a clearance covers a message as it is about to be sent, and if not why',
        description:
          'Text, slots and checks are looked at here; where a slot was filled from is the word of who asks.',
        tags,
        params: clearanceParams,
        body: askedMessage,
        response: { 200: coverage },
      },
    },
    (request) => viewed(services, request, (view) => coversRendered(view, request.params.id, request.body)),
  );
  app.get(
    '/v1/message-checks',
    {
      config: { right: 'clearance.read' },
      schema: {
        operationId: 'listMessageChecks',
        summary: 'Checks that can run on each message as it is rendered, and so be asked to stay silent',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['id', 'title']).optional(),
          query: z.string().max(200).optional().describe('Part of an id or a title.'),
        }),
        response: { 200: pageOf(messageCheck) },
      },
    },
    (request) => {
      const { query, ...page } = request.query;
      return viewed(services, request, async () => showMessageChecks({ query }, page));
    },
  );
  app.get(
    '/v1/revocations',
    {
      config: { right: 'clearance.read' },
      schema: {
        operationId: 'readRevocations',
        summary: 'All that was taken back, as one signed list for verifiers',
        tags,
        response: {
          200: z.object({
            payload: z.unknown(),
            signature: z.object({ key: z.string(), value: z.string() }),
          }),
        },
      },
    },
    (request) => viewed(services, request, ({ db, context }) => signedRevocations(db, context)),
  );
  app.get(
    '/v1/trust',
    {
      config: { right: 'anyone-known' },
      schema: {
        operationId: 'readTrustRoots',
        summary: 'The keys that signed here; a verifier takes them on a way of their own',
        tags,
        response: {
          200: z.object({
            schema: z.literal('scruple.trust/1'),
            organisation: z.string(),
            keys: z
              .array(
                z.object({
                  id: z.string(),
                  x: z.string(),
                  signs: z.array(z.string()).readonly(),
                  from: z.string(),
                  until: z.string().nullable(),
                  revoked: z.object({ at: z.string(), because: z.string() }).nullable(),
                }),
              )
              .readonly(),
          }),
        },
      },
    },
    (request) =>
      viewed(services, request, ({ db, context }) => trustRootsOf(db, new URL(context.origin()).host)),
  );

  const signingKey = z
    .object({
      id: z.string(),
      state: z.string(),
      createdAt: z.string(),
      retiredAt: z.string().nullable(),
      revokedAt: z.string().nullable(),
    })
    .meta({ id: 'SigningKey' });
  app.get(
    '/v1/signing-keys',
    {
      config: { right: 'key.read' },
      schema: {
        operationId: 'listSigningKeys',
        summary: 'Keys that sign clearances and the log, oldest first; no secrets',
        tags: ['keys'],
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['createdAt', 'state']).optional(),
          state: z.enum(['active', 'retired', 'revoked']).optional(),
        }),
        response: { 200: pageOf(signingKey) },
      },
    },
    (request) => {
      const { state, ...page } = request.query;
      return viewed(services, request, (view) => showSigningKeys(view, { state }, page));
    },
  );
  app.post(
    '/v1/signing-keys',
    {
      config: { right: 'key.write' },
      schema: {
        operationId: 'rotateSigningKey',
        summary: 'Sign with a new key from here on; what the old one signed stays good',
        tags: ['keys'],
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    (request, reply) => changed(services, request, reply, 201, rotateSigningKey),
  );
  app.post(
    '/v1/signing-keys/:id/revocation',
    {
      config: { right: 'key.write' },
      schema: {
        operationId: 'revokeSigningKey',
        summary: 'Say that a key is in wrong hands; what it signed counts no more',
        tags: ['keys'],
        params: keyParams,
        response: { 204: z.null() },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 204, (change) => revokeSigningKey(change, request.params.id)),
  );

  const stops = ['stops'];
  app.get(
    '/v1/stops',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listStops',
        summary: 'Stops, newest first',
        tags: stops,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['at', 'use']).optional(),
          use: useId.optional(),
          inForce: flag.optional(),
        }),
        response: { 200: pageOf(stop) },
      },
    },
    (request) => {
      const { use, inForce, ...page } = request.query;
      return viewed(services, request, (view) => showStops(view, { use, inForce }, page));
    },
  );
  app.get(
    '/v1/stops/:id',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readStop',
        summary: 'One stop',
        tags: stops,
        params: z.object({ id }),
        response: { 200: stop },
      },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, (view) => showStop(view, request.params.id));
      return reply.header('etag', `"${shown.version}"`).send(shown);
    },
  );
  app.post(
    '/v1/uses/:id/stops',
    {
      config: { right: 'use.stop' },
      schema: {
        operationId: 'stopUse',
        summary: 'Stop a use at once',
        tags: stops,
        params: useParams,
        body: why,
        response: { 201: stop },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, (change) =>
        stopOne(change, request.params.id, request.body.reason),
      ),
  );
  app.post(
    '/v1/stops/:id/lift',
    {
      config: { right: 'stop.lift', match: 'required' },
      schema: {
        operationId: 'liftStop',
        summary: 'Lift a stop',
        tags: stops,
        params: z.object({ id }),
        body: why,
        response: { 200: stop },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        liftOne(change, request.params.id, matchedVersion(request), request.body.reason),
      ),
  );
}
