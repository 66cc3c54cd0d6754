import type { FastifyInstance } from 'fastify';

/**
 * One line a request: its id, the pattern of its route (never the path, which may hold a token), status, duration and
 * the id of the account. No address, no header, no body.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        account: request.caller?.account.key ?? null,
      },
      'answered',
    );
    done();
  });
}
