import { z } from 'zod';
import { explanationCard } from '../../app/server/explanations/card.ts';
import { overrideDecision } from '../../app/server/explanations/override.ts';
import { keepDecision, prepareDecision } from '../../app/server/explanations/record.ts';
import { showExplanation, showProtected } from '../../app/server/explanations/show.ts';
import { changed, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import {
  asked,
  decisionParams,
  explanation,
  madeDecision,
  override,
  recordedDecision,
  whom,
} from '../schemas/explanations.ts';
import type { RouteDependencies } from './index.ts';

/** Decisions of machines: taken with their reasons, explained, overridden. */
export function addExplanationRoutes(app: Api, { services }: RouteDependencies): void {
  const tags = ['explanations'];
  app.post(
    '/v1/explanations',
    {
      config: { right: ['event.deliver', 'use.write'] },
      schema: {
        operationId: 'recordDecision',
        summary: 'Record a decision that a score or a rule made; its reasons are worked out and kept',
        tags,
        body: madeDecision,
        response: { 201: recordedDecision },
      },
    },
    async (request, reply) => {
      const { inputs = {}, prediction = null, decidedAt = null, contentHash = null, ...made } = request.body;
      const prepared = await viewed(services, request, (view) =>
        prepareDecision(view, { ...made, inputs, prediction, decidedAt, contentHash }),
      );
      await changed(services, request, reply, 201, (change) => keepDecision(change, prepared));
    },
  );
  app.get(
    '/v1/explanations/:decision',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readExplanation',
        summary: 'Why a decision came out as it did, for who works with it or for whom it is about',
        tags,
        params: decisionParams,
        querystring: asked,
        response: { 200: explanation },
      },
    },
    async (request, reply) => {
      const { decision } = request.params;
      const { for: reader = 'employee', purpose } = request.query;
      if (purpose === undefined)
        return viewed(services, request, (view) => showExplanation(view, decision, reader));
      await changed(services, request, reply, 200, (change) =>
        showProtected(change, decision, reader, purpose),
      );
      return reply;
    },
  );
  app.get(
    '/v1/explanations/:decision/card',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readExplanationCard',
        summary: 'The same as a small page without script, to be shown in another system',
        tags,
        params: decisionParams,
        querystring: z.strictObject({ for: whom }),
        produces: ['text/html'],
        response: { 200: z.string().meta({ id: 'ExplanationCard' }) },
      },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, (view) =>
        showExplanation(view, request.params.decision, request.query.for ?? 'employee'),
      );
      const card = explanationCard(shown);
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', card.policy)
        .serializer((page: string) => page)
        .send(card.html);
    },
  );
  app.post(
    '/v1/explanations/:decision/override',
    {
      config: { right: 'decision.override' },
      schema: {
        operationId: 'overrideDecision',
        summary: 'Override a decision with a reason; who did is not kept',
        tags,
        params: decisionParams,
        body: override,
        response: { 201: explanation },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, (change) =>
        overrideDecision(change, request.params.decision, request.body),
      ),
  );
}
