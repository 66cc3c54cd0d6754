import { z } from 'zod';
import { auditHolds, type HoldAudit } from '../../app/server/gate/audit-groups.ts';
import { exportForAudit, pseudonymsOf, showHeldBack } from '../../app/server/gate/audit-holds.ts';
import { changed, madeOnce, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { Refused } from '../refused.ts';
import { line, moment } from '../schemas/common.ts';
import { heldBack, holdAuditOrder, madeHoldAudit } from '../schemas/gate-audit.ts';
import { shadowQuery } from '../schemas/gate-log.ts';
import { useId } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['gate'];

/** The gate's own holds, for audits: they are a suppression list like any other. */
export function addGateAuditRoutes(app: Api, { services, limits, version }: RouteDependencies): void {
  app.get(
    '/v1/gate/audit',
    {
      config: { right: 'aggregate.read' },
      schema: {
        operationId: 'readHeldBack',
        summary: 'How much the gate holds back, and what audits of it by group came to',
        tags,
        querystring: shadowQuery,
        response: {
          200: heldBack,
        },
      },
    },
    (request) => {
      const { use, from, to } = request.query;
      return viewed(services, request, (view) => showHeldBack(view, { useId: use, from, to }));
    },
  );
  app.post(
    '/v1/gate/audits',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'audit.run' },
      schema: {
        operationId: 'auditHolds',
        summary: 'Audit the gate’s own holds of a use by group; the groups are not kept',
        description:
          'Somebody counts once: as permitted if any of their messages was, else by the holds that kept all of them back. Groups of too few people are hidden, and an audit that differs from an earlier one in a few people is refused. Every run is logged with its purpose.',
        tags,
        body: holdAuditOrder,
        response: { 201: madeHoldAudit },
      },
    },
    async (request, reply) => {
      const { from, to, minimumCell = 10, ...order } = request.body;
      const answer = await madeOnce(services, request, reply, 201, (change) =>
        auditHolds(change, { ...order, from: new Date(from), to: new Date(to), minimumCell }, version),
      );
      if (answer === null) return;
      const made = answer.body as HoldAudit;
      if ('refused' in made) throw new Refused(made.refused);
      await reply.code(201).send(made);
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
