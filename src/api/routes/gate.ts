import { setTimeout } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askGate, askGateOnce, askGateWithoutStore, PATIENCE_MS } from '../../app/server/gate/ask.ts';
import { callerOf, madeOnce } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse, Refused, refused } from '../refused.ts';
import {
  gateDecision,
  gateDecisions,
  gateQuestion,
  gateQuestions,
  QUESTIONS_AT_ONCE,
} from '../schemas/gate.ts';
import type { RouteDependencies } from './index.ts';

/** A key that is repeated is no reason to keep back what is owed. */
const STORE_FAULTS: ReadonlySet<string> = new Set([
  'store.unavailable',
  'store.full',
  'store.read-only',
  'store.contended',
]);

/** What is asked is looked at by the gate itself: a question that cannot be read is denied, not refused. */
const lookedAtByTheGate = () => (value: unknown) => ({ value });

/** Decisions are made by `shownDecision` alone, key by key: to read them once more before they go would change nothing. */
const asMade = () => (answer: unknown) => JSON.stringify(answer);

/** Decisions at send time. */
export function addGateRoutes(app: Api, { services, limits }: RouteDependencies): void {
  const ask = async (
    request: FastifyRequest,
    reply: FastifyReply,
    questions: readonly unknown[],
    answer: (decisions: readonly unknown[]) => unknown,
  ): Promise<unknown> => {
    if (request.headers['idempotency-key'] === undefined)
      return answer(
        orRefuse(await askGate(services.context, callerOf(request), questions, doorOf(questions))),
      );
    let isGone = false;
    const once = madeOnce(services, request, reply, 200, async (change) =>
      answer(await askGateOnce(change, questions, doorOf(questions), () => isGone)),
    ).catch((error: unknown) => {
      if (error instanceof Refused && STORE_FAULTS.has(error.problem.code)) return 'no answer' as const;
      throw error;
    });
    const made = await Promise.race([once, setTimeout(PATIENCE_MS, 'no answer' as const, { ref: false })]);
    isGone = made === 'no answer';
    if (made === 'no answer') return answer(await askGateWithoutStore(services.context, questions));
    return made === null ? reply : made.body;
  };
  app.post(
    '/v1/gate/decisions',
    {
      config: { right: 'gate.decide' },
      validatorCompiler: lookedAtByTheGate,
      serializerCompiler: asMade,
      schema: {
        operationId: 'decide',
        summary: 'May this be sent to this person now',
        description:
          'A question that cannot be read is denied. Asked again for the same use, person and dispatch it is one contact.',
        tags: ['gate'],
        body: gateQuestion,
        response: { 200: gateDecision },
      },
    },
    (request, reply) => ask(request, reply, [request.body], ([decision]) => decision) as never,
  );
  app.post(
    '/v1/gate/decisions::batch',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'gate.decide' },
      validatorCompiler: lookedAtByTheGate,
      serializerCompiler: asMade,
      schema: {
        operationId: 'decideMany',
        summary: 'The same for many, in their order',
        tags: ['gate'],
        body: gateQuestions,
        response: { 200: gateDecisions },
      },
    },
    (request, reply) => {
      const { decisions } = (request.body ?? {}) as { readonly decisions?: unknown };
      if (!Array.isArray(decisions) || decisions.length === 0 || decisions.length > QUESTIONS_AT_ONCE)
        throw refused(
          'request.invalid',
          `\`decisions\` is no list of 1 to ${QUESTIONS_AT_ONCE} questions`,
          'send them in parts',
        );
      return ask(request, reply, decisions, (answers) => ({ decisions: answers })) as never;
    },
  );
}

const doorOf = (questions: readonly unknown[]) => (questions.length === 1 ? 'single' : 'batch');
