import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Problem } from '../kernel/problem.ts';
import { Refused, refused } from './refused.ts';
import { statusOf } from './status-of.ts';

/** Answers any error of a request as `application/problem+json` (RFC 9457); what nobody expected tells nothing of itself. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = refusalOf(error);
  if (known === null) {
    request.log.error({ code: 'server.failed', ...traceOf(error) }, 'failed');
    return sendProblem(reply, request.id, FAILED.problem);
  }
  return sendProblem(reply.headers(known.headers), request.id, known.problem);
}

/** Writes a problem with the status of its code. */
export function sendProblem(reply: FastifyReply, id: string, what: Problem): FastifyReply {
  const { status, body } = problemBody(what, id);
  return reply.code(status).type('application/problem+json').serializer(JSON.stringify).send(body);
}

/** A problem as it is answered. */
export function problemBody(what: Problem, id: string): { readonly status: number; readonly body: unknown } {
  const status = statusOf(what.code);
  return {
    status,
    body: {
      type: 'about:blank',
      title: TITLES[status] ?? 'The request cannot be answered',
      status,
      code: what.code,
      detail: what.message,
      hint: what.hint,
      id,
      ...(what.at === null ? {} : { at: what.at }),
    },
  };
}

/** A problem as it stands on the wire before there is a reply: a connection that never made a request. */
export const TOO_SLOW = refused(
  'request.too-slow',
  'the request did not arrive in time',
  'send it again over a steady connection',
);
const FAILED = refused('server.failed', 'something went wrong here', 'tell us the id of this answer');

function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  const carried = carriedProblem(error);
  if (carried !== null) return new Refused(carried);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation;
    const path = (first?.instancePath ?? '').replaceAll('/', '.').replace(/\.$/, '');
    const where = `${error.validationContext ?? 'body'}${path}`;
    return refused(
      'request.invalid',
      `\`${where}\` is not as it should be: ${lowerFirst(first?.message ?? 'it has another form')}`,
      'see /openapi.json for the form of this route',
    );
  }
  const { code, statusCode } = (error ?? {}) as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413)
    return refused('request.too-large', 'the body is larger than this route takes', 'send less at a time');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || statusCode === 415)
    return refused(
      'request.unsupported-type',
      'the body is of no type that is read here',
      'send `application/json`',
    );
  if (statusCode === 429)
    return refused(
      'request.too-many',
      'too many requests came from your address',
      'wait a little, then try again',
    );
  if (statusCode === 408) return TOO_SLOW;
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return refused(
      'request.invalid',
      'the request cannot be read',
      'send well-formed JSON and a well-formed path',
    );
  return null;
}

/** The problem with which a unit of work was refused. */
function carriedProblem(error: unknown): Problem | null {
  const carried = (error as { readonly problem?: Problem } | null)?.problem;
  return error instanceof Error && typeof carried?.code === 'string' && typeof carried.hint === 'string'
    ? carried
    : null;
}

/** Where it happened, never what it said: messages of drivers and libraries quote rows. */
function traceOf(error: unknown): { readonly error: string; readonly trace: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, trace: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, trace: frames.slice(0, 12).map((line) => line.trim()) };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'There is no valid credential',
  403: 'That is not allowed',
  404: 'There is nothing here',
  408: 'The request was too slow',
  409: 'That does not fit what there is',
  412: 'It was changed in the meantime',
  413: 'It is too large',
  415: 'The body is of another type',
  422: 'That cannot be done as asked',
  428: 'The edit does not say what it edits',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'The service is not ready',
  507: 'There is no room left',
};
