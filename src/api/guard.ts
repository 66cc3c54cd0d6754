import type { FastifyRequest } from 'fastify';
import type { Authenticate, Caller } from '../app/server/caller.ts';
import { mayEnter } from '../app/server/rights.ts';
import type { Clock } from '../kernel/ports/clock.ts';
import { AttemptLimit } from './attempt-limit.ts';
import { isCrossSite, presentedBy } from './credentials.ts';
import type { Api } from './fastify-types.ts';
import { isGuarded } from './guarded-path.ts';
import { isLoopback } from './is-loopback.ts';
import { notFound, refused, unauthenticated } from './refused.ts';

export interface GuardOptions {
  readonly authenticate: Authenticate;
  readonly clock: Clock;
  readonly origin: () => string;
  readonly wrongCredentialsPerMinute: number;
}

/**
 * Asks for a credential before anything else of a request is looked at, known path or not, and then whether the roles
 * of who calls may enter the route at all. A route under `/v1/` that does not say whom it lets in does not come to be.
 */
export function guard(app: Api, options: GuardOptions): void {
  app.decorateRequest('caller', null);
  app.addHook('onRoute', ({ url, config }) => {
    if (isGuarded(url) && config?.right === undefined && config?.isSigned !== true)
      throw new Error(`the route \`${url}\` does not say whom it lets in`);
  });
  const wrong = new AttemptLimit(options.wrongCredentialsPerMinute);
  app.addHook('onRequest', async (request, reply) => {
    const { right, isSigned } = request.routeOptions.config;
    // No cookie and no key is looked at there, so that none can be misused.
    if (isSigned === true) return;
    const asks = isGuarded(request.originalUrl) || right !== undefined;
    if (!asks) return;
    if (request.routeOptions.url === '/metrics' && isLoopback(request)) return;
    const caller = await identify(request, options, wrong).catch((error: unknown) => {
      // The body of who may not enter is not read: the connection ends with the answer.
      const { headers } = request.raw;
      if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined)
        reply.header('connection', 'close');
      throw error;
    });
    request.caller = caller;
    if (caller.through === 'session' && isCrossSite(request.method, request.headers, options.origin()))
      throw refused(
        'request.cross-site',
        'a page that is not ours asked for a change with your session',
        'use our own pages, or a key',
      );
    if (request.is404) throw notFound();
    if (right !== undefined && !mayEnter(caller.account.roles, right))
      throw refused(
        'people.not-allowed',
        'your roles do not let you do this',
        'ask an administrator which role does',
      );
  });
}

async function identify(
  request: FastifyRequest,
  options: GuardOptions,
  wrong: AttemptLimit,
): Promise<Caller> {
  const presented = presentedBy(request.headers);
  if (presented.kind === 'none') throw unauthenticated();
  const now = options.clock.now();
  if (presented.kind === 'bearer' && wrong.isReached(request.ip, now))
    throw refused(
      'request.too-many',
      'too many wrong credentials came from your address',
      'wait a minute, then try again',
      { 'retry-after': '60' },
    );
  const caller = await options.authenticate(presented, now);
  if (caller !== null) return caller;
  if (presented.kind === 'bearer') wrong.count(request.ip, now);
  throw unauthenticated();
}
