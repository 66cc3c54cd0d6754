import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../app/server/caller.ts';
import {
  type Answer,
  type Change,
  makeChange,
  type Once,
  takeView,
  type View,
} from '../app/server/change.ts';
import type { Services } from '../app/server/services.ts';
import type { Problem } from '../kernel/problem.ts';
import { problemBody } from './answer-error.ts';
import { orRefuse, refused, unauthenticated } from './refused.ts';

/** Who asks, on a route that lets nobody in without a credential. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw unauthenticated();
  return request.caller;
}

/** Looks something up for who asks. */
export const viewed = async <T>(
  services: Services,
  request: FastifyRequest,
  view: (view: View) => Promise<T>,
): Promise<T> => orRefuse(await takeView(services.context, callerOf(request), view));

/**
 * Makes a change for who asks; with an `Idempotency-Key` once, the first answer ever after. A first answer that refused
 * is sent here, and the route gets `null`.
 */
export async function madeOnce(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  change: (change: Change) => Promise<unknown>,
): Promise<Answer | null> {
  const answer = orRefuse(
    await makeChange(services.context, callerOf(request), onceOf(request), async (work) => ({
      status,
      body: (await change(work)) ?? null,
    })),
  );
  if (answer.status < 400) return answer;
  await reply
    .code(answer.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(answer.body);
  return null;
}

/** As `madeOnce`, and sends the answer, which has the form of the route's schema. */
export async function changed(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  change: (change: Change) => Promise<unknown>,
): Promise<void> {
  const answer = await madeOnce(services, request, reply, status, change);
  if (answer === null) return;
  const { version } = (answer.body ?? {}) as { readonly version?: number };
  if (version !== undefined) reply.header('etag', `"${version}"`);
  await reply.code(answer.status).send(answer.status === 204 ? undefined : answer.body);
}

function onceOf(request: FastifyRequest): Once | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[!-~]{1,255}$/.test(key))
    throw refused(
      'request.invalid',
      'the `Idempotency-Key` is not understood',
      'send 1 to 255 letters without spaces, as a UUID',
    );
  return {
    key,
    request: {
      method: request.method,
      path: request.url,
      body: request.body ?? null,
      match: request.headers['if-match'] ?? null,
    },
    answerTo: (what: Problem) => problemBody(what, request.id),
  };
}

/** The version that an edit says it edits. */
export function matchedVersion(request: FastifyRequest): number {
  if (request.routeOptions.config.match === undefined)
    throw new Error(`the description of ${request.routeOptions.url} does not say that it takes If-Match`);
  const header = request.headers['if-match'];
  if (header === undefined)
    throw refused(
      'request.precondition-missing',
      'the edit does not say which version it edits',
      'send the `ETag` of what was read as `If-Match`',
    );
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw refused('request.invalid', 'the `If-Match` is no version of ours', 'send the `ETag` as it came');
  return Number(version);
}
