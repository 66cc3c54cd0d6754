import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { problemBody, TOO_SLOW } from './answer-error.ts';
import type { Api } from './fastify-types.ts';
import { isGuarded } from './guarded-path.ts';
import { type Refused, refused, unauthenticated } from './refused.ts';

const UNREADABLE = refused(
  'request.invalid',
  'this is not HTTP as we read it',
  'send well-formed HTTP/1.1 with a method that we know',
);
const TOO_LONG = refused('request.too-large', 'the head of the request is too long', 'send a shorter one');
const NO_TUNNEL = refused('request.invalid', 'this is no proxy', 'ask for a path of ours');
const NO_HOST = refused('request.invalid', 'the request names no host', 'send a `Host` header');

/**
 * What Node would answer by itself, in words of its own and before anyone was asked for a credential: expectations,
 * tunnels, and requests without a host. To be called when the guard is in place.
 */
export function answerOddRequests(app: Api): void {
  const { server } = app;
  const asUsual = ['checkContinue', 'checkExpectation'] as const;
  // An expectation that is not ours to meet does not change the answer (RFC 9110, 10.1.1).
  for (const event of asUsual)
    server.on(event, (request, response) => void server.emit('request', request, response));
  server.on('connect', (request, socket) =>
    answerByHand(socket as Socket, isGuarded(request.url ?? '') ? unauthenticated() : NO_TUNNEL),
  );
  app.addHook('onRequest', async ({ raw, is404 }, reply) => {
    if (raw.httpVersion !== '1.1') return;
    if (raw.headers.host === undefined) throw NO_HOST;
    // Who may not enter is not told to go on and send the body.
    if (!is404 && raw.headers.expect?.toLowerCase() === '100-continue') reply.raw.writeContinue();
  });
}

/** Answers a connection that never became a request: nothing of ours has seen it. */
export function answerBrokenConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') answerByHand(socket, TOO_SLOW);
  else if (error.code === 'HPE_HEADER_OVERFLOW') answerByHand(socket, TOO_LONG);
  else answerByHand(socket, UNREADABLE);
}

function answerByHand(socket: Socket, { problem, headers }: Refused): void {
  const { status, body } = problemBody(problem, randomUUID());
  const text = JSON.stringify(body);
  const lines = Object.entries({
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(text),
    connection: 'close',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${REASONS[status] ?? 'Bad Request'}\r\n${lines.join('')}\r\n${text}`);
  // Whoever keeps the other half open must not keep the server from ending.
  setTimeout(() => socket.destroy(), 1_000).unref();
}

const REASONS: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  408: 'Request Timeout',
  413: 'Content Too Large',
};
