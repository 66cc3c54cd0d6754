import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import fastify, { LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Services } from '../app/server/services.ts';
import type { Story } from '../report/story/schema.ts';
import { answerError, sendProblem } from './answer-error.ts';
import type { Api } from './fastify-types.ts';
import { guard } from './guard.ts';
import { isDecodable, isGuarded } from './guarded-path.ts';
import { LIMITS, type ServerLimits } from './limits.ts';
import { measure } from './metrics.ts';
import { answerBrokenConnection, answerOddRequests } from './odd-connections.ts';
import { describeApi } from './openapi.ts';
import { notFound } from './refused.ts';
import { logRequests } from './request-log.ts';
import { addRoutes } from './routes/index.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServerDependencies {
  readonly services: Services;
  readonly version: string;
  /** Our own origin as browsers see it, as `https://scruple.harbor.example`; asked for at each request, since a port may be given late. */
  readonly origin: () => string;
  /** Takes the lines of the log, one JSON object each; `null` logs nothing. */
  readonly logTo: { write(line: string): void } | null;
  readonly limits?: Partial<ServerLimits>;
  /** The year of the example, where the server shows it. */
  readonly story?: Story | null;
}

/** Where a guarded path goes that cannot be decoded: no route is there, and who asks is asked for a credential. */
const NOWHERE = '/v1/-';

/** The server with all its routes; it listens where the caller says. */
export async function createServer(dependencies: ServerDependencies): Promise<Api> {
  const limits = { ...LIMITS, ...dependencies.limits };
  const app: Api = fastify({
    logger: dependencies.logTo === null ? false : { level: 'info', base: null, stream: dependencies.logTo },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'id' }),
    genReqId: () => randomUUID(),
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    http: {
      requestTimeout: limits.requestMs,
      // Longer than the time for the whole request, Node would take the one for the other.
      headersTimeout: Math.min(10_000, limits.requestMs),
      connectionsCheckingInterval: Math.min(1_000, limits.requestMs),
      requireHostHeader: false,
    },
    forceCloseConnections: 'idle',
    // A proxy in front may be told of by an operator; a header alone must not choose the address that limits count.
    trustProxy: false,
    routerOptions: { maxParamLength: 1024 },
    rewriteUrl: ({ url = '/' }) => (isGuarded(url) && !isDecodable(url) ? NOWHERE : url),
    frameworkErrors: answerError,
    clientErrorHandler: answerBrokenConnection,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  const readJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  // Clients name the type of a body also where they send none.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, null) : readJson(request, String(body), done),
  );
  app.setErrorHandler(answerError);
  logRequests(app);
  // Before the guard, so that a refusal carries these headers too.
  const security = await securityHeaders();
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(security);
    done();
  });
  const { services } = dependencies;
  guard(app, {
    authenticate: services.authenticate,
    clock: services.clock,
    origin: dependencies.origin,
    wrongCredentialsPerMinute: limits.wrongCredentialsPerMinute,
  });
  answerOddRequests(app);
  await app.register(rateLimit, { max: limits.perMinute, timeWindow: 60_000 });
  app.addHook('onSend', (request, reply, _, done) => {
    // What one person may see is not for the next one at a shared cache.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('x-request-id', request.id);
    done();
  });
  app.setNotFoundHandler((request, reply) => sendProblem(reply, request.id, notFound().problem));
  const metrics = measure(app);
  await describeApi(app, dependencies.version);
  await app.register(async (inner) =>
    addRoutes(inner as unknown as Api, { ...dependencies, limits, metrics }),
  );
  await app.ready();
  return app;
}
