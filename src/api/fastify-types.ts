import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Caller } from '../app/server/caller.ts';
import type { RouteRight } from '../app/server/rights.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; `null` on public routes without a credential. */
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    /** What is sent here is known by a signature that the route looks at itself, in place of a credential. */
    isSigned?: true;
    /** What the route asks of who calls it. Every route under `/v1/` has one. */
    right?: RouteRight;
    /** Whether the route takes `If-Match`: as a must, or where somebody wants to be sure. */
    match?: 'required' | 'optional';
  }
}

/** The server with schemas in zod. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
