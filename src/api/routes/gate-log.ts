import { z } from 'zod';
import { showCounts, showShadow } from '../../app/server/gate/counts.ts';
import { checkProof } from '../../app/server/gate/prove-log.ts';
import { readRealReasons, showDecisions } from '../../app/server/gate/show-decisions.ts';
import { changed, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { line, pageOf } from '../schemas/common.ts';
import {
  checkedProof,
  countQuery,
  decisionId,
  decisionQuery,
  gateCount,
  loggedDecision,
  proofParams,
  shadowQuery,
  shadowReport,
  withRealReasons,
} from '../schemas/gate-log.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['gate'];

/** What the gate decided, and how often. */
export function addGateLogRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/gate/decisions',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listDecisions',
        summary: 'What was decided, newest first, with reasons; of no person, and `protected` stays that',
        tags,
        querystring: decisionQuery,
        response: { 200: pageOf(loggedDecision) },
      },
    },
    (request) => {
      const { use, decision, code, channel, since, until, ...page } = request.query;
      return viewed(services, request, (view) =>
        showDecisions(
          view,
          {
            useId: use,
            outcome: decision,
            code,
            channel,
            since: since === undefined ? undefined : new Date(since),
            until: until === undefined ? undefined : new Date(until),
          },
          page,
        ),
      );
    },
  );
  app.post(
    '/v1/gate/decisions/:id/reason',
    {
      config: { right: 'reason.read' },
      schema: {
        operationId: 'readRealReasons',
        summary: 'What really lay behind `protected`, for a purpose that is logged',
        tags,
        params: decisionId,
        body: z.strictObject({ purpose: line(500) }),
        response: { 200: withRealReasons },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        readRealReasons(change, request.params.id, request.body.purpose),
      ),
  );
  app.get(
    '/v1/gate/counts',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listGateCounts',
        summary: 'How often what was decided, by day, use, channel and reason; few are not counted',
        tags,
        querystring: countQuery,
        response: { 200: pageOf(gateCount) },
      },
    },
    (request) => {
      const { use, mode, decision, code, from, to, ...page } = request.query;
      return viewed(services, request, (view) =>
        showCounts(view, { useId: use, mode, outcome: decision, code, from, to }, page),
      );
    },
  );
  app.get(
    '/v1/gate/shadow',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readShadow',
        summary: 'What rules that are only tried out would have held back, beside what was sent',
        tags,
        querystring: shadowQuery,
        response: { 200: shadowReport },
      },
    },
    (request) => {
      const { use, from, to } = request.query;
      return viewed(services, request, (view) => showShadow(view, { useId: use, from, to }));
    },
  );
  app.get(
    '/v1/gate/proofs/:sequence',
    {
      config: { right: 'evidence.read' },
      schema: {
        operationId: 'verifyGateProof',
        summary: 'Whether the decisions of a span of time are those whose hash stands in the evidence log',
        tags,
        params: proofParams,
        response: { 200: checkedProof },
      },
    },
    (request) => viewed(services, request, (view) => checkProof(view, request.params.sequence)),
  );
}
