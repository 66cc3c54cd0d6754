import { z } from 'zod';
import { exportForAudit, pseudonymsOf, showHeldBack } from '../../app/server/gate/audit-holds.ts';
import { changed, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { line, moment } from '../schemas/common.ts';
import { shadowQuery } from '../schemas/gate-log.ts';
import { useId } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['gate'];

/** The gate's own holds, for audits: they are a suppression list like any other. */
export function addGateAuditRoutes(app: Api, { services, limits }: RouteDependencies): void {
  app.get(
    '/v1/gate/audit',
    {
      config: { right: 'aggregate.read' },
      schema: {
        operationId: 'readHeldBack',
        summary: 'How much the gate holds back; by group only an audit beside a vault can tell',
        tags,
        querystring: shadowQuery,
        response: {
          200: z
            .object({
              asked: z.int(),
              heldBack: z.int(),
              share: z.number().nullable(),
              assessedByGroup: z.boolean(),
              because: z.string(),
            })
            .meta({ id: 'HeldBack' }),
        },
      },
    },
    (request) => {
      const { use, from, to } = request.query;
      return viewed(services, request, (view) => showHeldBack(view, { useId: use, from, to }));
    },
  );
  app.post(
    '/v1/gate/audits/decisions',
    {
      config: { right: 'audit.run' },
      schema: {
        operationId: 'exportGateDecisions',
        summary: 'Decisions of a use by pseudonym, as CSV for `scruple audit`, for a purpose that is logged',
        tags,
        body: z.strictObject({ use: useId, from: moment, to: moment, purpose: line(500) }),
        response: { 200: z.object({ csv: z.string(), rows: z.int() }) },
      },
    },
    (request, reply) => {
      const { from, to, ...asked } = request.body;
      return changed(services, request, reply, 200, (change) =>
        exportForAudit(change, { ...asked, from: new Date(from), to: new Date(to) }),
      );
    },
  );
  app.post(
    '/v1/gate/audits/pseudonyms',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'audit.run' },
      schema: {
        operationId: 'namePseudonyms',
        summary:
          'Under which pseudonyms people stand there, for a vault beside it; for a purpose that is logged',
        tags,
        body: z.strictObject({
          people: z.array(z.string().min(1).max(400)).min(1).max(10_000),
          purpose: line(500),
        }),
        response: { 200: z.object({ pseudonyms: z.array(z.string()).readonly() }) },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, async (change) =>
        pseudonymsOf(change, request.body.people, request.body.purpose),
      ),
  );
}
